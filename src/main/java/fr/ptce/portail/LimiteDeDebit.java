package fr.ptce.portail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 429 to an address that asks too much of the public pages: nobody guesses tokens or fills the database.
 *
 * <p>The address is the one of the connection. A header such as {@code X-Forwarded-For} only counts where the server is
 * told to believe its proxy ({@code server.forward-headers-strategy}). The limit holds for each node of the application.
 */
class LimiteDeDebit extends OncePerRequestFilter {

    private static final Set<String> LECTURES = Set.of("GET", "HEAD", "OPTIONS");

    /** A home or an office has that much of an IPv6 address: 64 bits. */
    private static final int OCTETS_DU_RESEAU = 8;

    private static final Duration FENETRE = Duration.ofMinutes(1);
    private static final Duration OUBLI = Duration.ofMinutes(10);

    private final ReglagesDesLimites reglages;
    private final Cache<String, Bucket> seaux;

    LimiteDeDebit(ReglagesDesLimites reglages) {
        this.reglages = reglages;
        this.seaux = Caffeine.newBuilder()
                // Two for each address.
                .maximumSize(2L * reglages.adressesRetenues())
                .expireAfterAccess(OUBLI)
                .build();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        ConsumptionProbe essai = seau(requete).tryConsumeAndReturnRemaining(1);
        if (essai.isConsumed()) {
            suite.doFilter(requete, reponse);
            return;
        }
        long attente = TimeUnit.NANOSECONDS.toSeconds(essai.getNanosToWaitForRefill()) + 1;
        reponse.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(attente));
        reponse.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private Bucket seau(HttpServletRequest requete) {
        boolean lecture = LECTURES.contains(requete.getMethod());
        String cle = (lecture ? "l " : "e ") + reseau(requete.getRemoteAddr());
        int parMinute = lecture ? reglages.lecturesParMinute() : reglages.ecrituresParMinute();
        return seaux.get(cle, inconnue -> Bucket.builder()
                .addLimit(limite -> limite.capacity(parMinute).refillGreedy(parMinute, FENETRE))
                .build());
    }

    private static String reseau(String adresse) {
        if (!adresse.contains(":")) {
            return adresse;
        }
        try {
            // A literal: no name is looked up.
            InetAddress lue = InetAddress.getByName(adresse);
            return lue instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(lue.getAddress(), OCTETS_DU_RESEAU))
                    : adresse;
        } catch (UnknownHostException e) {
            return adresse;
        }
    }
}
