package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.base.HeureDeParis;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The cost of deciding a day's reminders follows what is due, not what is open: 2,000 due tasks among 3,000 open ones and
 * among 100,000. {@code mvn test -Pbenchmark -Dtest=CoutDesRelances}.
 */
@Tag("benchmark")
@ApplicationDeTest
class CoutDesRelances {

    private static final int DUES = 2_000;
    private static final LocalDate JOUR = LocalDate.of(2013, 3, 26);

    @Autowired
    private PlanDesRelances plan;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NamedParameterJdbcTemplate lots;

    @Test
    void lesTachesDontLEcheanceEstLointaineNeCoutentRien() {
        inscrire("due", DUES, JOUR.plusDays(1));
        inscrire("peu", 1_000, JOUR.plusDays(200));
        mesurer();
        double peu = mesurer();
        inscrire("beaucoup", 97_000, JOUR.plusDays(200));
        mesurer();
        double beaucoup = mesurer();
        System.out.printf(
                Locale.ROOT,
                "%,d due tasks: %.0f ms among 3,000 open ones, %.0f ms among 100,000: x%.2f%n",
                DUES,
                peu,
                beaucoup,
                beaucoup / peu);
        assertThat(beaucoup / peu).isLessThan(2);
        assertThat(requetesParPage()).isLessThan(15);
    }

    private double requetesParPage() {
        int[] pages = {0};
        jdbc.sql("set query_statistics true").update();
        plan.prevoir(JOUR, page -> pages[0]++);
        int requetes = jdbc.sql("select sum(execution_count) from information_schema.query_statistics")
                .query(Integer.class)
                .single();
        jdbc.sql("set query_statistics false").update();
        double parPage = (double) requetes / pages[0];
        System.out.printf(Locale.ROOT, "%.1f queries for a page of 500 tasks%n", parPage);
        return parPage;
    }

    private double mesurer() {
        List<Double> durees = new ArrayList<>();
        for (int tour = 0; tour < 5; tour++) {
            int[] examinees = {0};
            long debut = System.nanoTime();
            plan.prevoir(JOUR, page -> examinees[0] += page.taches().size());
            durees.add((System.nanoTime() - debut) / 1e6);
            assertThat(examinees[0]).isEqualTo(DUES);
        }
        return durees.stream().sorted().toList().get(2);
    }

    private void inscrire(String prefixe, int nombre, LocalDate echeance) {
        OffsetDateTime fin = echeance.atTime(18, 0).atZone(HeureDeParis.ZONE).toOffsetDateTime();
        for (int debut = 0; debut < nombre; debut += 1_000) {
            int depart = debut;
            lots.batchUpdate(
                    "insert into tache_suivie (tache, processus, instance, element, nom, dossier, region, responsable,"
                            + " groupes, creee_le, echeance, rappels) values (:tache, 'candidature', :tache, 'element',"
                            + " 'Évaluer le dossier', :dossier, '53', 'pilote.bretagne', 'pilotes-53', :fin, :fin, 0)",
                    IntStream.range(depart, Math.min(depart + 1_000, nombre))
                            .mapToObj(rang -> new MapSqlParameterSource()
                                    .addValue("tache", prefixe + "-" + rang)
                                    .addValue("dossier", "PTCE-" + rang)
                                    .addValue("fin", fin))
                            .toArray(MapSqlParameterSource[]::new));
        }
        jdbc.sql("analyze").update();
    }
}
