package fr.ptce.portail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The personal links of porteurs, who have no account (design §4): a random 256-bit secret of which only the SHA-256 is
 * kept, bound to a dossier and an address, and to one task where it opens one.
 */
@Service
public class Liens {

    /** Where a dossier stands. */
    public static final String SUIVI = "suivi";
    /** The form of one task. */
    public static final String TACHE = "tache";

    private static final Map<String, String> CHEMINS = Map.of(SUIVI, "/suivi/", TACHE, "/lien/");
    private static final int OCTETS = 32;
    private static final int LONGUEUR = 43;

    private final JdbcClient jdbc;
    private final Clock horloge;
    private final String adresseDuSite;
    private final SecureRandom hasard = new SecureRandom();

    Liens(JdbcClient jdbc, Clock horloge, @Value("${ptce.adresse}") String adresseDuSite) {
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.adresseDuSite = adresseDuSite;
    }

    /**
     * Makes a link and returns its address. It is committed at once: the ledger of e-mails keeps the first content of an
     * e-mail even when the job that wrote it rolls back, and the link inside must exist all the same.
     *
     * @param usage {@link #SUIVI} or {@link #TACHE}
     * @param cible id of the task, null for {@link #SUIVI}
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String creer(String dossier, String adresse, String usage, String cible, Instant expire) {
        byte[] secret = new byte[OCTETS];
        hasard.nextBytes(secret);
        String jeton = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("""
                        insert into lien_personnel
                          (empreinte, dossier, adresse, usage_du_lien, cible, cree_le, expire_le)
                        values (:empreinte, :dossier, :adresse, :usage, :cible, :le, :expire)
                        """)
                .param("empreinte", empreinte(jeton))
                .param("dossier", dossier)
                .param("adresse", adresse)
                .param("usage", usage)
                .param("cible", cible)
                .param("le", Timestamp.from(horloge.instant()))
                .param("expire", Timestamp.from(expire))
                .update();
        return adresseDuSite + CHEMINS.get(usage) + jeton;
    }

    /** The link of a secret; empty when it is unknown, revoked, expired or of another use. */
    public Optional<Lien> resoudre(String usage, String jeton) {
        if (jeton == null || jeton.length() != LONGUEUR) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select * from lien_personnel
                        where empreinte = :empreinte and usage_du_lien = :usage and revoque_le is null
                          and expire_le > :maintenant
                        """)
                .param("empreinte", empreinte(jeton))
                .param("usage", usage)
                .param("maintenant", Timestamp.from(horloge.instant()))
                .query((r, rang) -> new Lien(
                        r.getLong("id"),
                        r.getString("dossier"),
                        r.getString("adresse"),
                        r.getString("usage_du_lien"),
                        r.getString("cible"),
                        r.getObject("expire_le", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Ends every link of a dossier at once. */
    @Transactional
    public void revoquerTous(String dossier) {
        jdbc.sql("update lien_personnel set revoque_le = :le where dossier = :dossier and revoque_le is null")
                .param("le", Timestamp.from(horloge.instant()))
                .param("dossier", dossier)
                .update();
    }

    private static String empreinte(String jeton) {
        try {
            byte[] somme = MessageDigest.getInstance("SHA-256").digest(jeton.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(somme);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
