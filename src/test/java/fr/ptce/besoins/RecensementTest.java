package fr.ptce.besoins;

import static fr.ptce.besoins.Situation.A_APPELER;
import static fr.ptce.besoins.Situation.A_QUALIFIER;
import static fr.ptce.besoins.Situation.EN_ATTENTE;
import static fr.ptce.besoins.Situation.EN_LIGNE;
import static fr.ptce.besoins.Situation.INJOIGNABLES;
import static fr.ptce.besoins.Situation.INTERROGEES;
import static fr.ptce.besoins.Situation.JAMAIS;
import static fr.ptce.besoins.Situation.QUALIFIEES;
import static fr.ptce.besoins.Situation.REPONSES;
import static fr.ptce.besoins.Situation.RETIREES;
import static fr.ptce.besoins.Situation.TELEPHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Elements;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Evenements;
import fr.ptce.besoins.Recensement.BesoinRecense;
import fr.ptce.besoins.Recensement.Territoire;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Pas;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * The questionnaire is launched for the initiatives <i>en projet</i> of a call, as many and as diverse as in the
 * demonstration; their answers, on line, by telephone, unreachable, corrected, withdrawn in between, give exactly the
 * census that one counts by hand.
 */
@ApplicationDeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecensementTest {

    private static final String CAMPAGNE = "PTCE-2011";
    /** Number, region of 2012, themes. */
    private static final List<List<String>> INITIATIVES = List.of(
            List.of("PTCE-0008", "83", "culture"),
            List.of("PTCE-0016", "53", "developpement-local"),
            List.of("PTCE-0024", "01", "alimentation"),
            List.of("PTCE-0032", "11", "emploi", "services"),
            List.of("PTCE-0040", "11", "eco-activites"),
            List.of("PTCE-0048", "11", "developpement-local"),
            List.of("PTCE-0072", "FR", "culture"),
            List.of("PTCE-0088", "93", "developpement-local"),
            List.of("PTCE-0096", "82", "culture"),
            List.of("PTCE-0104", "82", "developpement-local"),
            List.of("PTCE-0117", "53", "eco-activites"),
            List.of("PTCE-0118", "53", "alimentation"),
            List.of("PTCE-0119", "82", "mobilite"),
            List.of("PTCE-0120", "11", "culture"));

    private static final Agent ADMIN = new Agent("admin", Set.of("camunda-admin"), Set.of());
    private static final Agent BRETAGNE = new Agent("pilote.bretagne", Set.of("pilotes", "pilotes-53"), Set.of("53"));
    private static final Pattern CHIFFRE =
            Pattern.compile("<a[^>]*href=\"(/besoins/initiatives[^\"]*)\"[^>]*aria-label=\"(\\d+)[^>]*>");
    private static final Pattern SITUATION = Pattern.compile(
            "<a href=\"(/besoins/initiatives\\?[^\"]*situation=[^\"]*)\">[^<]*<strong>(\\d+)</strong></a>");

    @Autowired
    private LancementDesQuestionnaires lancement;

    @Autowired
    private Lancements lancements;

    @Autowired
    private RecensementDesBesoins recensements;

    @Autowired
    private Questionnaires questionnaires;

    @Autowired
    private Initiatives initiatives;

    @Autowired
    private InitiativesDEssai essai;

    @Autowired
    private Pas pas;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WebApplicationContext contexte;

    private MockMvc pages;

    @BeforeAll
    void lancerPuisRepondre() {
        pages = MockMvcBuilders.webAppContextSetup(contexte)
                .apply(springSecurity())
                .build();
        INITIATIVES.forEach(this::inscrire);
        interrogerUnePremiereFois("PTCE-0008");
        lancer();

        enLigne("PTCE-0008", "emergence", Map.of("gouvernance", 4, "financement", 2));
        enLigne("PTCE-0016", "structuration", Map.of("gouvernance", 3, "foncier", 4));
        parTelephone("PTCE-0024", "emergence", Map.of("financement", 4));
        parTelephone("PTCE-0032", "developpement", Map.of("gouvernance", 4, "animation", 1));
        renoncer("PTCE-0040");
        // PTCE-0048 still has time to answer.
        enLigne("PTCE-0072", "structuration", Map.of("juridique", 4));
        enLigne("PTCE-0088", "emergence", Map.of());
        enLigne("PTCE-0096", "emergence", Map.of("gouvernance", 4));
        retirer("PTCE-0096");
        retirer("PTCE-0104");
        enLigne("PTCE-0117", "structuration", Map.of("financement", 3, "gouvernance", 2));
        pas.declencher("PTCE-0118", Elements.SANS_REPONSE);
        enLigne("PTCE-0119", "developpement", Map.of("animation", 2));
        enLigne("PTCE-0120", "emergence", Map.of("gouvernance", 1, "juridique", 3));

        qualifier("PTCE-0008", false);
        qualifier("PTCE-0072", true);
        qualifier("PTCE-0117", false);
        qualifier("PTCE-0120", true);
        dater();
    }

    @Test
    void lesChiffresClesSontCeuxDesReponsesRecues() {
        Recensement recensement = recensement(ADMIN, Map.of());

        assertThat(recensement.nombres())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(INTERROGEES, 12L),
                        Map.entry(REPONSES, 9L),
                        Map.entry(EN_LIGNE, 7L),
                        Map.entry(TELEPHONE, 2L),
                        Map.entry(EN_ATTENTE, 1L),
                        Map.entry(A_APPELER, 1L),
                        Map.entry(A_QUALIFIER, 5L),
                        Map.entry(QUALIFIEES, 4L),
                        Map.entry(INJOIGNABLES, 1L),
                        Map.entry(JAMAIS, 0L),
                        Map.entry(RETIREES, 2L)));
        assertThat(recensement.mediane()).isEqualTo(5.0 * 24 * 60);
    }

    @Test
    void lesBesoinsSeComptentParImportance() {
        Recensement recensement = recensement(ADMIN, Map.of());

        assertThat(exprimes(recensement))
                .containsExactlyEntriesOf(ordonnes(
                        "gouvernance", List.of(1L, 1L, 1L, 2L),
                        "financement", List.of(0L, 1L, 1L, 1L),
                        "juridique", List.of(0L, 0L, 1L, 1L),
                        "animation", List.of(1L, 1L, 0L, 0L),
                        "foncier", List.of(0L, 0L, 0L, 1L)));
        assertThat(recensement.besoins()).hasSize(12);
        assertThat(totaux(recensement(ADMIN, Map.of("importance", "3"))))
                .isEqualTo(Map.of("gouvernance", 3L, "financement", 2L, "juridique", 2L, "foncier", 1L));
    }

    @Test
    void lesBesoinsSeComptentParRegionDesDeuxDecoupages() {
        Recensement actuel = recensement(ADMIN, Map.of("axe", "region"));
        assertThat(actuel.colonnes().values())
                .containsExactly("Auvergne-Rhône-Alpes", "Bretagne", "Guadeloupe", "Île-de-France", "National");
        assertThat(actuel.cellules().get("gouvernance")).isEqualTo(Map.of("84", 1L, "53", 2L, "11", 2L));
        assertThat(actuel.cellules().get("financement")).isEqualTo(Map.of("84", 1L, "53", 1L, "01", 1L));
        assertThat(actuel.cellules().get("animation")).isEqualTo(Map.of("84", 1L, "11", 1L));
        assertThat(actuel.cellules().get("juridique")).isEqualTo(Map.of("FR", 1L, "11", 1L));
        assertThat(actuel.cellules().get("foncier")).isEqualTo(Map.of("53", 1L));

        Recensement ancien = recensement(ADMIN, Map.of("axe", "region", "decoupage", "2012"));
        assertThat(ancien.cellules().get("gouvernance")).isEqualTo(Map.of("83", 1L, "53", 2L, "11", 2L));
        assertThat(ancien.cellules().get("animation")).isEqualTo(Map.of("82", 1L, "11", 1L));
    }

    @Test
    void lesBesoinsSeComptentParThemeEtParStade() {
        Recensement parTheme = recensement(ADMIN, Map.of("axe", "theme"));
        assertThat(parTheme.cellules().get("gouvernance"))
                .isEqualTo(Map.of(
                        "culture", 2L, "developpement-local", 1L, "emploi", 1L, "services", 1L, "eco-activites", 1L));
        Recensement parStade = recensement(ADMIN, Map.of("axe", "stade"));
        assertThat(parStade.colonnes().values()).containsExactly("Émergence", "Structuration", "Développement");
        assertThat(parStade.cellules().get("gouvernance"))
                .isEqualTo(Map.of("emergence", 2L, "structuration", 2L, "developpement", 1L));
    }

    @Test
    void chaqueRegionCompteSesInterrogeesEtSesReponses() {
        assertThat(recensement(ADMIN, Map.of()).territoires())
                .extracting(Territoire::nom, Territoire::interrogees, Territoire::reponses)
                .containsExactly(
                        tuple("Auvergne-Rhône-Alpes", 2L, 2L),
                        tuple("Bretagne", 3L, 2L),
                        tuple("Guadeloupe", 1L, 1L),
                        tuple("Île-de-France", 4L, 2L),
                        tuple("National", 1L, 1L),
                        tuple("Provence-Alpes-Côte d’Azur", 1L, 1L));
    }

    @Test
    void chaqueFiltreRestreintCeQuiEstCompte() {
        assertThat(totaux(recensement(ADMIN, Map.of("region", "84"))))
                .isEqualTo(Map.of("gouvernance", 1L, "financement", 1L, "animation", 1L));
        assertThat(totaux(recensement(ADMIN, Map.of("region", "82", "decoupage", "2012"))))
                .isEqualTo(Map.of("animation", 1L));
        assertThat(totaux(recensement(ADMIN, Map.of("theme", "culture"))))
                .isEqualTo(Map.of("gouvernance", 2L, "financement", 1L, "juridique", 2L));
        assertThat(totaux(recensement(ADMIN, Map.of("stade", "emergence", "region", "11"))))
                .isEqualTo(Map.of("gouvernance", 1L, "juridique", 1L));
        assertThat(recensement(ADMIN, Map.of("campagne", "AUTRE")).nombre(INTERROGEES))
                .isZero();
        assertThat(recensement(ADMIN, Map.of("theme", "sans")).nombre(INTERROGEES))
                .isZero();
    }

    @Test
    void unPiloteRegionalCompteSaRegion() {
        Recensement breton = recensement(BRETAGNE, Map.of());

        assertThat(breton.nombre(INTERROGEES)).isEqualTo(3);
        assertThat(totaux(breton)).isEqualTo(Map.of("gouvernance", 2L, "foncier", 1L, "financement", 1L));
        assertThat(breton.territoires()).extracting(Territoire::nom).containsExactly("Bretagne");
    }

    @Test
    void chaqueChiffreMeneAuxInitiativesQuIlCompte() throws Exception {
        int suivis = 0;
        for (String adresse : List.of(
                "/besoins",
                "/besoins?axe=region",
                "/besoins?axe=region&decoupage=2012",
                "/besoins?axe=theme",
                "/besoins?axe=stade&importance=3",
                "/besoins?axe=theme&theme=services",
                "/besoins?axe=region&region=84",
                "/besoins?region=84&theme=culture")) {
            String page = page(adresse);
            for (Pattern lien : List.of(CHIFFRE, SITUATION)) {
                Matcher chiffre = lien.matcher(page);
                while (chiffre.find()) {
                    String liste = page(chiffre.group(1).replace("&amp;", "&"));
                    String attendu =
                            chiffre.group(2).equals("1") ? ">1 initiative<" : ">" + chiffre.group(2) + " initiatives<";
                    assertThat(liste).as("%s from %s", chiffre.group(), adresse).contains(attendu);
                    suivis++;
                }
            }
        }
        assertThat(suivis).isGreaterThan(80);
    }

    @Test
    void leRecensementSeLitDansUnTableur() throws Exception {
        Map<String, List<List<String>>> classeur = classeur("/besoins/recensement.xlsx?axe=stade&campagne=" + CAMPAGNE);

        assertThat(classeur.keySet()).containsExactly("Besoins", "Régions", "Chiffres clés");
        assertThat(classeur.get("Besoins").get(0))
                .containsExactly("Besoin", "Émergence", "Structuration", "Développement", "Total");
        assertThat(classeur.get("Besoins").get(1)).containsExactly("Gouvernance", "2", "2", "1", "5");
        assertThat(classeur.get("Besoins")).hasSize(13);
        assertThat(classeur.get("Régions")).contains(List.of("Bretagne", "3", "2", "4.5"));
        assertThat(classeur.get("Chiffres clés"))
                .contains(List.of("Interrogées", "12"), List.of("Réponses reçues", "9"));

        assertThat(csv("/besoins/recensement.csv?axe=stade&campagne=" + CAMPAGNE))
                .isEqualTo(classeur.get("Besoins"));
    }

    @Test
    void laListeSeLitDansUnTableur() throws Exception {
        List<List<String>> csv = csv("/besoins/initiatives.csv?situation=reponses&campagne=" + CAMPAGNE);

        assertThat(csv).hasSize(10);
        Map<String, String> trente = ligne(csv, "PTCE-0032");
        assertThat(trente)
                .containsEntry("Région", "Île-de-France")
                .containsEntry(
                        "Thèmes",
                        "Emploi durable et sécurisation des parcours, Services à la personne et médico-social")
                .containsEntry("Situation", "À qualifier")
                .containsEntry("Stade", "Développement")
                .containsEntry("Réponse", "par téléphone")
                .containsEntry("Gouvernance", "4")
                .containsEntry("Animation du pôle", "1")
                .containsEntry("Financement", "");
        assertThat(ligne(csv, "PTCE-0120"))
                .containsEntry("Situation", "Besoins qualifiés")
                .containsEntry("Motif de la correction", "Le bail prend fin en mars.");

        List<List<String>> xlsx = classeur("/besoins/initiatives.xlsx?situation=reponses&campagne=" + CAMPAGNE)
                .get("Initiatives");
        assertThat(xlsx.get(0)).isEqualTo(csv.get(0));
        assertThat(colonne(xlsx, "Numéro")).isEqualTo(colonne(csv, "Numéro"));
        assertThat(colonne(xlsx, "Gouvernance")).isEqualTo(colonne(csv, "Gouvernance"));
    }

    @Test
    void uneCampagneSansReponseLeDitGentiment() throws Exception {
        assertThat(page("/besoins?campagne=AUTRE")).contains("Aucune initiative interrogée ne correspond");
        assertThat(page("/besoins?region=44")).contains("Aucune initiative interrogée ne correspond");
        assertThat(page("/besoins/initiatives?besoin=evaluation")).contains("Aucune initiative ne correspond");
    }

    private void inscrire(List<String> initiative) {
        String numero = initiative.get(0);
        essai.inscrire(
                CAMPAGNE,
                numero,
                initiative.get(1),
                "en-projet",
                "porteur-" + numero + "@demo.example",
                initiative.stream().skip(2).toArray(String[]::new));
    }

    /** Whoever was not reached is asked again: only the answer that follows counts. */
    private void interrogerUnePremiereFois(String numero) {
        essai.lancer(initiatives.chercher(numero).orElseThrow(), Map.of());
        pas.avancer(numero);
        renoncer(numero);
    }

    private void lancer() {
        long id = lancement.preparer(
                ADMIN,
                new CriteresDeLancement(List.of(), CAMPAGNE, List.of(), List.of("en-projet"), null, null, true, false));
        assertThat(lancements.parVerdict(id)).isEqualTo(Map.of(VerdictDeLancement.A_INTERROGER, 14L));
        lancement.confirmer(lancement.ouvrir(ADMIN, id).orElseThrow());
        String instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(LancementBesoinsProcess.reference(id))
                .singleResult()
                .getId();
        managementService.executeJob(managementService
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
        INITIATIVES.forEach(initiative -> pas.avancer(initiative.get(0)));
    }

    private void enLigne(String numero, String stade, Map<String, Integer> besoins) {
        taskService.complete(pas.tache(numero, Elements.REPONDRE).getId(), reponses(stade, besoins));
        pas.avancer(numero);
    }

    private void parTelephone(String numero, String stade, Map<String, Integer> besoins) {
        Map<String, Object> appel = reponses(stade, besoins);
        appel.put("porteur_joint", "oui");
        recueillir(numero, appel);
    }

    private void renoncer(String numero) {
        recueillir(numero, Map.of("porteur_joint", "non", "motif_injoignable", "Trois appels, sans réponse."));
    }

    private void recueillir(String numero, Map<String, Object> appel) {
        if (pas.taches(numero, Elements.RECUEILLIR).isEmpty()) {
            pas.declencher(numero, Elements.SANS_REPONSE);
        }
        connecte(
                "admin",
                () -> taskService.complete(
                        pas.tache(numero, Elements.RECUEILLIR).getId(), appel));
        pas.avancer(numero);
    }

    private static Map<String, Object> reponses(String stade, Map<String, Integer> besoins) {
        Map<String, Object> reponses = InitiativesDEssai.reponses(stade, besoins);
        reponses.put("precisions_besoins", "Nous cherchons un lieu d’échange.");
        return reponses;
    }

    private void retirer(String numero) {
        initiatives.retirer(numero);
        runtimeService.correlateMessage(Evenements.RETRAIT_INITIATIVE, numero);
        pas.avancer(numero);
    }

    private void qualifier(String numero, boolean corriger) {
        Questionnaire questionnaire = questionnaires.courant(numero).orElseThrow();
        Map<String, Object> qualification = new HashMap<>();
        qualification.put("accompagnements", corriger ? List.of("pairs", "dispositif") : questionnaire.proposes());
        qualification.put("priorite", corriger ? "haute" : questionnaire.prioriteProposee());
        if (corriger) {
            qualification.put("motif_correction", "Le bail prend fin en mars.");
        }
        pas.accomplir(numero, pas.tache(numero, Elements.QUALIFIER), "admin", qualification);
    }

    /** The answers came at once: delays of 1, 2 … 9 days instead, in the order of the numbers. */
    private void dater() {
        List<Long> repondus = jdbc.sql("select q.id from questionnaire q join initiative i on i.numero = q.initiative"
                        + " where q.courant and q.repondu_le is not null and i.retiree_le is null order by i.numero")
                .query(Long.class)
                .list();
        for (int rang = 0; rang < repondus.size(); rang++) {
            jdbc.sql("update questionnaire set delai_en_minutes = :minutes where id = :id")
                    .param("minutes", Duration.ofDays(rang + 1L).toMinutes())
                    .param("id", repondus.get(rang))
                    .update();
        }
    }

    private void connecte(String utilisateur, Runnable action) {
        identityService.setAuthentication(utilisateur, List.of("camunda-admin"), List.of());
        try {
            action.run();
        } finally {
            identityService.clearAuthentication();
        }
    }

    private Recensement recensement(Agent agent, Map<String, String> parametres) {
        Map<String, String> deLaCampagne = new HashMap<>(Map.of("campagne", CAMPAGNE));
        deLaCampagne.putAll(parametres);
        return recensements.compter(agent, RechercheDeBesoins.de(deLaCampagne));
    }

    private static Map<String, List<Long>> exprimes(Recensement recensement) {
        Map<String, List<Long>> exprimes = new LinkedHashMap<>();
        recensement.besoins().stream()
                .filter(besoin -> besoin.total() > 0)
                .forEach(besoin -> exprimes.put(
                        besoin.id(), List.copyOf(besoin.parImportance().values())));
        return exprimes;
    }

    private static Map<String, Long> totaux(Recensement recensement) {
        return recensement.besoins().stream()
                .filter(besoin -> besoin.total() > 0)
                .collect(Collectors.toMap(BesoinRecense::id, BesoinRecense::total));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<Long>> ordonnes(Object... clesEtValeurs) {
        Map<String, List<Long>> ordonnes = new LinkedHashMap<>();
        for (int i = 0; i < clesEtValeurs.length; i += 2) {
            ordonnes.put((String) clesEtValeurs[i], (List<Long>) clesEtValeurs[i + 1]);
        }
        return ordonnes;
    }

    private String page(String adresse) throws Exception {
        return new String(contenu(adresse), StandardCharsets.UTF_8);
    }

    private byte[] contenu(String adresse) throws Exception {
        return pages.perform(get(URI.create(adresse))
                        .with(authentication(
                                UsernamePasswordAuthenticationToken.authenticated(ADMIN, null, List.of()))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private List<List<String>> csv(String adresse) throws Exception {
        return Tableurs.csv(contenu(adresse));
    }

    private Map<String, List<List<String>>> classeur(String adresse) throws Exception {
        return Tableurs.xlsx(contenu(adresse));
    }

    private static Map<String, String> ligne(List<List<String>> tableau, String numero) {
        List<String> ligne = tableau.stream()
                .filter(candidate -> candidate.get(0).equals(numero))
                .findFirst()
                .orElseThrow();
        Map<String, String> parTitre = new HashMap<>();
        for (int colonne = 0; colonne < ligne.size(); colonne++) {
            parTitre.put(tableau.get(0).get(colonne), ligne.get(colonne));
        }
        return parTitre;
    }

    private static List<String> colonne(List<List<String>> tableau, String titre) {
        int rang = tableau.get(0).indexOf(titre);
        return tableau.stream().map(ligne -> ligne.get(rang)).toList();
    }
}
