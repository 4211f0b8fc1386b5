package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.SansApplication;
import fr.ptce.annuaire.Journal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which call the public pages offer. */
class CampagneCouranteTest {

    private SansApplication pieces;
    private Instant maintenant;

    @BeforeEach
    void ouvrir() {
        pieces = new SansApplication(Journal.class);
        maintenant = pieces.donner(Clock.class).instant();
    }

    @AfterEach
    void fermer() {
        pieces.close();
    }

    @Test
    void deDeuxAppelsOuvertsCEstCeluiQuiFermeLePremier() {
        creer("LOIN", -20, 60);
        creer("PROCHE", -10, 5);
        creer("FERME", -30, -1);
        creer("FUTUR", 1, 2);

        assertThat(courante()).as("appel que montre le site").isEqualTo("PROCHE");
    }

    @Test
    void sansAppelOuvertCEstLeProchain() {
        creer("FERME", -30, -1);
        creer("APRES", 20, 40);
        creer("BIENTOT", 3, 30);

        assertThat(courante()).as("appel que montre le site").isEqualTo("BIENTOT");
    }

    /** Reading a call needs no process. */
    private String courante() {
        return new Campagnes(pieces.donner(JdbcClient.class), pieces.donner(Clock.class), null)
                .courante()
                .map(Campagne::code)
                .orElse(null);
    }

    private void creer(String code, int ouvertureEnJours, int fermetureEnJours) {
        pieces.donner(JdbcClient.class)
                .sql("""
                        insert into campagne (code, nom, ouverture, fermeture, decoupage, seuil_divergence, cree_le)
                        values (:code, 'Appel', :ouverture, :fermeture, 2012, 2, current_timestamp)
                        """)
                .param("code", code)
                .param("ouverture", dans(ouvertureEnJours))
                .param("fermeture", dans(fermetureEnJours))
                .update();
    }

    private Timestamp dans(int jours) {
        return Timestamp.from(maintenant.plus(Duration.ofDays(jours)));
    }
}
