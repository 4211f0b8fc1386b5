package fr.ptce.courriel;

import fr.ptce.essai.ServeurPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/** The same behaviour on PostgreSQL, whose locks and failed statements differ from those of H2. */
@Tag("application")
class CourrielsPostgresTest extends CourrielsTest {

    @Override
    DataSource donnees() {
        return ServeurPostgres.nouvelleBase();
    }
}
