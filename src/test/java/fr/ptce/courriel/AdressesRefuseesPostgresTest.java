package fr.ptce.courriel;

import fr.ptce.essai.ServeurPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/** The same on PostgreSQL, where a failed statement spoils its transaction. */
@Tag("application")
class AdressesRefuseesPostgresTest extends AdressesRefuseesTest {

    @Override
    DataSource donnees() {
        return ServeurPostgres.nouvelleBase();
    }
}
