package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrespondantsTest {

    private final List<String> alertes = new ArrayList<>();

    /** Knows one dossier, whose porteur has no address. */
    private final class SansAdresse implements CarnetDAdresses {

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
            alertes.add(dossier + " : " + alerte);
        }
    }

    private final Correspondants correspondants = new Correspondants(List.of(new SansAdresse()));

    @Test
    void unRoleQuePersonneNeConnaitNePasseSousSilenceNiLInvitationNiSesPieces() {
        assertThatThrownBy(() -> correspondants.joindre("porteu", "PTCE-0001", "tache"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("«\u00a0porteu\u00a0»");
        assertThatThrownBy(() -> correspondants.pieces("porteu", "PTCE-0001", "tache"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("«\u00a0porteu\u00a0»");
    }

    @Test
    void sansAdresseLeDossierLeDit() {
        assertThat(correspondants.joindre("porteur", "PTCE-0001", "tache")).isEmpty();
        assertThat(alertes)
                .containsExactly("PTCE-0001 : Aucun courriel envoyé : le dossier n’a pas d’adresse de contact.");
    }
}
