package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.annuaire.Groupes;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.DecisionsExpliquees.Explication;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has a review to give reads those of the others afterwards. */
class AvisVisiblesTest {

    private static final Evaluation CELUI_DE_BASILE = DossiersDEssai.rendue(1, "basile", "retenir", 4, 4, 4);
    private static final Evaluation CELUI_D_ANNE = DossiersDEssai.rendue(2, "anne", "ecarter", 1, 1, 1);
    private static final Agent ANNE = agent("anne", "pilotes-53");

    @Test
    void quiADonneSonAvisLitCeuxDesAutres() {
        AvisVisibles avis = new AvisVisibles(ANNE, List.of(CELUI_DE_BASILE, CELUI_D_ANNE));

        assertThat(avis.masques()).isFalse();
        assertThat(avis.montre(CELUI_DE_BASILE)).isTrue();
        assertThat(avis.evaluations()).containsExactly(CELUI_DE_BASILE, CELUI_D_ANNE);
    }

    @Test
    void quiDoitEncoreUnAvisNeLitQueLesSiens() {
        AvisVisibles avis =
                new AvisVisibles(ANNE, List.of(CELUI_DE_BASILE, CELUI_D_ANNE, DossiersDEssai.demandee(3, "anne")));

        assertThat(avis.masques()).isTrue();
        assertThat(avis.montre(CELUI_DE_BASILE)).isFalse();
        assertThat(avis.montre(CELUI_D_ANNE)).isTrue();
    }

    @Test
    void unAvisLibreDeSonGroupeEstPeutEtreLeSien() {
        List<Evaluation> evaluations = List.of(CELUI_DE_BASILE, DossiersDEssai.demandee(2, null));

        assertThat(new AvisVisibles(ANNE, evaluations).masques()).isTrue();
        assertThat(new AvisVisibles(agent("anne", "pilotes-75"), evaluations).masques())
                .isFalse();
    }

    @Test
    void unAvisPrisParUnAutreNeMasqueRien() {
        assertThat(new AvisVisibles(ANNE, List.of(CELUI_DE_BASILE, DossiersDEssai.demandee(2, "carole"))).masques())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {Groupes.COMITE, Groupes.ADMINISTRATION})
    void leComiteEtLesAdministrateursVoientTout(String groupe) {
        AvisVisibles avis =
                new AvisVisibles(agent("anne", groupe), List.of(CELUI_DE_BASILE, DossiersDEssai.demandee(2, "anne")));

        assertThat(avis.masques()).isFalse();
        assertThat(avis.montre(CELUI_DE_BASILE)).isTrue();
    }

    @Test
    void unAvisQuiNEstPasRenduNAPasDeNoteAMontrer() {
        Evaluation attendue = DossiersDEssai.demandee(1, "basile");

        assertThat(new AvisVisibles(ANNE, List.of(attendue)).montre(attendue)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"divergence", "proposition"})
    void uneDecisionTireeDesAvisResteMasquee(String table) {
        assertThat(masques().montre(explication(table))).isFalse();
        assertThat(devoiles().montre(explication(table))).isTrue();
    }

    @Test
    void lesAutresDecisionsSeVoientToujours() {
        assertThat(masques().montre(explication("recevabilite"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nombreEvaluations",
                "noteMoyenne",
                "ecart",
                "recommandationsOpposees",
                "avisEcarter",
                "avisFavorables",
                "proposition"
            })
    void uneVariableQuiResumeLesAvisResteMasquee(String variable) {
        assertThat(masques().montreLaVariable(variable))
                .as("« %s » est montré à qui n’a pas encore rendu son avis", variable)
                .isFalse();
        assertThat(devoiles().montreLaVariable(variable)).isTrue();
    }

    @Test
    void lesAutresVariablesSeVoientToujours() {
        assertThat(masques().montreLaVariable("region")).isTrue();
    }

    private static AvisVisibles masques() {
        return new AvisVisibles(ANNE, List.of(DossiersDEssai.demandee(1, "anne")));
    }

    private static AvisVisibles devoiles() {
        return new AvisVisibles(ANNE, List.of(CELUI_D_ANNE));
    }

    private static Agent agent(String id, String groupe) {
        return new Agent(id, Set.of(groupe), Set.of());
    }

    private static Explication explication(String decision) {
        return new Explication(decision, "Table", 1, Instant.EPOCH, "", "", "");
    }
}
