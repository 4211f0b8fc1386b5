package fr.ptce.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Journal;
import fr.ptce.courriel.Courriels;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.securite.ClientHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that does not answer: who sees what did not leave, in which words, and how it leaves in the end. */
@ApplicationDeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentsTest {

    private static final String BRETAGNE = "pilote.bretagne";
    private static final String PAGE = "/pilotage/incidents";

    @LocalServerPort
    private int port;

    @Autowired
    private DossiersEnCours dossiers;

    @Autowired
    private JavaMailSenderImpl serveurDeCourriel;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private Journal journal;

    @Autowired
    private Courriels courriels;

    @Autowired
    private Pas pas;

    private Pilotes pilotes;
    private int portDuServeur;

    @BeforeAll
    void preparer() {
        pilotes = new Pilotes(port);
        portDuServeur = serveurDeCourriel.getPort();
    }

    @BeforeEach
    void arreterLeServeur() {
        serveurDeCourriel.setPort(portSansPersonne());
    }

    @AfterEach
    void redemarrerLeServeur() {
        serveurDeCourriel.setPort(portDuServeur);
    }

    @Test
    void unCourrielQuiNePartPasSeVoitPuisPartQuandOnReessaie() {
        String dossier = dossiers.depose("53");
        Job job = echouer(dossier);
        assertThat(pilotes.voir(BRETAGNE, PAGE).body())
                .contains(dossier, "Le serveur de courriel ne répond pas", "Nouvel essai de lui-même le");
        epuiser(job.getId());

        String page = pilotes.voir(BRETAGNE, PAGE).body();
        assertThat(page)
                .contains("Accuser réception", "Candidature", "Attend que quelqu’un réessaie", "Bretagne")
                .doesNotContain("Détail technique", "Connection refused", "Exception", "\tat ");
        assertThat(pilotes.voir("admin", PAGE).body()).contains("Détail technique", "n’est pas parti");

        redemarrerLeServeur();
        assertThat(reessayer(BRETAGNE, job.getId())).contains("L’étape «\u00a0Accuser réception\u00a0» est relancée");
        pas.avancer(dossier);

        assertThat(pilotes.voir(BRETAGNE, PAGE).body()).doesNotContain(dossier);
        assertThat(courriels.duDossier(dossier)).hasSize(1);
        assertThat(reessayer(BRETAGNE, job.getId())).contains("Cet incident est déjà réglé");
        assertThat(journal.duDossier(dossier))
                .filteredOn(fait -> fait.nature().equals("pilotage"))
                .singleElement()
                .satisfies(fait -> {
                    assertThat(fait.auteur()).isEqualTo(BRETAGNE);
                    assertThat(fait.libelle()).contains("Nouvel essai", "Accuser réception");
                });
    }

    @Test
    void chacunVoitLesIncidentsDeSesRegionsEtSansConflit() {
        String dossier = dossiers.depose("53");
        String job = echouer(dossier).getId();
        String chemin = PAGE + "/" + job + "/reessayer";

        for (String compte : List.of(BRETAGNE, "pilote.national", "comite", "admin")) {
            assertThat(pilotes.voir(compte, PAGE).body()).as(compte).contains(dossier, chemin);
            assertThat(pilotes.voir(compte, PAGE + ".csv").body()).as(compte).contains(dossier);
        }
        assertThat(pilotes.voir("pilote.rhone-alpes", PAGE).body()).doesNotContain(dossier);
        assertThat(pilotes.voir("pilote.rhone-alpes", PAGE + ".csv").body()).doesNotContain(dossier);
        assertThat(reessayer("pilote.rhone-alpes", job)).contains("déjà réglé");
        for (String adresse : List.of(PAGE, PAGE + ".csv", PAGE + ".xlsx")) {
            assertThat(pilotes.statut("accompagnateur.bretagne", adresse)).isEqualTo(403);
            assertThat(new ClientHttp(port).get(adresse, "Accept", "text/html").statusCode())
                    .isEqualTo(302);
        }
        assertThat(pilotes.tenter("accompagnateur.bretagne", chemin, Map.of())).isEqualTo(403);
        assertThat(new ClientHttp(port).postFormulaire(chemin, Map.of()).statusCode())
                .isIn(302, 401, 403);

        dossiers.declarerUnConflit(dossier, BRETAGNE);
        assertThat(pilotes.voir(BRETAGNE, PAGE).body()).doesNotContain(dossier);
        assertThat(pilotes.voir(BRETAGNE, PAGE + ".csv").body()).doesNotContain(dossier);
        assertThat(reessayer(BRETAGNE, job)).contains("déjà réglé");
        assertThat(journal.duDossier(dossier)).noneMatch(fait -> fait.nature().equals("pilotage"));
        reparer(dossier);
    }

    @Test
    void ceQuiALaMemeCauseSeReessaieEnsemble() {
        List<String> enPanne = List.of(dossiers.depose("53"), dossiers.depose("53"));
        enPanne.forEach(dossier -> epuiser(echouer(dossier).getId()));
        String ailleurs = dossiers.depose("82");
        epuiser(echouer(ailleurs).getId());
        assertThat(pilotes.voir(BRETAGNE, PAGE).body())
                .contains("Le serveur de courriel ne répond pas (2)", "Réessayer les 2");

        redemarrerLeServeur();
        assertThat(pilotes.agir(BRETAGNE, PAGE + "/reessayer", Map.of("cause", "serveur-muet")))
                .contains("2 étapes sont relancées.");
        enPanne.forEach(pas::avancer);
        pas.avancer(ailleurs);

        assertThat(pilotes.voir(BRETAGNE, PAGE).body()).contains("Aucun incident");
        enPanne.forEach(dossier -> assertThat(courriels.duDossier(dossier)).hasSize(1));
        assertThat(courriels.duDossier(ailleurs))
                .as("another region")
                .noneMatch(courriel -> courriel.envoyeLe() != null);
        assertThat(pilotes.agir(BRETAGNE, PAGE + "/reessayer", Map.of("cause", "serveur-muet")))
                .contains("Il n’y a plus rien à réessayer");
        assertThat(pilotes.agir(BRETAGNE, PAGE + "/reessayer", Map.of("cause", "nimporte")))
                .contains("Choisissez une cause");
        reparer(ailleurs);
    }

    @Test
    void unIncidentDUnParcoursSuspenduAttendSaReprise() {
        String dossier = dossiers.depose("53");
        Job job = echouer(dossier);
        runtimeService.suspendProcessInstanceById(job.getProcessInstanceId());

        assertThat(pilotes.voir(BRETAGNE, PAGE).body())
                .contains("Parcours suspendu")
                .doesNotContain(job.getId());
        assertThat(reessayer(BRETAGNE, job.getId())).contains("reprenez-le d’abord");

        runtimeService.activateProcessInstanceById(job.getProcessInstanceId());
        reparer(dossier);
    }

    @Test
    void lExportDitCeQueDitLaPage() {
        String dossier = dossiers.depose("53");
        epuiser(echouer(dossier).getId());

        String csv = new String(pilotes.session(BRETAGNE).telecharger(PAGE + ".csv"), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeffÉtape;Parcours;Dossier;Région;Depuis;Cause;Suite");
        assertThat(csv.lines().filter(ligne -> ligne.contains(dossier)))
                .singleElement()
                .asString()
                .startsWith("Accuser réception;Candidature;" + dossier + ";Bretagne;")
                .endsWith("Le serveur de courriel ne répond pas;Attend que quelqu’un réessaie");
        assertThat(pilotes.session(BRETAGNE).telecharger(PAGE + ".xlsx")).startsWith('P', 'K');
        assertThat(pilotes.statut(BRETAGNE, PAGE + "?page=nimporte")).isEqualTo(200);
        assertThat(pilotes.statut(BRETAGNE, PAGE + "?page=999")).isEqualTo(200);
        reparer(dossier);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Le courriel n° 3 (accuse-reception) n’est pas parti : Connection refused                     | SERVEUR_MUET
                    Le courriel n° 3 (accuse-reception) n’est pas parti : Couldn't connect to host, port: x, 25  | SERVEUR_MUET
                    Le courriel n° 3 (accuse-reception) n’est pas parti : 554 5.7.1 Relay access denied          | SERVEUR_REFUSE
                    Adresse électronique invalide : elle est vide.                                               | ADRESSE
                    Le courriel (x) n’est pas parti : aucun serveur de courriel : il manque la propriété spring.mail.host | REGLAGE
                    Il manque au modèle accuse-reception les variables [lien]                                    | MODELE
                    La table de décision « relances » a répondu « rapel » (sortie action) ; attendu : rappel, rien.  | TABLE
                    ENGINE-03005 Execution of 'UPDATE' failed. Entity was updated by another transaction concurrently. | EN_MEME_TEMPS
                    Cannot invoke "String.length()" because "s" is null                                          | INCONNUE
                    ''                                                                                           | INCONNUE
                    """)
    void chaqueCauseConnueSeDitEnFrancais(String message, CauseDIncident cause) {
        assertThat(CauseDIncident.de(message)).isEqualTo(cause);
        assertThat(cause.titre()).doesNotContain("Exception");
    }

    private String reessayer(String compte, String job) {
        return pilotes.agir(compte, PAGE + "/" + job + "/reessayer", Map.of());
    }

    /** Runs the first job of a dossier, which fails; the engine keeps it to try again. */
    private Job echouer(String dossier) {
        String instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(dossier)
                .singleResult()
                .getId();
        String job = managementService
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        assertThatThrownBy(() -> managementService.executeJob(job)).isNotNull();
        return managementService.createJobQuery().jobId(job).singleResult();
    }

    private void epuiser(String job) {
        while (managementService.createJobQuery().jobId(job).singleResult().getRetries() > 0) {
            assertThatThrownBy(() -> managementService.executeJob(job)).isNotNull();
        }
    }

    /** The dossier goes on, so that other tests of this application find no incident of it. */
    private void reparer(String dossier) {
        redemarrerLeServeur();
        managementService.createJobQuery().noRetriesLeft().list().stream()
                .filter(job -> dossier.equals(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .forEach(job -> managementService.setJobRetries(job.getId(), 1));
        pas.avancer(dossier);
    }

    private static int portSansPersonne() {
        try (ServerSocket prise = new ServerSocket(0)) {
            return prise.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
