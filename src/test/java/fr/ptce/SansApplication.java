package fr.ptce;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.base.HeureDeParis;
import fr.ptce.base.LectureParLots;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Some classes of the application on a database of their own, with its migrations: neither engine, nor web, nor anything
 * else that the test does not ask for. The clock stands still.
 */
public final class SansApplication implements AutoCloseable {

    private static final Clock HORLOGE = Clock.fixed(Instant.parse("2027-03-24T09:00:00Z"), HeureDeParis.ZONE);

    private final AnnotationConfigApplicationContext contexte = new AnnotationConfigApplicationContext();

    /** @param classes those that the test asks for, and those that they need */
    public SansApplication(Class<?>... classes) {
        DataSource base = base();
        contexte.registerBean(DataSource.class, () -> base);
        contexte.registerBean(JdbcClient.class, () -> JdbcClient.create(base));
        contexte.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(base));
        contexte.registerBean(Clock.class, () -> HORLOGE);
        contexte.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        contexte.register(LectureParLots.class);
        contexte.register(classes);
        contexte.refresh();
    }

    private static DataSource base() {
        String adresse = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        DataSource base = new DriverManagerDataSource(adresse, "sa", "");
        Flyway.configure()
                .dataSource(base)
                .placeholders(Map.of("blob", "blob"))
                .load()
                .migrate();
        return base;
    }

    public <T> T donner(Class<T> type) {
        return contexte.getBean(type);
    }

    /** Forgets the database. */
    @Override
    public void close() {
        donner(JdbcClient.class).sql("shutdown").update();
        contexte.close();
    }
}
