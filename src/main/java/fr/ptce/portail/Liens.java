package fr.ptce.portail;

import fr.ptce.base.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal links: who holds one may follow a dossier or answer a task, without an account (design,
 * section 4). A link is a random token of 256 bits bound to one dossier, one address and one usage; the database keeps
 * its SHA-256 only, so that a copy of the database opens nothing.
 *
 * <p>A new link is committed at once: the ledger of e-mails keeps the first content of an e-mail even when the job that
 * wrote it rolls back, and the link inside must exist all the same. The other methods work in their caller's transaction.
 */
@Component
public class Liens {

    /** Usage of a link to where a dossier stands. */
    public static final String SUIVI = "suivi";
    /** Usage of a link to the form of one task. */
    public static final String TACHE = "tache";

    /** Usage of a link by which the password of an account is chosen, once. */
    public static final String MOT_DE_PASSE = "mot-de-passe";

    /** Usage of a link by which a calendar reads due dates. */
    public static final String AGENDA = "agenda";

    private static final Duration VALIDITE_DU_SUIVI = Duration.ofDays(730);
    private static final Duration VALIDITE_DU_MOT_DE_PASSE = Duration.ofDays(14);
    private static final int OCTETS_DU_JETON = 32;
    private static final Pattern JETON = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Usage of a link, and the path it stands under. */
    private static final Map<String, String> CHEMINS =
            Map.of(SUIVI, "/suivi/", TACHE, "/lien/", MOT_DE_PASSE, "/mot-de-passe/", AGENDA, "/agenda/");

    private final JdbcClient jdbc;
    private final Clock horloge;
    private final String adresseDuSite;
    private final SecureRandom hasard = new SecureRandom();

    Liens(JdbcClient jdbc, Clock horloge, @Value("${ptce.adresse}") String adresseDuSite) {
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.adresseDuSite = adresseDuSite.replaceFirst("/+$", "");
    }

    /**
     * Makes a new link; the former ones stay valid.
     *
     * @param dossier number of the dossier, or what stands for it before it has one; at most 80 characters
     * @param adresse e-mail address of the person, at most 254 characters
     * @param usage {@link #SUIVI}, {@link #TACHE}, {@link #MOT_DE_PASSE} or {@link #AGENDA}
     * @param cible what the link opens, such as the id of a task; null for the whole dossier
     * @param expire first moment at which it is no longer valid
     * @return the full address, which cannot be had a second time
     * @throws IllegalArgumentException for another usage, or for a {@code tache} without {@code cible}
     * @throws NullPointerException if another argument than {@code cible} is null
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String creer(String dossier, String adresse, String usage, String cible, Instant expire) {
        String chemin = CHEMINS.get(Objects.requireNonNull(usage));
        if (chemin == null || (usage.equals(TACHE) && cible == null)) {
            throw new IllegalArgumentException("No link of usage " + usage + " with target " + cible);
        }
        String jeton = nouveauJeton();
        jdbc.sql("insert into lien_personnel (dossier, adresse, emploi, cible, empreinte, cree_le, expire_le)"
                        + " values (:dossier, :adresse, :emploi, :cible, :empreinte, :creeLe, :expireLe)")
                .param("dossier", Objects.requireNonNull(dossier))
                .param("adresse", Objects.requireNonNull(adresse))
                .param("emploi", usage)
                .param("cible", cible)
                .param("empreinte", empreinte(jeton))
                .param("creeLe", enBase(horloge.instant()))
                .param("expireLe", enBase(expire))
                .update();
        return adresseDuSite + chemin + jeton;
    }

    /** Makes a new link to where a dossier stands, valid for two years; see {@link #creer}. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String creerSuivi(String dossier, String adresse) {
        return creer(dossier, adresse, SUIVI, null, horloge.instant().plus(VALIDITE_DU_SUIVI));
    }

    /** Makes a new link by which an account gets its password, valid for two weeks; see {@link #creer}. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String creerMotDePasse(String compte, String adresse) {
        return creer(
                "compte:" + compte,
                adresse,
                MOT_DE_PASSE,
                compte,
                horloge.instant().plus(VALIDITE_DU_MOT_DE_PASSE));
    }

    /**
     * The link that a token opens.
     *
     * @param jeton last part of the address of a link, as somebody sent it
     * @return empty if it is null, malformed, unknown, made for another usage, revoked or expired: nobody learns which
     */
    public Optional<Lien> resoudre(String usage, String jeton) {
        if (jeton == null || !JETON.matcher(jeton).matches()) {
            return Optional.empty();
        }
        // Time spent comparing a hash tells nothing of the token: no need for a comparison in constant time.
        return jdbc.sql("select id, dossier, adresse, emploi, cible, expire_le from lien_personnel"
                        + " where empreinte = :empreinte and emploi = :emploi"
                        + " and revoque_le is null and expire_le > :maintenant")
                .param("empreinte", empreinte(jeton))
                .param("emploi", usage)
                .param("maintenant", enBase(horloge.instant()))
                .query(Liens::lire)
                .optional();
    }

    /** Makes a link invalid from now on; does nothing if it is unknown or invalid already. */
    public void revoquer(long id) {
        jdbc.sql("update lien_personnel set revoque_le = :maintenant where id = :id and revoque_le is null")
                .param("maintenant", enBase(horloge.instant()))
                .param("id", id)
                .update();
    }

    /**
     * Makes all links of a dossier invalid from now on.
     *
     * @return how many had not been revoked yet
     */
    public int revoquerTous(String dossier) {
        return jdbc.sql("update lien_personnel set revoque_le = :maintenant"
                        + " where dossier = :dossier and revoque_le is null")
                .param("maintenant", enBase(horloge.instant()))
                .param("dossier", dossier)
                .update();
    }

    /**
     * Whether somebody was given a link to this task, valid or not. Until the end of the transaction nobody else is told
     * so: a draft and the end of its task come one after the other.
     */
    boolean verrouiller(String tache) {
        return !jdbc.sql(
                        "select id from lien_personnel where cible = :tache and emploi = :emploi order by id for update")
                .param("tache", tache)
                .param("emploi", TACHE)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** The links made for a dossier, newest first, a hundred at most; empty when there is none. */
    public List<LienEtabli> duDossier(String dossier) {
        return jdbc.sql("select id, adresse, emploi, cible, cree_le, expire_le, revoque_le from lien_personnel"
                        + " where dossier = :dossier order by id desc fetch first 100 rows only")
                .param("dossier", dossier)
                .query(Liens::lireEtabli)
                .list();
    }

    private static LienEtabli lireEtabli(ResultSet ligne, int rang) throws SQLException {
        return new LienEtabli(
                ligne.getLong("id"),
                ligne.getString("adresse"),
                ligne.getString("emploi"),
                ligne.getString("cible"),
                Sql.instant(ligne, "cree_le"),
                Sql.instant(ligne, "expire_le"),
                Sql.instant(ligne, "revoque_le"));
    }

    private String nouveauJeton() {
        byte[] octets = new byte[OCTETS_DU_JETON];
        hasard.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static String empreinte(String jeton) {
        try {
            byte[] octets = jeton.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static OffsetDateTime enBase(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Lien lire(ResultSet ligne, int rang) throws SQLException {
        return new Lien(
                ligne.getLong("id"),
                ligne.getString("dossier"),
                ligne.getString("adresse"),
                ligne.getString("emploi"),
                ligne.getString("cible"),
                Sql.instant(ligne, "expire_le"));
    }
}
