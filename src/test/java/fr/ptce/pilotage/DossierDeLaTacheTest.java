package fr.ptce.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.moteur.securite.ClientHttp;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The Dossier tab of Tasklist over HTTP: who reads what of which task. */
@ApplicationDeTest
class DossierDeLaTacheTest {

    private static final AtomicInteger SUITE = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private TachesDEssai essai;

    private final Map<String, ClientHttp> sessions = new HashMap<>();
    private final List<Task> ouvertes = new ArrayList<>();
    private String numero;

    @BeforeEach
    void preparer() {
        essai.deployer();
        numero = "PTCE-ON" + SUITE.incrementAndGet();
        essai.retenir(numero, "53");
    }

    @AfterEach
    void terminer() {
        ouvertes.forEach(essai::terminer);
    }

    @Test
    void unAccompagnateurLitCeQuiLeConcerneEtRienDeLExamen() {
        essai.qualifier(numero);
        long piece = essai.joindre(numero);
        Task tache = proposer("accompagnateurs-53");

        HttpResponse<String> page = dossier("accompagnateur.bretagne", tache);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        numero,
                        "Les Ateliers du Trégor",
                        "Lannion (22300)",
                        "Bretagne",
                        "Un tiers-lieu ouvert aux habitants.",
                        "Camille Exemple",
                        "camille@porteur.example",
                        "Gouvernance",
                        "statuts.pdf",
                        "Dossier déposé en ligne.",
                        "Retenu.",
                        "Questionnaire sur les besoins rempli.",
                        "Besoins qualifiés.")
                .doesNotContain(
                        "Relecture",
                        TachesDEssai.COMMENTAIRE,
                        TachesDEssai.RELECTEUR,
                        TachesDEssai.MOTIF,
                        "Territoire mal choisi.",
                        "Recevabilité",
                        "Ouvrir le dossier complet");
        HttpResponse<String> document = piece("accompagnateur.bretagne", tache, piece);
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    @ParameterizedTest
    @CsvSource({
        "accompagnateur.rhone-alpes, accompagnateurs-53",
        "accompagnateur.bretagne, pilotes-53",
        "redacteur, accompagnateurs-53",
        "redacteur, pilotes-53",
        "pilote.rhone-alpes, pilotes-53",
        "pilote.aquitaine, accompagnateurs-53"
    })
    void uneTacheQuOnNePeutPasLireEstIntrouvable(String utilisateur, String groupe) {
        long piece = essai.joindre(numero);
        Task tache = proposer(groupe);

        HttpResponse<String> page = dossier(utilisateur, tache);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("Cette tâche est introuvable")
                .doesNotContain(numero, "Camille Exemple", tache.getName());
        assertThat(piece(utilisateur, tache, piece).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pilote.bretagne", "pilote.national", "comite", "admin"})
    void quiSuitLaRegionArriveSurLaPageDuDossier(String utilisateur) {
        Task tache = proposer("pilotes-53");
        HttpResponse<String> reponse = dossier(utilisateur, tache);

        assertThat(reponse.statusCode()).isEqualTo(302);
        String page = reponse.headers().firstValue("Location").orElseThrow();
        assertThat(page).endsWith("/dossiers/" + numero);
        assertThat(session(utilisateur).get(URI.create(page).getPath()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void quiADeclareUnConflitDInteretsNeVoitRienQuelQueSoitLeProcessus() {
        long piece = essai.joindre(numero);
        String monographie = essai.monographie(numero, "53");
        List<Task> taches = List.of(proposer("pilotes-53"), confier(monographie, "pilote.bretagne"));
        essai.seDeclarerEnConflit(numero, "pilote.bretagne");

        for (Task tache : taches) {
            assertThat(dossier("pilote.bretagne", tache).statusCode()).isEqualTo(404);
            assertThat(dossier("pilote.bretagne", tache).body()).doesNotContain(numero, "Camille Exemple");
            assertThat(piece("pilote.bretagne", tache, piece).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void unAccompagnateurEnConflitNeVoitRienNonPlus() {
        Task tache = proposer("accompagnateurs-53");
        essai.seDeclarerEnConflit(numero, "accompagnateur.bretagne");
        assertThat(dossier("accompagnateur.bretagne", tache).statusCode()).isEqualTo(404);
    }

    @Test
    void uneTacheNOuvreQueLesPiecesDeSonDossier() {
        String autre = numero + "B";
        essai.retenir(autre, "53");
        long ailleurs = essai.joindre(autre);
        Task tache = proposer("accompagnateurs-53");
        assertThat(piece("accompagnateur.bretagne", tache, ailleurs).statusCode())
                .isEqualTo(404);
        assertThat(piece("accompagnateur.bretagne", tache, Long.MAX_VALUE).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redacteur", "pilote.bretagne"})
    void uneMonographieMontreLeDossierDeSonInitiativeEtMeneASaPage(String utilisateur) {
        String monographie = essai.monographie(numero, "53");
        Task tache = confier(monographie, utilisateur);

        HttpResponse<String> page = dossier(utilisateur, tache);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        numero,
                        "Les Ateliers du Trégor",
                        "Ouvrir la page de la monographie",
                        "\"/monographies/" + Long.parseLong(monographie.substring("MONO-".length())) + "\"");
        assertThat(page.body().contains("/dossiers/" + numero)).isEqualTo(utilisateur.startsWith("pilote"));
    }

    @ParameterizedTest
    @CsvSource({
        "SEM-0007, pilote.bretagne, /accompagnement/seminaires/7",
        "SEM-0007, accompagnateur.bretagne, ",
        "ACC-0012, pilote.bretagne, /accompagnateurs/12",
        "ACC-0012, accompagnateur.bretagne, /ma-fiche",
        "ACC-0012, redacteur, ",
        "ANALYSE-0003, redacteur, /monographies/analyses/3",
        "PUB-0002, pilote.bretagne, /publications/2",
        "CAHIER-2027, pilote.bretagne, /accompagnement/cahiers/2027",
        "LANCEMENT-5, pilote.bretagne, /besoins/lancements/5",
        "EXP-53-1999, pilote.bretagne, ",
        "INCONNU-1, pilote.bretagne, ",
        ", redacteur, "
    })
    void uneTacheSansDossierLeDitEtMeneALaPageDeSonSujet(String reference, String utilisateur, String lien) {
        HttpResponse<String> page = dossier(utilisateur, confier(reference, utilisateur));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Cette tâche ne porte sur aucun dossier", "Faire le compte-rendu");
        if (lien == null) {
            assertThat(page.body()).doesNotContain("class=\"bouton bouton--secondaire\"");
        } else {
            assertThat(page.body()).contains("href=\"" + lien + "\"");
        }
    }

    @Test
    void rienNeSeVoitSansSessionNiPourUneTacheTerminee() {
        long piece = essai.joindre(numero);
        Task tache = proposer("accompagnateurs-53");
        for (String suite : List.of("/dossier", "/pieces/" + piece)) {
            HttpResponse<String> anonyme = new ClientHttp(port).get("/pilotage/taches/" + tache.getId() + suite);
            assertThat(anonyme.statusCode()).isEqualTo(302);
            assertThat(anonyme.headers().firstValue("Location").orElseThrow()).contains("/connexion?retour=");
        }

        essai.terminer(tache);
        assertThat(dossier("accompagnateur.bretagne", tache).statusCode()).isEqualTo(404);
        assertThat(piece("accompagnateur.bretagne", tache, piece).statusCode()).isEqualTo(404);
    }

    @Test
    void seulNotreSiteEncadreLaPageEtElleNAAlorsPasDeMenu() {
        Task tache = proposer("accompagnateurs-53");
        String chemin = "/pilotage/taches/" + tache.getId() + "/dossier";

        HttpResponse<String> dansUnCadre = session("accompagnateur.bretagne").get(chemin, "Sec-Fetch-Dest", "iframe");

        assertThat(dansUnCadre.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(dansUnCadre.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'");
        assertThat(dansUnCadre.body()).doesNotContain("Menu des pilotes").contains("page-encadree.js");
        assertThat(session("accompagnateur.bretagne").get(chemin).body()).contains("Menu des pilotes");
    }

    @Test
    void leLienDUnCourrielMeneALaTacheUneFoisConnecte() {
        Task tache = proposer("accompagnateurs-53");
        String lien = "/taches/" + tache.getId();

        HttpResponse<String> anonyme = new ClientHttp(port).get(lien);
        assertThat(anonyme.statusCode()).isEqualTo(302);
        assertThat(anonyme.headers().firstValue("Location").orElseThrow())
                .endsWith("/connexion?retour=%2Ftaches%2F" + tache.getId());

        HttpResponse<String> connecte = session("accompagnateur.bretagne").get(lien);
        assertThat(connecte.statusCode()).isEqualTo(302);
        assertThat(connecte.headers().firstValue("Location").orElseThrow())
                .endsWith("/camunda/app/tasklist/default/#/?task=" + tache.getId());
    }

    @Test
    void leLienDUneTacheTermineeOuDAutruiDitQuElleEstIntrouvable() {
        Task tache = proposer("accompagnateurs-53");
        String lien = "/taches/" + tache.getId();
        assertThat(session("redacteur").get(lien).statusCode()).isEqualTo(404);
        assertThat(session("redacteur").get(lien).body())
                .contains("Cette tâche est introuvable")
                .doesNotContain(numero, tache.getName());

        essai.terminer(tache);
        assertThat(session("accompagnateur.bretagne").get(lien).statusCode()).isEqualTo(404);
    }

    private Task proposer(String groupe) {
        Task tache = essai.proposer(numero, "53", groupe);
        ouvertes.add(tache);
        return tache;
    }

    private Task confier(String reference, String personne) {
        Task tache = essai.confier(reference, "53", personne);
        ouvertes.add(tache);
        return tache;
    }

    private HttpResponse<String> dossier(String utilisateur, Task tache) {
        return session(utilisateur).get("/pilotage/taches/" + tache.getId() + "/dossier");
    }

    private HttpResponse<String> piece(String utilisateur, Task tache, long piece) {
        return session(utilisateur).get("/pilotage/taches/" + tache.getId() + "/pieces/" + piece);
    }

    private ClientHttp session(String utilisateur) {
        return sessions.computeIfAbsent(utilisateur, qui -> {
            String application = "admin".equals(qui) ? "welcome" : "tasklist";
            return new ClientHttp(port).connecter(qui, "demo", application);
        });
    }
}
