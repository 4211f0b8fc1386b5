package fr.ptce.courriel;

import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
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

    private static final String COLONNES = "id, dossier, destinataire, modele, objet, texte, html, etat, tentatives,"
            + " derniere_erreur, cree_le, envoye_le";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock horloge;

    JournalDesCourriels(JdbcClient jdbc, PlatformTransactionManager transactions, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
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
            String messageId,
            String reglages) {}

    /**
     * An attempt that has begun.
     *
     * @param incertain whether the attempt before may have left
     */
    record Tentative(long id, boolean incertain) {}

    /**
     * A row as it has to be sent.
     *
     * @param reglages page of settings, or {@code null}
     * @param suspension why the recipient's address is suspended, or {@code null}
     */
    record AExpedier(CourrielEnvoye courriel, String messageId, String reglages, String suspension) {}

    /**
     * How an attempt ended.
     *
     * @param raison {@code null} when the e-mail left
     */
    record Issue(EtatCourriel etat, String raison) {

        static Issue envoye() {
            return new Issue(EtatCourriel.ENVOYE, null);
        }

        static Issue echec(String raison) {
            return new Issue(EtatCourriel.ECHEC, raison);
        }

        static Issue refuse(String raison) {
            return new Issue(EtatCourriel.REFUSE, raison);
        }
    }

    /** Where the e-mails of those keys stand; unknown keys are absent. One query, none for an empty collection. */
    Map<String, EtatCourriel> etats(Collection<String> cles) {
        if (cles.isEmpty()) {
            return Map.of();
        }
        Map<String, EtatCourriel> etats = new HashMap<>();
        transaction.executeWithoutResult(statut -> jdbc.sql("select cle, etat from courriel where cle in (:cles)")
                .param("cles", cles)
                .query((RowCallbackHandler)
                        rs -> etats.put(rs.getString("cle"), EtatCourriel.duCode(rs.getString("etat")))));
        return etats;
    }

    /**
     * Commits that an attempt begins. Empty when the e-mail is in a final state already. After a failure the new content
     * and address replace the old ones (somebody may have corrected them); after a crash the old ones stay.
     *
     * @param connu whether the key was in the ledger a moment ago
     */
    Optional<Tentative> commencer(Brouillon brouillon, boolean connu) {
        if (!connu) {
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
     * Holds the row's lock while {@code expedition} sends, then commits how it ended. Returns the reason when the e-mail
     * has to be tried again.
     *
     * <p>The lock is what tells “under way” from “cut by a crash”: a second thread waits here, then finds the e-mail sent.
     * A wait longer than the database allows ends as Spring's {@code PessimisticLockingFailureException}: the job tries
     * again later.
     */
    Optional<String> conclure(Tentative tentative, Function<AExpedier, Issue> expedition) {
        return transaction.execute(statut -> {
            AExpedier ligne = verrouiller("id", tentative.id());
            return switch (ligne.courriel().etat()) {
                case ENVOYE, REFUSE -> Optional.<String>empty();
                case ECHEC -> Optional.of("une autre tentative, au même moment, a échoué");
                case ENVOI -> {
                    Issue issue = expedition.apply(ligne);
                    marquer(ligne.courriel(), tentative, issue);
                    yield issue.etat().estFinal() ? Optional.<String>empty() : Optional.of(issue.raison());
                }
            };
        });
    }

    /** Newest first, at most 200. */
    List<CourrielEnvoye> duDossier(String dossier) {
        return jdbc.sql("select " + COLONNES + " from courriel where dossier = :dossier order by id desc fetch first "
                        + LIMITE + " rows only")
                .param("dossier", dossier)
                .query((rs, rang) -> ligne(rs))
                .list();
    }

    /** The row of that number, if any. */
    Optional<CourrielEnvoye> lire(long id) {
        return jdbc.sql("select " + COLONNES + " from courriel where id = :id")
                .param("id", id)
                .query((rs, rang) -> ligne(rs))
                .optional();
    }

    private long inserer(Brouillon b) {
        KeyHolder numero = new GeneratedKeyHolder();
        jdbc.sql("insert into courriel (cle, dossier, destinataire, modele, objet, texte, html, message_id, reglages,"
                        + " etat, tentatives, renvois, cree_le) values (:cle, :dossier, :destinataire, :modele, :objet,"
                        + " :texte, :html, :messageId, :reglages, 'envoi', 1, 0, :maintenant)")
                .param("cle", b.cle())
                .param("dossier", b.dossier())
                .param("destinataire", b.destinataire())
                .param("modele", b.modele())
                .param("objet", b.objet())
                .param("texte", b.texte())
                .param("html", b.html())
                .param("messageId", b.messageId())
                .param("reglages", b.reglages())
                .param("maintenant", maintenant())
                .update(numero, "id");
        return numero.getKeyAs(Long.class);
    }

    private Optional<Tentative> reprendre(Brouillon brouillon) {
        return transaction.execute(statut -> {
            AExpedier ligne = verrouiller("cle", brouillon.cle());
            long id = ligne.courriel().id();
            EtatCourriel etat = ligne.courriel().etat();
            if (etat.estFinal()) {
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
        jdbc.sql("update courriel set destinataire = :destinataire, objet = :objet, texte = :texte, html = :html,"
                        + " reglages = :reglages where id = :id")
                .param("reglages", b.reglages())
                .param("destinataire", b.destinataire())
                .param("objet", b.objet())
                .param("texte", b.texte())
                .param("html", b.html())
                .param("id", id)
                .update();
    }

    private void marquer(CourrielEnvoye courriel, Tentative tentative, Issue issue) {
        jdbc.sql("update courriel set etat = :etat, derniere_erreur = :erreur, envoye_le = :envoyeLe,"
                        + " renvois = renvois + :renvoi, texte = :texte, html = :html where id = :id")
                .param("etat", issue.etat().code())
                .param("erreur", issue.raison() == null ? null : UneLigne.de(issue.raison(), LONGUEUR_ERREUR))
                .param("envoyeLe", issue.etat() == EtatCourriel.ENVOYE ? maintenant() : null)
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

    /** @param colonne {@code id} or {@code cle} */
    private AExpedier verrouiller(String colonne, Object valeur) {
        return jdbc.sql("select " + COLONNES + ", message_id, reglages, (select motif from adresse_suspendue"
                        + " where adresse = lower(courriel.destinataire)) as suspension"
                        + " from courriel where " + colonne + " = :valeur for update")
                .param("valeur", valeur)
                .query((rs, rang) -> new AExpedier(
                        ligne(rs), rs.getString("message_id"), rs.getString("reglages"), rs.getString("suspension")))
                .single();
    }

    private OffsetDateTime maintenant() {
        return horloge.instant().atOffset(ZoneOffset.UTC);
    }

    private static CourrielEnvoye ligne(ResultSet rs) throws SQLException {
        return new CourrielEnvoye(
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
                Sql.instant(rs, "cree_le"),
                Sql.instant(rs, "envoye_le"));
    }
}
