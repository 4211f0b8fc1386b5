package fr.ptce.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.annuaire.LecteurCsv;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

/**
 * Whoever asks without an account is slowed down: each address that {@code moteur/portes.csv} opens to everybody, a list
 * that is complete ({@code PortesTest}), is under the limits of rate and of size.
 */
class LimitesDesPagesPubliquesTest {

    /** The login counts by itself ({@code LimiteDesConnexions}), probes are frequent, and production has no mail catcher. */
    private static final Set<String> AILLEURS = Set.of("connexion", "actuator", "courriels");

    @Test
    void chaqueAdresseOuverteATousALesDeuxLimites() {
        ConfigurationDuPortail configuration = new ConfigurationDuPortail();
        for (FilterRegistrationBean<?> limite : List.of(
                configuration.limiteDeDebit(new ReglagesDesLimites(1, 1, 1)), configuration.tailleDesReponses())) {
            assertThat(ouvertesATous().filter(adresse -> !couverte(limite.getUrlPatterns(), adresse)))
                    .as(
                            "adresses ouvertes à tous que %s ne limite pas (ConfigurationDuPortail)",
                            limite.getFilter().getClass().getSimpleName())
                    .isEmpty();
        }
    }

    private static Stream<String> ouvertesATous() {
        List<String> adresses = LecteurCsv.lire("moteur/portes.csv", ligne -> ligne).stream()
                .filter(ligne -> List.of(ligne.get("ouverte à"), ligne.get("introuvable pour"))
                        .contains("tous"))
                .map(ligne -> ligne.get("adresse"))
                .filter(adresse -> !AILLEURS.contains(adresse.split("/", -1)[1]))
                .distinct()
                .toList();
        assertThat(adresses).as("adresses ouvertes à tous").hasSizeGreaterThan(20);
        return adresses.stream();
    }

    /** As a servlet container understands its patterns. */
    private static boolean couverte(Collection<String> motifs, String adresse) {
        return motifs.stream()
                .anyMatch(motif -> motif.endsWith("/*")
                        ? (adresse + "/").startsWith(motif.substring(0, motif.length() - 1))
                        : adresse.equals(motif.isEmpty() ? "/" : motif));
    }
}
