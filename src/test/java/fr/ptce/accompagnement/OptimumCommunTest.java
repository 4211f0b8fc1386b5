package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimumCommunTest {

    /** @param scores of the persons 1, 2, 3 for each project, {@code -} for one who cannot be chosen */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
                    le meilleur est choisi;                        40 90 10;            1 1 1; A=2
                    le pire score vaut mieux que personne;         0;                   1;     A=1
                    une personne d’une place sert le projet qui perdrait le plus; 90 80, 85 20; 1 1; A=2 B=1
                    une personne de deux places sert deux projets; 90 80, 85 20;        2 1;   A=1 B=1
                    deux places ne suffisent pas à trois projets;  90, 50, 70;          2;     A=1 C=1
                    un projet de plus vaut mieux que cent points;  100 1, 100 -;        1 1;   A=2 B=1
                    un projet sans personne n’a rien;              50, -;               1;     A=1
                    """)
    void leChoixEstLeMeilleurPourTousLesProjetsEnsemble(String cas, String scores, String places, String choix) {
        assertThat(OptimumCommun.choisir(scores(scores), places(places))).isEqualTo(choix(choix));
    }

    @Test
    void sansProjetPersonneNEstChoisi() {
        assertThat(OptimumCommun.choisir(new TreeMap<String, SortedMap<Long, Integer>>(), Map.of(1L, 1)))
                .isEmpty();
    }

    @Test
    void entreDeuxChoixEgauxLeMemeRevientToujours() {
        Map<String, Long> premier = OptimumCommun.choisir(scores("50 50 50, 50 50 50"), places("1 1 1"));

        assertThat(premier).hasSize(2);
        assertThat(OptimumCommun.choisir(scores("50 50 50, 50 50 50"), places("1 1 1")))
                .isEqualTo(premier);
    }

    private static SortedMap<String, SortedMap<Long, Integer>> scores(String lignes) {
        SortedMap<String, SortedMap<Long, Integer>> scores = new TreeMap<>();
        char projet = 'A';
        for (String ligne : lignes.split(", ", -1)) {
            SortedMap<Long, Integer> parPersonne = new TreeMap<>();
            long personne = 1;
            for (String score : ligne.strip().split(" ", -1)) {
                if (!"-".equals(score)) {
                    parPersonne.put(personne, Integer.valueOf(score));
                }
                personne++;
            }
            scores.put(String.valueOf(projet++), parPersonne);
        }
        return scores;
    }

    private static Map<Long, Integer> places(String nombres) {
        Map<Long, Integer> places = new TreeMap<>();
        long personne = 1;
        for (String nombre : nombres.split(" ", -1)) {
            places.put(personne++, Integer.valueOf(nombre));
        }
        return places;
    }

    private static Map<String, Long> choix(String paires) {
        Map<String, Long> choix = new TreeMap<>();
        for (String paire : paires.split(" ", -1)) {
            choix.put(paire.substring(0, 1), Long.valueOf(paire.substring(2)));
        }
        return choix;
    }
}
