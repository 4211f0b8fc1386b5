package fr.ptce.pilotage;

import fr.ptce.annuaire.Journal;
import fr.ptce.base.HeureDeParis;
import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to a dossier, as far as it concerns whoever works with its initiative without being a pilot. Names
 * nobody: reviews, comments, alerts, corrections and what pilots wrote about needs or an accompaniment stay among pilots.
 */
@Component
class FaitsDuDossier {

    /** One thing that happened on a day, in a French sentence. */
    record Fait(LocalDate jour, String texte) {}

    /** Kinds of events whose sentence nobody types: it is one of ours and names nobody. */
    private static final Set<String> POUR_TOUS = Set.of("depot", "etat", "complements");

    private static final int MAXIMUM_DE_SEANCES = 100;

    private final Journal journal;
    private final JdbcClient jdbc;

    FaitsDuDossier(Journal journal, JdbcClient jdbc) {
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /** Newest first; empty for an unknown dossier. */
    List<Fait> de(String numero) {
        List<Fait> faits = new ArrayList<>();
        journal.duDossier(numero).stream()
                .filter(evenement -> POUR_TOUS.contains(evenement.nature()))
                .forEach(evenement -> faits.add(new Fait(jour(evenement.le()), evenement.libelle())));
        ajouterLesQuestionnaires(numero, faits);
        ajouterLAccompagnement(numero, faits);
        ajouterLesSeances(numero, faits);
        faits.sort(Comparator.comparing(Fait::jour));
        Collections.reverse(faits);
        return faits;
    }

    /** By their dates rather than the journal, whose sentences end with the reason that an agent typed. */
    private void ajouterLesQuestionnaires(String numero, List<Fait> faits) {
        jdbc.sql("select ouvert_le, repondu_le, qualifie_le from questionnaire where initiative = :numero order by id")
                .param("numero", numero)
                .query((r, rang) -> {
                    ajouter(faits, jour(r, "ouvert_le"), "Questionnaire sur les besoins ouvert.");
                    ajouter(faits, jour(r, "repondu_le"), "Questionnaire sur les besoins rempli.");
                    ajouter(faits, jour(r, "qualifie_le"), "Besoins qualifiés.");
                    return rang;
                })
                .list();
    }

    private void ajouterLAccompagnement(String numero, List<Fait> faits) {
        jdbc.sql("select ouvert_le, diagnostic_le, plan_valide_le, bilan_le, avis_le, clos_le"
                        + " from accompagnement_projet where initiative = :numero order by id")
                .param("numero", numero)
                .query((r, rang) -> {
                    ajouter(faits, jour(r, "ouvert_le"), "Accompagnement ouvert.");
                    ajouter(faits, r.getObject("diagnostic_le", LocalDate.class), "Diagnostic partagé établi.");
                    ajouter(faits, jour(r, "plan_valide_le"), "Plan d’accompagnement validé.");
                    ajouter(faits, jour(r, "bilan_le"), "Bilan de l’accompagnement dressé.");
                    ajouter(faits, jour(r, "avis_le"), "Avis du porteur reçu.");
                    ajouter(faits, jour(r, "clos_le"), "Accompagnement terminé.");
                    return rang;
                })
                .list();
    }

    private void ajouterLesSeances(String numero, List<Fait> faits) {
        jdbc.sql("select s.tenue_le from seance s join accompagnement_projet p on p.id = s.projet"
                        + " where p.initiative = :numero order by s.tenue_le desc limit :maximum")
                .param("numero", numero)
                .param("maximum", MAXIMUM_DE_SEANCES)
                .query(LocalDate.class)
                .list()
                .forEach(jour -> ajouter(faits, jour, "Séance d’accompagnement."));
    }

    private static void ajouter(List<Fait> faits, LocalDate jour, String texte) {
        if (jour != null) {
            faits.add(new Fait(jour, texte));
        }
    }

    private static LocalDate jour(ResultSet ligne, String colonne) throws SQLException {
        Instant moment = Sql.instant(ligne, colonne);
        return moment == null ? null : jour(moment);
    }

    private static LocalDate jour(Instant moment) {
        return LocalDate.ofInstant(moment, HeureDeParis.ZONE);
    }
}
