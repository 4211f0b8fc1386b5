package fr.ptce.candidature;

import fr.ptce.annuaire.Journal;
import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who reviews a dossier and what they say: two reviews by two different groups and two different people, a third one on
 * divergence, and never by somebody who declared a conflict of interest.
 */
@Service
public class Evaluations {

    /** Asked when no other group is left. */
    static final String GROUPE_NATIONAL = "pilotes-FR";

    private final JdbcClient jdbc;
    private final Clock horloge;
    private final Journal journal;

    Evaluations(JdbcClient jdbc, Clock horloge, Journal journal) {
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.journal = journal;
    }

    /**
     * Asks for reviews until the dossier has {@code nombre} of them, from the first groups of the list that are not
     * asked yet; without any, from the national pilots, with a warning in the journal.
     *
     * @return ids of the reviews that are asked for and not given
     */
    @Transactional
    public List<Long> demander(String dossier, int nombre, List<String> groupes) {
        while (duDossier(dossier).size() < nombre) {
            String groupe = groupeSuivant(dossier, groupes);
            jdbc.sql("""
                            insert into evaluation (dossier, rang, groupe, demandee_le)
                            values (:dossier, :rang, :groupe, :le)
                            """)
                    .param("dossier", dossier)
                    .param("rang", rangSuivant(dossier))
                    .param("groupe", groupe)
                    .param("le", Timestamp.from(horloge.instant()))
                    .update();
        }
        return duDossier(dossier).stream()
                .filter(evaluation -> !evaluation.rendue())
                .map(Evaluation::id)
                .toList();
    }

    /**
     * Somebody declares a conflict of interest: the review goes to the next group that was neither asked nor left.
     *
     * @return the group that is asked instead
     */
    @Transactional
    public String confierAUnAutreGroupe(long id, String utilisateur, String motif, List<String> groupes) {
        Evaluation evaluation = lire(id);
        jdbc.sql("""
                        insert into conflit_interets (dossier, utilisateur, groupe, motif, declare_le)
                        values (:dossier, :utilisateur, :groupe, :motif, :le)
                        """)
                .param("dossier", evaluation.dossier())
                .param("utilisateur", utilisateur)
                .param("groupe", evaluation.groupe())
                .param("motif", motif)
                .param("le", Timestamp.from(horloge.instant()))
                .update();
        String groupe = groupeSuivant(evaluation.dossier(), groupes);
        jdbc.sql("update evaluation set groupe = :groupe, relecteur = null where id = :id")
                .param("groupe", groupe)
                .param("id", id)
                .update();
        journal.consigner(
                evaluation.dossier(), "relecture", null, "Conflit d’intérêts déclaré : la relecture change de groupe.");
        return groupe;
    }

    /**
     * Somebody takes a review.
     *
     * @throws RelectureRefusee when they already review this dossier or declared a conflict of interest
     */
    @Transactional
    public void prendre(long id, String utilisateur) {
        Evaluation evaluation = lire(id);
        boolean dejaRelecteur = duDossier(evaluation.dossier()).stream()
                .anyMatch(autre -> autre.id() != id && utilisateur.equals(autre.relecteur()));
        if (dejaRelecteur) {
            throw new RelectureRefusee(
                    "Vous relisez déjà ce dossier : la seconde relecture revient à une autre personne.");
        }
        if (enConflit(evaluation.dossier(), utilisateur)) {
            throw new RelectureRefusee("Vous avez déclaré un conflit d’intérêts pour ce dossier.");
        }
        jdbc.sql("update evaluation set relecteur = :relecteur where id = :id")
                .param("relecteur", utilisateur)
                .param("id", id)
                .update();
    }

    /**
     * Writes a review; the fields are those of {@code evaluer-dossier.form}, already checked.
     *
     * @throws RelectureRefusee when it is given by somebody else than who took it and declared their interests
     */
    @Transactional
    void rendre(long id, String utilisateur, ChampsDuDossier champs) {
        Evaluation evaluation = lire(id);
        if (!Objects.equals(evaluation.relecteur(), utilisateur)) {
            throw new RelectureRefusee(
                    "Cette relecture revient à la personne qui l’a prise et a déclaré ses intérêts.");
        }
        jdbc.sql("""
                        update evaluation set note_territoire = :nt, commentaire_territoire = :ct,
                          note_cooperations = :nc, commentaire_cooperations = :cc,
                          note_economie = :ne, commentaire_economie = :ce,
                          recommandation = :recommandation, rendue_le = :le
                        where id = :id
                        """)
                .param("nt", champs.entier("note_territoire"))
                .param("ct", champs.texte("commentaire_territoire"))
                .param("nc", champs.entier("note_cooperations"))
                .param("cc", champs.texte("commentaire_cooperations"))
                .param("ne", champs.entier("note_economie"))
                .param("ce", champs.texte("commentaire_economie"))
                .param("recommandation", champs.texte("recommandation"))
                .param("le", Timestamp.from(horloge.instant()))
                .param("id", id)
                .update();
        journal.consigner(
                evaluation.dossier(),
                "relecture",
                evaluation.relecteur(),
                "Relecture n° " + evaluation.rang() + " rendue.");
    }

    /** Takes back the reviews asked for and not given: the dossier goes to another region. Those given stay. */
    @Transactional
    void annulerCellesQuiRestent(String dossier) {
        jdbc.sql("delete from evaluation where dossier = :dossier and rendue_le is null")
                .param("dossier", dossier)
                .update();
    }

    public Evaluation lire(long id) {
        return jdbc.sql("select * from evaluation where id = :id")
                .param("id", id)
                .query(Evaluations::ligne)
                .single();
    }

    /** The reviews asked for a dossier, by rank; at most three. */
    public List<Evaluation> duDossier(String dossier) {
        return jdbc.sql("select * from evaluation where dossier = :dossier order by rang")
                .param("dossier", dossier)
                .query(Evaluations::ligne)
                .list();
    }

    /** Whether this user declared a conflict of interest on this dossier, and therefore sees nothing of it. */
    public boolean enConflit(String dossier, String utilisateur) {
        return jdbc.sql("select count(*) from conflit_interets where dossier = :dossier and utilisateur = :utilisateur")
                        .param("dossier", dossier)
                        .param("utilisateur", utilisateur)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int rangSuivant(String dossier) {
        return 1 + duDossier(dossier).stream().mapToInt(Evaluation::rang).max().orElse(0);
    }

    private String groupeSuivant(String dossier, List<String> groupes) {
        Set<String> pris = new LinkedHashSet<>();
        duDossier(dossier).forEach(evaluation -> pris.add(evaluation.groupe()));
        pris.addAll(jdbc.sql("select groupe from conflit_interets where dossier = :dossier")
                .param("dossier", dossier)
                .query(String.class)
                .list());
        return groupes.stream()
                .filter(groupe -> !pris.contains(groupe))
                .findFirst()
                .orElseGet(() -> {
                    journal.consigner(
                            dossier,
                            "alerte",
                            null,
                            "Aucun autre groupe de relecture : les pilotes nationaux sont sollicités.");
                    return GROUPE_NATIONAL;
                });
    }

    static Evaluation ligne(ResultSet r, int rang) throws SQLException {
        return new Evaluation(
                r.getLong("id"),
                r.getString("dossier"),
                r.getInt("rang"),
                r.getString("groupe"),
                r.getString("relecteur"),
                r.getObject("note_territoire", Integer.class),
                r.getString("commentaire_territoire"),
                r.getObject("note_cooperations", Integer.class),
                r.getString("commentaire_cooperations"),
                r.getObject("note_economie", Integer.class),
                r.getString("commentaire_economie"),
                r.getString("recommandation"),
                Sql.instant(r, "demandee_le"),
                Sql.instant(r, "rendue_le"));
    }
}
