package fr.ptce.candidature.importation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.SansApplication;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the rows of an import once time has passed. */
class LotsTest {

    private static SansApplication pieces;

    @BeforeAll
    static void ouvrir() {
        pieces = new SansApplication(PourLesLots.class, Lots.class);
    }

    @AfterAll
    static void fermer() {
        pieces.close();
    }

    @Test
    void seulesLesAnalysesAnciennesJamaisLanceesSontOubliees() {
        JdbcClient jdbc = pieces.donner(JdbcClient.class);
        jdbc.sql("""
                        insert into campagne (code, nom, ouverture, fermeture, decoupage, seuil_divergence, cree_le)
                        values ('ESSAI', 'Appel', current_timestamp, dateadd(day, 1, current_timestamp), 2012, 2, current_timestamp)
                        """).update();
        long campagne = jdbc.sql("select id from campagne").query(Long.class).single();
        Lots lots = pieces.donner(Lots.class);
        long jamaisLancee = creer(lots, campagne);
        long lancee = creer(lots, campagne);
        long terminee = creer(lots, campagne);
        lots.marquerLance(lancee);
        lots.marquerLance(terminee);
        lots.marquerTermine(terminee);
        jdbc.sql("update import_lot set cree_le = :avant")
                .param(
                        "avant",
                        Timestamp.from(pieces.donner(Clock.class).instant().minus(Duration.ofDays(31))))
                .update();
        long recente = creer(lots, campagne);

        lots.oublierLesAnalysesAnciennes(campagne);

        assertThat(lots.deLaCampagne(campagne))
                .as("le rapport d’un import lancé se garde, celui d’une analyse sans suite s’oublie après trente jours")
                .extracting(LotDImport::id)
                .containsExactly(recente, terminee, lancee)
                .doesNotContain(jamaisLancee);
    }

    /** As the application has it. */
    static class PourLesLots {

        @Bean
        JdbcTemplate parEnvois(DataSource base) {
            return new JdbcTemplate(base);
        }
    }

    private static long creer(Lots lots, long campagne) {
        return lots.creer(campagne, "essai.csv", "empreinte", List.of(), "comite");
    }
}
