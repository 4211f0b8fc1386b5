package fr.ptce.besoins;

import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.base.LectureParLots;
import fr.ptce.base.Sql;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The initiatives behind a figure of the census: one statement for the rows of a page, one for their number. */
@Repository
class ListeDesInitiatives {

    static final int PAR_PAGE = 25;
    static final Set<String> TRIS = Set.of("numero", "nom", "region", "stade", "etat", "repondu", "priorite");

    /**
     * One row; what was not answered is null or empty.
     *
     * @param etat null when it was never asked
     * @param delaiEnMinutes from the questionnaire to its answer, null without an answer
     * @param importances from 1 to 4, by id of the need; empty in a page
     */
    record Ligne(
            String numero,
            String nom,
            String campagne,
            String region,
            List<String> themes,
            String categorie,
            boolean retiree,
            EtatQuestionnaire etat,
            String stade,
            String territoire,
            String filiere,
            Instant reponduLe,
            boolean parTelephone,
            Long delaiEnMinutes,
            Map<String, Integer> importances,
            String precisions,
            String experimentation,
            List<String> accompagnements,
            String priorite,
            String motifCorrection) {

        /** The words for its state. */
        public String situation() {
            if (retiree) {
                return EtatQuestionnaire.RETIRE.libelle();
            }
            return etat == null ? "Jamais interrogée" : etat.libelle();
        }
    }

    /**
     * One page of a list.
     *
     * @param total initiatives on all pages
     * @param page the page given, within 1 and {@code pages}
     * @param pages at least 1
     */
    record Page(List<Ligne> lignes, long total, int page, int pages) {}

    private static final String COLONNES = """
            select i.numero, i.nom, i.campagne, i.region, i.themes, i.categorie, i.retiree_le, q.etat, q.stade,
              q.territoire, q.filiere, q.repondu_le, q.repondu_par, q.delai_en_minutes, q.precisions, q.experimentation,
              q.accompagnements, q.priorite, q.motif_correction""";
    /** For exports only: the database would work it out for each row of all pages. */
    private static final String IMPORTANCES = """
            , (select string_agg(b.besoin || ':' || b.importance, ',') from besoin_exprime b
               where b.questionnaire = q.id) as importances""";

    private static final String SANS_IMPORTANCES = ", null as importances";

    private final JdbcClient jdbc;
    private final LectureParLots lecture;
    private final Regions regions;

    ListeDesInitiatives(JdbcClient jdbc, LectureParLots lecture, Regions regions) {
        this.jdbc = jdbc;
        this.lecture = lecture;
        this.regions = regions;
    }

    Page page(Agent agent, RechercheDeBesoins recherche) {
        CritereDeBesoins critere = CritereDeBesoins.deLaListe(agent, recherche, regions);
        long total = jdbc.sql("select count(*)" + critere.suite())
                .params(critere.parametres())
                .query(Long.class)
                .single();
        Pages pages = Pages.de(total, PAR_PAGE, recherche.page());
        List<Ligne> lignes = jdbc.sql(COLONNES + SANS_IMPORTANCES + critere.suite() + ordre(recherche)
                        + " limit :parPage offset :depuis")
                .params(critere.parametres())
                .param("parPage", PAR_PAGE)
                .param("depuis", pages.depuis())
                .query(ListeDesInitiatives::ligne)
                .list();
        return new Page(lignes, total, pages.page(), pages.pages());
    }

    /** Hands every initiative of the search, in its order, one at a time: the list is never held in memory. */
    void parcourir(Agent agent, RechercheDeBesoins recherche, Consumer<Ligne> pour) {
        CritereDeBesoins critere = CritereDeBesoins.deLaListe(agent, recherche, regions);
        lecture.parcourir(
                COLONNES + IMPORTANCES + critere.suite() + ordre(recherche),
                critere.parametres(),
                ListeDesInitiatives::ligne,
                pour);
    }

    private String ordre(RechercheDeBesoins recherche) {
        String sens = recherche.decroissant() ? " desc" : " asc";
        String colonne =
                switch (recherche.tri()) {
                    case "nom" -> "lower(i.nom)";
                    case "region" ->
                        Sql.rang(
                                "i.region",
                                regions.parNom().stream().map(Region::code).toList());
                    case "stade" ->
                        Sql.rang(
                                "q.stade",
                                LibellesDesBesoins.STADES.keySet().stream().toList());
                    case "etat" ->
                        Sql.rang(
                                "q.etat",
                                Stream.of(EtatQuestionnaire.values())
                                        .map(EtatQuestionnaire::id)
                                        .toList());
                    case "repondu" -> "q.repondu_le";
                    case "priorite" ->
                        Sql.rang(
                                "q.priorite",
                                LibellesDesBesoins.PRIORITES.keySet().stream().toList());
                    default -> "length(i.numero)";
                };
        return " order by " + colonne + sens + " nulls last, i.numero" + sens;
    }

    private static Ligne ligne(ResultSet r, int rang) throws SQLException {
        String etat = r.getString("etat");
        long delai = r.getLong("delai_en_minutes");
        Long delaiConnu = r.wasNull() ? null : delai;
        return new Ligne(
                r.getString("numero"),
                r.getString("nom"),
                r.getString("campagne"),
                r.getString("region"),
                Questionnaires.liste(r.getString("themes")),
                r.getString("categorie"),
                r.getObject("retiree_le") != null,
                etat == null ? null : EtatQuestionnaire.de(etat),
                r.getString("stade"),
                r.getString("territoire"),
                r.getString("filiere"),
                Sql.instant(r, "repondu_le"),
                r.getString("repondu_par") != null,
                delaiConnu,
                importances(r.getString("importances")),
                r.getString("precisions"),
                r.getString("experimentation"),
                Questionnaires.liste(r.getString("accompagnements")),
                r.getString("priorite"),
                r.getString("motif_correction"));
    }

    private static Map<String, Integer> importances(String texte) {
        Map<String, Integer> importances = new HashMap<>();
        for (String besoin : Questionnaires.liste(texte)) {
            String[] parties = besoin.split(":", 2);
            importances.put(parties[0], Integer.valueOf(parties[1]));
        }
        return importances;
    }
}
