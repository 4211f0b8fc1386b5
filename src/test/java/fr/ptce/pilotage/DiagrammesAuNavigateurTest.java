package fr.ptce.pilotage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ptce.ApplicationDeTest;
import fr.ptce.candidature.CandidatureProcess;
import fr.ptce.portail.Navigateur;
import fr.ptce.portail.ParcoursAuNavigateur;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The diagrams in a browser: on our pages, and in Cockpit. */
@ApplicationDeTest
class DiagrammesAuNavigateurTest extends ParcoursAuNavigateur {

    private static final int TELEPHONE = 390;

    @Autowired
    private CandidaturesDEssai candidatures;

    @Autowired
    private RepositoryService modeles;

    private String instance;

    @BeforeEach
    void deposer() {
        String numero = candidatures.deposer("31");
        instance = candidatures.instance(numero);
        candidatures.declarer(numero, "pilotes-31", "pilote.nord-pas-de-calais");
        candidatures.evaluer(numero, "pilote.nord-pas-de-calais", 4, "retenir");
        arriver();
    }

    @Test
    void leCheminSeDessineSeLitEtSeDeplaceAuClavier() {
        connecter("pilote.nord-pas-de-calais", "/pilotage/instances/" + instance);
        Locator cadre = page.locator(".diagramme__cadre");
        assertThat(page.locator(".djs-element.parcours-faite[data-element-id=userTask_evaluerDossier]"))
                .isVisible();
        assertThat(page.locator(".djs-element.parcours-fleche[data-element-id=flow_recevable]"))
                .hasCount(1);
        assertThat(page.locator(".djs-element.parcours-en-cours[data-element-id=subProcess_relecture]"))
                .hasCount(1);
        assertThat(page.locator(".bjs-powered-by")).isVisible();
        conforme("parcours-instance");

        String avant = transformation();
        cadre.focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".viewport")).not().hasAttribute("transform", avant);
        String deplace = transformation();
        page.keyboard().press("Tab");
        bouton("Agrandir").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".viewport")).not().hasAttribute("transform", deplace);

        page.setViewportSize(TELEPHONE, 800);
        page.reload();
        assertThat(page.locator(".djs-element.parcours-faite").first()).isAttached();
        conforme("parcours-instance-telephone");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling")
                .isTrue();
    }

    @Test
    void laListeEtLaFrequentationSontAccessiblesLargesEtEtroites() {
        connecter("pilote.nord-pas-de-calais", "/pilotage/instances");
        conforme("instances");
        aller("/pilotage/processus/" + definition() + "/frequentation?periode=tout");
        conforme("frequentation");
        page.setViewportSize(TELEPHONE, 800);
        conforme("frequentation-telephone");
        aller("/pilotage/instances");
        conforme("instances-telephone");
        aller("/pilotage/instances/inconnue");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Processus introuvable")))
                .isVisible();
    }

    @Test
    void cockpitMontreLeParcoursDUneInstance() {
        connecter(
                "pilote.nord-pas-de-calais",
                "/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
        assertThat(page.locator(".djs-element.parcours-faite").first()).isAttached();
        ouvrirAuClavier("Parcours");
        FrameLocator cadre = page.frameLocator("iframe[title=Parcours]");
        assertThat(cadre.getByRole(
                        AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setName("Les étapes, dans l’ordre")))
                .isVisible();
        conforme("cockpit-parcours", "iframe[title=Parcours]");
    }

    @Test
    void cockpitMontreLaFrequentationDUnProcessusEtSesInstancesTerminees() {
        connecter(
                "pilote.nord-pas-de-calais",
                "/camunda/app/cockpit/default/#/process-definition/" + definition() + "/runtime");
        assertThat(page.locator(".etiquette-ptce").first()).isAttached();
        Navigateur.capture(page, "cockpit-chaleur-nombre");
        assertThat(etiquette("Décider")).hasText("0");
        assertThat(page.locator(".reglage-ptce")).hasCount(1);
        page.locator(".reglage-ptce").getByLabel("Période").selectOption("12m");
        page.locator(".reglage-ptce").getByLabel("Montrer").selectOption("duree");
        assertThat(etiquette("Évaluer le dossier")).hasText("moins d’une minute");
        assertThat(etiquette("Décider")).hasCount(0);
        Navigateur.capture(page, "cockpit-chaleur-duree");
        ouvrirAuClavier("Fréquentation");
        assertThat(page.frameLocator("iframe[title=Fréquentation]").getByRole(AriaRole.TABLE))
                .isVisible();
        conforme("cockpit-frequentation", "iframe[title=Fréquentation]", ".reglage-ptce");
        ouvrirAuClavier("Terminées");
        assertThat(page.frameLocator("iframe[title=Terminées]")
                        .getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setName("Processus terminés")))
                .isVisible();
        conforme("cockpit-terminees", "iframe[title=Terminées]");
    }

    /** What Cockpit's diagram says of a step. */
    private Locator etiquette(String etape) {
        return page.locator(".etiquette-ptce[title^='" + etape + "\u00a0:']");
    }

    private void ouvrirAuClavier(String nom) {
        Locator onglet = page.locator(".ctn-tabbed .nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText(nom))
                .first();
        onglet.focus();
        assertThat(onglet).isFocused();
        page.keyboard().press("Enter");
    }

    private String transformation() {
        return page.locator(".viewport").getAttribute("transform");
    }

    private String definition() {
        return modeles.createProcessDefinitionQuery()
                .processDefinitionKey(CandidatureProcess.CLE)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
