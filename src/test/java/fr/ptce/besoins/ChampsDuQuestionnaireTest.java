package fr.ptce.besoins;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.SansApplication;
import fr.ptce.annuaire.Besoin;
import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.formulaire.Formulaires;
import fr.ptce.formulaire.SaisieDEssai;
import fr.ptce.moteur.Agent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No answer to the questionnaire on the needs is lost on its way to the table and to the export of the census. */
class ChampsDuQuestionnaireTest {

    private static final SaisieDEssai QUESTIONNAIRE = new SaisieDEssai("besoins/repondre-questionnaire");
    private static final SaisieDEssai LANCEMENT = new SaisieDEssai(
            "besoins/lancer-questionnaires",
            Map.of("campagnes", List.of("A", "B"), "regionsProposees", List.of("53", "11")));

    /** Kept as the version of its wording. */
    private static final String CONSENTEMENT = "consentement";

    /** Read on the page of the initiative, and not in the export. */
    private static final Set<String> HORS_DE_L_EXPORT = Set.of("partenaires_actuels", "appuis_recus", "disponibilites");

    private static final AtomicInteger SUITE = new AtomicInteger();

    private static SansApplication pieces;

    @BeforeAll
    static void ouvrir() {
        pieces = new SansApplication(
                Questionnaires.class,
                Initiatives.class,
                Besoins.class,
                Regions.class,
                Themes.class,
                Formulaires.class,
                RecensementDesBesoins.class,
                ListeDesInitiatives.class,
                ExportDuRecensement.class,
                AffichageDesBesoins.class);
    }

    @AfterAll
    static void fermer() {
        pieces.close();
    }

    static List<String> questions() {
        return QUESTIONNAIRE.cles().stream()
                .filter(cle -> !cle.equals(CONSENTEMENT))
                .toList();
    }

    static List<String> criteres() {
        return LANCEMENT.cles();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void chaqueReponseEstGardeeDansLaTable(String cle) {
        Reponses autres = repondre(QUESTIONNAIRE.autrement(cle)).reponses();
        assertThat(autres.equals(repondre(QUESTIONNAIRE.complete()).reponses()))
                .as("« %s » ne change rien à ce que garde le questionnaire (Reponses, Questionnaires)", cle)
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void chaqueReponseEstDansLExportOuSurLaPageSeulement(String cle) {
        assertThat(exporter(repondre(QUESTIONNAIRE.autrement(cle)))
                        .equals(exporter(repondre(QUESTIONNAIRE.complete()))))
                .as("« %s » ne change rien à l’export du recensement (ExportDuRecensement)", cle)
                .isEqualTo(HORS_DE_L_EXPORT.contains(cle));
    }

    @ParameterizedTest
    @MethodSource("criteres")
    void chaqueChoixDUnLancementEstLu(String cle) {
        CriteresDeLancement autres = CriteresDeLancement.de(List.of(), LANCEMENT.autrement(cle));
        assertThat(autres.equals(CriteresDeLancement.de(List.of(), LANCEMENT.complete())))
                .as("« %s » ne change rien au lancement (CriteresDeLancement)", cle)
                .isFalse();
    }

    private static Questionnaire repondre(Map<String, Object> saisie) {
        Map<String, Object> acceptee = pieces.donner(Formulaires.class)
                .lire("besoins/repondre-questionnaire.form")
                .accepter(saisie, Map.of());
        String numero = "PTCE-%04d".formatted(SUITE.incrementAndGet());
        pieces.donner(Initiatives.class)
                .inscrire(new Initiative(
                        numero,
                        "A",
                        "Pôle",
                        "53",
                        List.of("culture"),
                        "en-projet",
                        "Camille",
                        "c@p.example",
                        null,
                        null));
        Besoins besoins = pieces.donner(Besoins.class);
        List<Besoin> liste = besoins.liste(besoins.version());
        Questionnaires questionnaires = pieces.donner(Questionnaires.class);
        long id = questionnaires.ouvrir(numero, besoins.version(), null);
        questionnaires.repondre(questionnaires.lire(id), Reponses.de(acceptee, liste), "essai", null);
        return questionnaires.lire(id);
    }

    /** The row of the initiative, without its number. */
    private static List<Object> exporter(Questionnaire questionnaire) {
        List<List<?>> lignes = new ArrayList<>();
        pieces.donner(ExportDuRecensement.class)
                .initiatives(
                        new Agent("admin", Set.of(Agent.ADMINISTRATEURS), Set.of()), RechercheDeBesoins.de(Map.of()))
                .lignes()
                .accept(lignes::add);
        List<?> sienne = lignes.stream()
                .filter(ligne -> ligne.get(0).equals(questionnaire.initiative()))
                .findFirst()
                .orElseThrow();
        return new ArrayList<>(sienne.subList(1, sienne.size()));
    }
}
