package fr.ptce.delais;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A duration is heard however it is said. */
class DureesDitesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            un délai de deux (2) mois               | 2 mois
            sous 45 jours                           | 45 jours
            quinze jours ouvrés                     | 15 jours ouvrés
            une quinzaine de jours                  | 15 jours
            dans la quinzaine                       | 15 jours
            vous répondez sous huitaine             | 8 jours
            dans les trois prochaines semaines      | 3 semaines
            dans un an                              | 1 ans
            à 8 h                                   | 8 h
            """)
    void uneDureeSEntendQuelleQueSoitSaFormule(String texte, String duree) {
        assertThat(DureesDites.dans(texte)).singleElement().satisfies(dite -> assertThat(
                        dite.duree().memeQue(Duree.lire(duree)))
                .as("%s, heard as %s", texte, dite.duree())
                .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"choisissez un jour", "la région 45", "les trois projets", "les mois passent"})
    void ceQuiNEnEstPasUneNEnEstPasUne(String texte) {
        assertThat(DureesDites.dans(texte)).isEmpty();
    }
}
