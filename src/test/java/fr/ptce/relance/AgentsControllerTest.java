package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.ptce.ApplicationDeTest;
import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.securite.ClientHttp;
import fr.ptce.portail.Accessibilite;
import fr.ptce.portail.Connexions;
import fr.ptce.portail.Navigateur;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages where agents settle their absences, their e-mails and the leads of groups. */
@ApplicationDeTest
class AgentsControllerTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Preferences preferences;

    @Autowired
    private Responsables responsables;

    @Test
    void chacunDeclareEtAnnuleSonAbsence() {
        ClientHttp accompagnateur = connecte("accompagnateur.bretagne");
        assertThat(accompagnateur.get("/absences").body()).contains("Aucune absence n’est déclarée.");
        LocalDate demain = LocalDate.now(HeureDeParis.ZONE).plusDays(1);
        HttpResponse<String> refus = accompagnateur.postFormulaire(
                "/absences",
                Map.of("personne", "accompagnateur.bretagne", "du", demain.toString(), "au", "2012-01-01"));
        assertThat(refus.statusCode()).isEqualTo(422);
        assertThat(refus.body()).contains("Indiquez une date égale ou postérieure au premier jour.");

        HttpResponse<String> autrui = accompagnateur.postFormulaire(
                "/absences", Map.of("personne", "pilote.auvergne", "du", demain.toString(), "au", demain.toString()));
        assertThat(autrui.statusCode()).isEqualTo(422);

        accompagnateur.postFormulaire(
                "/absences",
                Map.of("personne", "accompagnateur.bretagne", "du", demain.toString(), "au", demain.toString()));
        String page = accompagnateur.get("/absences").body();
        assertThat(page).contains("L’absence est enregistrée.", "/annulation");
        String annulation = page.substring(page.indexOf("/absences/"), page.indexOf("/annulation")) + "/annulation";
        assertThat(connecte("pilote.auvergne")
                        .postFormulaire(annulation, Map.of())
                        .statusCode())
                .isEqualTo(404);
        accompagnateur.postFormulaire(annulation, Map.of());
        assertThat(accompagnateur.get("/absences").body()).contains("L’absence est annulée");
    }

    @Test
    void chacunChoisitLeRythmeDeSesCourriels() {
        ClientHttp pilote = connecte("pilote.auvergne");
        pilote.postFormulaire("/preferences", Map.of("rythme", "HEBDOMADAIRE"));
        assertThat(pilote.get("/preferences").body()).contains("Votre choix est enregistré.");
        assertThat(preferences.de("pilote.auvergne")).isEqualTo(Rythme.HEBDOMADAIRE);
        assertThat(preferences.de("pilote.bretagne")).isEqualTo(Rythme.QUOTIDIEN);
        assertThat(pilote.postFormulaire("/preferences", Map.of("rythme", "JAMAIS"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void leComiteDesigneLesResponsables() {
        ClientHttp comite = connecte("comite");
        assertThat(comite.get("/responsables").body()).contains("Pilotes Auvergne (CRESS)", "Pilote Auvergne");
        assertThat(comite.postFormulaire("/responsables/pilotes-83", Map.of("personne", "pilote.auvergne"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(responsables.parGroupe()).containsEntry("pilotes-83", "pilote.auvergne");
        assertThat(comite.postFormulaire("/responsables/pilotes-83", Map.of("personne", "pilote.bretagne"))
                        .statusCode())
                .isEqualTo(404);
        comite.postFormulaire("/responsables/pilotes-83", Map.of("personne", ""));
        assertThat(responsables.parGroupe()).doesNotContainKey("pilotes-83");
    }

    @Test
    void lesAutresNOuvrentPasCesPages() {
        for (String chemin : List.of("/absences", "/preferences", "/responsables")) {
            assertThat(new ClientHttp(port).get(chemin).statusCode()).as(chemin).isIn(302, 401);
        }
        assertThat(connecte("pilote.bretagne").get("/responsables").statusCode())
                .isEqualTo(403);
        assertThat(connecte("pilote.bretagne")
                        .postFormulaire("/responsables/pilotes-83", Map.of("personne", "pilote.auvergne"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void lesPagesSontAccessibles() {
        try (BrowserContext session = Navigateur.session()) {
            Page page = session.newPage();
            Connexions.ouvrir(page, "http://localhost:" + port, "comite", "demo");
            for (String chemin : List.of("/absences", "/preferences", "/responsables", "/relances")) {
                page.navigate("http://localhost:" + port + chemin);
                Navigateur.capture(page, "agents-" + chemin.substring(1));
                assertThat(Accessibilite.fautes(page)).as(chemin).isEmpty();
            }
        }
    }

    private ClientHttp connecte(String identifiant) {
        return new ClientHttp(port).connecter(identifiant, "demo");
    }
}
