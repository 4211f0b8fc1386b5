package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.ptce.base.Identifie;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelesDeLAccompagnementTest {

    private static final Set<EtatDuProjet> EN_MISSION = EnumSet.of(
            EtatDuProjet.DIAGNOSTIC,
            EtatDuProjet.PLAN,
            EtatDuProjet.PLAN_A_VALIDER,
            EtatDuProjet.SEANCES,
            EtatDuProjet.BILAN);

    @TestFactory
    Stream<DynamicTest> chaqueEtatSeRetrouveParSonIdentifiantEtSeLit() {
        return Stream.of(
                        etats(EtatAccompagnateur.values(), EtatAccompagnateur::de, EtatAccompagnateur::libelle),
                        etats(EtatDeLAnnee.values(), EtatDeLAnnee::de, EtatDeLAnnee::libelle),
                        etats(EtatDeMission.values(), EtatDeMission::de, EtatDeMission::libelle),
                        etats(EtatDuProjet.values(), EtatDuProjet::de, EtatDuProjet::libelle),
                        etats(EtatDuSeminaire.values(), EtatDuSeminaire::de, EtatDuSeminaire::libelle))
                .flatMap(etats -> etats);
    }

    private static <E extends Enum<E> & Identifie> Stream<DynamicTest> etats(
            E[] etats, Function<String, E> parId, Function<E, String> libelle) {
        String type = etats[0].getDeclaringClass().getSimpleName();
        Stream<DynamicTest> connus = Arrays.stream(etats)
                .map(etat -> DynamicTest.dynamicTest(type + " " + etat, () -> {
                    assertThat(parId.apply(etat.name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', '-')))
                            .isEqualTo(etat);
                    assertThat(libelle.apply(etat)).as("label").isNotBlank();
                    assertThat(Arrays.stream(etats).map(libelle)).as("labels").doesNotHaveDuplicates();
                }));
        return Stream.concat(
                connus, Stream.of(DynamicTest.dynamicTest(type + " inconnu", () -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> parId.apply("inconnu"))
                        .withMessageContaining(type))));
    }

    @Test
    void uneFicheAValiderSeVoitEtUneInscriteRassure() {
        assertThat(EtatAccompagnateur.A_VALIDER.badge()).isEqualTo("badge--attention");
        assertThat(EtatAccompagnateur.INSCRIT.badge()).isEqualTo("badge--succes");
        assertThat(EtatAccompagnateur.PARTI.badge()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EtatDuProjet.class)
    void unProjetEstFiniCloOuArreteEtEnMissionPendantLeTravail(EtatDuProjet etat) {
        assertThat(etat.fini()).isEqualTo(etat == EtatDuProjet.CLOS || etat == EtatDuProjet.ABANDONNE);
        assertThat(etat.enMission()).isEqualTo(EN_MISSION.contains(etat));
    }

    @ParameterizedTest
    @EnumSource(EtatDuProjet.class)
    void apresUneSuspensionLePlanQuiAttendaitSaValidationSeRelit(EtatDuProjet etat) {
        assertThat(etat.etape()).isEqualTo(etat == EtatDuProjet.PLAN_A_VALIDER ? EtatDuProjet.PLAN : etat);
    }

    @Test
    void chaqueReferenceSeLitDansLesCourriersEtLeMoteur() {
        assertThat(new Accompagnateur(42, EtatAccompagnateur.INSCRIT, null, null, null, null, null, null, null)
                        .reference())
                .isEqualTo("ACC-0042");
        assertThat(new Accompagnateurs.Ligne(12345, EtatAccompagnateur.INSCRIT, "Ada Exemple", null, "53", 2)
                        .reference())
                .isEqualTo("ACC-12345");
        assertThat(new AnneeRegionale(7, "53", 2027, EtatDeLAnnee.MOBILISATION, 3, null, null, null, null, null, null)
                        .reference())
                .isEqualTo("EXP-53-2027");
        assertThat(new Seminaire(
                                8,
                                "53",
                                2027,
                                1,
                                EtatDuSeminaire.A_FIXER,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                0,
                                null,
                                null,
                                null,
                                null)
                        .reference())
                .isEqualTo("SEM-0008");
    }

    @ParameterizedTest
    @CsvSource({
        ", false, sans réponse",
        ", true, sans réponse",
        "oui, false, vient",
        "oui, true, vient en remplacement",
        "non, false, ne vient pas",
        "non, true, ne vient pas",
        "remplace, false, remplacé par Basile Exemple"
    })
    void laReponseDUnInviteSeLitEnClair(String reponse, boolean remplacant, String clair) {
        assertThat(new Invite(
                                1,
                                2,
                                "Ada Exemple",
                                "ada@exemple.example",
                                remplacant,
                                reponse,
                                "Basile Exemple",
                                null,
                                null,
                                false,
                                null,
                                null,
                                null)
                        .reponseEnClair())
                .isEqualTo(clair);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "14, 0", "15, 0.5", "30, 0.5", "44, 0.5", "45, 1", "90, 1.5", "600, 10"})
    void leTempsDonneSArronditALaDemiHeure(long minutes, double heures) {
        assertThat(new Avancement.Case(
                                1, 1, "PTCE-0042", "Pôle", EtatDuProjet.SEANCES, null, null, 1, minutes, null, null)
                        .heures())
                .isEqualTo(heures);
        assertThat(new Avancement.Totaux(1, 1, 3, 1, minutes, null).heures()).isEqualTo(heures);
    }
}
