package fr.ptce.pilotage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ptce.ApplicationDeTest;
import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Pas;
import fr.ptce.portail.ParcoursAuNavigateur;
import fr.ptce.relance.JoursOuvres;
import fr.ptce.relance.TachesSuivies;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The pilots' actions in a browser: with the mouse, with the keyboard alone, on a telephone; accessible. */
@ApplicationDeTest
class ParcoursDesActionsTest extends ParcoursAuNavigateur {

    private static final String MOTIF = "Le porteur attend une réponse de sa commune.";
    private static final int TELEPHONE = 390;

    @Autowired
    private DossiersEnCours dossiers;

    @Autowired
    private JoursOuvres joursOuvres;

    @Autowired
    private TachesSuivies suivies;

    @Autowired
    private JavaMailSenderImpl serveurDeCourriel;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private Pas pas;

    @Test
    void unPiloteConfieUneTacheEtEnChangeLEcheance() {
        String dossier = dossiers.enRelecture("53");
        String tache = pas.taches(dossier, "userTask_declarerInterets").stream()
                .filter(ouverte -> estPourLaBretagne(ouverte.getId()))
                .findFirst()
                .orElseThrow()
                .getId();
        arriver();
        connecter("pilote.national", "/pilotage/taches/" + tache);
        conforme("pilotage-tache");

        page.getByText("Confier à quelqu’un").click();
        page.getByLabel("Personne").selectOption("pilote.bretagne");
        page.locator("#motif-confier").fill(MOTIF);
        conforme("pilotage-tache-confier");
        bouton("Confier la tâche").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("est confiée à Pilote Bretagne.");

        LocalDate dimanche =
                LocalDate.now(HeureDeParis.ZONE).with(DayOfWeek.SUNDAY).plusWeeks(1);
        changerLEcheance(dimanche);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("n’est pas un jour ouvré");
        conforme("pilotage-tache-refusee");
        changerLEcheance(joursOuvres.ajouter(dimanche, 3, "53"));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("est maintenant attendue pour le");
    }

    private boolean estPourLaBretagne(String tache) {
        return suivies.lire(tache).orElseThrow().groupes().contains("pilotes-53");
    }

    private void changerLEcheance(LocalDate jour) {
        Locator formulaire =
                page.locator("details", new Page.LocatorOptions().setHasText(Pattern.compile("Nouvelle échéance")));
        if (formulaire.getAttribute("open") == null) {
            formulaire.locator("summary").click();
        }
        page.getByLabel("Nouvelle échéance").fill(jour.toString());
        page.locator("#motif-echeance").fill(MOTIF);
        bouton("Changer l’échéance").click();
    }

    @Test
    void unParcoursSeSuspendEtSeReprendAuClavier() {
        String dossier = dossiers.aCompleter("53");
        String instance = pas.tache(dossier, "userTask_completerDossier").getProcessInstanceId();
        arriver();
        connecter("pilote.bretagne", "/pilotage/instances/" + instance + "/actions");
        conforme("pilotage-actions");

        auClavier("Suspendre le parcours", "motif-suspendre");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Le parcours est suspendu");
        conforme("pilotage-actions-suspendu");
        page.locator("#motif-reprendre").focus();
        page.keyboard().type(MOTIF);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Le parcours a repris");
    }

    /** From the summary, nothing but the keys. */
    private void auClavier(String resume, String motif) {
        Locator sommaire = page.locator("summary", new Page.LocatorOptions().setHasText(resume));
        for (int pression = 0;
                pression < 40
                        && !sommaire.evaluate("e => e === document.activeElement")
                                .equals(true);
                pression++) {
            page.keyboard().press("Tab");
        }
        assertThat(sommaire).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("#" + motif)).isFocused();
        page.keyboard().type(MOTIF);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
    }

    @Test
    void unIncidentSeReessaieEtLesPagesTiennentSurUnTelephone() {
        String dossier = dossiers.aCompleter("53");
        int portDuServeur = serveurDeCourriel.getPort();
        serveurDeCourriel.setPort(1);
        try {
            String autre = dossiers.depose("53");
            echouer(premierJob(autre));
            arriver();
            connecter("admin", "/pilotage/incidents");
            assertThat(page.locator("table")).containsText(autre);
            page.getByText("Détail technique").first().click();
            conforme("pilotage-incidents");

            page.setViewportSize(TELEPHONE, 844);
            for (String chemin : new String[] {
                "/pilotage/incidents",
                "/pilotage/taches/"
                        + pas.tache(dossier, "userTask_completerDossier").getId(),
                "/pilotage/instances/" + premierJob(autre).getProcessInstanceId() + "/actions"
            }) {
                aller(chemin);
                Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(chemin)
                        .isEqualTo(TELEPHONE);
                conforme("pilotage-telephone-" + chemin.split("/", -1)[2]);
            }

            serveurDeCourriel.setPort(portDuServeur);
            aller("/pilotage/incidents");
            bouton("Réessayer Accuser réception, " + autre).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("est relancée");
            pas.avancer(autre);
            aller("/pilotage/incidents");
            assertThat(page.locator("main")).not().containsText(autre);
        } finally {
            serveurDeCourriel.setPort(portDuServeur);
        }
    }

    private Job premierJob(String dossier) {
        return managementService
                .createJobQuery()
                .processInstanceId(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(dossier)
                        .singleResult()
                        .getId())
                .singleResult();
    }

    private void echouer(Job job) {
        while (managementService
                        .createJobQuery()
                        .jobId(job.getId())
                        .singleResult()
                        .getRetries()
                > 0) {
            Assertions.assertThatThrownBy(() -> managementService.executeJob(job.getId()))
                    .isNotNull();
        }
    }
}
