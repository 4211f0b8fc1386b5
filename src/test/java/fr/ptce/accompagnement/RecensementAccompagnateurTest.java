package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.ApplicationDeTest;
import fr.ptce.accompagnement.RecensementAccompagnateurProcess.Elements;
import fr.ptce.annuaire.Besoins;
import fr.ptce.courriel.CourrielEnvoye;
import fr.ptce.courriel.Courriels;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.NouveauxComptes;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import fr.ptce.moteur.securite.ClientHttp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the sheet that somebody files to their account, or to the reasons of a refusal. */
@ApplicationDeTest
@TousLesChemins(RecensementAccompagnateurProcess.CLE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecensementAccompagnateurTest {

    private static final Pattern LIEN = Pattern.compile("https?://[^/]+(/mot-de-passe/[A-Za-z0-9_-]{43})");
    private static final Pattern COURRIEL = Pattern.compile("/courriels/\\d+");
    private static final String MOT_DE_PASSE = "cheval agrafe pluie bureau";

    @LocalServerPort
    private int port;

    @Autowired
    private RecensementDesAccompagnateurs recensement;

    @Autowired
    private Accompagnateurs accompagnateurs;

    @Autowired
    private ProjetsDEssai essai;

    @Autowired
    private AnneesRegionales annees;

    @Autowired
    private ProjetsAccompagnes projets;

    @Autowired
    private Missions missions;

    @Autowired
    private NouveauxComptes comptes;

    @Autowired
    private Courriels courriels;

    @Autowired
    private Besoins besoins;

    @Autowired
    private Pas pas;

    @Autowired
    private TaskService taskService;

    @Autowired
    private IdentityService identites;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void uneFicheValideeOuvreUnCompteEtSesGroupes() {
        long id = deposer("Maël", "Le Goff-Étienne", "mael@coop.example");
        String reference = Accompagnateur.reference(id);
        assertThat(modeles(reference)).containsExactly("accuse-accompagnateur");
        Task valider = pas.tache(reference, Elements.VALIDER);
        assertThat(valider.getName()).contains(reference, "Maël Le Goff-Étienne");
        assertThat(valider.getTenantId()).isEqualTo("53");
        assertThat(taskService.getIdentityLinksForTask(valider.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("pilotes-53");
        assertThat((String) taskService.getVariable(valider.getId(), "fiche"))
                .contains("Gouvernance\u00a0: expertise", "Bretagne, Pays de la Loire");

        pas.accomplir(reference, valider, "pilote.bretagne", Map.of("validation", "oui"));

        Accompagnateur inscrit = accompagnateurs.lire(id);
        assertThat(inscrit.etat()).isEqualTo(EtatAccompagnateur.INSCRIT);
        assertThat(inscrit.compte()).isEqualTo("mael.le-goff-etienne");
        assertThat(groupes(inscrit.compte()))
                .containsExactlyInAnyOrder("accompagnateurs", "accompagnateurs-53", "accompagnateurs-52");
        assertThat(pas.enCours(reference)).isTrue();

        String lien = lien(reference, "mael@coop.example");
        ClientHttp anonyme = new ClientHttp(port);
        assertThat(anonyme.get(lien).body()).contains("mael.le-goff-etienne");
        assertThat(choisir(anonyme, lien, "trop court", "trop court")).isEqualTo(422);
        assertThat(choisir(anonyme, lien, MOT_DE_PASSE, MOT_DE_PASSE + "x")).isEqualTo(422);
        assertThat(choisir(anonyme, lien, "mael.le-goff-etienne", "mael.le-goff-etienne"))
                .isEqualTo(422);
        assertThat(comptes.sansMotDePasse(inscrit.compte())).isTrue();
        assertThat(choisir(anonyme, lien, MOT_DE_PASSE, MOT_DE_PASSE)).isEqualTo(200);
        assertThat(comptes.sansMotDePasse(inscrit.compte())).isFalse();
        assertThat(choisir(anonyme, lien, "un autre mot de passe", "un autre mot de passe"))
                .isEqualTo(410);
        assertThat(new ClientHttp(port)
                        .tenterConnexionPage(inscrit.compte(), MOT_DE_PASSE, "/")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void chaqueAnneeLaPersonneConfirmeSaFicheOuSEnVa() {
        long id = inscrire("Robin", "Annuel", "robin@coop.example");
        String reference = Accompagnateur.reference(id);

        pas.declencher(reference, Elements.UN_AN_APRES);
        Task confirmer = pas.tache(reference, Elements.CONFIRMER);
        assertThat(confirmer.getAssignee()).isEqualTo("robin.annuel");
        assertThat((String) taskService.getVariable(confirmer.getId(), "fiche")).contains("Robin Annuel");
        pas.accomplir(reference, confirmer, "robin.annuel", Map.of("disponible", "oui"));
        assertThat(accompagnateurs.lire(id).confirmeLe()).isNotNull();
        assertThat(groupes("robin.annuel")).contains("accompagnateurs-53");

        pas.declencher(reference, Elements.UN_AN_APRES);
        pas.accomplir(reference, pas.tache(reference, Elements.CONFIRMER), "robin.annuel", Map.of("disponible", "non"));
        assertThat(accompagnateurs.lire(id).etat()).isEqualTo(EtatAccompagnateur.PARTI);
        assertThat(groupes("robin.annuel")).isEmpty();
        assertThat(pas.enCours(reference)).isFalse();
        assertThat(inscrire("Robin", "Annuel", "robin@coop.example")).isGreaterThan(id);
        assertThat(groupes("robin.annuel")).contains("accompagnateurs-53");
    }

    @Test
    void unAccompagnateurTientSaFicheAJour() throws Exception {
        long id = inscrire("Ange", "Fiche", "ange@coop.example");
        comptes.choisirLeMotDePasse("ange.fiche", MOT_DE_PASSE);
        ClientHttp ange = new ClientHttp(port);
        ange.tenterConnexionPage("ange.fiche", MOT_DE_PASSE, "/");
        Map<String, Object> champs = accompagnateurs.lire(id).fiche().champs();
        assertThat(ange.get("/ma-fiche").body()).contains("ange@coop.example", "Bretagne, Pays de la Loire");

        champs.put("capacite", 4);
        champs.put("competence_gouvernance", null);
        champs.put("competence_evaluation", "2");
        champs.put("telephone", "02 00 00 00 00");
        assertThat(ange.postJson("/ma-fiche", new ObjectMapper().writeValueAsString(champs))
                        .body())
                .contains("/ma-fiche?enregistree=oui");
        Fiche modifiee = accompagnateurs.lire(id).fiche();
        assertThat(modifiee.capacite()).isEqualTo(4);
        assertThat(modifiee.telephone()).isEqualTo("02 00 00 00 00");
        assertThat(modifiee.competences()).isEqualTo(Map.of("evaluation", 2, "financement", 1));
        assertThat(modifiee.regions()).containsExactly("53", "52");
        assertThat(modifiee.courriel()).isEqualTo("ange@coop.example");

        assertThat(ange.postJson("/ma-fiche", "{\"region_principale\":\"82\",\"courriel\":\"autre@coop.example\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(accompagnateurs.lire(id).fiche()).isEqualTo(modifiee);
        assertThat(new ClientHttp(port)
                        .connecter("pilote.rhone-alpes", "demo")
                        .get("/ma-fiche")
                        .statusCode())
                .isEqualTo(404);
        assertThat(new ClientHttp(port).get("/ma-fiche", "Accept", "text/html").statusCode())
                .isEqualTo(302);
    }

    @Test
    void unPiloteInviteQuelquUnParCourriel() throws Exception {
        ClientHttp pilote = new ClientHttp(port).connecter("pilote.bretagne", "demo");
        assertThat(pilote.get("/accompagnateurs/inviter").body()).contains("Inviter quelqu’un");
        String invitation = new ObjectMapper()
                .writeValueAsString(Map.of(
                        "nom",
                        "Lou Invité",
                        "courriel",
                        "lou@coop.example",
                        "message",
                        "Votre expérience nous serait précieuse."));
        assertThat(pilote.postJson("/accompagnateurs/inviter", invitation).body())
                .contains("/accompagnateurs?invitee=oui");
        String reference = jdbc.sql("select business_key_ from act_ru_execution where business_key_ like 'INV-%'")
                .query(String.class)
                .single();
        pas.avancer(reference);
        assertThat(courriels.duDossier(reference)).singleElement().satisfies(courriel -> {
            assertThat(courriel.modele()).isEqualTo("invitation-accompagnateur");
            assertThat(courriel.destinataire()).isEqualTo("lou@coop.example");
        });
        assertThat(pas.enCours(reference)).isFalse();

        deposer("Lou", "Invité", "lou@coop.example");
        assertThat(pilote.postJson("/accompagnateurs/inviter", invitation).statusCode())
                .isEqualTo(422);
        assertThat(new ClientHttp(port)
                        .connecter("accompagnateur.bretagne", "demo")
                        .postJson("/accompagnateurs/inviter", invitation)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void quiAUneMissionNePartPasEnLaissantUnProjetSeul() {
        long id = inscrire("Noé", "Engagé", "noe@coop.example");
        String reference = Accompagnateur.reference(id);
        String dossier = "PTCE-9001";
        essai.qualifier(dossier, "53");
        long projet = projets.ouvrir(annees.ouvrir("53", 2101, 3, "pilote.bretagne"), dossier);
        missions.proposer(projet, id, null, "pilote.bretagne");
        pas.declencher(reference, Elements.UN_AN_APRES);
        Task confirmer = pas.tache(reference, Elements.CONFIRMER);
        assertThatThrownBy(() -> taskService.complete(confirmer.getId(), Map.of("disponible", "non")))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("vous avez encore une mission");
        assertThat(groupes("noe.engage")).contains("accompagnateurs-53");
        missions.finir(projet, EtatDeMission.REMPLACEE, "Une autre personne prend la suite.");
        pas.accomplir(reference, confirmer, "noe.engage", Map.of("disponible", "non"));
        assertThat(groupes("noe.engage")).isEmpty();
    }

    @Test
    void unRefusDitPourquoiEtUneAutreFicheResteEnsuitePossible() {
        long id = deposer("Alix", "Exemple", "alix@coop.example");
        String reference = Accompagnateur.reference(id);
        Task valider = pas.tache(reference, Elements.VALIDER);
        assertThatThrownBy(() -> taskService.complete(valider.getId(), Map.of("validation", "non")))
                .isInstanceOf(Exception.class);
        assertThat(pas.taches(reference, Elements.VALIDER)).hasSize(1);

        pas.accomplir(
                reference,
                valider,
                "pilote.bretagne",
                Map.of("validation", "non", "motif_refus", "Nous avons déjà deux experts en gouvernance."));

        Accompagnateur refuse = accompagnateurs.lire(id);
        assertThat(refuse.etat()).isEqualTo(EtatAccompagnateur.NON_RETENU);
        assertThat(refuse.compte()).isNull();
        assertThat(modeles(reference)).contains("refus-accompagnateur");
        assertThat(courriels.duDossier(reference).get(0).texte()).contains("deux experts en gouvernance");
        assertThat(deposer("Alix", "Exemple", "alix@coop.example")).isGreaterThan(id);
    }

    @Test
    void uneAdresseNAQuUneFiche() {
        deposer("Noa", "Exemple", "noa@coop.example");
        long avant = nombre();

        assertThatThrownBy(() -> recensement.deposer(FichesDEssai.fiche("Noa", "Exemple", "NOA@coop.example")))
                .isInstanceOfSatisfying(SoumissionRefusee.class, refus -> assertThat(refus.erreurs())
                        .singleElement()
                        .satisfies(erreur -> assertThat(erreur.cle()).isEqualTo("courriel")));
        assertThat(nombre()).isEqualTo(avant);
    }

    @Test
    void uneFicheIncompleteEstRefuseeChampParChamp() {
        long avant = nombre();
        Map<String, Object> vide = new HashMap<>();
        vide.put("capacite", 11);
        vide.put("region_principale", "ZZ");
        assertThatThrownBy(() -> recensement.deposer(vide))
                .isInstanceOfSatisfying(SoumissionRefusee.class, refus -> assertThat(refus.erreurs())
                        .extracting(erreur -> erreur.cle())
                        .containsExactly(
                                "prenom",
                                "nom",
                                "courriel",
                                "region_principale",
                                "capacite",
                                "experience",
                                "consentement"));
        Map<String, Object> sansCompetence = FichesDEssai.fiche("Lou", "Exemple", "lou@coop.example");
        sansCompetence.remove("competence_gouvernance");
        sansCompetence.remove("competence_financement");
        assertThatThrownBy(() -> recensement.deposer(sansCompetence))
                .isInstanceOfSatisfying(SoumissionRefusee.class, refus -> assertThat(refus.erreurs())
                        .singleElement()
                        .satisfies(erreur -> assertThat(erreur.message()).contains("une compétence au moins")));
        assertThat(nombre()).isEqualTo(avant);
    }

    @Test
    void quiADejaUnCompteGardeSonMotDePasseEtGagneDesGroupes() {
        long id = inscrire("Pilote", "Bretagne", "pilote.bretagne@demo.example");
        String reference = Accompagnateur.reference(id);

        assertThat(accompagnateurs.lire(id).compte()).isEqualTo("pilote.bretagne");
        assertThat(groupes("pilote.bretagne")).contains("pilotes-53", "accompagnateurs-53", "accompagnateurs-52");
        assertThat(courriels.duDossier(reference).get(0).texte())
                .contains("mot de passe habituel")
                .doesNotContain("/mot-de-passe/");
    }

    @Test
    void deuxHomonymesOntChacunLeurCompte() {
        String premier = comptes.ouvrir("Sacha", "Martin", "sacha1@coop.example", List.of("accompagnateurs"));
        String second = comptes.ouvrir("Sacha", "Martin", "sacha2@coop.example", List.of("accompagnateurs"));

        assertThat(List.of(premier, second)).containsExactly("sacha.martin", "sacha.martin2");
        assertThat(comptes.ouvrir("Sacha", "Martin", "sacha2@coop.example", List.of("accompagnateurs")))
                .isEqualTo("sacha.martin2");
        assertThat(comptes.ouvrir("李", "小龙", "li@coop.example", List.of())).isEqualTo("compte.compte");
    }

    @Test
    void unNouveauMotDePasseLeveLeBlocageDesEssaisManques() {
        String compte = comptes.ouvrir("Lou", "Distraite", "lou.distraite@coop.example", List.of("accompagnateurs"));
        assertThat(new ClientHttp(port)
                        .tenterConnexionPage(compte, "oublié", "/")
                        .statusCode())
                .isEqualTo(401);

        assertThat(comptes.choisirLeMotDePasse(compte, MOT_DE_PASSE)).isTrue();

        assertThat(new ClientHttp(port)
                        .tenterConnexionPage(compte, MOT_DE_PASSE, "/")
                        .statusCode())
                .as("connexion avec le mot de passe qui vient d’être choisi, après un essai manqué")
                .isEqualTo(302);
    }

    @Test
    void unLienInconnuOuUnCompteAbsentNOuvreRien() {
        ClientHttp anonyme = new ClientHttp(port);
        assertThat(anonyme.get("/mot-de-passe/" + "a".repeat(43)).statusCode()).isEqualTo(410);
        assertThat(anonyme.get("/mot-de-passe/court").statusCode()).isEqualTo(410);
        assertThat(comptes.choisirLeMotDePasse("personne", MOT_DE_PASSE)).isFalse();
    }

    /** Skills, levels and their words are the same in the form, the list of needs and the code. */
    @Test
    void leFormulaireSuitLaListeDesBesoins() throws Exception {
        JsonNode formulaire = new ObjectMapper()
                .readTree(
                        new ClassPathResource("forms/accompagnement/recensement-accompagnateur.form").getInputStream());
        List<String> competences = new ArrayList<>();
        for (JsonNode champ : formulaire.path("components")) {
            String cle = champ.path("key").asText();
            if (cle.startsWith("competence_")) {
                competences.add(cle);
                List<String> niveaux = new ArrayList<>();
                champ.path("values")
                        .forEach(valeur ->
                                niveaux.add(valeur.path("label").asText().substring(4)));
                assertThat(niveaux).as("niveaux de %s", cle).isEqualTo(AffichageDesAccompagnateurs.NIVEAUX);
            }
        }
        assertThat(competences)
                .isEqualTo(besoins.liste(besoins.version()).stream()
                        .map(besoin -> Fiche.champ(besoin.id()))
                        .toList());
    }

    @Test
    void unPiloteChercheDansSesRegionsSeulement() {
        long breton = deposer("Yann", "Cherché", "yann@coop.example");
        ClientHttp bretagne = new ClientHttp(port).connecter("pilote.bretagne", "demo");
        ClientHttp rhone = new ClientHttp(port).connecter("pilote.rhone-alpes", "demo");
        ClientHttp accompagnateur = new ClientHttp(port).connecter("accompagnateur.bretagne", "demo");

        assertThat(bretagne.get("/accompagnateurs?besoin=gouvernance&niveau=3&region=53&etat=a-valider")
                        .body())
                .contains("Yann Cherché");
        assertThat(bretagne.get("/accompagnateurs?besoin=financement&niveau=2").body())
                .doesNotContain("Yann Cherché");
        assertThat(bretagne.get("/accompagnateurs/" + breton).body())
                .contains("Gouvernance\u00a0: expertise", "yann@coop.example");
        assertThat(rhone.get("/accompagnateurs").body()).doesNotContain("Yann Cherché");
        assertThat(rhone.get("/accompagnateurs/" + breton).statusCode()).isEqualTo(404);
        assertThat(accompagnateur.get("/accompagnateurs").statusCode()).isEqualTo(403);
        assertThat(new ClientHttp(port)
                        .get("/accompagnateurs", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(302);
        assertThat(bretagne.get("/accompagnateurs?besoin=%27&niveau=9&region=zz&page=999&etat=%00")
                        .statusCode())
                .isEqualTo(200);
    }

    private long inscrire(String prenom, String nom, String courriel) {
        long id = deposer(prenom, nom, courriel);
        String reference = Accompagnateur.reference(id);
        pas.accomplir(
                reference, pas.tache(reference, Elements.VALIDER), "pilote.bretagne", Map.of("validation", "oui"));
        return id;
    }

    private long deposer(String prenom, String nom, String courriel) {
        long id = recensement.deposer(FichesDEssai.fiche(prenom, nom, courriel));
        pas.avancer(Accompagnateur.reference(id));
        return id;
    }

    private static int choisir(ClientHttp client, String lien, String motDePasse, String confirmation) {
        return client.postFormulaire(lien, Map.of("motDePasse", motDePasse, "confirmation", confirmation))
                .statusCode();
    }

    /** From the mail catcher: the ledger keeps no secret. */
    private String lien(String reference, String adresse) {
        assertThat(courriels.duDossier(reference).get(0).texte()).contains("/mot-de-passe/…");
        ClientHttp anonyme = new ClientHttp(port);
        Matcher courriel =
                COURRIEL.matcher(anonyme.get("/courriels?recherche=" + adresse).body());
        assertThat(courriel.find()).isTrue();
        Matcher lien = LIEN.matcher(anonyme.get(courriel.group()).body());
        assertThat(lien.find()).isTrue();
        return lien.group(1);
    }

    private List<String> modeles(String reference) {
        return courriels.duDossier(reference).stream()
                .map(CourrielEnvoye::modele)
                .toList();
    }

    private Set<String> groupes(String compte) {
        return identites.createGroupQuery().groupMember(compte).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    private long nombre() {
        return jdbc.sql("select count(*) from accompagnateur").query(Long.class).single();
    }
}
