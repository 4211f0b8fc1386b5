package fr.ptce.candidature;

import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.base.LectureParLots;
import fr.ptce.base.Sql;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of dossiers, limited to those that the reader meets: one statement for the rows, one for the numbers. */
@Repository
class ListeDesDossiers {

    static final int PAR_PAGE = 25;
    static final Set<String> TRIS =
            Set.of("numero", "initiative", "structure", "region", "etat", "categorie", "depose", "maj");

    /** One row. Texts the porteur did not give are null. */
    record Ligne(
            String numero,
            String campagne,
            EtatDossier etat,
            String initiative,
            String structure,
            String typeStructure,
            String region,
            String commune,
            String codePostal,
            String themes,
            String stade,
            String activiteEconomique,
            Integer nombrePartenaires,
            String categorie,
            String decision,
            Instant decisionLe,
            String contactNom,
            String contactCourriel,
            String contactTelephone,
            Instant deposeLe,
            Instant majLe) {}

    /**
     * One page of a list.
     *
     * @param parEtat how many dossiers in each state, whatever state the search asks for; states without any are absent
     * @param total dossiers of the search, on all pages
     * @param page the page given, within 1 and {@code pages}
     * @param pages at least 1
     */
    record Page(List<Ligne> lignes, Map<EtatDossier, Long> parEtat, long total, int page, int pages) {

        /** Dossiers in all states. */
        public long tous() {
            return parEtat.values().stream().mapToLong(Long::longValue).sum();
        }

        public long premier() {
            return total == 0 ? 0 : (long) (page - 1) * PAR_PAGE + 1;
        }

        public long dernier() {
            return premier() == 0 ? 0 : premier() + lignes.size() - 1;
        }
    }

    private static final String MINUSCULES = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿœæ";
    private static final String SANS_ACCENTS = "aaaaaaceeeeiiiinooooouuuuyyœæ";

    /** Capitals too: depending on the locale of its database, PostgreSQL lowers ASCII letters only. */
    private static final String ACCENTUEES = MINUSCULES + MINUSCULES.toUpperCase(Locale.ROOT) + "’";

    private static final String SIMPLES = SANS_ACCENTS + SANS_ACCENTS + "''";

    private static final String COLONNES = """
            select d.numero, c.code as campagne, d.etat, d.initiative, d.structure, d.type_structure, d.region,
              d.commune, d.code_postal, d.themes, d.stade, d.activite_economique, d.nombre_partenaires, d.categorie,
              d.decision, d.decision_le, d.contact_nom, d.contact_courriel, d.contact_telephone, d.depose_le, d.maj_le
            from dossier d join campagne c on c.id = d.campagne where""";

    private final JdbcClient jdbc;
    private final LectureParLots lecture;
    private final Regions regions;

    ListeDesDossiers(JdbcClient jdbc, LectureParLots lecture, Regions regions) {
        this.jdbc = jdbc;
        this.lecture = lecture;
        this.regions = regions;
    }

    Page page(Agent agent, Recherche recherche) {
        Map<EtatDossier, Long> parEtat = parEtat(agent, recherche);
        long total = recherche.etat() == null
                ? parEtat.values().stream().mapToLong(Long::longValue).sum()
                : parEtat.getOrDefault(recherche.etat(), 0L);
        Pages pages = Pages.de(total, PAR_PAGE, recherche.page());
        Critere critere = critere(agent, recherche);
        List<Ligne> lignes = jdbc.sql(
                        COLONNES + critere.condition() + ordre(recherche) + " limit :parPage offset :depuis")
                .params(critere.parametres())
                .param("parPage", PAR_PAGE)
                .param("depuis", pages.depuis())
                .query(ListeDesDossiers::ligne)
                .list();
        return new Page(lignes, parEtat, total, pages.page(), pages.pages());
    }

    /** Hands every dossier of the search, in its order, one at a time: the list is never held in memory. */
    void parcourir(Agent agent, Recherche recherche, Consumer<Ligne> pour) {
        Critere critere = critere(agent, recherche);
        lecture.parcourir(
                COLONNES + critere.condition() + ordre(recherche), critere.parametres(), ListeDesDossiers::ligne, pour);
    }

    /** How many dossiers of each campaign are in each state. */
    Map<Long, Map<EtatDossier, Long>> parCampagne(Agent agent) {
        AccesAuxDossiers.Portee portee = AccesAuxDossiers.portee(agent);
        Map<Long, Map<EtatDossier, Long>> nombres = new HashMap<>();
        jdbc.sql("select d.campagne, d.etat, count(*) as nombre from dossier d where " + portee.condition()
                        + " group by d.campagne, d.etat")
                .params(portee.parametres())
                .query(r -> {
                    nombres.computeIfAbsent(r.getLong("campagne"), id -> new EnumMap<>(EtatDossier.class))
                            .put(EtatDossier.de(r.getString("etat")), r.getLong("nombre"));
                });
        return nombres;
    }

    private Map<EtatDossier, Long> parEtat(Agent agent, Recherche recherche) {
        Critere critere = critere(agent, recherche.dansLEtat(null));
        Map<EtatDossier, Long> nombres = new EnumMap<>(EtatDossier.class);
        jdbc.sql("select d.etat, count(*) as nombre from dossier d where" + critere.condition() + " group by d.etat")
                .params(critere.parametres())
                .query(r -> {
                    nombres.put(EtatDossier.de(r.getString("etat")), r.getLong("nombre"));
                });
        return nombres;
    }

    private record Critere(String condition, Map<String, Object> parametres) {}

    private static Critere critere(Agent agent, Recherche recherche) {
        AccesAuxDossiers.Portee portee = AccesAuxDossiers.portee(agent);
        StringBuilder condition = new StringBuilder(" ").append(portee.condition());
        Map<String, Object> parametres = new HashMap<>(portee.parametres());
        egal(condition, parametres, "campagne", recherche.campagne());
        egal(
                condition,
                parametres,
                "etat",
                recherche.etat() == null ? null : recherche.etat().id());
        egal(condition, parametres, "region", recherche.region());
        egal(condition, parametres, "categorie", recherche.categorie());
        if (!recherche.texte().isEmpty()) {
            condition.append(Stream.of("d.numero", "d.initiative", "d.structure")
                    .map(colonne -> sansAccents(colonne) + " like :texte escape '!'")
                    .collect(Collectors.joining(" or ", " and (", ")")));
            parametres.put("texte", "%" + recherche.texteNormalise().replaceAll("([!%_])", "!$1") + "%");
        }
        return new Critere(condition.toString(), parametres);
    }

    private static void egal(StringBuilder condition, Map<String, Object> parametres, String colonne, Object valeur) {
        if (valeur != null) {
            condition.append(" and d.").append(colonne).append(" = :").append(colonne);
            parametres.put(colonne, valeur);
        }
    }

    /** Both databases know translate and lower; neither compares without accents by itself. */
    private static String sansAccents(String colonne) {
        return "lower(translate(" + colonne + ", '" + ACCENTUEES + "', '" + SIMPLES + "'))";
    }

    private String ordre(Recherche recherche) {
        String sens = recherche.decroissant() ? " desc" : " asc";
        String colonne =
                switch (recherche.tri()) {
                    case "numero" -> "length(d.numero)";
                    case "initiative" -> sansAccents("d.initiative");
                    case "structure" -> sansAccents("d.structure");
                    case "region" ->
                        Sql.rang(
                                "d.region",
                                regions.parNom().stream().map(Region::code).toList());
                    case "etat" ->
                        Sql.rang(
                                "d.etat",
                                Stream.of(EtatDossier.values())
                                        .map(EtatDossier::id)
                                        .toList());
                    case "categorie" -> Sql.rang("d.categorie", List.of("operationnel", "en-projet", "manifestation"));
                    case "depose" -> "d.depose_le";
                    default -> "d.maj_le";
                };
        return " order by " + colonne + sens + " nulls last, d.numero" + sens;
    }

    private static Ligne ligne(ResultSet r, int rang) throws SQLException {
        return new Ligne(
                r.getString("numero"),
                r.getString("campagne"),
                EtatDossier.de(r.getString("etat")),
                r.getString("initiative"),
                r.getString("structure"),
                r.getString("type_structure"),
                r.getString("region"),
                r.getString("commune"),
                r.getString("code_postal"),
                r.getString("themes"),
                r.getString("stade"),
                r.getString("activite_economique"),
                r.getObject("nombre_partenaires", Integer.class),
                r.getString("categorie"),
                r.getString("decision"),
                Sql.instant(r, "decision_le"),
                r.getString("contact_nom"),
                r.getString("contact_courriel"),
                r.getString("contact_telephone"),
                Sql.instant(r, "depose_le"),
                Sql.instant(r, "maj_le"));
    }
}
