package fr.ptce.courriel;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.ptce.ApplicationDeTest;
import fr.ptce.moteur.securite.ClientHttp;
import fr.ptce.portail.Accessibilite;
import fr.ptce.portail.Connexions;
import fr.ptce.portail.Navigateur;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A pilot sees the suspended addresses and lifts one, over real HTTP. */
@ApplicationDeTest
class PagesDesAdressesTest {

    private static final String PAGE = "/administration/courriels/adresses";
    private static final String ADRESSE = "suspendue@porteur.example";

    @LocalServerPort
    private int port;

    @Autowired
    private AdressesSuspendues adresses;

    @AfterEach
    void nettoyer() {
        adresses.lever(ADRESSE);
    }

    @Test
    void unPiloteVoitLeMotifEtRetablitLadresseApresConfirmation() {
        ClientHttp pilote = new ClientHttp(port).connecter("pilote.bretagne", "demo");
        assertThat(pilote.get(PAGE).body()).contains("Aucune adresse n’est suspendue.");
        adresses.suspendre(ADRESSE, "le serveur a dit <non>");

        assertThat(pilote.get(PAGE).body()).contains(ADRESSE, "le serveur a dit &lt;non&gt;", "Rétablir");
        assertThat(pilote.postFormulaire(PAGE + "/confirmer", Map.of("adresse", ADRESSE))
                        .body())
                .contains(ADRESSE, "le serveur a dit &lt;non&gt;", "action=\"" + PAGE + "/lever\"");
        assertThat(adresses.motif(ADRESSE)).isPresent();

        HttpResponse<String> leve = pilote.postFormulaire(PAGE + "/lever", Map.of("adresse", ADRESSE));

        assertThat(leve.statusCode()).isEqualTo(302);
        assertThat(adresses.motif(ADRESSE)).isEmpty();
        assertThat(pilote.get(PAGE).body()).contains("L’adresse est rétablie");
    }

    @Test
    void lesPagesSontAccessiblesEtSutilisentAuClavier() {
        adresses.suspendre(ADRESSE, "le serveur de courriel a répondu «\u00a0550 5.1.1 inconnue\u00a0»");
        try (BrowserContext session = Navigateur.session()) {
            Page page = session.newPage();
            Connexions.ouvrir(page, "http://localhost:" + port, "pilote.bretagne", "demo");
            page.navigate("http://localhost:" + port + PAGE);
            conforme(page, "adresses-suspendues");

            page.getByText("Rétablir " + ADRESSE).press("Enter");
            conforme(page, "adresse-a-retablir");
            page.getByText("Rétablir l’adresse").press("Enter");
            conforme(page, "adresses-suspendues-aucune");

            assertThat(page.locator("[role=status]").innerText()).contains("L’adresse est rétablie");
        }
        assertThat(adresses.motif(ADRESSE)).isEmpty();
    }

    private static void conforme(Page page, String nom) {
        Navigateur.capture(page, nom);
        assertThat(Accessibilite.fautes(page)).as(nom).isEmpty();
    }

    @Test
    void unPiloteSuspendUneAdresseAvecUnMotif() {
        ClientHttp pilote = new ClientHttp(port).connecter("pilote.bretagne", "demo");
        String page = "/administration/courriels/adresses";
        pilote.postFormulaire(
                page + "/suspendre", Map.of("adresse", "revenu@porteur.example", "motif", "Message revenu"));
        assertThat(pilote.get(page).body()).contains("L’adresse est suspendue", "Message revenu");
        assertThat(adresses.motif("revenu@porteur.example")).contains("Message revenu");
        assertThat(pilote.get("/relances").body()).contains("Une adresse est suspendue");

        pilote.postFormulaire(page + "/suspendre", Map.of("adresse", "pas une adresse", "motif", "Essai"));
        assertThat(pilote.get(page).body()).contains("Indiquez une adresse de la forme");
        pilote.postFormulaire(page + "/suspendre", Map.of("adresse", "autre@porteur.example", "motif", " "));
        assertThat(pilote.get(page).body()).contains("Indiquez un motif");
        assertThat(adresses.motif("autre@porteur.example")).isEmpty();
        assertThat(adresses.lever("revenu@porteur.example")).isTrue();
    }

    @Test
    void uneAdresseDejaRetablieLeDit() {
        ClientHttp admin = new ClientHttp(port).connecter("admin", "demo");
        for (String action : new String[] {"/confirmer", "/lever"}) {
            assertThat(admin.postFormulaire(PAGE + action, Map.of("adresse", ADRESSE))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(admin.get(PAGE).body()).contains("n’était plus suspendue");
        }
    }

    @Test
    void lesAutresNeVoientNiNeChangentRien() {
        adresses.suspendre(ADRESSE, "motif");
        ClientHttp autre = new ClientHttp(port).connecter("accompagnateur.bretagne", "demo", "welcome");
        assertThat(autre.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(autre.get(PAGE).body()).doesNotContain(ADRESSE);
        assertThat(autre.postFormulaire(PAGE + "/lever", Map.of("adresse", ADRESSE))
                        .statusCode())
                .isEqualTo(403);
        assertThat(new ClientHttp(port).get(PAGE).statusCode()).isEqualTo(302);

        ClientHttp pilote = new ClientHttp(port).connecter("pilote.bretagne", "demo");
        assertThat(pilote.postSansJeton(PAGE + "/lever", Map.of("adresse", ADRESSE))
                        .statusCode())
                .isEqualTo(403);

        assertThat(adresses.motif(ADRESSE)).isPresent();
    }
}
