package fr.ptce.besoins;

import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.besoins.Recensement.BesoinRecense;
import fr.ptce.besoins.Recensement.Territoire;
import fr.ptce.moteur.Agent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts the needs by region, theme, stage and importance ("recensement territorialisé"): four statements at most. */
@Repository
class RecensementDesBesoins {

    private static final String MEDIANE =
            "percentile_cont(0.5) within group (order by q.delai_en_minutes)" + " filter (where i.retiree_le is null)";

    private final JdbcClient jdbc;
    private final Besoins besoins;
    private final Regions regions;
    private final Themes themes;

    RecensementDesBesoins(JdbcClient jdbc, Besoins besoins, Regions regions, Themes themes) {
        this.jdbc = jdbc;
        this.besoins = besoins;
        this.regions = regions;
        this.themes = themes;
    }

    /** The census of the initiatives that the agent meets. */
    @Transactional(readOnly = true)
    Recensement compter(Agent agent, RechercheDeBesoins recherche) {
        Map<Situation, Long> nombres = new EnumMap<>(Situation.class);
        Double mediane = chiffres(agent, recherche, nombres);
        List<BesoinRecense> recenses = besoins(agent, recherche);
        Map<String, Map<String, Long>> cellules =
                recherche.axe() == Axe.IMPORTANCE ? parImportance(recenses) : croiser(agent, recherche);
        Set<String> presentes = cellules.values().stream()
                .flatMap(ligne -> ligne.keySet().stream())
                .collect(Collectors.toSet());
        return new Recensement(
                nombres, mediane, territoires(agent, recherche), recenses, colonnes(recherche, presentes), cellules);
    }

    private Double chiffres(Agent agent, RechercheDeBesoins recherche, Map<Situation, Long> nombres) {
        CritereDeBesoins critere = CritereDeBesoins.duRecensement(agent, recherche, regions, "");
        String comptes = Stream.of(Situation.values())
                .map(situation -> "count(*) filter (where " + situation.condition() + ") as " + situation.name())
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + comptes + ", " + MEDIANE + " as mediane" + critere.suite())
                .params(critere.parametres())
                .query((r, rang) -> {
                    for (Situation situation : Situation.values()) {
                        nombres.put(situation, r.getLong(situation.name()));
                    }
                    return new Double[] {mediane(r)};
                })
                .single()[0];
    }

    private static Double mediane(ResultSet r) throws SQLException {
        double mediane = r.getDouble("mediane");
        return r.wasNull() ? null : mediane;
    }

    private List<Territoire> territoires(Agent agent, RechercheDeBesoins recherche) {
        CritereDeBesoins critere = CritereDeBesoins.duRecensement(agent, recherche, regions, "");
        String territoire = CritereDeBesoins.territoire(recherche, regions);
        return jdbc
                .sql("select " + territoire + " as territoire, count(*) filter (where "
                        + Situation.INTERROGEES.condition() + ") as interrogees, count(*) filter (where "
                        + Situation.REPONSES.condition() + ") as reponses, " + MEDIANE + " as mediane" + critere.suite()
                        + " group by " + territoire)
                .params(critere.parametres())
                .query((r, rang) -> new Territoire(
                        r.getString("territoire"),
                        regions.parCode(r.getString("territoire")).nom(),
                        r.getLong("interrogees"),
                        r.getLong("reponses"),
                        mediane(r)))
                .list()
                .stream()
                .filter(ligne -> ligne.interrogees() > 0)
                .sorted(Comparator.comparing(Territoire::nom, Collator.getInstance(Locale.FRENCH)))
                .toList();
    }

    private List<BesoinRecense> besoins(Agent agent, RechercheDeBesoins recherche) {
        CritereDeBesoins critere = exprimes(agent, recherche, "");
        Map<String, Map<Integer, Long>> parBesoin = new LinkedHashMap<>();
        besoins.liste(besoins.version()).forEach(besoin -> parBesoin.put(besoin.id(), sansReponse()));
        jdbc.sql("select b.besoin, b.importance, count(*) as nombre" + critere.suite()
                        + " group by b.besoin, b.importance")
                .params(critere.parametres())
                .query(r -> {
                    parBesoin
                            .computeIfAbsent(r.getString("besoin"), besoin -> sansReponse())
                            .put(r.getInt("importance"), r.getLong("nombre"));
                });
        List<BesoinRecense> recenses = new ArrayList<>();
        parBesoin.forEach((id, nombres) -> recenses.add(new BesoinRecense(
                id,
                besoins.libelle(id),
                nombres,
                nombres.values().stream().mapToLong(Long::longValue).sum())));
        recenses.sort(Comparator.comparingLong(BesoinRecense::total)
                .thenComparingLong(BesoinRecense::poids)
                .reversed());
        return recenses;
    }

    private static Map<Integer, Long> sansReponse() {
        Map<Integer, Long> nombres = new TreeMap<>();
        for (int importance = 1; importance <= Reponses.ESSENTIEL; importance++) {
            nombres.put(importance, 0L);
        }
        return nombres;
    }

    private static Map<String, Map<String, Long>> parImportance(List<BesoinRecense> recenses) {
        Map<String, Map<String, Long>> cellules = new HashMap<>();
        recenses.forEach(besoin -> besoin.parImportance()
                .forEach((importance, nombre) -> cellules.computeIfAbsent(besoin.id(), id -> new HashMap<>())
                        .put(String.valueOf(importance), nombre)));
        return cellules;
    }

    /** An initiative of several themes counts in the column of each of them. */
    private Map<String, Map<String, Long>> croiser(Agent agent, RechercheDeBesoins recherche) {
        String colonne =
                switch (recherche.axe()) {
                    case REGION -> CritereDeBesoins.territoire(recherche, regions);
                    case THEME -> "coalesce(t.theme, '" + RechercheDeBesoins.SANS_THEME + "')";
                    default -> "q.stade";
                };
        String jointure = recherche.axe() == Axe.THEME ? themes(recherche) : "";
        CritereDeBesoins critere = exprimes(agent, recherche, jointure);
        Map<String, Map<String, Long>> cellules = new HashMap<>();
        jdbc.sql("select b.besoin, " + colonne + " as colonne, count(*) as nombre" + critere.suite()
                        + " group by b.besoin, " + colonne)
                .params(critere.parametres())
                .query(r -> {
                    cellules.computeIfAbsent(r.getString("besoin"), besoin -> new HashMap<>())
                            .put(r.getString("colonne"), r.getLong("nombre"));
                });
        return cellules;
    }

    /** Of initiatives of one theme, the others are left aside: each figure leads to a list of that theme. */
    private static String themes(RechercheDeBesoins recherche) {
        boolean unSeul = recherche.theme() != null && !RechercheDeBesoins.SANS_THEME.equals(recherche.theme());
        return " left join initiative_theme t on t.initiative = i.numero" + (unSeul ? " and t.theme = :theme" : "");
    }

    /** The needs that answers express with an importance that counts, one row each. */
    private CritereDeBesoins exprimes(Agent agent, RechercheDeBesoins recherche, String jointure) {
        CritereDeBesoins critere = CritereDeBesoins.duRecensement(
                agent, recherche, regions, jointure + " join besoin_exprime b on b.questionnaire = q.id");
        Map<String, Object> parametres = new HashMap<>(critere.parametres());
        parametres.put("importance", recherche.importance());
        parametres.put("plafond", recherche.plafond());
        return new CritereDeBesoins(
                critere.suite() + " and " + Situation.REPONSES.condition()
                        + " and b.importance between :importance and :plafond",
                parametres);
    }

    private Map<String, String> colonnes(RechercheDeBesoins recherche, Set<String> presentes) {
        Map<String, String> colonnes = new LinkedHashMap<>();
        switch (recherche.axe()) {
            case IMPORTANCE ->
                LibellesDesBesoins.IMPORTANCES.forEach((importance, libelle) -> {
                    if (Integer.parseInt(importance) >= recherche.importance()) {
                        colonnes.put(importance, libelle);
                    }
                });
            case REGION ->
                regions.parNom().stream()
                        .filter(region -> presentes.contains(region.code()))
                        .forEach(region -> colonnes.put(region.code(), region.nom()));
            case THEME -> {
                themes.tous().stream()
                        .filter(theme -> presentes.contains(theme.id()))
                        .forEach(theme -> colonnes.put(theme.id(), theme.libelle()));
                if (presentes.contains(RechercheDeBesoins.SANS_THEME)) {
                    colonnes.put(RechercheDeBesoins.SANS_THEME, "Sans thème");
                }
            }
            default -> colonnes.putAll(LibellesDesBesoins.STADES);
        }
        return colonnes;
    }
}
