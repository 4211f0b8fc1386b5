package fr.ptce.candidature;

import static fr.ptce.candidature.CandidatureProcessTest.dossierComplet;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Journal;
import fr.ptce.candidature.CandidatureProcess.Elements;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.securite.ClientHttp;
import fr.ptce.portail.Liens;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page that a porteur opens by personal link, over HTTP: what it says, and above all what it does not. */
@ApplicationDeTest
class SuiviTest {

    private static final String ADRESSE = "camille@tisserands.example";
    private static final int REQUETES_AU_PLUS = 14;

    /** What pilots wrote or are called in the fixture; none of it is the porteur's business. */
    private static final List<String> INTERNE = List.of(
            "pilote.bretagne",
            "pilote.culture",
            "pilote.mes",
            "pilote.national",
            "Pilote Bretagne",
            "pilotes-53",
            "pilotes-82",
            "pilotes-mes",
            "comite-pilotage",
            "CommentaireInterne",
            "ConflitInterne",
            "CorrectionInterne",
            "Recommandation",
            "roisième",
            "ivergence",
            "rrecevabilité à confirmer",
            "Catégorie",
            "vivier");

    @LocalServerPort
    private int port;

    @Autowired
    private Campagnes campagnes;

    @Autowired
    private LanceurDeCandidature lanceur;

    @Autowired
    private Liens liens;

    @Autowired
    private Pas pas;

    @Autowired
    private TaskService taskService;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcClient jdbc;

    private Campagne campagne;

    @BeforeEach
    void ouvrirUneCampagne() {
        Instant maintenant = Instant.now();
        campagne = campagnes
                .parCode("SUIVI")
                .orElseGet(() -> campagnes.creer(
                        "SUIVI",
                        "Appel du suivi",
                        maintenant.minus(Duration.ofDays(1)),
                        maintenant.plus(Duration.ofDays(30)),
                        2012,
                        2));
    }

    @Test
    void lePorteurNeLitNiNomNiNoteNiDesaccord() {
        String numero = deposer(dossierComplet());
        String suivi = suivre(numero);
        rienDInterne(suivi);
        pas.accomplir(
                numero,
                declarationDe(numero, "pilotes-53"),
                "pilote.bretagne",
                Map.of("conflit", "oui", "motif_conflit", "ConflitInterne avec le pôle."));
        rienDInterne(suivi);
        lanceur.corrigerCategorie(numero, "operationnel", "CorrectionInterne de la catégorie.", "pilote.national");
        relire(numero, "pilotes-mes", "pilote.mes", 5, "retenir");
        relire(numero, "pilotes-culture", "pilote.culture", 1, "ecarter");
        assertThat(pas.taches(numero, Elements.DECLARER_INTERETS))
                .as("third review")
                .hasSize(1);
        assertThat(rienDInterne(suivi)).contains("les pilotes chargés de la relecture");

        Task troisieme = pas.tache(numero, Elements.DECLARER_INTERETS);
        relire(numero, groupe(troisieme), "pilote.national", 4, "reserves");
        assertThat(rienDInterne(suivi)).contains("le comité de pilotage", "10\u00a0jours ouvrés");

        decider(numero, "retenu-operationnel");
        String notifie = rienDInterne(suivi);
        assertThat(notifie)
                .contains(
                        "Retenu comme pôle opérationnel",
                        "Un projet utile au territoire.",
                        "si vous souhaitez un réexamen");

        pas.declencher(numero, "event_delaiRecours");
        pas.avancer(numero);
        assertThat(rienDInterne(suivi))
                .contains("Répondre au questionnaire", "Besoins", "Attendu&nbsp;: <strong>vous</strong>");
    }

    @Test
    void uneIrrecevabiliteNEstDiteQuUneFoisConfirmee() {
        Map<String, Object> champs = dossierComplet();
        champs.put("activite_economique", "non");
        String numero = deposer(champs);
        String suivi = suivre(numero);
        assertThat(rienDInterne(suivi)).contains("En cours de vérification").doesNotContain("Irrecevable");

        pas.accomplir(
                numero,
                pas.tache(numero, Elements.CONFIRMER_IRRECEVABILITE),
                "pilote.bretagne",
                Map.of("irrecevabilite_confirmee", "oui", "motif_irrecevabilite", "Aucune activité économique."));
        assertThat(rienDInterne(suivi)).contains("Irrecevable", "le dossier est clos", "Aucune activité économique.");
    }

    @Test
    void unRetraitSeLitAussitotPuisEstAcquis() {
        String numero = deposer(dossierComplet());
        String suivi = suivre(numero);
        lanceur.retirer(numero, "Le projet est abandonné.", null);
        assertThat(page(suivi))
                .contains("Votre demande de retrait est enregistrée")
                .doesNotContain("/retrait\"");

        pas.avancer(numero);
        assertThat(rienDInterne(suivi))
                .contains("Retiré à votre demande", "Votre candidature est retirée", "arrêté")
                .doesNotContain("Votre demande de retrait est enregistrée", "/retrait\"");
    }

    @Test
    void unDossierImporteSansAdresseSeLit() {
        Map<String, Object> champs = new HashMap<>(Map.of("initiative", "Pôle repris", "structure", "Structure"));
        String numero = lanceur.deposer(campagne.id(), Instruction.IMPORT, "53", ChampsDuDossier.de(champs), null);
        pas.avancer(numero);

        assertThat(rienDInterne(suivre(numero)))
                .contains("Dossier repris d’un fichier.", "Nous n’avons pas d’adresse de courriel pour ce dossier");
    }

    @Test
    void uneDateDepasseeSeDitSansReproche() {
        Map<String, Object> champs = dossierComplet();
        champs.remove("stade");
        String numero = deposer(champs);
        String suivi = suivre(numero);
        assertThat(page(suivi)).contains("Au plus tard le").doesNotContain("vous pouvez encore répondre");

        jdbc.sql("update tache_suivie set echeance = timestamp with time zone '2026-03-12 17:00:00+00:00'"
                        + " where dossier = :dossier")
                .param("dossier", numero)
                .update();
        assertThat(page(suivi)).contains("jeudi 12\u00a0mars 2026", "vous pouvez encore répondre");
        retirer(numero);
    }

    @Test
    void plusieursTachesOuvertesSontChacuneUnBouton() {
        Map<String, Object> champs = dossierComplet();
        champs.remove("stade");
        String numero = deposer(champs);
        jdbc.sql("insert into tache_suivie (tache, processus, instance, element, nom, dossier, correspondant, creee_le,"
                        + " rappels) values ('autre-tache', 'essai', 'i', 'userTask_autre', 'Donner son avis', :dossier,"
                        + " 'initiative', current_timestamp, 0)")
                .param("dossier", numero)
                .update();

        assertThat(page(suivre(numero)))
                .contains(">Compléter le dossier</button>", ">Donner son avis</button>")
                .doesNotContain("Vous n’avez rien à faire");
        jdbc.sql("delete from tache_suivie where tache = 'autre-tache'").update();
    }

    @Test
    void unLienInconnuRevoqueOuDUnAutreDossierNOuvreRien() {
        String numero = deposer(dossierComplet());
        String autre = deposer(dossierComplet());
        String suivi = suivre(numero);
        ClientHttp porteur = new ClientHttp(port);
        assertThat(page(suivi)).contains(numero).doesNotContain(autre);

        liens.revoquerTous(numero);
        for (String chemin : List.of(suivi, "/suivi/" + "a".repeat(43), "/suivi/court")) {
            HttpResponse<String> reponse = porteur.get(chemin);
            assertThat(reponse.statusCode()).as(chemin).isEqualTo(404);
            assertThat(reponse.body())
                    .contains("Ce lien n’ouvre pas, ou n’ouvre plus, de dossier")
                    .doesNotContain(numero, "Pôle des arts");
            discret(reponse);
        }
        assertThat(porteur.get(suivre(autre) + "/lettre").statusCode()).isEqualTo(404);
    }

    @Test
    void laPageResteHorsDesMoteursDeRechercheEtNeDitPasDOuLOnVient() {
        discret(new ClientHttp(port).get(suivre(deposer(dossierComplet()))));
    }

    @Test
    void leNombreDeRequetesDeLaPageEstBorne() {
        String numero = deposer(dossierComplet());
        relire(numero, "pilotes-53", "pilote.bretagne", 4, "retenir");
        relire(numero, "pilotes-culture", "pilote.culture", 4, "retenir");
        decider(numero, "retenu-projet");
        pas.declencher(numero, "event_delaiRecours");
        String suivi = suivre(numero);
        page(suivi);
        int avant = requetes(suivi);
        for (int i = 0; i < 50; i++) {
            journal.consigner(numero, "etat", null, "En relecture.");
        }

        assertThat(avant).isBetween(1, REQUETES_AU_PLUS);
        assertThat(requetes(suivi)).isEqualTo(avant);
    }

    /** H2 counts what the whole request executes. */
    private int requetes(String suivi) {
        jdbc.sql("set query_statistics false").update();
        jdbc.sql("set query_statistics true").update();
        page(suivi);
        int nombre = jdbc.sql("select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                        + " where upper(sql_statement) like 'SELECT%' and sql_statement not like '%query_statistics%'")
                .query(Integer.class)
                .single();
        jdbc.sql("set query_statistics false").update();
        return nombre;
    }

    private static void discret(HttpResponse<String> reponse) {
        assertThat(reponse.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(reponse.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        assertThat(reponse.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private String rienDInterne(String suivi) {
        String page = page(suivi);
        assertThat(page.replaceAll("<(head|footer)[\\s\\S]*?</\\1>", "")).doesNotContain(INTERNE);
        return page;
    }

    private String page(String suivi) {
        HttpResponse<String> reponse = new ClientHttp(port).get(suivi);
        assertThat(reponse.statusCode()).isEqualTo(200);
        return reponse.body();
    }

    private String suivre(String numero) {
        return URI.create(liens.creerSuivi(numero, ADRESSE)).getPath();
    }

    private String deposer(Map<String, Object> champs) {
        String numero = lanceur.deposer(campagne.id(), Instruction.FORMULAIRE, "53", ChampsDuDossier.de(champs), null);
        pas.avancer(numero);
        return numero;
    }

    private void relire(String numero, String groupe, String relecteur, int note, String recommandation) {
        pas.accomplir(numero, declarationDe(numero, groupe), relecteur, Map.of("conflit", "non"));
        Task evaluer = pas.taches(numero, Elements.EVALUER_DOSSIER).stream()
                .filter(tache -> relecteur.equals(tache.getAssignee()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> reponses = new HashMap<>(Map.of("recommandation", recommandation));
        for (String but : List.of("territoire", "cooperations", "economie")) {
            reponses.put("note_" + but, note);
            reponses.put("commentaire_" + but, "CommentaireInterne sur ce but.");
        }
        taskService.complete(evaluer.getId(), reponses);
        pas.avancer(numero);
    }

    /** Leaves no late task behind to the tests that share the database. */
    private void retirer(String numero) {
        lanceur.retirer(numero, null, null);
        pas.avancer(numero);
    }

    private void decider(String numero, String decision) {
        pas.accomplir(
                numero,
                pas.tache(numero, Elements.DECIDER),
                "comite",
                Map.of("decision", decision, "motif_decision", "Un projet utile au territoire."));
        assertThat(dossiers.lire(numero).etat()).isEqualTo(EtatDossier.NOTIFIE);
    }

    private Task declarationDe(String numero, String groupe) {
        return pas.taches(numero, Elements.DECLARER_INTERETS).stream()
                .filter(tache -> groupe.equals(groupe(tache)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No review asked from " + groupe));
    }

    private String groupe(Task tache) {
        return taskService.getIdentityLinksForTask(tache.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(groupe -> groupe != null)
                .findFirst()
                .orElseThrow();
    }
}
