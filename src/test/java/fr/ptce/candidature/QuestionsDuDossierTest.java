package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.SansApplication;
import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Journal;
import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.candidature.importation.ImportDEssai;
import fr.ptce.formulaire.Ecarts;
import fr.ptce.formulaire.Formulaires;
import fr.ptce.formulaire.SaisieDEssai;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.ValeursJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * No question of the forms of a candidature is lost on its way: to the table, back to the form when the dossier is
 * completed, from a file, to the export, to the page of the dossier.
 */
class QuestionsDuDossierTest {

    private static final SaisieDEssai DEPOT = new SaisieDEssai("candidature/depot-candidature");
    private static final SaisieDEssai COMPLEMENTS = new SaisieDEssai("candidature/completer-dossier");
    private static final SaisieDEssai EVALUATION = new SaisieDEssai("candidature/evaluer-dossier");

    /** Asked with the others, and kept apart: the region is corrected by pilots only, the consent has a date. */
    private static final Set<String> A_PART = Set.of("region", "consentement");

    /** Texts of many lines, which are read on the page of the dossier and not in the export. */
    private static final Set<ChampDuDossier> HORS_DE_L_EXPORT = Set.of(
            ChampDuDossier.PARTENAIRES,
            ChampDuDossier.TERRITOIRE,
            ChampDuDossier.COOPERATIONS,
            ChampDuDossier.ECONOMIE);

    private static final Agent COMITE = new Agent("comite", Set.of(Groupes.COMITE), Set.of("53"));

    private static SansApplication pieces;
    private static Dossiers dossiers;
    private static long campagne;

    @BeforeAll
    static void ouvrirUneCampagne() {
        pieces = new SansApplication(
                Dossiers.class,
                Evaluations.class,
                Journal.class,
                ListeDesDossiers.class,
                ExportDesDossiers.class,
                Affichage.class,
                Regions.class,
                Themes.class,
                Groupes.class,
                Formulaires.class);
        dossiers = pieces.donner(Dossiers.class);
        KeyHolder cle = new GeneratedKeyHolder();
        pieces.donner(JdbcClient.class)
                .sql(
                        "insert into campagne (code, nom, ouverture, fermeture, decoupage, seuil_divergence, cree_le)"
                                + " values ('CHAMPS', 'Appel', date '2027-01-01', date '2027-06-30', 2012, 2, date '2026-12-01')")
                .update(cle, "id");
        campagne = cle.getKeyAs(Long.class);
    }

    @AfterAll
    static void fermer() {
        pieces.close();
    }

    static List<String> questions() {
        return DEPOT.cles().stream().filter(cle -> !A_PART.contains(cle)).toList();
    }

    static List<String> questionsDeLEvaluation() {
        return EVALUATION.cles();
    }

    @Test
    void lesQuestionsDesDeuxFormulairesSontLesChampsDuDossier() {
        List<String> champs =
                Arrays.stream(ChampDuDossier.values()).map(ChampDuDossier::cle).toList();
        assertThat(Ecarts.entre("depot-candidature.form", questions(), "ChampDuDossier", champs))
                .isEmpty();
        assertThat(Ecarts.entre("completer-dossier.form", COMPLEMENTS.cles(), "ChampDuDossier", champs))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void chaqueReponseEstGardeeDansLaTable(String cle) {
        boolean perdue = reponses(deposer(DEPOT.autrement(cle))).equals(reponses(deposer(DEPOT.complete())));
        assertThat(perdue)
                .as("« %s » ne change rien à ce que garde le dossier (Dossiers, ChampDuDossier)", cle)
                .isFalse();
    }

    @Test
    void leFormulaireDesComplementsMontreToutCeQuiAEteReponduEtLeGarde() {
        String numero = deposer(DEPOT.complete());
        Map<String, Object> montre = reponses(numero);
        assertThat(Ecarts.entre(
                        "completer-dossier.form", COMPLEMENTS.cles(), "ce qui y est déjà répondu", montre.keySet()))
                .isEmpty();
        assertThat(Ecarts.desReponses(DEPOT.complete(), montre))
                .as("réponses montrées dans completer-dossier.form")
                .isEmpty();

        dossiers.ecrireChamps(
                numero,
                ChampsDuDossier.de(pieces.donner(Formulaires.class)
                        .lire("candidature/completer-dossier.form")
                        .accepter(montre, Map.of())));
        assertThat(Ecarts.desReponses(montre, reponses(numero)))
                .as("réponses du dossier complété sans rien changer")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ChampDuDossier.class)
    void chaqueChampSeLitDansUnFichier(ChampDuDossier champ) throws IOException {
        String cellule = cellule(DEPOT.complete().get(champ.cle()));
        Map<String, String> cellules = new LinkedHashMap<>();
        cellules.put("region", "Bretagne");
        cellules.put("initiative", "Pôle");
        cellules.put("structure_porteuse", "Association");
        cellules.put(champ.colonneDImport(), cellule);
        Map<String, Object> lus =
                ImportDEssai.lire(pieces.donner(Regions.class), pieces.donner(Formulaires.class), cellules);
        assertThat(lus.get(champ.cle()))
                .as("« %s », lu de la colonne « %s » d’un fichier", champ.cle(), champ.colonneDImport())
                .isEqualTo(DEPOT.complete().get(champ.cle()));
    }

    private static String cellule(Object reponse) {
        return reponse instanceof List<?> liste ? String.valueOf(liste.get(0)) : reponse.toString();
    }

    @ParameterizedTest
    @EnumSource(ChampDuDossier.class)
    void chaqueChampEstDansLExportOuTropLongPourLui(ChampDuDossier champ) throws IOException {
        String numero = deposer(DEPOT.complete());
        String avant = ligneExportee(numero);
        dossiers.ecrireChamps(numero, ChampsDuDossier.de(DEPOT.autrement(champ.cle())));
        assertThat(ligneExportee(numero).equals(avant))
                .as("« %s » ne change rien à la ligne du dossier dans export.csv (ExportDesDossiers)", champ.cle())
                .isEqualTo(HORS_DE_L_EXPORT.contains(champ));
    }

    @ParameterizedTest
    @EnumSource(ChampDuDossier.class)
    void chaqueChampSeLitSurLaPageDuDossier(ChampDuDossier champ) throws IOException {
        String page =
                new ClassPathResource("templates/candidature/dossier.html").getContentAsString(StandardCharsets.UTF_8);
        assertThat(accesseurs(champ).stream().anyMatch(page::contains))
                .as("templates/candidature/dossier.html ne montre pas « %s »", champ.cle())
                .isTrue();
    }

    private static List<String> accesseurs(ChampDuDossier champ) {
        List<String> mots = new ArrayList<>(List.of(champ.cle().split("_", -1)));
        String nom = mots.remove(0);
        for (String mot : mots) {
            nom += Character.toUpperCase(mot.charAt(0)) + mot.substring(1);
        }
        String majuscule = Character.toUpperCase(nom.charAt(0)) + nom.substring(1);
        return List.of("dossier." + nom, "dossier.listeDes" + majuscule);
    }

    @ParameterizedTest
    @MethodSource("questionsDeLEvaluation")
    void chaqueReponseDUneEvaluationEstGardee(String cle) {
        assertThat(rendre(EVALUATION.autrement(cle)).equals(rendre(EVALUATION.complete())))
                .as("« %s » ne change rien à ce qui est gardé de l’évaluation (Evaluations)", cle)
                .isFalse();
    }

    /** What the table keeps of a review, without its number and its dossier. */
    private static List<Object> rendre(Map<String, Object> saisie) {
        Evaluations evaluations = pieces.donner(Evaluations.class);
        long id = evaluations
                .demander(deposer(DEPOT.complete()), 1, List.of("pilotes-53"))
                .get(0);
        evaluations.prendre(id, "pilote");
        evaluations.rendre(
                id,
                "pilote",
                ChampsDuDossier.de(pieces.donner(Formulaires.class)
                        .lire("candidature/evaluer-dossier.form")
                        .accepter(saisie, Map.of())));
        Evaluation e = evaluations.lire(id);
        return Arrays.asList(
                e.noteTerritoire(),
                e.commentaireTerritoire(),
                e.noteCooperations(),
                e.commentaireCooperations(),
                e.noteEconomie(),
                e.commentaireEconomie(),
                e.recommandation());
    }

    private static String deposer(Map<String, Object> saisie) {
        Map<String, Object> acceptee = pieces.donner(Formulaires.class)
                .lire("candidature/depot-candidature.form")
                .accepter(saisie, Map.of());
        return dossiers.creer(campagne, Instruction.FORMULAIRE, "53", ChampsDuDossier.de(acceptee), "essai");
    }

    /** What the form of the complements is given, lists as lists. */
    private static Map<String, Object> reponses(String numero) {
        ObjectMapper json = new ObjectMapper();
        ValeursJson enTexte = texte -> Variables.untypedValue(texte);
        Map<String, Object> reponses = new LinkedHashMap<>(ChampDuDossier.reponses(dossiers.lire(numero), enTexte));
        reponses.replaceAll((cle, reponse) -> {
            try {
                return reponse instanceof TypedValue liste
                        ? json.readValue(liste.getValue().toString(), List.class)
                        : reponse;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        return reponses;
    }

    private static String ligneExportee(String numero) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        pieces.donner(ExportDesDossiers.class)
                .ecrire(COMITE, new Recherche(null, null, null, null, "", "numero", false, 1), sortie);
        return sortie.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(ligne -> ligne.startsWith(numero + ";"))
                .findFirst()
                .orElseThrow();
    }
}
