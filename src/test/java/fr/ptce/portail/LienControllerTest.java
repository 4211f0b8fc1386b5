package fr.ptce.portail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import fr.ptce.ApplicationDeTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person without an account answers through a personal link, in a browser. */
@ApplicationDeTest
class LienControllerTest {

    private static final Pattern JETON = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ANGLAIS = Pattern.compile(
            "\\b(?:Field|required|must|valid|Search|Select|Add|new|Remove|Nothing|show|of|Expand|Collapse|No results"
                    + "|selected|Click|sort|Increment|Decrement|Previous|Next|Year|Month|Hour|January|February|March|April"
                    + "|June|July|August|September|October|November|December|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Scroll|toggle"
                    + "|Skip|dd|yyyy|Value|Please)\\b");

    @LocalServerPort
    private int port;

    @Autowired
    private Liens liens;

    @Autowired
    private RepositoryService modeles;

    @Autowired
    private RuntimeService execution;

    @Autowired
    private TaskService taches;

    @Autowired
    private ReponsesDesTaches reponses;

    @Autowired
    private IdentityService identites;

    @Autowired
    private PageDEssai pageDEssai;

    private final List<String> anomalies = new CopyOnWriteArrayList<>();
    private BrowserContext session;
    private Page page;
    private String instance;
    private String lien;

    @BeforeEach
    void preparer() {
        modeles.createDeployment()
                .name("essai-lien")
                .enableDuplicateFiltering(false)
                .addClasspathResource("portail/essai-lien.bpmn")
                .addClasspathResource("portail/essai-lien.form")
                .deploy();
        instance = execution
                .startProcessInstanceByKey(
                        "essai-lien",
                        "PTCE-0042",
                        Map.of(
                                "nomDuPole",
                                "Pôle L’Étang & Cie",
                                "structure",
                                "Ancien </script> nom",
                                "noteInterne",
                                "secret-42"))
                .getId();
        lien = java.net
                .URI
                .create(liens.creer(
                        "PTCE-0042",
                        "porteur@pole.example",
                        LienController.USAGE,
                        tache().getId(),
                        Instant.now().plus(30, ChronoUnit.DAYS)))
                .getPath();
        session = Navigateur.session();
        page = session.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())
                    && !message.text().contains("Failed to load resource")) {
                anomalies.add(message.text());
            }
        });
        page.onPageError(anomalies::add);
    }

    @AfterEach
    void fermer() {
        session.close();
        assertThat(anomalies).isEmpty();
    }

    /** By its option: form-js moves the keyboard's highlight back when another field settles meanwhile. */
    private void choisirLaCooperative() {
        Locator champ = page.locator("input[id$='Champ_statut']");
        champ.blur();
        champ.focus();
        Locator options = page.getByRole(AriaRole.OPTION);
        assertThat(options).hasCount(2);
        options.filter(contenant("Coopérative")).click();
        assertThat(page.locator(".fjs-select-display").filter(contenant("Coopérative")))
                .hasCount(1);
        champ.focus();
    }

    private static Locator.FilterOptions contenant(String texte) {
        return new Locator.FilterOptions().setHasText(texte);
    }

    @Test
    void unePersonneRepondAuClavierEtLaTacheSeTermine() {
        ouvrir();
        assertThat(titre()).hasText("Compléter votre dossier");
        assertThat(page.getByLabel("Nom de la structure")).hasValue("Ancien </script> nom");
        assertThat(page.locator(".fjs-form")).containsText("Pôle L’Étang & Cie");
        Navigateur.capture(page, "lien-formulaire");

        page.getByLabel("Nom de la structure").focus();
        taper("Pôle Kan Ar Mor");
        taper("contact@kanarmor.example");
        taper("29000");
        taper("Une légumerie partagée.");
        taper("12");
        page.keyboard().type("15/03/2012");
        page.keyboard().press("Tab");
        page.keyboard().type("14:30");
        page.keyboard().press("Tab");
        choisirLaCooperative();
        page.keyboard().press("Tab");
        page.keyboard().type("Morb");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("Cult");
        page.keyboard().press("Enter");
        page.getByLabel("Nom du partenaire").fill("Mairie de Quimper");
        page.getByLabel("J’accepte que ces informations soient transmises.").focus();
        page.keyboard().press("Space");
        assertThat(page).hasURL(adresse(lien));
        Navigateur.capture(page, "lien-formulaire-rempli");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Envoyer ma réponse")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.getByText("Votre réponse a été envoyée le")).isVisible();
        assertThat(Accessibilite.fautes(page)).isEmpty();
        Navigateur.capture(page, "lien-reponse");
        assertThat(tache().getTaskDefinitionKey()).isEqualTo("Tache_lire");
        VariableMap variables = execution.getVariablesTyped(instance, false);
        assertThat(variables)
                .containsEntry("structure", "Pôle Kan Ar Mor")
                .containsEntry("salaries", 12)
                .containsEntry("creation", "2012-03-15")
                .containsEntry("heureDAppel", "14:30")
                .containsEntry("statut", "cooperative")
                .containsEntry("departement", "56")
                .containsEntry("avis", "oui")
                .containsEntry("accord", true);
        assertThat(json(variables, "besoins")).isEqualTo("[\"financement\",\"gouvernance\"]");
        assertThat(json(variables, "themes")).isEqualTo("[\"culture\"]");
        assertThat(json(variables, "partenaires")).isEqualTo("[{\"nom\":\"Mairie de Quimper\"}]");
    }

    @Test
    void aucunAnglaisNeSeLitDansLeFormulaire() {
        ouvrir();
        page.getByText("Envoyer ma réponse").click();
        assertThat(page.locator("[data-recapitulatif]")).containsText("réponses sont à corriger");
        toutEstEnFrancais();

        page.getByLabel("Adresse e-mail").fill("pas une adresse");
        page.getByLabel("Code postal").fill("29");
        page.getByLabel("Votre projet").fill("court");
        page.getByLabel("Nombre de salariés").fill("501");
        assertThat(page.locator(".fjs-form-field-error")).containsText(new String[] {
            "Indiquez une adresse e-mail, par exemple prenom.nom@structure.fr.",
            "Indiquez les cinq chiffres du code postal.",
            "10 caractères au minimum.",
            "La valeur doit être inférieure ou égale à 500.",
            "Ce champ est obligatoire.",
            "Ce champ est obligatoire."
        });
        toutEstEnFrancais();

        page.getByLabel("Date de création").click();
        assertThat(page.locator(".flatpickr-calendar.open")).isVisible();
        assertThat(page.getByLabel("Date de création")).hasAttribute("placeholder", "jj/mm/aaaa");
        toutEstEnFrancais();
        assertThat(Accessibilite.fautes(page)).isEmpty();
        Navigateur.capture(page, "lien-calendrier");
        page.keyboard().press("Tab");
        page.getByLabel("Département").fill("zzz");
        assertThat(page.locator(".fjs-dropdownlist-empty")).hasText("Aucun résultat");
        page.getByLabel("Statut juridique").focus();
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(2);
        assertThat(Accessibilite.fautes(page)).isEmpty();
        page.getByText("Ajouter une ligne").click();
        for (int ligne = 0; ligne < 3; ligne++) {
            page.locator(".fjs-repeat-render-add").click();
        }
        assertThat(page.locator(".fjs-repeat-render-collapse")).containsText("Réduire");
        toutEstEnFrancais();
        page.locator(".fjs-repeat-render-collapse").click();
        assertThat(page.locator(".fjs-repeat-render-collapse")).containsText("Tout afficher (5)");
        toutEstEnFrancais();
    }

    @Test
    void lesErreursSontListeesEnHautEtMenentALeurChamp() {
        ouvrir();
        page.getByLabel("Nom de la structure").fill("");
        page.getByText("Envoyer ma réponse").click();

        Locator recapitulatif = page.locator("[data-recapitulatif]");
        assertThat(recapitulatif).isFocused();
        assertThat(recapitulatif.locator("h2")).hasText("3 réponses sont à corriger");
        assertThat(recapitulatif.locator("li").first()).hasText("Nom de la structure\u00a0: Ce champ est obligatoire.");
        assertThat(page.getByLabel("Nom de la structure")).hasAttribute("aria-invalid", "true");
        assertThat(Accessibilite.fautes(page)).isEmpty();
        Navigateur.capture(page, "lien-erreurs");
        recapitulatif.locator("a").first().press("Enter");
        assertThat(page.getByLabel("Nom de la structure")).isFocused();
    }

    @Test
    void ceQueSeulLeServeurRefuseResteDitPresDuChampJusquASaCorrection() {
        ouvrir();
        remplirLObligatoire();
        page.getByLabel("Nom du partenaire").fill("x".repeat(60_000));
        page.getByText("Envoyer ma réponse").click();

        Locator erreur = page.locator(
                        ".fjs-form-field-textfield", new Page.LocatorOptions().setHasText("Nom du partenaire"))
                .locator(".fjs-form-field-error");
        assertThat(erreur).containsText("au maximum");
        assertThat(page.locator("[data-recapitulatif] h2")).hasText("Une réponse est à corriger");
        Navigateur.capture(page, "lien-erreur-du-serveur");
        page.locator("[data-recapitulatif] a").click();
        page.keyboard().press("Tab");
        assertThat(erreur).isVisible();
        assertThat(tache().getTaskDefinitionKey()).isEqualTo("Tache_completer");

        page.getByLabel("Nom du partenaire").fill("Mairie");
        assertThat(erreur).hasCount(0);
        page.getByText("Envoyer ma réponse").click();
        assertThat(page.getByText("Votre réponse a été envoyée le")).isVisible();
    }

    @Test
    void laToucheEntreeDansUnChampNEnvoieRien() {
        ouvrir();
        remplirLObligatoire();
        page.getByLabel("Nom de la structure").press("Enter");
        page.getByLabel("Nombre de salariés").press("Enter");

        assertThat(page.locator("[data-recapitulatif]")).isHidden();
        assertThat(page.locator("[data-etat]")).isEmpty();
        assertThat(tache().getTaskDefinitionKey()).isEqualTo("Tache_completer");
    }

    @Test
    void uneSecondeVisiteMontreCeQuiAEteEnvoyeEtNeChangeRien() {
        taches.complete(tache().getId(), Map.of("structure", "Pôle", "avis", "oui", "accord", true));

        assertThat(page.navigate(adresse(lien)).status()).isEqualTo(200);
        assertThat(page.getByText("Votre réponse a été envoyée le")).isVisible();
        assertThat(page.getByLabel("Nom de la structure")).hasValue("Pôle");
        assertThat(page.getByLabel("Nom de la structure")).not().isEditable();
        assertThat(page.getByText("Envoyer ma réponse")).hasCount(0);
        assertThat(Accessibilite.fautes(page)).isEmpty();
        Navigateur.capture(page, "lien-deja-repondu");
    }

    @Test
    void uneReponseSaisieParUnAgentLeDit() {
        String tache = tache().getId();
        taches.setAssignee(tache, "admin");
        identites.setAuthentication("admin", List.of("camunda-admin"));
        try {
            taches.complete(tache, Map.of("structure", "Pôle", "avis", "oui", "accord", true));
        } finally {
            identites.clearAuthentication();
        }

        page.navigate(adresse(lien));
        assertThat(page.getByText("L’équipe du programme a saisi votre réponse pour vous le"))
                .isVisible();
        assertThat(reponses.lire(tache))
                .hasValueSatisfying(reponse -> assertThat(reponse.par()).isEqualTo("admin"));
    }

    @Test
    void surUnTelephoneLeBrouillonAttendLEnvoiDeLaReponse() {
        page.setViewportSize(390, 844);
        ouvrir();
        page.getByLabel("Nom de la structure").fill("Pôle Kan Ar Mor");
        page.getByLabel("Nom de la structure").blur();
        assertThat(page.getByText("Brouillon enregistré à")).isVisible();
        assertThat(Accessibilite.fautes(page)).isEmpty();

        page.navigate("about:blank");
        ouvrir();
        assertThat(page.getByLabel("Nom de la structure")).hasValue("Pôle Kan Ar Mor");
        page.getByText("Envoyer ma réponse").click();
        assertThat(page.locator("[data-recapitulatif] h2")).containsText("à corriger");
        assertThat(Accessibilite.fautes(page)).isEmpty();
        Navigateur.capture(page, "lien-telephone-erreurs");

        remplirLObligatoire();
        page.getByText("Envoyer ma réponse").click();
        assertThat(page.getByText("Votre réponse a été envoyée le")).isVisible();
        assertThat(Accessibilite.fautes(page)).isEmpty();
        Navigateur.capture(page, "lien-telephone-reponse");
        assertThat(tache().getTaskDefinitionKey()).isEqualTo("Tache_lire");
    }

    @Test
    void laReponseAUneTacheAbandonneeNEstPlusAttendue() {
        execution.deleteProcessInstance(instance, "Retrait");

        page.navigate(adresse(lien));
        assertThat(titre()).hasText("Cette réponse n’est plus attendue.");
    }

    @Test
    void unLienInconnuDitCommentEnDemanderUnNouveau() {
        Response reponse = page.navigate(adresse("/lien/inconnu"));

        assertThat(reponse.status()).isEqualTo(404);
        assertThat(page.locator("main")).containsText("demandez un nouveau lien");
        assertThat(Accessibilite.fautes(page)).isEmpty();
        Navigateur.capture(page, "lien-inconnu");
    }

    @Test
    void unLienResteHorsDesCachesDesMoteursDeRechercheEtDesAutresSites() {
        for (String chemin : List.of(lien, "/lien/inconnu")) {
            assertThat(page.navigate(adresse(chemin)).headers())
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("x-robots-tag", "noindex, nofollow")
                    .containsEntry("cache-control", "no-store");
        }
    }

    @Test
    void seulesLesVariablesQueNommeLeFormulaireQuittentLeServeur() {
        page.navigate(adresse(lien));

        assertThat(page.content())
                .contains("Ancien ")
                .doesNotContain("noteInterne")
                .doesNotContain("secret-42");
    }

    @Test
    void uneReponseQueLeFormulaireRefuseNeChangeRien() {
        APIResponse reponse = poster(lien, "{\"structure\":\"\",\"avis\":\"peut-être\",\"accord\":true}");

        assertThat(reponse.status()).isEqualTo(422);
        assertThat(reponse.text()).contains("\"cle\":\"structure\"", "\"cle\":\"avis\"");
        assertThat(tache().getTaskDefinitionKey()).isEqualTo("Tache_completer");
    }

    @Test
    void repondreDeuxFoisOuSansLienEstRefuseEnFrancais() {
        String reponse = "{\"structure\":\"Pôle\",\"avis\":\"oui\",\"accord\":true}";

        assertThat(poster(lien, reponse).status()).isEqualTo(200);
        assertThat(poster(lien, reponse).status()).isEqualTo(409);
        assertThat(poster(lien, reponse).text()).contains("Vous avez déjà répondu");
        assertThat(poster("/lien/inconnu", reponse).status()).isEqualTo(404);
    }

    @Test
    void unBrouillonSEnregistrePendantLaSaisie() {
        page.navigate(adresse("/candidater/essai-de-page"));
        assertThat(page.locator("[data-formulaire]")).hasAttribute("data-pret", "oui");
        page.getByLabel("Nom de la structure").fill("Brouillon du pôle");

        assertThat(page.locator("[data-formulaire] [data-etat]"))
                .hasText(Pattern.compile("Brouillon enregistré à \\d+\u00a0h\u00a0\\d\\d"));
        assertThat(pageDEssai.brouillon()).containsEntry("structure", "Brouillon du pôle");
    }

    @Test
    void lesDocumentsSeJoignentSeListentEtSeRetirent() {
        page.navigate(adresse("/candidater/essai-de-page"));
        page.getByLabel("Ajouter des documents").setInputFiles(new FilePayload[] {
            new FilePayload("statuts.pdf", "application/pdf", new byte[2048]),
            new FilePayload("programme.exe", "application/octet-stream", new byte[10])
        });

        assertThat(page.locator(".pieces__liste .piece__nom")).hasText("statuts.pdf");
        assertThat(page.locator(".piece__taille")).hasText("2\u00a0Ko");
        assertThat(page.locator("[data-erreurs]"))
                .hasText("programme.exe\u00a0: ce type de document n’est pas accepté.");
        assertThat(page.locator(".pieces [data-etat]")).hasText("Document ajouté.");
        assertThat(Accessibilite.fautes(page)).isEmpty();
        Navigateur.capture(page, "pieces-jointes");

        page.getByLabel("Retirer statuts.pdf").press("Enter");
        assertThat(page.locator(".pieces__liste .piece")).hasCount(0);
        assertThat(page.locator(".pieces [data-etat]")).hasText("statuts.pdf a été retiré.");
    }

    private Locator titre() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private void ouvrir() {
        page.navigate(adresse(lien));
        assertThat(page.locator("[data-formulaire]")).hasAttribute("data-pret", "oui");
        assertThat(page.getByLabel("Nom de la structure")).isVisible();
    }

    private void remplirLObligatoire() {
        page.getByLabel("Nom de la structure").fill("Pôle Kan Ar Mor");
        page.getByLabel("Oui").check();
        page.getByLabel("J’accepte que ces informations soient transmises.").check();
    }

    private void taper(String texte) {
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type(texte);
        page.keyboard().press("Tab");
    }

    /** The texts on screen and what only a screen reader says, but for the mark of the maker of form-js. */
    private void toutEstEnFrancais() {
        Object textes = page.evaluate("""
                () => [...document.querySelectorAll('.formulaire *')]
                  .filter(element => !element.closest('.fjs-powered-by, script, style'))
                  .flatMap(element => [
                    ...['aria-label', 'title', 'placeholder', 'alt'].map(nom => element.getAttribute(nom)),
                    ...[...element.childNodes].filter(noeud => noeud.nodeType === 3).map(noeud => noeud.data)
                  ])
                  .filter(texte => texte && texte.trim())
                """);
        assertThat(textes)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .isNotEmpty()
                .noneMatch(texte -> ANGLAIS.matcher(texte).find());
    }

    private APIResponse poster(String chemin, String json) {
        return session.request()
                .post(
                        adresse(chemin),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setHeader("X-CSRF-TOKEN", jeton())
                                .setData(json.getBytes(StandardCharsets.UTF_8)));
    }

    private String jeton() {
        Matcher jeton =
                JETON.matcher(session.request().get(adresse("/connexion")).text());
        assertThat(jeton.find()).as("CSRF token of the login page").isTrue();
        return jeton.group(1);
    }

    private String adresse(String chemin) {
        return "http://localhost:" + port + chemin;
    }

    private Task tache() {
        return taches.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private static String json(VariableMap variables, String nom) {
        SerializableValue valeur = variables.getValueTyped(nom);
        return valeur.getValueSerialized();
    }
}
