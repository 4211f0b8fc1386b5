package fr.ptce.besoins;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.SansApplication;
import fr.ptce.annuaire.BesoinsQualifies.BesoinsDUneInitiative;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which initiatives of a region the experimentation may choose among. */
class BesoinsDesQuestionnairesTest {

    private static SansApplication pieces;

    @BeforeAll
    static void ouvrir() {
        pieces = new SansApplication(BesoinsDesQuestionnaires.class, Initiatives.class);
    }

    @AfterAll
    static void fermer() {
        pieces.close();
    }

    @Test
    void seulesLesInitiativesQualifieesVolontairesEtEncoreAuProgrammeSontProposees() {
        inscrire("PTCE-Q1", "53", "qualifie", "oui", true);
        inscrire("PTCE-Q2", "53", "qualifie", "a-discuter", true);
        inscrire("PTCE-Q3", "53", "qualifie", "non", true);
        inscrire("PTCE-Q4", "53", "a-qualifier", "oui", true);
        inscrire("PTCE-Q5", "53", "qualifie", "oui", false);
        inscrire("PTCE-Q6", "82", "qualifie", "oui", true);
        inscrire("PTCE-Q7", "53", "qualifie", "oui", true);
        pieces.donner(Initiatives.class).retirer("PTCE-Q7");

        assertThat(pieces.donner(BesoinsDesQuestionnaires.class).pretesAExperimenter("53"))
                .as(
                        "PTCE-Q3 ne veut pas, Q4 n’est pas qualifiée, Q5 a un questionnaire plus récent, Q6 est ailleurs, Q7"
                                + " s’est retirée")
                .extracting(BesoinsDUneInitiative::initiative)
                .containsExactly("PTCE-Q1", "PTCE-Q2");
    }

    private static void inscrire(String numero, String region, String etat, String experimentation, boolean courant) {
        pieces.donner(Initiatives.class)
                .inscrire(new Initiative(
                        numero, "ESSAI", "Pôle", region, List.of(), "en-projet", null, null, null, null));
        pieces.donner(JdbcClient.class)
                .sql("""
                        insert into questionnaire (initiative, courant, version, etat, ouvert_le, stade, experimentation, priorite)
                        values (:numero, :courant, 'essai', :etat, current_timestamp, 'emergence', :experimentation, 'haute')
                        """)
                .param("numero", numero)
                .param("courant", courant)
                .param("etat", etat)
                .param("experimentation", experimentation)
                .update();
    }
}
