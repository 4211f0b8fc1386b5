package fr.ptce.monographie;

import fr.ptce.base.Sql;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Perimetre;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The operational pôles without a monograph, and what the monographs cover already: the selection looks for diversity
 * (plan of action, axe 1.3).
 */
@Repository
class PolesASelectionner {

    /**
     * A pôle that may be chosen.
     *
     * @param themes ids
     * @param nouvelleRegion whether no monograph covers its region
     * @param nouveauxThemes how many of its themes no monograph covers
     */
    record Pole(
            String numero, String nom, String region, List<String> themes, boolean nouvelleRegion, int nouveauxThemes) {

        /** How much it would add to the diversity: a region counts as a theme. */
        public int apport() {
            return (nouvelleRegion ? 1 : 0) + nouveauxThemes;
        }
    }

    private static final String SANS_MONOGRAPHIE = """
             from initiative i where i.categorie = 'operationnel' and i.retiree_le is null
               and not exists (select 1 from monographie m where m.initiative = i.numero and m.etat <> 'abandonnee')
               and\s""";

    private static final String NOUVELLE_REGION =
            "case when exists (select 1 from monographie m where m.region = i.region and m.etat <> 'abandonnee') then 0"
                    + " else 1 end";

    private static final String NOUVEAUX_THEMES = """
            (select count(*) from initiative_theme t where t.initiative = i.numero and not exists (
               select 1 from initiative_theme d join monographie m on m.initiative = d.initiative
               where d.theme = t.theme and m.etat <> 'abandonnee'))""";

    private final JdbcClient jdbc;

    PolesASelectionner(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nombre(Agent agent) {
        Perimetre perimetre = Perimetre.sur("i.region", agent);
        return jdbc.sql("select count(*) " + SANS_MONOGRAPHIE + perimetre.condition())
                .params(perimetre.parametres())
                .query(Long.class)
                .single();
    }

    /** Those that would add most to the diversity first. */
    List<Pole> liste(Agent agent, int nombre, int depuis) {
        Perimetre perimetre = Perimetre.sur("i.region", agent);
        return jdbc.sql("select * from (select i.numero, i.nom, i.region, i.themes, " + NOUVELLE_REGION
                        + " as nouvelle_region, " + NOUVEAUX_THEMES + " as nouveaux_themes " + SANS_MONOGRAPHIE
                        + perimetre.condition()
                        + ") p order by nouvelle_region + nouveaux_themes desc, numero limit :nombre offset :depuis")
                .params(perimetre.parametres())
                .param("nombre", nombre)
                .param("depuis", depuis)
                .query((r, rang) -> new Pole(
                        r.getString("numero"),
                        r.getString("nom"),
                        r.getString("region"),
                        Sql.liste(r, "themes"),
                        r.getInt("nouvelle_region") == 1,
                        r.getInt("nouveaux_themes")))
                .list();
    }

    /** How many monographs there are by region, the most covered first. */
    Map<String, Long> regions() {
        return compter("select region as cle, count(*) as n from monographie where etat <> 'abandonnee'"
                + " group by region order by n desc, cle");
    }

    Map<String, Long> milieux() {
        return compter("select milieu as cle, count(*) as n from monographie where etat <> 'abandonnee'"
                + " group by milieu order by n desc, cle");
    }

    Map<String, Long> genres() {
        return compter("select genre as cle, count(*) as n from monographie where etat <> 'abandonnee'"
                + " group by genre order by n desc, cle");
    }

    Map<String, Long> themes() {
        return compter("select t.theme as cle, count(*) as n from initiative_theme t"
                + " join monographie m on m.initiative = t.initiative where m.etat <> 'abandonnee'"
                + " group by t.theme order by n desc, cle");
    }

    private Map<String, Long> compter(String requete) {
        Map<String, Long> nombres = new LinkedHashMap<>();
        jdbc.sql(requete).query(r -> {
            nombres.put(r.getString("cle"), r.getLong("n"));
        });
        return nombres;
    }
}
