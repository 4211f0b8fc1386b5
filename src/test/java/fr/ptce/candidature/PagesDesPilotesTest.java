package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Journal;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.candidature.CandidatureProcess.Elements;
import fr.ptce.candidature.DecisionsParLot.Issue;
import fr.ptce.courriel.CourrielEnvoye;
import fr.ptce.courriel.Courriels;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.securite.ClientHttp;
import fr.ptce.portail.Liens;
import fr.ptce.portail.PiecesJointes;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pilots' pages: who sees what, what the pages show, what the actions change. */
@ApplicationDeTest
class PagesDesPilotesTest {

    private static final String MOTIF = "Le comité suit l’avis des relecteurs.";
    private static final Agent BRETAGNE = new Agent("pilote.bretagne", Set.of("pilotes", "pilotes-53"), Set.of("53"));
    private static final Agent RHONE_ALPES =
            new Agent("pilote.rhone-alpes", Set.of("pilotes", "pilotes-82"), Set.of("82"));
    private static final Agent ADMIN = new Agent("admin", Set.of("camunda-admin"), Set.of());
    private static final Agent ACCOMPAGNATEUR =
            new Agent("accompagnateur.bretagne", Set.of("accompagnateurs", "accompagnateurs-53"), Set.of("53"));

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext contexte;

    @Autowired
    private LanceurDeCandidature lanceur;

    @Autowired
    private Campagnes campagnes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Journal journal;

    @Autowired
    private Courriels courriels;

    @Autowired
    private PiecesJointes pieces;

    @Autowired
    private Liens liens;

    @Autowired
    private Regions regions;

    @Autowired
    private TaskService taskService;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Pas pas;

    private MockMvc pages;
    private Campagne campagne;
    private Agent comite;

    @BeforeEach
    void preparer() {
        pages = MockMvcBuilders.webAppContextSetup(contexte)
                .apply(springSecurity())
                .build();
        campagne = campagne("PAGES");
        Set<String> partout = regions.toutes().stream().map(Region::code).collect(Collectors.toSet());
        comite = new Agent("comite", Set.of("comite-pilotage"), partout);
    }

    @Test
    void unPiloteNeVoitQueLesDossiersDeSaRegion() throws Exception {
        String breton = inscrire(campagne, "53", "Le pôle breton");
        String rhonalpin = inscrire(campagne, "82", "Le pôle rhônalpin");

        ouvrir(BRETAGNE, "/dossiers?texte=pole").andExpect(status().isOk());
        ouvrir(BRETAGNE, "/dossiers?tri=numero&sens=desc")
                .andExpect(content().string(containsString(breton)))
                .andExpect(content().string(not(containsString(rhonalpin))));
        ouvrir(BRETAGNE, "/dossiers/export.csv")
                .andExpect(content().string(containsString(breton)))
                .andExpect(content().string(not(containsString(rhonalpin))));
        ouvrir(BRETAGNE, "/dossiers/" + rhonalpin).andExpect(status().isNotFound());
        ouvrir(RHONE_ALPES, "/dossiers/" + rhonalpin).andExpect(status().isOk());
        ouvrir(ADMIN, "/dossiers/" + rhonalpin).andExpect(status().isOk());
        ouvrir(comite, "/dossiers/" + breton).andExpect(status().isOk());
    }

    @Test
    void unNumeroInterditEtUnNumeroInconnuSeRessemblent() throws Exception {
        String rhonalpin = inscrire(campagne, "82", "Ailleurs");
        String interdit = corps(ouvrir(BRETAGNE, "/dossiers/" + rhonalpin).andExpect(status().isNotFound()));
        String inconnu = corps(ouvrir(BRETAGNE, "/dossiers/PTCE-9999").andExpect(status().isNotFound()));

        assertThat(sansJeton(interdit)).isEqualTo(sansJeton(inconnu));
        for (String suite : List.of("/lettre", "/pieces/1", "/courriels/1", "/categorie", "/region", "/retrait")) {
            ouvrir(BRETAGNE, "/dossiers/" + rhonalpin + suite).andExpect(status().isNotFound());
        }
        envoyer(BRETAGNE, "/dossiers/" + rhonalpin + "/commentaire", Map.of("motif", "Je passe par là."))
                .andExpect(status().isNotFound());
    }

    @Test
    void unConflitDInteretsCacheLeDossierMemeAuComite() throws Exception {
        String numero = inscrire(campagne, "53", "Le pôle en conflit");
        jdbc.sql("insert into conflit_interets (dossier, utilisateur, groupe, motif, declare_le)"
                        + " values (:dossier, 'comite', 'comite-pilotage', 'Ami', current_timestamp)")
                .param("dossier", numero)
                .update();

        ouvrir(comite, "/dossiers/" + numero).andExpect(status().isNotFound());
        ouvrir(comite, "/dossiers/export.csv").andExpect(content().string(not(containsString(numero))));
        ouvrir(BRETAGNE, "/dossiers/" + numero).andExpect(status().isOk());
    }

    @Test
    void lesAutresGroupesSontRefusesPoliment() throws Exception {
        for (String chemin : List.of("/dossiers", "/dossiers/export.csv", "/dossiers/PTCE-0001", "/campagnes")) {
            ouvrir(ACCOMPAGNATEUR, chemin)
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(containsString("réservée aux pilotes")));
        }
        ouvrir(BRETAGNE, "/decisions").andExpect(status().isForbidden());
        ouvrir(BRETAGNE, "/campagnes/nouvelle").andExpect(status().isForbidden());
    }

    @Test
    void unAnonymeEstRenvoyeALaConnexion() throws Exception {
        pages.perform(get("/dossiers").accept("text/html"))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/connexion?retour=%2Fdossiers"));
    }

    @Test
    void laListeSeFiltreSeTrieEtSePagine() throws Exception {
        Campagne isolee = campagne("PAGES-LISTE");
        for (int i = 1; i <= 30; i++) {
            inscrire(isolee, "53", "Fabrique n° %02d".formatted(i));
        }
        String accentue = inscrire(isolee, "53", "Économie d’Ouessant à 100 %");
        dossiers.etat(accentue, EtatDossier.RETENU);
        String base = "/dossiers?campagne=" + isolee.id();

        String premiere = corps(ouvrir(BRETAGNE, base + "&tri=initiative&sens=asc"));
        assertThat(premiere).contains("Dossiers 1 à 25 sur 31", "Page 1 sur 2", "Fabrique n° 01");
        assertThat(premiere.indexOf("Économie d’Ouessant")).isLessThan(premiere.indexOf("Fabrique n° 01"));
        assertThat(corps(ouvrir(BRETAGNE, base + "&tri=initiative&sens=desc&page=2")))
                .contains("Dossiers 26 à 31 sur 31", accentue);
        assertThat(corps(ouvrir(BRETAGNE, base + "&page=99"))).contains("Page 2 sur 2");
        assertThat(corps(ouvrir(BRETAGNE, base + "&texte=economie d'ouessant"))).contains("1 dossier", accentue);
        assertThat(corps(ouvrir(BRETAGNE, base + "&texte=100 %25"))).contains(accentue);
        assertThat(corps(ouvrir(BRETAGNE, base + "&texte=_conomie"))).contains("Aucun dossier ne correspond");
        assertThat(corps(ouvrir(BRETAGNE, base + "&etat=retenu"))).contains("1 dossier", "Retenu <strong>1</strong>");
        assertThat(corps(ouvrir(BRETAGNE, base + "&etat=nimporte&tri=drop table&page=x")))
                .contains("sur 31");
        for (String tri : ListeDesDossiers.TRIS) {
            ouvrir(BRETAGNE, base + "&tri=" + tri).andExpect(status().isOk());
        }
    }

    @Test
    void lExportOuvreDansUnTableurSansRienExecuter() throws Exception {
        Campagne isolee = campagne("PAGES-EXPORT");
        inscrire(isolee, "53", "=HYPERLINK(\"http://pirate.example\";\"clic\")");
        byte[] csv = ouvrir(BRETAGNE, "/dossiers/export.csv?campagne=" + isolee.id())
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        String texte = new String(csv, StandardCharsets.UTF_8);
        assertThat(texte).startsWith("\ufeffNuméro;Campagne;État;").contains("Bretagne");
        assertThat(texte).contains("\"'=HYPERLINK(\"\"http://pirate.example\"\";\"\"clic\"\")\"");
        assertThat(texte.lines()).hasSize(2);
    }

    @Test
    void laPageDuDossierRaconteToutCeQuiSEstPasse() throws Exception {
        String numero = deposer();
        relire(numero, "pilote.bretagne", "pilotes-53", 4);
        relire(numero, "pilote.culture", "pilotes-culture", 3);
        pieces.deposer(
                numero,
                "statuts.pdf",
                new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));

        String page = corps(ouvrir(BRETAGNE, "/dossiers/" + numero).andExpect(status().isOk()));
        assertThat(page)
                .contains("Pôle des arts du Trégor", "Association Les Tisserands", "Lannion (22300)")
                .contains("Dossier déposé en ligne.", "Relecture n° 1 rendue.", "En attente de décision.")
                .contains("Votre candidature est bien arrivée", "camille@tisserands.example")
                .contains("Évaluer le dossier", "Pilote Bretagne", "Pilote Culture")
                .contains("Décider", "Comité de pilotage", "Règle ", "statuts.pdf")
                .contains("/camunda/app/cockpit/default/#/process-instance/")
                .doesNotContain("/camunda/app/tasklist/default/#/?task=", "Lettre de décision");
        assertThat(page.indexOf("En attente de décision.")).isLessThan(page.indexOf("Dossier déposé en ligne."));
        assertThat(corps(ouvrir(comite, "/dossiers/" + numero))).contains("/camunda/app/tasklist/default/#/?task=");

        long courriel = courriels.duDossier(numero).get(0).id();
        ouvrir(BRETAGNE, "/dossiers/" + numero + "/courriels/" + courriel)
                .andExpect(content().string(containsString("bien arrivée")));
        long piece = pieces.liste(numero).get(0).id();
        ouvrir(BRETAGNE, "/dossiers/" + numero + "/pieces/" + piece)
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        String autre = inscrire(campagne, "53", "Un autre");
        ouvrir(BRETAGNE, "/dossiers/" + autre + "/pieces/" + piece).andExpect(status().isNotFound());
        ouvrir(BRETAGNE, "/dossiers/" + autre + "/courriels/" + courriel).andExpect(status().isNotFound());
    }

    @Test
    void laLettreSeTelechargeUneFoisLaDecisionPrise() throws Exception {
        String numero = deposer();
        ouvrir(BRETAGNE, "/dossiers/" + numero + "/lettre").andExpect(status().isNotFound());
        relire(numero, "pilote.bretagne", "pilotes-53", 4);
        relire(numero, "pilote.culture", "pilotes-culture", 3);
        pas.accomplir(
                numero,
                pas.tache(numero, Elements.DECIDER),
                "comite",
                Map.of("decision", "retenu-projet", "motif_decision", MOTIF));

        assertThat(corps(ouvrir(BRETAGNE, "/dossiers/" + numero))).contains("Lettre de décision", MOTIF);
        byte[] lettre = ouvrir(BRETAGNE, "/dossiers/" + numero + "/lettre")
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(lettre, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    }

    @Test
    void unRelecteurNeLitLesAutresAvisQuApresAvoirRenduLeSien() throws Exception {
        String numero = deposer();
        relire(numero, "pilote.culture", "pilotes-culture", 2);
        String page = "/dossiers/" + numero;

        assertThat(corps(ouvrir(BRETAGNE, page)))
                .contains("vous lirez celles des autres après avoir rendu la vôtre")
                .doesNotContain("Un projet bien ancré.");
        assertThat(corps(ouvrir(comite, page))).contains("Un projet bien ancré.");
        relire(numero, "pilote.bretagne", "pilotes-53", 4);
        assertThat(corps(ouvrir(BRETAGNE, page))).contains("Un projet bien ancré.", "Moyenne");
    }

    @Test
    void uneCategorieCorrigeeLaisseSonMotifEtSonAuteur() throws Exception {
        String numero = deposer();
        String chemin = "/dossiers/" + numero + "/categorie";

        ouvrir(BRETAGNE, chemin).andExpect(content().string(containsString("Nouvelle catégorie")));
        envoyer(BRETAGNE, chemin, Map.of("valeur", "operationnel", "motif", "Court"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("10 caractères au moins")));
        envoyer(BRETAGNE, chemin, Map.of("valeur", "inconnue", "motif", MOTIF))
                .andExpect(status().isUnprocessableEntity());
        pages.perform(post(chemin).with(connexion(BRETAGNE)).param("valeur", "operationnel"))
                .andExpect(status().isForbidden());
        assertThat(dossiers.lire(numero).categorie()).isEqualTo("en-projet");

        envoyer(BRETAGNE, chemin, Map.of("valeur", "operationnel", "motif", "Le pôle fonctionne depuis 2009."))
                .andExpect(redirectedUrl("/dossiers/" + numero))
                .andExpect(flash().attributeExists("succes"));
        assertThat(dossiers.lire(numero).categorie()).isEqualTo("operationnel");
        assertThat(journal.duDossier(numero))
                .anySatisfy(fait -> assertThat(fait.libelle()).contains("depuis 2009"))
                .anySatisfy(fait -> assertThat(fait.auteur()).isEqualTo("pilote.bretagne"));
    }

    @Test
    void uneRegionCorrigeeFaitSortirLeDossierDuTerritoireDuPilote() throws Exception {
        String numero = deposer();
        String chemin = "/dossiers/" + numero + "/region";

        envoyer(BRETAGNE, chemin, Map.of("valeur", "84", "motif", "Région d’un autre découpage."))
                .andExpect(status().isUnprocessableEntity());
        envoyer(BRETAGNE, chemin, Map.of("valeur", "82", "motif", "Le siège est à Lyon."))
                .andExpect(redirectedUrl("/dossiers"));
        pas.avancer(numero);

        ouvrir(BRETAGNE, "/dossiers/" + numero).andExpect(status().isNotFound());
        assertThat(corps(ouvrir(RHONE_ALPES, "/dossiers/" + numero)))
                .contains("Le siège est à Lyon.", "Pilotes Rhône-Alpes");
    }

    @Test
    void unCommentaireRejointLHistoireSansRienExecuter() throws Exception {
        String numero = inscrire(campagne, "53", "Le pôle commenté");
        String chemin = "/dossiers/" + numero + "/commentaire";

        envoyer(BRETAGNE, chemin, Map.of("motif", "  ")).andExpect(status().isUnprocessableEntity());
        envoyer(BRETAGNE, chemin, Map.of("motif", "Vu <script>alert(1)</script> hier"))
                .andExpect(redirectedUrl("/dossiers/" + numero));
        assertThat(corps(ouvrir(BRETAGNE, "/dossiers/" + numero)))
                .contains("Commentaire – Pilote Bretagne", "Vu &lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void unRetraitPourLePorteurArreteLExamenUneSeuleFois() throws Exception {
        String numero = deposer();
        String chemin = "/dossiers/" + numero + "/retrait";

        envoyer(BRETAGNE, chemin, Map.of("motif", "Demandé par téléphone.")).andExpect(status().is3xxRedirection());
        pas.avancer(numero);
        assertThat(dossiers.lire(numero).etat()).isEqualTo(EtatDossier.RETIRE);
        assertThat(journal.duDossier(numero))
                .anyMatch(fait -> "retrait".equals(fait.nature()) && "pilote.bretagne".equals(fait.auteur()));
        envoyer(BRETAGNE, chemin, Map.of("motif", "Demandé par téléphone."))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Ce n’est plus possible")));
    }

    @Test
    void leComiteDecideParLotEtApprendCeQuiAEteRefuse() throws Exception {
        String premier = pretADecider();
        String pris = pretADecider();
        taskService.setAssignee(pas.tache(pris, Elements.DECIDER).getId(), "autre.membre");
        String avance = inscrire(campagne, "53", "Pas en décision");

        assertThat(corps(ouvrir(comite, "/decisions?tout=true")))
                .contains(premier, "Retenu comme pôle en projet", "3,50", "checked");
        envoyer(comite, "/decisions/relire", Map.of("numeros", premier, "choix", "proposition", "motif", "court"))
                .andExpect(status().isUnprocessableEntity());
        envoyer(comite, "/decisions/relire", Map.of("numeros", premier, "choix", "proposition", "motif", MOTIF))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Décider ce dossier")));
        assertThat(dossiers.lire(premier).decision()).isNull();

        ResultActions reponse = pages.perform(post("/decisions")
                .with(connexion(comite))
                .with(csrf())
                .param("numeros", premier, pris, avance)
                .param("choix", "proposition")
                .param("motif", MOTIF));
        assertThat(reponse.andReturn().getFlashMap().get("issues"))
                .isEqualTo(List.of(
                        new Issue(premier, "retenu-projet", null),
                        new Issue(pris, null, "La tâche est prise en charge par une autre personne."),
                        new Issue(avance, null, "Le dossier n’attend plus de décision.")));
        pas.avancer(premier);
        assertThat(dossiers.lire(premier).etat()).isEqualTo(EtatDossier.NOTIFIE);
        assertThat(journal.duDossier(premier))
                .anyMatch(
                        fait -> "comite".equals(fait.auteur()) && fait.libelle().contains(MOTIF));
        assertThat(dossiers.lire(pris).decision()).isNull();
    }

    @Test
    void lesCampagnesSeCreentEtSeDeplacentParQuiLesGere() throws Exception {
        Map<String, String> saisie = new HashMap<>(Map.of(
                "code", "PAGES-2027",
                "nom", "Appel 2027",
                "ouverture", "2027-01-10T09:00",
                "fermeture", "2027-01-05T18:00",
                "decoupage", "2016",
                "seuil", "2,5"));
        envoyer(comite, "/campagnes/nouvelle", saisie)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("La fermeture doit suivre l’ouverture.")))
                .andExpect(content().string(containsString("Appel 2027")));
        envoyer(BRETAGNE, "/campagnes/nouvelle", saisie).andExpect(status().isForbidden());

        saisie.put("fermeture", "2027-02-10T18:00");
        envoyer(comite, "/campagnes/nouvelle", saisie).andExpect(redirectedUrl("/campagnes"));
        Campagne creee = campagnes.parCode("PAGES-2027").orElseThrow();
        assertThat(creee.ouverture()).isEqualTo("2027-01-10T08:00:00Z");
        assertThat(creee.seuilDivergence()).isEqualTo(2.5);
        envoyer(comite, "/campagnes/nouvelle", saisie).andExpect(status().isUnprocessableEntity());

        envoyer(
                        comite,
                        "/campagnes/" + creee.id() + "/dates",
                        Map.of("ouverture", "2027-01-11T09:00", "fermeture", "2027-03-10T18:00"))
                .andExpect(redirectedUrl("/campagnes"));
        assertThat(campagnes.lire(creee.id()).fermeture()).isEqualTo("2027-03-10T17:00:00Z");
        assertThat(corps(ouvrir(BRETAGNE, "/campagnes")))
                .contains("Appel 2027", "à venir")
                .doesNotContain("Changer les dates");
        ouvrir(comite, "/campagnes/999999/dates").andExpect(status().isNotFound());
    }

    @Test
    void lesComptesDeDemonstrationOuvrentLesPagesParUneVraieConnexion() {
        String breton = inscrire(campagne, "53", "Le pôle en ligne");
        String rhonalpin = inscrire(campagne, "82", "Le pôle ailleurs");
        ClientHttp navigateur = new ClientHttp(port).connecter("pilote.bretagne", "demo");

        assertThat(navigateur.get("/dossiers").statusCode()).isEqualTo(200);
        assertThat(navigateur.get("/dossiers/" + breton).body()).contains("Le pôle en ligne");
        assertThat(navigateur.get("/dossiers/" + rhonalpin).statusCode()).isEqualTo(404);
        assertThat(navigateur.get("/decisions").statusCode()).isEqualTo(403);
        assertThat(navigateur
                        .postFormulaire("/dossiers/" + breton + "/commentaire", Map.of("motif", "Bonjour"))
                        .statusCode())
                .isEqualTo(302);
        ClientHttp admin = new ClientHttp(port).connecter("admin", "demo");
        assertThat(admin.get("/dossiers/" + rhonalpin).statusCode()).isEqualTo(200);
        ClientHttp accompagnateur = new ClientHttp(port).connecter("accompagnateur.bretagne", "demo");
        assertThat(accompagnateur.get("/dossiers").statusCode()).isEqualTo(403);
    }

    private Campagne campagne(String code) {
        Instant maintenant = Instant.now();
        return campagnes
                .parCode(code)
                .orElseGet(() -> campagnes.creer(
                        code,
                        "Appel " + code,
                        maintenant.minus(Duration.ofDays(1)),
                        maintenant.plus(Duration.ofDays(30)),
                        2012,
                        2));
    }

    /** A dossier without a process, for the lists. */
    private String inscrire(Campagne appel, String region, String initiative) {
        Map<String, Object> champs = CandidatureProcessTest.dossierComplet();
        champs.put("initiative", initiative);
        return dossiers.creer(appel.id(), Instruction.IMPORT, region, ChampsDuDossier.de(champs), null);
    }

    @Test
    void unPiloteRenvoieEtRevoqueLesLiensDUnDossier() throws Exception {
        Map<String, Object> incomplet = new HashMap<>(CandidatureProcessTest.dossierComplet());
        incomplet.remove("stade");
        String numero =
                lanceur.deposer(campagne.id(), Instruction.FORMULAIRE, "53", ChampsDuDossier.de(incomplet), null);
        pas.avancer(numero);
        String page = "/dossiers/" + numero + "/liens";
        String tache = pas.tache(numero, Elements.COMPLETER_DOSSIER).getId();
        assertThat(corps(ouvrir(BRETAGNE, page)))
                .contains("Renvoyer l’invitation «\u00a0Compléter le dossier\u00a0»", "Répondre à une demande");

        envoyer(BRETAGNE, page + "/suivi", Map.of()).andExpect(status().is3xxRedirection());
        envoyer(BRETAGNE, page + "/taches/" + tache, Map.of()).andExpect(status().is3xxRedirection());
        pas.avancer(numero);
        assertThat(courriels.duDossier(numero))
                .extracting(CourrielEnvoye::modele)
                .contains("lien-de-suivi", "invitation-tache", "demande-complements");

        long lien = liens.duDossier(numero).get(0).id();
        envoyer(BRETAGNE, page + "/" + lien + "/revocation", Map.of()).andExpect(status().is3xxRedirection());
        assertThat(liens.duDossier(numero).get(0).revoqueLe()).isNotNull();
        assertThat(corps(ouvrir(BRETAGNE, page))).contains("révoqué le");
        assertThat(journal.duDossier(numero))
                .extracting(Journal.Evenement::libelle)
                .contains("Un lien personnel est révoqué.");

        envoyer(BRETAGNE, page + "/999999/revocation", Map.of()).andExpect(status().isNotFound());
        envoyer(BRETAGNE, page + "/taches/inconnue", Map.of()).andExpect(status().isConflict());
        envoyer(RHONE_ALPES, page + "/suivi", Map.of()).andExpect(status().isNotFound());
        envoyer(ACCOMPAGNATEUR, page + "/suivi", Map.of()).andExpect(status().isForbidden());
    }

    private String deposer() {
        String numero = lanceur.deposer(
                campagne.id(),
                Instruction.FORMULAIRE,
                "53",
                ChampsDuDossier.de(CandidatureProcessTest.dossierComplet()),
                null);
        pas.avancer(numero);
        return numero;
    }

    private String pretADecider() {
        String numero = deposer();
        relire(numero, "pilote.bretagne", "pilotes-53", 4);
        relire(numero, "pilote.culture", "pilotes-culture", 3);
        return numero;
    }

    private void relire(String numero, String relecteur, String groupe, int note) {
        Task declaration = pas.taches(numero, Elements.DECLARER_INTERETS).stream()
                .filter(tache -> taskService.getIdentityLinksForTask(tache.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .anyMatch(groupe::equals))
                .findFirst()
                .orElseThrow();
        pas.accomplir(numero, declaration, relecteur, Map.of("conflit", "non"));
        Task evaluer = pas.taches(numero, Elements.EVALUER_DOSSIER).stream()
                .filter(tache -> relecteur.equals(tache.getAssignee()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> reponses = new HashMap<>(Map.of("recommandation", "retenir"));
        for (String but : List.of("territoire", "cooperations", "economie")) {
            reponses.put("note_" + but, note);
            reponses.put("commentaire_" + but, "Un projet bien ancré.");
        }
        pas.accomplir(numero, evaluer, relecteur, reponses);
    }

    private ResultActions ouvrir(Agent agent, String chemin) throws Exception {
        return pages.perform(get(URI.create(chemin.replace(" ", "%20"))).with(connexion(agent)));
    }

    private ResultActions envoyer(Agent agent, String chemin, Map<String, String> champs) throws Exception {
        MockHttpServletRequestBuilder requete =
                post(chemin).with(connexion(agent)).with(csrf());
        champs.forEach(requete::param);
        return pages.perform(requete);
    }

    private static RequestPostProcessor connexion(Agent agent) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(agent, null, List.of()));
    }

    private static String corps(ResultActions reponse) throws Exception {
        return reponse.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static String sansJeton(String page) {
        return page.replaceAll("(content|value)=\"[^\"]{60,}\"", "");
    }
}
