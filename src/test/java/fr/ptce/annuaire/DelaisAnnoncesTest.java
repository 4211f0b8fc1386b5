package fr.ptce.annuaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.moteur.Modeles;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The delays that porteurs read on their page are those of the diagrams. When one of these changes, change the sentence in
 * {@code CheminDuPorteur} or in the {@link SuiteDeLInitiative} of the room too.
 */
class DelaisAnnoncesTest {

    @ParameterizedTest
    @CsvSource({
        "candidature/candidature, userTask_completerDossier, 15",
        "candidature/candidature, userTask_confirmerIrrecevabilite, 5",
        // 13 days for a review: these two, one after the other.
        "candidature/candidature, userTask_declarerInterets, 3",
        "candidature/candidature, userTask_evaluerDossier, 10",
        "candidature/candidature, userTask_decider, 10",
        "candidature/candidature, userTask_reexaminer, 15",
        "besoins/questionnaire-besoins, userTask_recueillir, 10",
        "besoins/questionnaire-besoins, userTask_qualifier, 10",
        "accompagnement/accompagnement-projet, userTask_affecter, 10",
        "accompagnement/accompagnement-projet, userTask_repondreMission, 5",
        "accompagnement/accompagnement-projet, userTask_diagnostic, 20",
        "accompagnement/accompagnement-projet, userTask_plan, 15",
        "accompagnement/accompagnement-projet, userTask_validerPlan, 10",
        "accompagnement/accompagnement-projet, userTask_bilan, 15",
        "accompagnement/accompagnement-projet, userTask_clore, 10",
        "monographie/monographie, userTask_rediger, 40",
        "monographie/monographie, userTask_relirePole, 15",
        "monographie/monographie, userTask_relirePilote, 15",
        "monographie/monographie, userTask_corriger, 15",
        "monographie/monographie, userTask_valider, 20"
    })
    void sontCeuxDesDiagrammes(String diagramme, String tache, int jours) {
        UserTask trouvee = Modeles.diagrammes().stream()
                .filter(candidat -> candidat.toString().equals(diagramme + ".bpmn"))
                .findFirst()
                .orElseThrow()
                .modele()
                .getModelElementById(tache);

        assertThat(trouvee).as("%s dans %s.bpmn", tache, diagramme).isNotNull();
        assertThat(trouvee.getCamundaDueDate())
                .as("échéance de %s dans %s.bpmn", tache, diagramme)
                .isEqualTo("${joursOuvres.echeance(" + jours + ", region)}");
    }
}
