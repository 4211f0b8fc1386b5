package fr.ptce.relance;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is told first when nobody takes a task of a group: table {@code responsable_de_groupe}. */
@Component
class Responsables {

    private final JdbcClient jdbc;

    Responsables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lead of each group that has one: one row a group, hence bounded. */
    Map<String, String> parGroupe() {
        Map<String, String> responsables = new HashMap<>();
        jdbc.sql("select groupe, personne from responsable_de_groupe")
                .query((ligne, rang) -> responsables.put(ligne.getString("groupe"), ligne.getString("personne")))
                .list();
        return responsables;
    }

    /** Makes somebody the lead of a group, in the place of the former one; null leaves the group without. */
    void designer(String groupe, String personne) {
        jdbc.sql("delete from responsable_de_groupe where groupe = :groupe")
                .param("groupe", groupe)
                .update();
        if (personne != null) {
            jdbc.sql("insert into responsable_de_groupe (groupe, personne) values (:groupe, :personne)")
                    .param("groupe", groupe)
                    .param("personne", personne)
                    .update();
        }
    }
}
