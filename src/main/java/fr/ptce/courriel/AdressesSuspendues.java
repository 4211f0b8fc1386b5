package fr.ptce.courriel;

import fr.ptce.base.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The addresses that are not written to any more: those that a mail server refused for good, and those that somebody
 * suspended. Case does not count. Every method works in its caller's transaction.
 */
@Component
public class AdressesSuspendues {

    private static final int LONGUEUR_MOTIF = 300;

    private final JdbcClient jdbc;
    private final Clock horloge;
    private final TransactionTemplate etape;

    AdressesSuspendues(JdbcClient jdbc, PlatformTransactionManager transactions, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.etape = new TransactionTemplate(transactions);
        this.etape.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * A suspended address.
     *
     * @param adresse in lower case
     * @param motif why, in French
     * @param depuis when it was first suspended
     */
    public record AdresseSuspendue(String adresse, String motif, Instant depuis) {}

    /**
     * Stops writing to an address. When it is suspended already, the new reason replaces the old one and the date stays.
     *
     * @param motif why, in French, shown to pilots; cut after 300 characters
     * @throws AdresseInvalide when the address cannot be written to anyway
     * @throws IllegalArgumentException when the reason is missing
     */
    public void suspendre(String adresse, String motif) {
        if (motif == null || motif.isBlank()) {
            throw new IllegalArgumentException("Une adresse n’est pas suspendue sans motif.");
        }
        String cle = normaliser(Adresses.verifier(adresse).getAddress());
        String court = UneLigne.de(motif, LONGUEUR_MOTIF);
        if (!changerLeMotif(cle, court)) {
            inserer(cle, court);
        }
    }

    /** Writes to the address again; says whether it was suspended. False for something that is no address. */
    public boolean lever(String adresse) {
        return cle(adresse)
                .map(cle -> jdbc.sql("delete from adresse_suspendue where adresse = :adresse")
                                .param("adresse", cle)
                                .update()
                        > 0)
                .orElse(false);
    }

    /** Why the address is suspended; empty when it is not, or is no address. */
    public Optional<String> motif(String adresse) {
        return cle(adresse).flatMap(cle -> jdbc.sql("select motif from adresse_suspendue where adresse = :adresse")
                .param("adresse", cle)
                .query(String.class)
                .optional());
    }

    /** The suspended ones, latest first, at most {@code limite}; empty when there is none. */
    public List<AdresseSuspendue> toutes(int limite) {
        return jdbc.sql("select adresse, motif, depuis from adresse_suspendue order by depuis desc, adresse"
                        + " fetch first :limite rows only")
                .param("limite", limite)
                .query((rs, rang) ->
                        new AdresseSuspendue(rs.getString("adresse"), rs.getString("motif"), Sql.instant(rs, "depuis")))
                .list();
    }

    /** How many are suspended. */
    public long nombre() {
        return jdbc.sql("select count(*) from adresse_suspendue")
                .query(Long.class)
                .single();
    }

    /**
     * Those of the given addresses that are suspended, spelt as they were given; what is no address is never among them.
     * One query for up to some ten thousand addresses, none for an empty collection.
     */
    public Set<String> parmi(Collection<String> adresses) {
        Map<String, Set<String>> parCle = new HashMap<>();
        adresses.forEach(
                adresse -> cle(adresse).ifPresent(cle -> parCle.computeIfAbsent(cle, nouvelle -> new TreeSet<>())
                        .add(adresse)));
        if (parCle.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select adresse from adresse_suspendue where adresse in (:adresses)")
                .param("adresses", parCle.keySet())
                .query(String.class)
                .list()
                .stream()
                .flatMap(cle -> parCle.get(cle).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean changerLeMotif(String cle, String motif) {
        return jdbc.sql("update adresse_suspendue set motif = :motif where adresse = :adresse")
                        .param("motif", motif)
                        .param("adresse", cle)
                        .update()
                > 0;
    }

    /** A step of its own: on PostgreSQL a doubled key would otherwise spoil the caller's transaction. */
    private void inserer(String cle, String motif) {
        try {
            etape.executeWithoutResult(statut -> jdbc.sql(
                            "insert into adresse_suspendue (adresse, motif, depuis) values (:adresse, :motif, :depuis)")
                    .param("adresse", cle)
                    .param("motif", motif)
                    .param("depuis", OffsetDateTime.ofInstant(horloge.instant(), ZoneOffset.UTC))
                    .update());
        } catch (DuplicateKeyException e) {
            changerLeMotif(cle, motif);
        }
    }

    private static Optional<String> cle(String adresse) {
        try {
            return Optional.of(normaliser(Adresses.verifier(adresse).getAddress()));
        } catch (AdresseInvalide e) {
            return Optional.empty();
        }
    }

    private static String normaliser(String adresse) {
        return adresse.toLowerCase(Locale.ROOT);
    }
}
