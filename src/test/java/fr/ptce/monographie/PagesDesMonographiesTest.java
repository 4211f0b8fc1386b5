package fr.ptce.monographie;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.monographie.MonographieProcess.Elements;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.securite.ClientHttp;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the monographs, as each role gets them over HTTP. */
@ApplicationDeTest
class PagesDesMonographiesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Initiatives initiatives;

    @Autowired
    private PolesDEssai poles;

    @Autowired
    private Monographies monographies;

    @Autowired
    private Entretiens entretiens;

    @Autowired
    private ConduiteDesEntretiens conduiteDesEntretiens;

    @Autowired
    private Documents documents;

    @Autowired
    private Redactions redactions;

    @Autowired
    private Pas pas;

    private Initiative pole;
    private Monographie monographie;
    private String adresse;

    @BeforeEach
    void uneMonographieDontLaGrilleSePrepare() {
        pole = poles.operationnel("53", "culture");
        ClientHttp pilote = connecte("pilote.national");
        HttpResponse<String> suite = pilote.postFormulaire(
                "/monographies/selection",
                Map.of(
                        "poles",
                        pole.numero(),
                        "milieu-" + pole.numero(),
                        "rural",
                        "genre-" + pole.numero(),
                        "filiere"));
        assertThat(suite.headers().firstValue("Location"))
                .hasValueSatisfying(lieu -> assertThat(lieu).endsWith("/monographies"));
        monographie = monographies.liste(PolesDEssai.pilote(), 100, 0).stream()
                .filter(ouverte -> ouverte.initiative().equals(pole.numero()))
                .findFirst()
                .orElseThrow();
        adresse = "/monographies/" + monographie.id();
        pas.avancer(monographie.reference());
        accomplir(Elements.DESIGNER_AUTEUR, Map.of("auteur_propose", "redacteur"));
        accomplir(Elements.ACCEPTER_REDACTION, Map.of("redaction", "oui"));
    }

    @Test
    void laSelectionDitCeQueChaquePoleApporte() {
        Initiative autre = poles.operationnel("26", "commerce-equitable");
        ClientHttp pilote = connecte("pilote.national");

        assertThat(pilote.get("/monographies/selection").body())
                .contains(autre.nom(), "nouvelle région", "1 nouveau thème", "Bretagne (")
                .doesNotContain(pole.nom());
        HttpResponse<String> refus = pilote.postFormulaire(
                "/monographies/selection", Map.of("poles", autre.numero(), "milieu-" + autre.numero(), "mixte"));
        assertThat(refus.statusCode()).isEqualTo(422);
        assertThat(refus.body())
                .contains(
                        "Choisissez le milieu et le genre de chaque pôle coché.",
                        "checked=\"checked\"",
                        "value=\"mixte\" selected=\"selected\"");
        assertThat(monographies.existePour(autre.numero())).isFalse();
        assertThat(connecte("redacteur").get("/monographies/selection").statusCode())
                .isEqualTo(403);
        assertThat(connecte("redacteur")
                        .postFormulaire("/monographies/selection", Map.of("poles", autre.numero()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(connecte("comite").get("/monographies/selection").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "pilote.national,200",
        "pilote.bretagne,200",
        "comite,200",
        "redacteur,200",
        "pilote.auvergne,404",
        "accompagnateur.bretagne,403"
    })
    void chacunVoitCeQuiEstASaPlace(String personne, int statut) {
        ClientHttp client = connecte(personne);

        for (String page : new String[] {"", "/texte", "/texte/finalites"}) {
            assertThat(client.get(adresse + page).statusCode()).as(page).isEqualTo(statut);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/texte", "/texte/finalites", "/lecture", "/entretiens/1", "/pieces/1"})
    void rienNeSeLitSansSession(String page) {
        assertThat(new ClientHttp(port).get(adresse + page).statusCode()).isIn(302, 401);
    }

    @Test
    void seulLAuteurPrepareEtSesNotesRestentConfidentielles() throws Exception {
        Map<String, String> personne =
                Map.of("nom", "Dominique <b>Présidente</b>", "role", "présidente", "courriel", "d@pole.example");
        ClientHttp auteur = connecte("redacteur");
        assertThat(connecte("pilote.national")
                        .postFormulaire(adresse + "/entretiens", personne)
                        .statusCode())
                .isEqualTo(403);
        auteur.postFormulaire(adresse + "/entretiens", personne);
        assertThat(auteur.get(adresse).body())
                .contains("Dominique &lt;b&gt;Présidente")
                .doesNotContain("<b>Pré");
        auteur.postFormulaire(adresse + "/entretiens", Map.of("nom", "X", "role", "y", "courriel", "pas une adresse"));
        assertThat(auteur.get(adresse).body()).contains("pas valable", "pas une adresse");

        Entretien entretien = entretiens.deLaMonographie(monographie.id()).get(0);
        String page = adresse + "/entretiens/" + entretien.id();
        auteur.postFormulaire(page + "/notes", Map.of("notes", "Entre nous, c’est difficile.", "version", "0"));
        assertThat(auteur.postFormulaire(page + "/notes", Map.of("notes", "Un autre texte.", "version", "0"))
                        .body())
                .contains("entre-temps", "Un autre texte.", "Entre nous");
        for (String lecteur : new String[] {"redacteur", "pilote.national", "pilote.bretagne"}) {
            assertThat(connecte(lecteur).get(page).body()).contains("Entre nous");
        }
        for (String autre : new String[] {"comite", "accompagnateur.bretagne"}) {
            assertThat(connecte(autre).get(page).statusCode()).as(autre).isEqualTo(403);
        }
        assertThat(connecte("pilote.national")
                        .postFormulaire(page + "/notes", Map.of("notes", "x", "version", "1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(auteur.get("/monographies/999999/entretiens/" + entretien.id())
                        .statusCode())
                .isEqualTo(404);
        auteur.get(page);
        auteur.postFormulaire(page + "/citations", Map.of("texte", "Des mots."));
        assertThat(auteur.get(page).body()).contains("n’a pas accepté d’être citée");
        auteur.postFormulaire(page + "/retirer", Map.of());
        assertThat(entretiens.deLaMonographie(monographie.id())).isEmpty();
    }

    @Test
    void unDocumentSAjouteEtSeLitParCeuxQuiEnOntLeDroit() {
        ClientHttp auteur = connecte("redacteur");
        auteur.postFormulaire(adresse + "/documents", Map.of("titre", " ", "nature", "bilan", "apport", "Rien."));
        assertThat(auteur.get(adresse).body()).contains("Donnez le titre du document");
        auteur.postFormulaire(
                adresse + "/documents", Map.of("titre", "Bilan 2026", "nature", "bilan", "apport", "Les effectifs."));
        assertThat(auteur.get(adresse).body()).contains("Bilan 2026", "Les effectifs.");
        Map<String, String> statuts = Map.of("titre", "Les statuts", "nature", "statuts", "apport", "Les collèges.");
        auteur.postFichier(adresse + "/documents", statuts, "fichier", "statuts.exe", new byte[] {1, 2, 3});
        assertThat(auteur.get(adresse).body())
                .contains("Le fichier n’est pas gardé")
                .doesNotContain("<td>Les statuts");
        auteur.postFichier(
                adresse + "/documents", statuts, "fichier", "statuts.pdf", "%PDF-1.4\n%%EOF\n".getBytes(US_ASCII));
        Long piece = documents.deLaMonographie(monographie.id()).get(1).piece();
        String fichier = adresse + "/pieces/" + piece;
        assertThat(connecte("pilote.bretagne").get(fichier).body()).startsWith("%PDF-1.4");
        assertThat(connecte("comite").get(fichier).statusCode()).isEqualTo(403);
        assertThat(connecte("pilote.auvergne").get(fichier).statusCode()).isEqualTo(404);
        auteur.postFormulaire(
                adresse + "/documents/"
                        + documents.deLaMonographie(monographie.id()).get(1).id() + "/retirer",
                Map.of());
        assertThat(auteur.get(fichier).statusCode()).isEqualTo(404);
        assertThat(connecte("pilote.national")
                        .postFormulaire(adresse + "/documents", Map.of("titre", "x", "nature", "bilan", "apport", "y"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void leTexteSEcritSansRienEcraserEtSApercoit() {
        menerALaRedaction();
        ClientHttp auteur = connecte("redacteur");
        String rubrique = adresse + "/texte/finalites";
        Map<String, String> premier = Map.of("texte", "Le *premier* texte.\r\n\r\nSuite.", "version", "0");

        assertThat(auteur.postFormulaire(rubrique, premier).statusCode()).isEqualTo(302);
        assertThat(redactions.lire(monographie.reference(), "finalites").texte())
                .isEqualTo("Le *premier* texte.\n\nSuite.");
        HttpResponse<String> second =
                auteur.postFormulaire(rubrique, Map.of("texte", "Le texte du second.", "version", "0"));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Rien n’a été écrasé", "Le texte du second.", "Le *premier* texte.");
        assertThat(auteur.postFormulaire(rubrique + "/brouillon", Map.of("texte", "Un brouillon.", "version", "1"))
                        .body())
                .isEqualTo("{\"version\":2}");
        assertThat(auteur.postFormulaire(rubrique + "/brouillon", Map.of("texte", "Trop tard.", "version", "1"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(auteur.postFormulaire(adresse + "/apercu", Map.of("texte", "Un *mot* <script>x</script>"))
                        .body())
                .isEqualTo("<p>Un <em>mot</em> &lt;script&gt;x&lt;/script&gt;</p>\n");
        assertThat(auteur.postFormulaire(rubrique, Map.of("texte", "a".repeat(70_000), "version", "2"))
                        .body())
                .contains("Ce texte est trop long");
        assertThat(auteur.postFormulaire(rubrique, Map.of("texte", "a".repeat(5_000_000), "version", "2"))
                        .statusCode())
                .isIn(400, 413);
        assertThat(redactions.lire(monographie.reference(), "finalites").texte())
                .isEqualTo("Un brouillon.");
        assertThat(connecte("pilote.national")
                        .postFormulaire(rubrique, Map.of("texte", "Le pilote.", "version", "2"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(auteur.get(adresse + "/texte").body()).contains("environ 2 pages");
    }

    @Test
    void lePoleLitParSonAdresseTantQueLeTourDure() {
        menerALaRedaction();
        Grille.lire(monographie.grille())
                .rubriques()
                .forEach(rubrique -> redactions.ecrire(
                        monographie.reference(),
                        rubrique.id(),
                        "Un texte <script>x</script> à relire.",
                        0,
                        "redacteur"));
        accomplir(Elements.REDIGER, Map.of());
        String jeton = monographies.lire(monographie.id()).jeton();
        ClientHttp lecteur = new ClientHttp(port);

        HttpResponse<String> lecture = lecteur.get("/lecture/" + jeton);
        assertThat(lecture.statusCode()).isEqualTo(200);
        assertThat(lecture.body())
                .contains("Un texte &lt;script&gt;x", "Finalités")
                .doesNotContain("<script>x", "redacteur");
        assertThat(lecture.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        assertThat(lecteur.get("/lecture/autre").statusCode()).isEqualTo(404);
        assertThat(connecte("pilote.bretagne").get(adresse + "/lecture").body()).contains("Un texte &lt;script");
        assertThat(connecte("pilote.auvergne").get(adresse + "/lecture").statusCode())
                .isEqualTo(404);

        accomplir(Elements.RELIRE_POLE, Map.of("relecture_accord", "non", "remarque_finalites", "Plus court."));
        accomplir(Elements.RELIRE_PILOTE, Map.of("relecture_accord", "oui"));
        redactions.ecrire(monographie.reference(), "finalites", "Un texte court à relire.", 1, "redacteur");
        accomplir(Elements.CORRIGER, Map.of());
        assertThat(lecteur.get("/lecture/" + jeton).statusCode()).isEqualTo(404);
        assertThat(lecteur.get("/lecture/" + monographies.lire(monographie.id()).jeton())
                        .body())
                .contains("Ce qui a changé", "<ins>court</ins>", "<del>");
        assertThat(connecte("redacteur").get(adresse).body()).contains("Plus court.", "corrections demandées");
    }

    @Test
    void unPiloteAbandonneAvecUnMotif() {
        ClientHttp pilote = connecte("pilote.national");
        assertThat(pilote.get(adresse).body()).doesNotContain("a retiré son initiative");
        initiatives.retirer(pole.numero());
        assertThat(pilote.get(adresse).body()).contains("a retiré son initiative");
        pilote.postFormulaire(adresse + "/abandonner", Map.of("motif", "court"));
        assertThat(pilote.get(adresse).body()).contains("dix caractères au moins");
        assertThat(connecte("redacteur")
                        .postFormulaire(adresse + "/abandonner", Map.of("motif", "Je n’en veux plus."))
                        .statusCode())
                .isEqualTo(403);
        pilote.postFormulaire(adresse + "/abandonner", Map.of("motif", "Le pôle a cessé son activité."));
        pas.avancer(monographie.reference());
        assertThat(monographies.lire(monographie.id()).etat()).isEqualTo(EtatDeMonographie.ABANDONNEE);
    }

    private void menerALaRedaction() {
        String courriel = "p" + monographie.id() + "@pole.example";
        conduiteDesEntretiens.ajouter(monographies.lire(monographie.id()), "Lou Exemple", "salariée", courriel);
        accomplir(Elements.PREPARER_GRILLE, Map.of("angle", "La place des habitants."));
        accomplir(
                Elements.PROPOSER_RENDEZ_VOUS,
                Map.of("jour", "2099-03-02", "heure_debut", "10h00", "heure_fin", "11h00", "lieu", "Mairie"));
        accomplir(Elements.REPONDRE_ENTRETIEN, Map.of("reponse_entretien", "refuse"));
        accomplir(Elements.REMPLACER, Map.of("remplacement", "non"));
        connecte("redacteur")
                .postFormulaire(
                        adresse + "/documents",
                        Map.of("titre", "Bilan", "nature", "bilan", "apport", "Les effectifs."));
        accomplir(Elements.ANALYSER_DOCUMENTS, Map.of("documents_synthese", "Les effectifs ont doublé."));
    }

    private void accomplir(String element, Map<String, Object> reponses) {
        poles.accomplir(monographie.reference(), element, reponses);
    }

    private ClientHttp connecte(String personne) {
        return new ClientHttp(port).connecter(personne, "demo");
    }
}
