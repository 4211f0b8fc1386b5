package fr.ptce.relance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is absent: table {@code absence}. */
@Component
class PersonnesAbsentes {

    private final JdbcClient jdbc;

    PersonnesAbsentes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these people who are absent on that day. */
    Set<String> parmi(Collection<String> personnes, LocalDate jour) {
        return personnes.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("select personne from absence where personne in (:personnes)"
                                + " and du <= :jour and au >= :jour and annulee_le is null")
                        .param("personnes", personnes)
                        .param("jour", jour)
                        .query(String.class)
                        .list());
    }
}
