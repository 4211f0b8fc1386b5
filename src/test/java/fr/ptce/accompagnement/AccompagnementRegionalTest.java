package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.ApplicationDeTest;
import fr.ptce.accompagnement.AccompagnementRegionalProcess.Elements;
import fr.ptce.accompagnement.AccompagnementRegionalProcess.Variables;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import fr.ptce.moteur.securite.ClientHttp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A year of a region: too few projects, their selection, places that become free, too few seminars, the bilan. */
@ApplicationDeTest
// The third bilan needs three regions to get to the end: UneAnneeDExperimentationTest goes there.
@TousLesChemins(
        value = AccompagnementRegionalProcess.CLE,
        sauf = {"flow_troisBilans_ouvrirInterRegional", "flow_ouvrirInterRegional_interRegionalOuvert"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccompagnementRegionalTest {

    private static final String PILOTE = "pilote.bretagne";
    private static final Agent AGENT = new Agent(PILOTE, Set.of("pilotes", "pilotes-53"), Set.of("53"));
    private static final AtomicInteger SUITE = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private ProjetsDEssai essai;

    @Autowired
    private ConduiteDeLAnnee conduite;

    @Autowired
    private ConduiteDuProjet conduiteDuProjet;

    @Autowired
    private AnneesRegionales annees;

    @Autowired
    private ProjetsAccompagnes projets;

    @Autowired
    private Missions missions;

    @Autowired
    private Seminaires seminaires;

    @Autowired
    private Cahiers cahiers;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private Pas pas;

    private int annee;
    private String prefixe;
    private long id;
    private String reference;

    @BeforeEach
    void uneAnneeSansProjet() {
        int rang = SUITE.incrementAndGet();
        annee = 2030 + rang;
        prefixe = "PTCE-6" + rang;
        essai.oublierLesAccompagnateurs();
        essai.oublierLesProjets();
    }

    @Test
    void ilFautTroisProjetsPourCommencerEtLeServeurEnRefuseMoins() {
        essai.qualifier(prefixe + "1", "53");
        essai.qualifier(prefixe + "2", "53", "moyenne", "non");
        essai.qualifier(prefixe + "3", "82");
        ouvrir();
        Task mobiliser = pas.tache(reference, Elements.MOBILISER);
        assertThat(mobiliser.getTenantId()).isEqualTo("53");
        assertThat((String) taskService.getVariable(mobiliser.getId(), "situationEnClair"))
                .contains(prefixe + "1")
                .doesNotContain(prefixe + "2", prefixe + "3");
        assertThat(annees.lire(id).etat()).isEqualTo(EtatDeLAnnee.MOBILISATION);
        accomplir(Elements.MOBILISER, Map.of("actions_menees", "Deux réunions d’information."));
        assertThat(pas.taches(reference, Elements.MOBILISER)).hasSize(1);

        essai.qualifier(prefixe + "4", "53");
        essai.qualifier(prefixe + "5", "53", "basse", "a-discuter");
        accomplir(Elements.MOBILISER, Map.of("actions_menees", "Deux questionnaires relancés."));
        Task selectionner = pas.tache(reference, Elements.SELECTIONNER);
        assertThat((String) taskService.getVariable(selectionner.getId(), "projetsEnClair"))
                .containsSubsequence(prefixe + "1", prefixe + "4", prefixe + "5");
        assertThatThrownBy(() -> taskService.complete(
                        selectionner.getId(), Map.of("projets", List.of(prefixe + "1", prefixe + "4"))))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("trois projets au moins")
                .hasMessageContaining("Vous en avez choisi 2");
        assertThatThrownBy(() -> taskService.complete(
                        selectionner.getId(), Map.of("projets", List.of(prefixe + "1", prefixe + "4", prefixe + "3"))))
                .isInstanceOf(SoumissionRefusee.class);
        assertThat(projets.deLAnnee(id)).isEmpty();
        assertThat(annees.lire(id).etat()).isEqualTo(EtatDeLAnnee.SELECTION);
        assertThat(annees.evenements(id))
                .extracting(AnneesRegionales.Evenement::libelle)
                .anyMatch(libelle -> libelle.contains("Deux réunions d’information."));
    }

    @Test
    void unePersonneExcellenteNEstConseilleeQuUneFois() {
        Accompagnateur experte =
                essai.inscrire("Experte", "R" + annee, "53", 1, Map.of("gouvernance", 3, "financement", 3));
        essai.inscrire("Second", "R" + annee, "53", 5, Map.of("gouvernance", 1));
        selectionner(3);
        assertThat(projets.deLAnnee(id))
                .extracting(projet ->
                        conduiteDuProjet.conseille(projet.id()).orElseThrow().accompagnateur())
                .containsOnlyOnce(experte.id());
        assertThat(projets.deLAnnee(id)).allSatisfy(projet -> assertThat(missions.propositions(projet.id()))
                .hasSize(2)
                .allSatisfy(propose -> assertThat(propose.raisons()).isNotEmpty()));
    }

    @Test
    void unePlaceSeRemplitQuandLaRegionPasseSousTroisProjets() {
        essai.qualifier(prefixe + "9", "53");
        selectionner(3);
        arreter(prefixe + "1");
        Task remplacer = pas.tache(reference, Elements.REMPLACER);
        assertThat((String) taskService.getVariable(remplacer.getId(), "situationEnClair"))
                .contains("moins de trois projets", prefixe + "9");
        assertThatThrownBy(() -> taskService.complete(
                        remplacer.getId(), Map.of("remplacement", "oui", "projet_remplacant", prefixe + "2")))
                .isInstanceOf(SoumissionRefusee.class);
        accomplir(Elements.REMPLACER, Map.of("remplacement", "oui", "projet_remplacant", prefixe + "9"));
        assertThat(projets.nombreEnVie(id)).isEqualTo(3);
        assertThat(pas.taches(prefixe + "9", AccompagnementProjetProcess.Elements.AFFECTER))
                .hasSize(1);

        arreter(prefixe + "9");
        accomplir(
                Elements.REMPLACER,
                Map.of("remplacement", "non", "motif_sans_remplacant", "Aucun autre projet n’est prêt cette année."));
        assertThat(pas.taches(reference, Elements.REMPLACER)).isEmpty();
        assertThat(pas.enCours(reference)).isTrue();
        assertThat(annees.evenements(id))
                .extracting(AnneesRegionales.Evenement::libelle)
                .anyMatch(libelle -> libelle.contains("Aucun autre projet n’est prêt"));
    }

    @Test
    void quatreProjetsDontUnSArreteNAppellentPasDeRemplacant() {
        selectionner(4);
        arreter(prefixe + "4");
        assertThat(pas.taches(reference, Elements.REMPLACER)).isEmpty();
        assertThat(projets.nombreEnVie(id)).isEqualTo(3);
    }

    @Test
    void moinsDeTroisSeminairesNeFermentLAnneeQuAvecUnMotif() {
        selectionner(3);
        conclureLesProjets();
        for (int rang = 1; rang <= 3; rang++) {
            annulerLeSeminaire();
        }
        Task statuer = pas.tache(reference, Elements.STATUER);
        assertThat((String) taskService.getVariable(statuer.getId(), "situationEnClair"))
                .contains("Séminaires tenus\u00a0: 0 sur 3");
        assertThatThrownBy(() -> taskService.complete(statuer.getId(), Map.of("autre_seminaire", "non")))
                .isInstanceOf(SoumissionRefusee.class);
        accomplir(Elements.STATUER, Map.of("autre_seminaire", "oui"));
        annulerLeSeminaire();
        accomplir(
                Elements.STATUER,
                Map.of("autre_seminaire", "non", "motif_seminaires", "Les salles sont fermées toute l’année."));
        Task bilan = pas.tache(reference, Elements.BILAN_REGIONAL);
        assertThat((String) taskService.getVariable(bilan.getId(), "anneeEnClair"))
                .contains("Les salles sont fermées toute l’année", prefixe + "1");
        accomplir(
                Elements.BILAN_REGIONAL,
                Map.of(
                        "bilan_regional",
                        "Une année difficile, dont la région tire pourtant des leçons utiles.",
                        "enseignements",
                        "Prévoir des séminaires en ligne."));
        assertThat(annees.lire(id).etat()).isEqualTo(EtatDeLAnnee.TERMINEE);
        assertThat(annees.lire(id).motifSeminaires()).contains("Les salles sont fermées");
        assertThat(cahiers.existe(annee)).isFalse();
        assertThat(pas.enCours(reference)).isFalse();
    }

    @Test
    void troisSeminairesTenusSuffisent() {
        selectionner(3);
        conclureLesProjets();
        for (int rang = 1; rang <= 3; rang++) {
            String seminaire = seminaireEnCours();
            long sien = Long.parseLong(seminaire.substring("SEM-".length()));
            runtimeService
                    .createProcessInstanceModification(seminaires.lire(sien).instance())
                    .cancelAllForActivity(SeminaireProcess.Elements.CHOISIR_DATE)
                    .startBeforeActivity("endEvent_tenu")
                    .execute();
            pas.avancer(reference);
        }
        assertThat(pas.taches(reference, Elements.STATUER)).isEmpty();
        assertThat(pas.taches(reference, Elements.BILAN_REGIONAL)).hasSize(1);
    }

    @Test
    void uneAnneeSOuvreDepuisSaPageUneSeuleFoisEtDansSesRegions() throws Exception {
        ClientHttp pilote = connecte(PILOTE);
        assertThat(pilote.get("/accompagnement/nouvelle").body()).contains("Ouvrir une année d’expérimentation");
        Map<String, Object> demande = Map.of("region", "53", "annee", annee, "seminaires", "4");
        JsonNode suite =
                json(pilote.postJson("/accompagnement/nouvelle", new ObjectMapper().writeValueAsString(demande))
                        .body());
        String page = suite.path("suite").asText();
        assertThat(page).startsWith("/accompagnement/regions/");
        assertThat(pilote.get(page).body()).contains("Bretagne " + annee, "0 sur 4 prévus");
        assertThat(json(pilote.postJson("/accompagnement/nouvelle", new ObjectMapper().writeValueAsString(demande))
                                .body())
                        .at("/erreurs/0/cle")
                        .asText())
                .isEqualTo("annee");
        Map<String, Object> ailleurs = Map.of("region", "83", "annee", annee, "seminaires", "3");
        assertThat(json(pilote.postJson("/accompagnement/nouvelle", new ObjectMapper().writeValueAsString(ailleurs))
                                .body())
                        .at("/erreurs/0/cle")
                        .asText())
                .isEqualTo("region");
        assertThat(connecte("pilote.auvergne").get(page).statusCode()).isEqualTo(404);
        assertThat(connecte("accompagnateur.bretagne").get("/accompagnement").statusCode())
                .isEqualTo(403);
        assertThat(new ClientHttp(port).get("/accompagnement").statusCode()).isEqualTo(302);
        assertThat(pilote.get("/accompagnement/cahiers/" + annee).statusCode()).isEqualTo(404);
    }

    @Test
    void lAvancementMontreChaqueProjetEtSExporte() {
        essai.inscrire("Camille", "R" + annee, "53", 5, Map.of("gouvernance", 2));
        selectionner(3);
        ClientHttp pilote = connecte(PILOTE);
        assertThat(pilote.get("/accompagnement?annee=" + annee).body())
                .contains("Expérimentation régionale " + annee, "1 région, dont 1 avec trois projets au moins")
                .contains(prefixe + "1 – Pôle " + prefixe + "1", "Accompagnateur à trouver", "pas encore d’avis");
        assertThat(pilote.get("/accompagnement/avancement.csv?annee=" + annee).body())
                .contains("Bretagne;" + prefixe + "1;Pôle " + prefixe + "1;Accompagnateur à trouver");
        assertThat(connecte("pilote.auvergne")
                        .get("/accompagnement?annee=" + annee)
                        .body())
                .doesNotContain(prefixe + "1");
        Task enRetard = pas.tache(prefixe + "1", AccompagnementProjetProcess.Elements.AFFECTER);
        enRetard.setDueDate(Date.from(Instant.EPOCH));
        taskService.saveTask(enRetard);
        assertThat(pilote.get("/accompagnement?annee=" + annee).body())
                .containsOnlyOnce("En retard depuis le 1er")
                .contains("1970\u00a0: Affecter un accompagnateur<");
    }

    /** The next version of the diagrams adds a documentation and a form field: what runs goes on in it. */
    @Test
    void uneAnneeEnCoursPasseAUneNouvelleVersion() throws IOException {
        selectionner(3);
        ProcessInstance avant = instance();
        DeploymentBuilder piece = repositoryService.createDeployment().name("accompagnement");
        for (String motif : List.of("classpath:bpmn/accompagnement/*.*", "classpath:forms/accompagnement/*.form")) {
            for (Resource fichier : new PathMatchingResourcePatternResolver().getResources(motif)) {
                piece.addString(
                        fichier.getFilename(), lire(fichier).replace("Rédiger le bilan régional", "Écrire le bilan"));
            }
        }
        String deploiement = piece.deploy().getId();
        try {
            String nouvelle = repositoryService
                    .createProcessDefinitionQuery()
                    .deploymentId(deploiement)
                    .processDefinitionKey(AccompagnementRegionalProcess.CLE)
                    .singleResult()
                    .getId();
            runtimeService
                    .newMigration(runtimeService
                            .createMigrationPlan(avant.getProcessDefinitionId(), nouvelle)
                            .mapEqualActivities()
                            .build())
                    .processInstanceIds(avant.getId())
                    .execute();
            assertThat(instance().getProcessDefinitionId()).isEqualTo(nouvelle);
            arreter(prefixe + "1");
            accomplir(
                    Elements.REMPLACER,
                    Map.of("remplacement", "non", "motif_sans_remplacant", "La région continue à deux."));
            conclureLesProjets();
            for (int rang = 1; rang <= 3; rang++) {
                annulerLeSeminaire();
            }
            accomplir(
                    Elements.STATUER,
                    Map.of("autre_seminaire", "non", "motif_seminaires", "Aucun séminaire cette année-là."));
            assertThat(pas.tache(reference, Elements.BILAN_REGIONAL).getName()).startsWith("Écrire le bilan");
        } finally {
            repositoryService.deleteDeployment(deploiement, true);
        }
    }

    private static String lire(Resource fichier) throws IOException {
        try (InputStream flux = fichier.getInputStream()) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private ProcessInstance instance() {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(AccompagnementRegionalProcess.CLE)
                .processInstanceBusinessKey(reference)
                .singleResult();
    }

    private void ouvrir() {
        id = conduite.ouvrir(AGENT, new HashMap<>(Map.of("region", "53", "annee", annee, "seminaires", "3")));
        reference = annees.lire(id).reference();
        pas.avancer(reference);
    }

    private void selectionner(int nombre) {
        List<String> numeros = IntStream.rangeClosed(1, nombre)
                .mapToObj(rang -> prefixe + rang)
                .toList();
        numeros.forEach(numero -> essai.qualifier(numero, "53"));
        ouvrir();
        accomplir(Elements.SELECTIONNER, Map.of("projets", numeros));
        assertThat(annees.lire(id).etat()).isEqualTo(EtatDeLAnnee.ACCOMPAGNEMENT);
    }

    private void arreter(String numero) {
        ProjetAccompagne projet = projets.deLAnnee(id).stream()
                .filter(candidat -> candidat.initiative().equals(numero))
                .findFirst()
                .orElseThrow();
        conduiteDuProjet.arreter(AGENT, projet.id(), "Les partenaires se sont séparés.");
        pas.avancer(numero);
        pas.avancer(reference);
    }

    /** The way of one project is another test's: here it is at its end at once. */
    private void conclureLesProjets() {
        projets.deLAnnee(id).stream().filter(projet -> !projet.etat().fini()).forEach(projet -> {
            runtimeService
                    .createProcessInstanceModification(projet.instance())
                    .cancelAllForActivity(AccompagnementProjetProcess.Elements.AFFECTER)
                    .startBeforeActivity("endEvent_clos")
                    .execute();
            pas.avancer(reference);
        });
        assertThat(projets.deLAnnee(id)).allMatch(projet -> projet.etat().fini());
    }

    private String seminaireEnCours() {
        return taskService
                .createTaskQuery()
                .taskDefinitionKey(SeminaireProcess.Elements.CHOISIR_DATE)
                .processVariableValueEquals(Variables.ANNEE, annee)
                .list()
                .stream()
                .map(tache -> runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(tache.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey())
                .findFirst()
                .orElseThrow();
    }

    private void annulerLeSeminaire() {
        long sien = Long.parseLong(seminaireEnCours().substring("SEM-".length()));
        runtimeService
                .createProcessInstanceModification(seminaires.lire(sien).instance())
                .cancelAllForActivity(SeminaireProcess.Elements.CHOISIR_DATE)
                .startBeforeActivity("endEvent_nonTenu")
                .execute();
        pas.avancer(reference);
    }

    private void accomplir(String element, Map<String, Object> champs) {
        pas.accomplir(reference, pas.tache(reference, element), PILOTE, champs);
    }

    private static JsonNode json(String corps) throws IOException {
        return new ObjectMapper().readTree(corps);
    }

    private ClientHttp connecte(String personne) {
        ClientHttp client = new ClientHttp(port);
        assertThat(client.tenterConnexionPage(personne, "demo", "/").statusCode())
                .isEqualTo(302);
        return client;
    }
}
