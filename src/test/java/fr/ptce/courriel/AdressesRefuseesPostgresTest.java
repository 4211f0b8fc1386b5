package fr.ptce.courriel;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same on PostgreSQL, where a failed statement spoils its transaction. */
class AdressesRefuseesPostgresTest extends AdressesRefuseesTest {

    @RegisterExtension
    static final ServeurPostgres POSTGRES = new ServeurPostgres();

    @Override
    DataSource donnees() throws Exception {
        return POSTGRES.nouvelleBase();
    }
}
