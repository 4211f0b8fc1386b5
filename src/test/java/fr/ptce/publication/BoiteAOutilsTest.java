package fr.ptce.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Editeur;
import fr.ptce.annuaire.GenreDePublication;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Manuscrit;
import fr.ptce.courriel.Courriels;
import fr.ptce.courriel.PdfConforme;
import fr.ptce.monographie.PolesDEssai;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import fr.ptce.moteur.securite.ClientHttp;
import fr.ptce.publication.PublicationProcess.Elements;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the public finds in the toolbox, and how it gets there. */
@ApplicationDeTest
@TousLesChemins(PublicationProcess.CLE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoiteAOutilsTest {

    private static final AtomicInteger SUITE = new AtomicInteger();
    private static final String HOSTILE = "Avant <script>alert(1)</script> [clic](javascript:alert(2))"
            + " ![photo](https://ailleurs.example/x.png)\n\n| a | b |\n|---|---|\n| <img src=x onerror=alert(3)> | 2 |";

    @LocalServerPort
    private int port;

    @Autowired
    private Editeur editeur;

    @Autowired
    private PolesDEssai poles;

    @Autowired
    private Publications publications;

    @Autowired
    private Courriels courriels;

    @Autowired
    private Pas pas;

    @Test
    void uneVersionCorrigeePuisLeRetrait() throws Exception {
        Publication publication = recevoir("Le pôle a 12 emplois.");
        String adresse = "/boite-a-outils/publications/" + publication.reference();
        ClientHttp public_ = new ClientHttp(port);
        assertThat(public_.get(adresse).statusCode()).isEqualTo(404);
        assertThat(public_.get(adresse + "/document.pdf").statusCode()).isEqualTo(404);

        publier(publication, Map.of());
        assertThat(public_.get(adresse).body())
                .contains("Le pôle a 12 emplois.", "name=\"DC.rights\"", "Citer cette publication")
                .doesNotContain("Versions et errata", "JSESSIONID");
        byte[] premiere = telecharger(adresse + "/document.pdf");
        assertThat(courriels.duDossier(publication.reference()))
                .extracting(courriel -> courriel.modele())
                .containsExactly("publication-en-ligne");

        ClientHttp pilote = connecte("pilote.national");
        String suivi = "/publications/" + publication.id();
        assertThat(pilote.postFormulaire(suivi + "/erratum", Map.of("motif", "court"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(pilote.get(suivi).body()).contains("dix caractères au moins");
        pilote.postFormulaire(suivi + "/erratum", Map.of("motif", "Le pôle a 14 emplois, pas 12."));
        pas.avancer(publication.reference());
        assertThat(pilote.postFormulaire(suivi + "/chapitres/1", Map.of("texte", "Le pôle a 14 emplois."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(public_.get(adresse).body()).contains("Le pôle a 12 emplois.");
        assertThat(pilote.postFormulaire(suivi + "/retirer", Map.of("motif", "Pendant la préparation."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(public_.get(adresse).statusCode()).isEqualTo(200);
        publier(publication, Map.of("errata", "Le nombre d’emplois est de 14."));

        assertThat(public_.get(adresse).body())
                .contains("Le pôle a 14 emplois.", "Version 2", "Le nombre d’emplois est de 14.")
                .doesNotContain("a 12 emplois");
        assertThat(PdfConforme.texte(telecharger(adresse + "/document.pdf")))
                .contains("14 emplois", "Cette version corrige : Le nombre d’emplois est de 14.");
        assertThat(telecharger(adresse + "/versions/1.pdf")).isEqualTo(premiere);

        pilote.postFormulaire(suivi + "/retirer", Map.of("motif", "À la demande du pôle."));
        pas.avancer(publication.reference());
        assertThat(public_.get(adresse).statusCode()).isEqualTo(410);
        assertThat(public_.get(adresse).body()).contains("est retirée", "À la demande du pôle.");
        assertThat(public_.get(adresse + "/document.pdf").statusCode()).isEqualTo(410);
        assertThat(public_.get(adresse + "/versions/1.pdf").statusCode()).isEqualTo(410);
        assertThat(public_.get("/boite-a-outils").body()).doesNotContain(publication.reference());
        assertThat(pas.enCours(publication.reference())).isFalse();
    }

    @Test
    void unTexteHostileEstInoffensifDansLaPageEtLePdf() throws Exception {
        Publication publication = recevoir(HOSTILE);
        publier(publication, Map.of("titre", "<script>alert(4)</script>", "resume", HOSTILE));

        String page = new ClientHttp(port)
                .get("/boite-a-outils/publications/" + publication.reference())
                .body();
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(4)")
                .doesNotContain("<script>alert", "<img src=x", "href=\"javascript", "src=\"https://ailleurs");
        byte[] pdf = telecharger("/boite-a-outils/publications/" + publication.reference() + "/document.pdf");
        PdfConforme.verifier(pdf);
        assertThat(PdfConforme.texte(pdf)).contains("<script>alert(1)</script>");
        assertThat(courriels.duDossier(publication.reference()).get(0).html())
                .contains("&lt;script&gt;alert(4)")
                .doesNotContain("<script>");
    }

    @Test
    void lArchiveEstCompleteEtIdentiqueTantQueRienNeChange() throws Exception {
        Publication publication = recevoir("Un texte à archiver.");
        publier(publication, Map.of());
        Initiative pole = poles.operationnel("53", "culture");
        connecte("pilote.national")
                .postFormulaire(
                        "/publications/chapitres/collectivites",
                        chapitre("publie", "Ce que les communes peuvent faire."));
        connecte("pilote.national")
                .postFormulaire("/publications/chapitres/themes", chapitre("en-cours", "Ce qui n’est pas relu."));

        byte[] archive = telecharger("/boite-a-outils/tout.zip");
        assertThat(telecharger("/boite-a-outils/tout.zip")).isEqualTo(archive);
        assertThat(entrees(archive))
                .contains(
                        "index.html",
                        "chapitres/5-collectivites.html",
                        "poles/" + pole.numero() + ".html",
                        "publications/" + publication.reference() + "-version-1.pdf")
                .as("un chapitre en cours n’est pas dans l’archive")
                .doesNotContain("chapitres/4-themes.html");
        assertThat(entrees(telecharger("/boite-a-outils/tout.zip?publication=" + publication.reference())))
                .containsExactly("index.html", "publications/" + publication.reference() + "-version-1.pdf");
        publier(recevoir("Un texte de plus."), Map.of());
        assertThat(telecharger("/boite-a-outils/tout.zip")).isNotEqualTo(archive);
    }

    @Test
    void laRechercheTrouveDansLesTextesEtLeFluxLesAnnonce() throws Exception {
        Publication publication = recevoir("Une légumerie partagée par trois communes.");
        publier(publication, Map.of("titre", "La légumerie de la vallée"));
        ClientHttp visiteur = new ClientHttp(port);

        assertThat(visiteur.get("/boite-a-outils?q=l%C3%A9gumerie+COMMUNES").body())
                .contains("La légumerie de la vallée", "1 publication");
        assertThat(visiteur.get("/boite-a-outils?q=l%C3%A9gumerie+100%25").body())
                .contains("Rien ne correspond à ces mots.")
                .doesNotContain("La légumerie de la vallée");
        assertThat(visiteur.get("/boite-a-outils?q=%27%22%3Cscript%3E").body()).contains("Rien ne correspond");
        var flux = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(telecharger("/boite-a-outils/flux.atom")));
        assertThat(flux.getDocumentElement().getTagName()).isEqualTo("feed");
        assertThat(flux.getDocumentElement().getTextContent()).contains("La légumerie de la vallée");
    }

    @Test
    void laFicheDUnPoleNeDitRienDeSonContact() {
        Initiative pole = poles.operationnel("53", "culture");
        Initiative enProjet = poles.inscrire("53", "en-projet", "porteur@pole.example");
        ClientHttp visiteur = new ClientHttp(port);

        assertThat(visiteur.get("/boite-a-outils/poles/" + pole.numero()).body())
                .contains(pole.nom(), "Bretagne", "Arts et culture")
                .doesNotContain("Camille Exemple", "@pole.example");
        assertThat(visiteur.get("/boite-a-outils/poles").body())
                .contains(pole.nom())
                .doesNotContain(enProjet.nom());
        assertThat(visiteur.get("/boite-a-outils/poles/" + enProjet.numero()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void unChapitreSEcritParUnPiloteNationalEtSeLitUneFoisPublie() {
        ClientHttp pilote = connecte("pilote.national");
        String adresse = "/publications/chapitres/definitions";
        Map<String, String> brouillon = chapitre("en-cours", "Une définition *provisoire*.");
        brouillon.put("echeance", "2027-06-30");
        assertThat(pilote.postFormulaire(adresse, brouillon).statusCode()).isEqualTo(302);
        assertThat(new ClientHttp(port)
                        .get("/boite-a-outils/chapitres/definitions")
                        .body())
                .contains("attendu le", "30\u00a0juin 2027")
                .doesNotContain("provisoire");

        assertThat(pilote.postFormulaire(adresse, brouillon).body()).contains("entre-temps", "provisoire");
        Map<String, String> publie = chapitre("publie", "Une définition *partagée*.");
        publie.put("version", "1");
        assertThat(pilote.postFormulaire(adresse, publie).statusCode()).isEqualTo(302);
        assertThat(new ClientHttp(port)
                        .get("/boite-a-outils/chapitres/definitions")
                        .body())
                .contains("Une définition <em>partagée</em>.");
        publie.put("version", "2");
        publie.put("texte", " ");
        assertThat(pilote.postFormulaire(adresse, publie).body()).contains("Un chapitre vide ne peut pas être publié.");
        assertThat(connecte("pilote.bretagne").postFormulaire(adresse, publie).statusCode())
                .isEqualTo(403);
        assertThat(connecte("redacteur").get("/publications").statusCode()).isEqualTo(403);
        assertThat(connecte("accompagnateur.bretagne").get("/publications").statusCode())
                .isEqualTo(403);
        assertThat(new ClientHttp(port).get("/publications").statusCode()).isIn(302, 401);
    }

    private Publication recevoir(String texte) {
        Initiative pole = poles.operationnel("53", "culture");
        String ouvrage = "MONO-9" + SUITE.incrementAndGet();
        Manuscrit manuscrit = new Manuscrit(
                ouvrage,
                GenreDePublication.MONOGRAPHIE,
                "Monographie",
                pole.numero(),
                "53",
                "Alix Rédactrice",
                List.of("culture"),
                List.of(new Manuscrit.Chapitre("Finalités", texte)));
        editeur.remettre(manuscrit);
        editeur.remettre(manuscrit);
        Publication publication = publications.toutes(100, 0).stream()
                .filter(connue -> connue.ouvrage().equals(ouvrage))
                .findFirst()
                .orElseThrow();
        pas.avancer(publication.reference());
        return publication;
    }

    private void publier(Publication publication, Map<String, Object> autres) {
        Map<String, Object> notice = new HashMap<>(Map.of(
                "titre", "Un pôle raconté par les siens",
                "auteurs", "Alix Rédactrice",
                "resume", "Comment des associations et une commune travaillent ensemble.",
                "licence", "cc-by-sa"));
        notice.putAll(autres);
        pas.accomplir(
                publication.reference(),
                pas.tache(publication.reference(), Elements.PREPARER),
                "pilote.national",
                notice);
    }

    private static Map<String, String> chapitre(String etat, String texte) {
        return new HashMap<>(Map.of("etat", etat, "echeance", "", "texte", texte, "version", "0"));
    }

    private ClientHttp connecte(String personne) {
        return new ClientHttp(port).connecter(personne, "demo");
    }

    private byte[] telecharger(String chemin) {
        return new ClientHttp(port).telecharger(chemin);
    }

    private static List<String> entrees(byte[] archive) throws Exception {
        List<String> noms = new ArrayList<>();
        try (ZipInputStream lecture = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entree = lecture.getNextEntry(); entree != null; entree = lecture.getNextEntry()) {
                noms.add(entree.getName());
            }
        }
        return noms;
    }
}
