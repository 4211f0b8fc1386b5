package fr.ptce.base;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What H2 and PostgreSQL need alike and {@link JdbcClient} does not offer. */
public final class Sql {

    private Sql() {}

    /** A {@code timestamp with time zone} of a row; null for null. */
    public static Instant instant(ResultSet ligne, String colonne) throws SQLException {
        OffsetDateTime valeur = ligne.getObject(colonne, OffsetDateTime.class);
        return valeur == null ? null : valeur.toInstant();
    }

    /** What a column holds as ids separated by commas; empty for null or an empty text. */
    public static List<String> liste(ResultSet ligne, String colonne) throws SQLException {
        String ids = ligne.getString(colonne);
        return ids == null || ids.isEmpty() ? List.of() : List.of(ids.split(","));
    }

    /** An expression that sorts by the place in a list of ours; never to be given what a user wrote. */
    public static String rang(String colonne, List<String> valeurs) {
        StringBuilder cas = new StringBuilder("case ").append(colonne);
        for (int i = 0; i < valeurs.size(); i++) {
            cas.append(" when '").append(valeurs.get(i)).append("' then ").append(i);
        }
        return cas.append(" end").toString();
    }
}
