package fr.ptce.moteur.securite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one address may try to log in: {@code ptce.securite.connexions-par-minute}. The engine makes one account
 * wait after failures; this limit stops somebody who tries many accounts. The number of addresses remembered is bounded.
 */
@Component
class LimiteDesConnexions {

    private static final int ADRESSES_RETENUES = 10_000;
    private static final Duration FENETRE = Duration.ofMinutes(1);
    private static final Duration OUBLI = Duration.ofMinutes(10);

    private final Cache<String, Bucket> seaux = Caffeine.newBuilder()
            .maximumSize(ADRESSES_RETENUES)
            .expireAfterAccess(OUBLI)
            .build();
    private final int parMinute;

    LimiteDesConnexions(@Value("${ptce.securite.connexions-par-minute}") int parMinute) {
        this.parMinute = parMinute;
    }

    /** Counts one attempt; false when the address has to wait. */
    boolean accepte(String adresse) {
        return seaux.get(adresse, inconnue -> nouveauSeau()).tryConsume(1);
    }

    private Bucket nouveauSeau() {
        return Bucket.builder()
                .addLimit(limite -> limite.capacity(parMinute).refillIntervally(parMinute, FENETRE))
                .build();
    }
}
