package fr.ptce.base;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads long lists 500 rows at a time. PostgreSQL sends the whole answer at once unless the statement has a fetch size
 * and runs in a transaction (pgJDBC, "Getting results based on a cursor"): both are seen to here, and the rule of the
 * house is that no list is read as a stream elsewhere.
 */
@Component
public class LectureParLots {

    private static final int LOT = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    LectureParLots(DataSource base, PlatformTransactionManager transactions) {
        JdbcTemplate modele = new JdbcTemplate(base);
        modele.setFetchSize(LOT);
        this.jdbc = JdbcClient.create(modele);
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    /**
     * Hands every row, in the order of the query, one at a time: the list is never held in memory. What is called runs in
     * the transaction of the query, that of the caller if there is one; what it throws ends the reading.
     *
     * @param requete with the parameters named {@code :so}
     * @param parametres by name, values may be null
     */
    public <L> void parcourir(
            String requete, Map<String, ?> parametres, RowMapper<L> lecture, Consumer<? super L> pour) {
        transaction.executeWithoutResult(statut -> {
            try (Stream<L> lignes = jdbc.sql(requete).params(parametres).query(lecture).stream()) {
                lignes.forEach(pour);
            }
        });
    }
}
