package fr.ptce.relance;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rhythm that each person chose: table {@code preference_de_courriel}. */
@Component
class Preferences {

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rhythms of these people; one who chose none is absent and reads daily. */
    Map<String, Rythme> parmi(Collection<String> personnes) {
        Map<String, Rythme> rythmes = new HashMap<>();
        if (!personnes.isEmpty()) {
            jdbc.sql("select personne, rythme from preference_de_courriel where personne in (:personnes)")
                    .param("personnes", personnes)
                    .query((ligne, rang) -> rythmes.put(
                            ligne.getString("personne"),
                            Rythme.valueOf(ligne.getString("rythme").toUpperCase(Locale.ROOT))))
                    .list();
        }
        return rythmes;
    }

    /** Never null: daily as long as the person chose nothing. */
    Rythme de(String personne) {
        return parmi(List.of(personne)).getOrDefault(personne, Rythme.QUOTIDIEN);
    }

    /** Records the choice; the last one counts. */
    void choisir(String personne, Rythme rythme) {
        jdbc.sql("delete from preference_de_courriel where personne = :personne")
                .param("personne", personne)
                .update();
        jdbc.sql("insert into preference_de_courriel (personne, rythme) values (:personne, :rythme)")
                .param("personne", personne)
                .param("rythme", rythme.name().toLowerCase(Locale.ROOT))
                .update();
    }
}
