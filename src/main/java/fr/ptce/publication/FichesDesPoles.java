package fr.ptce.publication;

import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the public may know of the operational pôles: nobody's name or address. */
@Repository
class FichesDesPoles {

    /** @param themes ids */
    record FicheDePole(String numero, String nom, String region, List<String> themes) {}

    private static final String PUBLICS = " from initiative where categorie = 'operationnel' and retiree_le is null";

    private final JdbcClient jdbc;

    FichesDesPoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nombre() {
        return jdbc.sql("select count(*)" + PUBLICS).query(Long.class).single();
    }

    /** By name. */
    List<FicheDePole> liste(int nombre, int depuis) {
        return jdbc.sql("select *" + PUBLICS + " order by lower(nom), numero limit :nombre offset :depuis")
                .param("nombre", nombre)
                .param("depuis", depuis)
                .query(FichesDesPoles::ligne)
                .list();
    }

    Optional<FicheDePole> chercher(String numero) {
        return jdbc.sql("select *" + PUBLICS + " and numero = :numero")
                .param("numero", numero)
                .query(FichesDesPoles::ligne)
                .optional();
    }

    private static FicheDePole ligne(ResultSet r, int rang) throws SQLException {
        return new FicheDePole(
                r.getString("numero"), r.getString("nom"), r.getString("region"), Sql.liste(r, "themes"));
    }
}
