package fr.ptce.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On the database of production, the only one of the two that reads by lots. */
class LectureParLotsTest {

    private static final RowMapper<Integer> NOMBRE = (ligne, rang) -> ligne.getInt("n");

    /** The last row cannot be computed: only who reads by lots ever sees the first ones. */
    private static final String LA_DERNIERE_ECHOUE =
            "select n, 1 / (:derniere - n) as quotient from generate_series(1, :derniere) n";

    private static EmbeddedPostgres postgres;

    private final DataSource base = postgres.getPostgresDatabase();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(base);
    private final LectureParLots lecture = new LectureParLots(base, transactions);
    private final List<Integer> lues = new ArrayList<>();

    @BeforeAll
    static void demarrer() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void arreter() throws IOException {
        postgres.close();
    }

    @Test
    void chaqueLigneEstRemiseDansLOrdre() {
        lecture.parcourir(
                "select n from generate_series(1, :nombre) n order by n", Map.of("nombre", 1_234), NOMBRE, lues::add);

        assertThat(lues).isEqualTo(IntStream.rangeClosed(1, 1_234).boxed().toList());
    }

    @Test
    void lesPremieresLignesArriventAvantQueLesDernieresSoientLues() {
        assertThatThrownBy(this::lireJusquALEchec).isInstanceOf(DataAccessException.class);

        assertThat(lues).hasSize(2_000).startsWith(1, 2, 3);
    }

    @Test
    void deMemeDansLaTransactionDeLAppelant() {
        TransactionTemplate appelant = new TransactionTemplate(transactions);

        assertThatThrownBy(() -> appelant.executeWithoutResult(statut -> lireJusquALEchec()))
                .isInstanceOf(DataAccessException.class);

        assertThat(lues).hasSize(2_000);
    }

    @Test
    void ceQuiEstAppeleLitDansLaMemeTransaction() {
        JdbcClient jdbc = JdbcClient.create(base);
        List<String> enLectureSeule = new ArrayList<>();

        lecture.parcourir(
                "select 1 as n",
                Map.of(),
                NOMBRE,
                ligne -> enLectureSeule.add(jdbc.sql("show transaction_read_only")
                        .query(String.class)
                        .single()));

        assertThat(enLectureSeule).containsExactly("on");
    }

    private void lireJusquALEchec() {
        lecture.parcourir(LA_DERNIERE_ECHOUE, Map.of("derniere", 2_500), NOMBRE, lues::add);
    }
}
