package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.annuaire.AnnuaireDEssai;
import fr.ptce.moteur.TablesDeDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of the tables for a person and a project, and what is made of their answers. */
class BaremeDAppariementTest {

    private static final ProjetAApparier PROJET = projet(Map.of("gouvernance", 4, "financement", 2));

    /** Points by decision; what each one was asked is kept. */
    private final Map<String, Integer> points = new HashMap<>(Map.of(
            "appariement-competences", 0,
            "appariement-proximite", 0,
            "appariement-disponibilite", 0,
            "appariement-experience", 0));

    private final List<String> questions = new ArrayList<>();

    private final TablesDeDecision tables = decision -> entrees -> {
        questions.add(decision + " " + entrees);
        return Optional.ofNullable(points.get(decision))
                .map(nombre -> new TablesDeDecision.Regle(Map.of("points", nombre), "Motif de " + decision + "."));
    };

    @Test
    void chaqueTableRecoitSaMesure() {
        noter(PROJET, candidat("53", Set.of("53"), Map.of("gouvernance", 3), 2, 5));

        assertThat(questions)
                .containsExactly(
                        "appariement-competences {couverture=66}",
                        "appariement-proximite {proximite=principale}",
                        "appariement-disponibilite {libre=2}",
                        "appariement-experience {termines=5}");
    }

    @ParameterizedTest
    @CsvSource({
        // Importance 4 and 2: 18 points at the highest level.
        "3, 3, 100",
        "3, 0, 66",
        "0, 3, 33",
        "1, 1, 33",
        "2, 1, 55",
        "0, 0, 0"
    })
    void laCouverturePeseChaqueBesoinParSonImportance(int gouvernance, int financement, int pourCent) {
        noter(
                PROJET,
                candidat("53", Set.of("53"), Map.of("gouvernance", gouvernance, "financement", financement), 1, 0));

        assertThat(questions).contains("appariement-competences {couverture=" + pourCent + "}");
    }

    @ParameterizedTest
    @CsvSource({"53, 53, principale", "75, 53 75, autre", "75, 75 84, hors"})
    void laProximiteDistingueLaRegionPrincipaleDesAutres(String principale, String regions, String proximite) {
        noter(PROJET, candidat(principale, Set.of(regions.split(" ")), Map.of(), 1, 0));

        assertThat(questions).contains("appariement-proximite {proximite=" + proximite + "}");
    }

    @Test
    void leScoreEstLaSommeEtSeulesLesReglesQuiDonnentDesPointsSontDesRaisons() {
        points.put("appariement-competences", 44);
        points.put("appariement-proximite", 20);
        points.put("appariement-disponibilite", 1);

        assertThat(noter(PROJET, candidat("53", Set.of("53"), Map.of(), 1, 0)))
                .isEqualTo(new BaremeDAppariement.Note(
                        65,
                        List.of(
                                "Motif de appariement-competences.",
                                "Motif de appariement-proximite.",
                                "Motif de appariement-disponibilite.")));
    }

    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "99, 99", "100, 100", "101, 100"})
    void leScoreResteDeZeroACentQuoiQueDisentLesTables(int donnes, int score) {
        points.put("appariement-experience", donnes);

        assertThat(noter(PROJET, candidat("53", Set.of("53"), Map.of(), 1, 0)).score())
                .isEqualTo(score);
    }

    @Test
    void lesBesoinsCouvertsSontNommesLePlusUtileDAbordPuisParOrdreAlphabetique() {
        ProjetAApparier projet =
                projet(Map.of("gouvernance", 1, "financement", 3, "animation", 1, "foncier", 4, "juridique", 2));

        assertThat(noter(
                                projet,
                                candidat(
                                        "53",
                                        Set.of("53"),
                                        Map.of("gouvernance", 2, "financement", 1, "animation", 2, "evaluation", 3),
                                        1,
                                        0))
                        .raisons())
                .containsExactly("Besoins couverts\u00a0: Financement, Animation du pôle, Gouvernance.");
    }

    @Test
    void desBesoinsInconnusSeDisentEtNeCouvrentRien() {
        assertThat(noter(projet(Map.of()), candidat("53", Set.of("53"), Map.of("gouvernance", 3), 1, 0))
                        .raisons())
                .containsExactly(
                        "Les besoins du projet ne sont pas connus\u00a0: les compétences n’ont pas pu être comparées.");
        assertThat(questions).contains("appariement-competences {couverture=0}");
    }

    @Test
    void uneTableNEstConsulteeQuUneFoisParValeur() {
        BaremeDAppariement bareme = new BaremeDAppariement(tables, AnnuaireDEssai.besoins());

        bareme.noter(PROJET, candidat("53", Set.of("53"), Map.of(), 1, 0));
        bareme.noter(PROJET, candidat("53", Set.of("53"), Map.of(), 2, 0));

        assertThat(questions).hasSize(5).last().isEqualTo("appariement-disponibilite {libre=2}");
    }

    @Test
    void uneTableSansReponseNEstPasPrisePourZero() {
        points.remove("appariement-experience");

        assertThatThrownBy(() -> noter(PROJET, candidat("53", Set.of("53"), Map.of(), 1, 0)))
                .isInstanceOf(NoSuchElementException.class);
    }

    private BaremeDAppariement.Note noter(ProjetAApparier projet, CandidatALaMission candidat) {
        return new BaremeDAppariement(tables, AnnuaireDEssai.besoins()).noter(projet, candidat);
    }

    private static ProjetAApparier projet(Map<String, Integer> besoins) {
        return new ProjetAApparier("PTCE-0001", "53", besoins, null, null, Set.of());
    }

    private static CandidatALaMission candidat(
            String principale, Set<String> regions, Map<String, Integer> competences, int libre, int termines) {
        return new CandidatALaMission(1, null, null, principale, regions, competences, libre, termines);
    }
}
