package fr.ptce.portail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.portail.Tableur.Colonne;
import fr.ptce.portail.Tableur.Feuille;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableurTest {

    private static final List<Colonne<Map.Entry<String, Integer>>> COLONNES = List.of(
            new Colonne<>("Région", Map.Entry::getKey),
            new Colonne<>("Projets", Map.Entry::getValue),
            new Colonne<>("Remarque", ligne -> null));

    @Test
    void chaqueCelluleEstSousSonTitre() throws IOException {
        Feuille feuille = Feuille.de("Projets", COLONNES, pour -> {
            pour.accept(Map.entry("Bretagne", 3));
            pour.accept(Map.entry("=Corse", 0));
        });
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        Tableur.csv(feuille, sortie);
        assertThat(sortie.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffRégion;Projets;Remarque\r\nBretagne;3;\r\n'=Corse;0;\r\n");
    }

    @Test
    void uneLigneQuiNAPasUneCelluleParTitreNEstPasEcrite() {
        Feuille feuille =
                new Feuille("Décalée", List.of("Région", "Projets"), pour -> pour.accept(List.of("53", "Pôle", 3)));
        assertThatThrownBy(() -> Tableur.csv(feuille, new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("3 cells under the 2 titles of Décalée");
        assertThatThrownBy(() -> Tableur.xlsx(List.of(feuille), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[Région, Projets]");
    }
}
