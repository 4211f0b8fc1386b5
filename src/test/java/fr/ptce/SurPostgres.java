package fr.ptce;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Imported by a test of the whole application, puts PostgreSQL in the place of H2, with the settings of production.
 *
 * <p>In the locale C, which many servers have: it sorts and lowers ASCII letters only.
 */
@TestConfiguration
public class SurPostgres {

    /** Made before the pool of connections, hence stopped after it. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
    }

    @Bean
    DynamicPropertyRegistrar adresseDeLaBase(EmbeddedPostgres postgres) {
        return registre -> {
            registre.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
            registre.add("spring.datasource.username", () -> "postgres");
            registre.add("spring.flyway.placeholders.blob", () -> "bytea");
        };
    }
}
