package fr.ptce.courriel;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same behaviour on PostgreSQL, whose locks and failed statements differ from those of H2. */
class CourrielsPostgresTest extends CourrielsTest {

    @RegisterExtension
    static final ServeurPostgres POSTGRES = new ServeurPostgres();

    @Override
    DataSource donnees() throws Exception {
        return POSTGRES.nouvelleBase();
    }
}
