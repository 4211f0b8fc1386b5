package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelesDesRelancesTest {

    @Test
    void uneTacheEstExterneQuandElleAttendQuelquUnDuDehors() {
        assertThat(TachesDEssai.tache("i", "53", "porteur", null, List.of()).externe())
                .isTrue();
        assertThat(TachesDEssai.tache("i", "53", null, "anne", List.of()).externe())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "rappel, false, false",
        "dernier-rappel, false, false",
        "affectation, false, false",
        "remise, true, false",
        "escalade-responsable, true, true",
        "escalade-groupe, true, true",
        "escalade-comite, true, true"
    })
    void leMoteurApprendLesEscaladesEtLesRemises(String nature, boolean aConclure, boolean escalade) {
        TacheSuivie tache = TachesDEssai.tache("t1", "PTCE-0042");
        RelancePrevue prevue = new RelancePrevue(
                tache, nature, "anne", false, "relance/rappel", "En retard.", LocalDate.of(2026, 3, 25));
        Relances.Ligne ligne =
                new Relances.Ligne(1, "t1", "PTCE-0042", "anne", false, nature, "En retard.", "relance/rappel");

        assertThat(prevue.aConclure()).isEqualTo(aConclure);
        assertThat(ligne.escalade()).isEqualTo(escalade);
    }

    @Test
    void uneAbsenceASaReferenceDansLeMoteur() {
        assertThat(AbsenceProcess.reference(42)).isEqualTo("absence-42");
    }

    @Test
    void chaqueTacheRecoitLAdresseDeSonDossierEtCelleDUnDossierSansAdresseEstAbsente() {
        Set<String> demandes = new HashSet<>();

        Map<String, String> adresses = CarnetDAdresses.parTache(
                List.of(
                        TachesDEssai.tache("t1", "PTCE-0001"),
                        TachesDEssai.tache("t2", "PTCE-0001"),
                        TachesDEssai.tache("t3", "PTCE-0002")),
                dossiers -> {
                    demandes.addAll(dossiers);
                    return Map.of("PTCE-0001", "camille@tisserands.example");
                });

        assertThat(adresses)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("t1", "camille@tisserands.example", "t2", "camille@tisserands.example"));
        assertThat(demandes).containsExactlyInAnyOrder("PTCE-0001", "PTCE-0002");
    }

    @Test
    void uneInvitationNAPasDePieceJointeQuandLeRoleNEnDonnePas() {
        CarnetDAdresses carnet = new CarnetDAdresses() {
            @Override
            public String role() {
                return "porteur";
            }

            @Override
            public Optional<Correspondant> correspondant(String dossier, String tache) {
                return Optional.empty();
            }

            @Override
            public Map<String, String> adresses(Collection<TacheSuivie> taches) {
                return Map.of();
            }

            @Override
            public void signaler(String dossier, String alerte) {
                throw new AssertionError("Nobody is told: " + alerte);
            }
        };

        assertThat(carnet.pieces("PTCE-0001", "t1")).isEmpty();
    }
}
