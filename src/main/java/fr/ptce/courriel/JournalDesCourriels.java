package fr.ptce.courriel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger: table {@code courriel}. Every write is a transaction of its own, whatever becomes of the caller's. */
@Component
class JournalDesCourriels {

    private static final int LIMITE = 200;
    private static final int LONGUEUR_ERREUR = 500;

    /** A personal link ends with a secret of 256 bits: at least 43 characters of base64url. */
    private static final Pattern SECRET = Pattern.compile("(https?://[^\\s\"'<>]*?[/=])[A-Za-z0-9_-]{40,}");

    private static final String COLONNES =
            "select id, dossier, destinataire, modele, objet, texte, html, etat, tentatives,"
                    + " derniere_erreur, cree_le, envoye_le, message_id from courriel ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JournalDesCourriels(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What is about to be written and sent. */
    record Brouillon(
            String cle,
            String dossier,
            String destinataire,
            String modele,
            String objet,
            String texte,
            String html,
            String messageId) {}

    /**
     * An attempt that has begun.
     *
     * @param incertain whether the attempt before may have left
     */
    record Tentative(long id, boolean incertain) {}

    /** A row as it has to be sent. */
    record AExpedier(CourrielEnvoye courriel, String messageId) {}

    /** Whether the e-mail of that key has left. */
    boolean estParti(String cle) {
        return etat(cle).filter(EtatCourriel.ENVOYE::equals).isPresent();
    }

    /**
     * Commits that an attempt begins. Empty when the e-mail has left already. After a failure the new content and address
     * replace the old ones (somebody may have corrected them); after a crash the old ones stay.
     */
    Optional<Tentative> commencer(Brouillon brouillon) {
        if (etat(brouillon.cle()).isEmpty()) {
            try {
                return transaction.execute(statut -> Optional.of(new Tentative(inserer(brouillon), false)));
            } catch (DuplicateKeyException e) {
                // Somebody else inserted the same key in between: go on as for any existing row.
                return reprendre(brouillon);
            }
        }
        return reprendre(brouillon);
    }

    /**
     * Holds the row's lock while {@code expedition} sends, then commits the result: accepted, or the reason of the failure
     * that it returned. Returns that reason.
     *
     * <p>The lock is what tells “under way” from “cut by a crash”: a second thread waits here, then finds the e-mail sent.
     * A wait longer than the database allows ends as Spring's {@code PessimisticLockingFailureException}: the job tries
     * again later.
     */
    Optional<String> conclure(Tentative tentative, Function<AExpedier, Optional<String>> expedition) {
        return transaction.execute(statut -> {
            AExpedier ligne = verrouiller(tentative.id());
            return switch (ligne.courriel().etat()) {
                case ENVOYE -> Optional.<String>empty();
                case ECHEC -> Optional.of("une autre tentative, au même moment, a échoué");
                case ENVOI -> {
                    Optional<String> erreur = expedition.apply(ligne);
                    marquer(ligne.courriel(), tentative, erreur.orElse(null));
                    yield erreur;
                }
            };
        });
    }

    /** Newest first, at most 200. */
    List<CourrielEnvoye> duDossier(String dossier) {
        return jdbc.sql(COLONNES + "where dossier = :dossier order by id desc fetch first " + LIMITE + " rows only")
                .param("dossier", dossier)
                .query((rs, rang) -> ligne(rs).courriel())
                .list();
    }

    /** The row of that number, if any. */
    Optional<CourrielEnvoye> lire(long id) {
        return jdbc.sql(COLONNES + "where id = :id")
                .param("id", id)
                .query((rs, rang) -> ligne(rs).courriel())
                .optional();
    }

    private Optional<EtatCourriel> etat(String cle) {
        return transaction.execute(statut -> jdbc.sql("select etat from courriel where cle = :cle")
                .param("cle", cle)
                .query(String.class)
                .optional()
                .map(EtatCourriel::duCode));
    }

    private long inserer(Brouillon b) {
        jdbc.sql("insert into courriel (cle, dossier, destinataire, modele, objet, texte, html, message_id, etat,"
                        + " tentatives, renvois, cree_le) values (:cle, :dossier, :destinataire, :modele, :objet, :texte,"
                        + " :html, :messageId, 'envoi', 1, 0, :maintenant)")
                .param("cle", b.cle())
                .param("dossier", b.dossier())
                .param("destinataire", b.destinataire())
                .param("modele", b.modele())
                .param("objet", b.objet())
                .param("texte", b.texte())
                .param("html", b.html())
                .param("messageId", b.messageId())
                .param("maintenant", maintenant())
                .update();
        return jdbc.sql("select id from courriel where cle = :cle")
                .param("cle", b.cle())
                .query(Long.class)
                .single();
    }

    private Optional<Tentative> reprendre(Brouillon brouillon) {
        return transaction.execute(statut -> {
            AExpedier ligne = verrouiller(brouillon.cle());
            long id = ligne.courriel().id();
            EtatCourriel etat = ligne.courriel().etat();
            if (etat == EtatCourriel.ENVOYE) {
                return Optional.<Tentative>empty();
            }
            if (etat == EtatCourriel.ECHEC) {
                remplacer(id, brouillon);
            }
            jdbc.sql("update courriel set etat = 'envoi', tentatives = tentatives + 1 where id = :id")
                    .param("id", id)
                    .update();
            return Optional.of(new Tentative(id, etat == EtatCourriel.ENVOI));
        });
    }

    private void remplacer(long id, Brouillon b) {
        jdbc.sql("update courriel set destinataire = :destinataire, objet = :objet, texte = :texte, html = :html"
                        + " where id = :id")
                .param("destinataire", b.destinataire())
                .param("objet", b.objet())
                .param("texte", b.texte())
                .param("html", b.html())
                .param("id", id)
                .update();
    }

    private void marquer(CourrielEnvoye courriel, Tentative tentative, String erreur) {
        jdbc.sql("update courriel set etat = :etat, derniere_erreur = :erreur, envoye_le = :envoyeLe,"
                        + " renvois = renvois + :renvoi, texte = :texte, html = :html where id = :id")
                .param("etat", (erreur == null ? EtatCourriel.ENVOYE : EtatCourriel.ECHEC).code())
                .param("erreur", abreger(erreur))
                .param("envoyeLe", erreur == null ? maintenant() : null)
                .param("renvoi", tentative.incertain() ? 1 : 0)
                .param("texte", sansSecret(courriel.texte()))
                .param("html", sansSecret(courriel.html()))
                .param("id", tentative.id())
                .update();
    }

    /** Only the recipient may hold a personal link: what stays here must not open the dossier. */
    private static String sansSecret(String contenu) {
        return SECRET.matcher(contenu).replaceAll("$1…");
    }

    private static String abreger(String erreur) {
        return erreur == null || erreur.length() <= LONGUEUR_ERREUR ? erreur : erreur.substring(0, LONGUEUR_ERREUR);
    }

    private AExpedier verrouiller(long id) {
        return jdbc.sql(COLONNES + "where id = :id for update")
                .param("id", id)
                .query((rs, rang) -> ligne(rs))
                .single();
    }

    private AExpedier verrouiller(String cle) {
        return jdbc.sql(COLONNES + "where cle = :cle for update")
                .param("cle", cle)
                .query((rs, rang) -> ligne(rs))
                .single();
    }

    private static OffsetDateTime maintenant() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    private static AExpedier ligne(ResultSet rs) throws SQLException {
        CourrielEnvoye courriel = new CourrielEnvoye(
                rs.getLong("id"),
                rs.getString("dossier"),
                rs.getString("destinataire"),
                rs.getString("modele"),
                rs.getString("objet"),
                rs.getString("texte"),
                rs.getString("html"),
                EtatCourriel.duCode(rs.getString("etat")),
                rs.getInt("tentatives"),
                rs.getString("derniere_erreur"),
                instant(rs, "cree_le"),
                instant(rs, "envoye_le"));
        return new AExpedier(courriel, rs.getString("message_id"));
    }

    private static Instant instant(ResultSet rs, String colonne) throws SQLException {
        OffsetDateTime moment = rs.getObject(colonne, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
