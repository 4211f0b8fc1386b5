package fr.ptce.candidature.importation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.candidature.Campagne;
import fr.ptce.candidature.Campagnes;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.securite.ClientHttp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The import on screen, over HTTP, with real accounts. */
@ApplicationDeTest
class PagesDImportTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Campagnes campagnes;

    @Autowired
    private Pas pas;

    private Campagne campagne;

    @BeforeEach
    void ouvrirUneCampagne() {
        Instant maintenant = Instant.now();
        campagne = campagnes
                .parCode("IMPORT-PAGES")
                .orElseGet(() -> campagnes.creer(
                        "IMPORT-PAGES",
                        "Appel des pages d’import",
                        maintenant.minus(Duration.ofDays(1)),
                        maintenant.plus(Duration.ofDays(30)),
                        2012,
                        2));
    }

    @Test
    void unPiloteNationalAnalyseLitLeRapportEtImporte() {
        ClientHttp pilote = pilote("pilote.national");
        String page = pilote.get(accueil()).body();
        assertThat(page).contains("Importer des candidatures", "structure_porteuse");

        String rapport = envoyer(pilote, lignes(60) + "Atlantide;Perdu;Asso\n=1+1;;\n");
        String lu = pilote.get(rapport).body();
        assertThat(lu).contains("Importer les 60 lignes acceptées", "Page <span>1</span> sur <span>2</span>");
        assertThat(pilote.get(rapport + "?verdict=region-inconnue").body())
                .contains("Atlantide")
                .doesNotContain("Initiative d’essai");
        assertThat(pilote.get(rapport + "?verdict=doublon").body()).contains("Aucune ligne n’a ce verdict");
        assertThat(pilote.get(rapport + "?page=2").body()).contains("Initiative d’essai 60", "Page précédente");

        assertThat(pilote.postFormulaire(rapport + "/lancer", Map.of()).body()).contains("Cochez la case");
        HttpResponse<String> lance = pilote.postFormulaire(rapport + "/lancer", Map.of("confirmation", "true"));
        assertThat(lance.statusCode()).isEqualTo(302);
        assertThat(pilote.get(rapport).body()).contains("Import en cours", "<progress");
        pas.avancer("IMPORT-" + rapport.substring(rapport.lastIndexOf('/') + 1));
        assertThat(pilote.get(rapport).body())
                .contains("Import terminé", "dossiers créés", "/dossiers/PTCE-")
                .doesNotContain("lignes acceptées</button>");
        assertThat(pilote.get(accueil()).body()).contains("essai.csv", "Importé");
    }

    @Test
    void leRapportSeTelechargeEnCsvSansRienExecuterDansUnTableur() {
        ClientHttp comite = pilote("comite");
        String rapport = envoyer(comite, "Bretagne;=cmd();Asso du rapport\n;;\n");
        HttpResponse<String> csv = comite.get(rapport + "/rapport.csv");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body())
                .startsWith("\uFEFFligne;verdict;message")
                .contains("2;Acceptée;;Bretagne;'=cmd();Asso du rapport;")
                .contains("3;Nom manquant;");
    }

    @Test
    void unFichierIllisibleEstExpliqueSurLaPage() {
        ClientHttp admin = pilote("admin");
        HttpResponse<String> refus = admin.postFichier(
                accueil(), "fichier", "notes.csv", "nom;prenom\na;b\n".getBytes(StandardCharsets.UTF_8));
        assertThat(refus.statusCode()).isEqualTo(422);
        assertThat(refus.body()).contains("Il manque les colonnes");
        assertThat(admin.postFichier(accueil(), "fichier", "vide.csv", new byte[0])
                        .body())
                .contains("Choisissez un fichier CSV");
        assertThat(admin.postFichier(accueil(), "fichier", "gros.csv", new byte[5_000_001])
                        .body())
                .contains("Le fichier dépasse 5");
    }

    @Test
    void lesAutresSontRefuses() {
        ClientHttp regional = pilote("pilote.bretagne");
        assertThat(regional.get(accueil(), "Accept", "text/html").statusCode()).isEqualTo(403);
        assertThat(regional.postFichier(accueil(), "fichier", "a.csv", new byte[] {1})
                        .statusCode())
                .isEqualTo(403);
        assertThat(new ClientHttp(port)
                        .get(accueil(), "Accept", "text/html")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(adresse -> assertThat(adresse).contains("/connexion"));
    }

    @Test
    void ceQuiNExistePasNEstPasTrouve() {
        ClientHttp pilote = pilote("pilote.national");
        String rapport = envoyer(pilote, "Bretagne;Pôle introuvable;Asso\n");
        assertThat(pilote.get("/campagnes/999999/import").statusCode()).isEqualTo(404);
        assertThat(pilote.get(accueil() + "/999999").statusCode()).isEqualTo(404);
        assertThat(pilote.get(rapport + "?verdict=autre").statusCode()).isEqualTo(400);
        Campagne autre = campagnes
                .parCode("IMPORT-AUTRE")
                .orElseGet(() -> campagnes.creer(
                        "IMPORT-AUTRE", "Autre", Instant.now(), Instant.now().plusSeconds(60), 2012, 2));
        assertThat(pilote.get(rapport.replace("/" + campagne.id() + "/", "/" + autre.id() + "/"))
                        .statusCode())
                .isEqualTo(404);
    }

    private ClientHttp pilote(String compte) {
        return new ClientHttp(port).connecter(compte, "demo", "welcome");
    }

    private String accueil() {
        return "/campagnes/" + campagne.id() + "/import";
    }

    /** Path of the report. */
    private String envoyer(ClientHttp pilote, String lignes) {
        HttpResponse<String> reponse = pilote.postFichier(
                accueil(),
                "fichier",
                "essai.csv",
                ("region;initiative;structure_porteuse\n" + lignes).getBytes(StandardCharsets.UTF_8));
        assertThat(reponse.statusCode()).isEqualTo(302);
        String adresse = reponse.headers().firstValue("Location").orElseThrow();
        return adresse.substring(adresse.indexOf("/campagnes"));
    }

    private static String lignes(int nombre) {
        StringBuilder texte = new StringBuilder();
        for (int rang = 1; rang <= nombre; rang++) {
            texte.append("Bretagne;Initiative d’essai ").append(rang).append(";Structure\n");
        }
        return texte.toString();
    }
}
