package fr.ptce.moteur.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import fr.ptce.ApplicationDeTest;
import fr.ptce.portail.ParcoursAuNavigateur;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Reads the screens of the webapps in a browser that asks for American English: they must speak French all the same. */
@ApplicationDeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebappsEnFrancaisTest extends ParcoursAuNavigateur {

    private static final String COMPTE = "lectrice";
    private static final String MOT_DE_PASSE = "mot de passe de la lectrice";
    private static final String PROCESSUS = "essai-des-ecrans";

    /** What is left of a text whose key is unknown: `SOME_KEY_NAME`. */
    private static final Pattern NOM_DE_CLE = Pattern.compile("\\b[A-Z]{2,}(?:_[A-Z0-9]+)+\\b");

    private static final Pattern MOMENT = Pattern.compile("^\\s*\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d\\s*$");

    /** Words of the stock screens that no French text contains. */
    private static final Pattern ANGLAIS = Pattern.compile(
            "\\b(?:null|the|of|with|your|Log in|Sign|Please|Create[d]?|Due|ago|Running|Task|Tasks|Users?|Groups?|Definitions?"
                    + "|Name|Value|Claim|Complete|Search|Filter|Started?|Add|Loading|Business Key|Assignee|State|Version Tag"
                    + "|Required|Field|Deployed|Deployment|Last|First|View|Show|Welcome|Links|Settings|Process)\\b");

    /** Visible elements that still wear one of the reds of the stock style sheets. */
    private static final String ROUGES = """
            () => [...document.querySelectorAll('body *')]
              .filter(element => element.getClientRects().length)
              .filter(element => {
                const style = getComputedStyle(element);
                const cotes = ['top', 'right', 'bottom', 'left']
                  .filter(cote => style.getPropertyValue(`border-${cote}-style`) !== 'none')
                  .map(cote => style.getPropertyValue(`border-${cote}-color`));
                return [style.color, style.backgroundColor, ...cotes]
                  .some(couleur => /^rgba?\\((181, 21, 43|135, 16, 32|103, 12, 25|255, 90, 95)[,)]/.test(couleur));
              })
              .map(element => element.outerHTML.slice(0, 100))""";

    /**
     * Types a mark, then a text within the 300 ms that form-js may wait before it reads the mark, and lets both delays
     * run out.
     */
    private static final String SAISIE_RAPIDE = """
            async motif => {
              const attendre = duree => new Promise(suite => setTimeout(suite, duree));
              const saisir = (champ, valeur) => {
                champ.value = valeur;
                champ.dispatchEvent(new Event('input', { bubbles: true }));
              };
              saisir(document.querySelector('.fjs-form-field-number input'), '4');
              await attendre(100);
              saisir(motif, 'Un texte tapé vite');
              await attendre(800);
            }""";

    @Autowired
    private IdentityService identites;

    @Autowired
    private AuthorizationService autorisations;

    @Autowired
    private RepositoryService modeles;

    @Autowired
    private RuntimeService execution;

    @Autowired
    private TaskService taches;

    @BeforeAll
    void preparer() {
        creerUneAdministratrice();
        demarrerUnProcessus();
    }

    @BeforeEach
    void venir() {
        arriver();
        page.setViewportSize(1500, 950);
    }

    @Test
    void laPageDeConnexionEstEnFrancais() {
        aller(adresse("tasklist", ""));

        assertThat(page.locator("form[name=signinForm]")).containsText("Se connecter");
        assertThat(page.locator("input[type=password]")).hasAttribute("placeholder", "Mot de passe");
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        lire("connexion");

        page.locator("input[type=text]").fill(COMPTE);
        page.locator("input[type=password]").fill(MOT_DE_PASSE);
        page.locator("button[type=submit]").click();
        assertThat(page.getByText("Mes tâches")).isVisible();
    }

    @Test
    void tasklistEstEnFrancais() {
        ouvrir("tasklist");
        page.getByText("Toutes les tâches que je peux voir").click();
        Locator carte = carte("Lire les écrans");
        assertThat(carte).containsText("Échéance");
        assertThat(carte).containsText("il y a 9 mois");
        assertThat(page.locator("nav, [cam-widget-header]").first()).containsText("Dossiers");
        lire("tasklist-liste");

        carte.click();
        assertThat(page.locator(".task-details, [cam-tasklist-task]").first()).containsText("Prendre en charge");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        lire("tasklist-tache");
    }

    @Test
    void tasklistNeProposeNiTacheNiProcessusHorsDeNosPages() {
        ouvrir("tasklist");

        assertThat(page.locator(".create-task-action a, .start-process-action a"))
                .hasCount(2);
        assertThat(page.locator(".create-task-action").and(page.locator(":visible")))
                .hasCount(0);
        assertThat(page.locator(".start-process-action").and(page.locator(":visible")))
                .hasCount(0);

        page.getByText("Raccourcis clavier").click();
        assertThat(page.locator(".shortcut-modal tbody tr")).hasCount(4);
        assertThat(page.locator(".shortcut-modal")).not().containsText("processus");
    }

    @Test
    void unRefusNeSAfficheQuEnFrancais() {
        ouvrirLeFormulaire("Refus à montrer");
        page.getByLabel("Note territoire").fill("3");
        page.getByLabel("Défavorable").check();
        page.getByLabel("Motif").fill("   ");
        page.locator(".form-actions .btn-primary").click();

        Locator message = page.locator(".notifications .message");
        assertThat(message).containsText(Pattern.compile("^\\s*Le formulaire n’est pas complet"));
        assertThat(message).containsText("«\u00a0Motif\u00a0»");
        lire("tasklist-refus");
    }

    @Test
    void unTexteTapeViteApresUnAutreChampEstGarde() {
        ouvrirLeFormulaire("Saisie rapide");
        page.getByLabel("Défavorable").check();
        Locator motif = page.getByLabel("Motif");
        motif.fill("Un premier motif");

        motif.evaluate(SAISIE_RAPIDE);

        assertThat(motif).hasValue("Un texte tapé vite");
    }

    @Test
    void cockpitEstEnFrancais() {
        ouvrir("cockpit");
        assertThat(page.locator(".ctn-main")).containsText("Définitions de processus");
        assertThat(page.locator("[cam-widget-header]")).containsText("Décisions du comité");
        lire("cockpit-tableau-de-bord");

        aller(adresse("cockpit", "#/processes"));
        assertThat(page.locator(".ctn-main")).containsText("Essai des écrans");
        lire("cockpit-processus");

        aller(adresse("cockpit", "#/process-definition/" + definition() + "/runtime"));
        assertThat(page.locator(".ctn-main")).containsText("PTCE-0042");
        assertThat(page.locator(".ctn-main td").filter(new Locator.FilterOptions().setHasText(MOMENT)))
                .hasCount(1);
        lire("cockpit-definition");

        aller(adresse("cockpit", "#/process-instance/" + instance() + "/runtime"));
        assertThat(page.locator(".ctn-main")).containsText("Variables");
        lire("cockpit-instance");
    }

    @Test
    void adminEstEnFrancais() {
        ouvrir("admin");
        aller(adresse("admin", "#/users"));
        assertThat(page.locator(".ctn-main")).containsText("Lise");
        lire("admin-utilisateurs");

        aller(adresse("admin", "#/authorization"));
        assertThat(page.locator(".ctn-main")).containsText("Autorisations : Application");
        lire("admin-autorisations");
    }

    @Test
    void welcomeEstEnFrancaisEtMeneANosPages() {
        ouvrir("welcome");
        assertThat(page.locator(".custom-links a[href='/dossiers']")).hasText("Dossiers");
        assertThat(page.locator(".custom-links a[href='/']")).hasText("Site public");
        lire("welcome");
    }

    @Test
    void leBandeauDeLEditeurNEstPasMontre() {
        ouvrir("welcome");

        assertThat(page.locator(".ce-eol-banner").and(page.locator(":visible"))).hasCount(0);
    }

    private void ouvrirLeFormulaire(String nom) {
        Task tache = taches.createTaskQuery()
                .processInstanceId(
                        execution.startProcessInstanceByKey("essai-formulaire").getId())
                .singleResult();
        tache.setName(nom);
        tache.setAssignee(COMPTE);
        taches.saveTask(tache);
        ouvrir("tasklist");
        page.getByText("Mes tâches").click();
        carte(nom).click();
        assertThat(page.locator(".fjs-form")).isVisible();
    }

    private Locator carte(String nom) {
        return page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(nom));
    }

    private void lire(String ecran) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.getByText("Chargement").and(page.locator(":visible"))).hasCount(0);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "webapps", ecran + ".png")));
        String texte = page.locator("body").innerText();
        assertThat(texte).as(ecran).doesNotContainPattern(NOM_DE_CLE);
        assertThat(texte).as(ecran).doesNotContainPattern(ANGLAIS);
        assertThat((List<?>) page.evaluate(ROUGES))
                .as("vendor’s red in " + ecran)
                .isEmpty();
    }

    private void ouvrir(String application) {
        connecter(COMPTE, MOT_DE_PASSE, adresse(application, ""));
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private String adresse(String application, String suite) {
        return "/camunda/app/" + application + "/default/" + suite;
    }

    private String definition() {
        return modeles.createProcessDefinitionQuery()
                .processDefinitionKey(PROCESSUS)
                .singleResult()
                .getId();
    }

    private String instance() {
        return execution
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESSUS)
                .singleResult()
                .getId();
    }

    private void creerUneAdministratrice() {
        User lectrice = identites.newUser(COMPTE);
        lectrice.setFirstName("Lise");
        lectrice.setLastName("Essai");
        lectrice.setPassword(MOT_DE_PASSE);
        identites.saveUser(lectrice);
        for (Resources ressource : Resources.values()) {
            Authorization droits = autorisations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            droits.setUserId(COMPTE);
            droits.setResource(ressource);
            droits.setResourceId(Authorization.ANY);
            droits.addPermission(Permissions.ALL);
            autorisations.saveAuthorization(droits);
        }
        if (identites.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group administration = identites.newGroup(Groups.CAMUNDA_ADMIN);
            administration.setName("Administration");
            identites.saveGroup(administration);
        }
        identites.createMembership(COMPTE, Groups.CAMUNDA_ADMIN);
    }

    private void demarrerUnProcessus() {
        modeles.createDeployment()
                .name("essai-formulaire")
                .addClasspathResource("essais/essai-formulaire.bpmn")
                .addClasspathResource("essais/essai-formulaire.form")
                .deploy();
        modeles.createDeployment()
                .name(PROCESSUS)
                .addModelInstance(
                        PROCESSUS + ".bpmn",
                        Bpmn.createExecutableProcess(PROCESSUS)
                                .name("Essai des écrans")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .name("Reçu")
                                .userTask("lire")
                                .name("Lire les écrans")
                                .endEvent()
                                .name("Lu")
                                .done())
                .deploy();
        execution.startProcessInstanceByKey(PROCESSUS, "PTCE-0042", Map.of("initiative", "Pôle d’essai"));
        Task tache = taches.createTaskQuery().processDefinitionKey(PROCESSUS).singleResult();
        tache.setDueDate(Date.from(Instant.now().minus(275, ChronoUnit.DAYS)));
        taches.saveTask(tache);
    }
}
