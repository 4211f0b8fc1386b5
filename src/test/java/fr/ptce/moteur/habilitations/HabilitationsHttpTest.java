package fr.ptce.moteur.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ptce.ApplicationDeTest;
import fr.ptce.moteur.habilitations.Navigateur.Reponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationDeTest
class HabilitationsHttpTest {

    private static final List<String> LE_PAYS = List.of(
            "Région\u00a0: Auvergne-Rhône-Alpes",
            "Région\u00a0: Bourgogne-Franche-Comté",
            "Région\u00a0: Bretagne",
            "Région\u00a0: Centre-Val de Loire",
            "Région\u00a0: Corse",
            "Région\u00a0: Grand Est",
            "Région\u00a0: Hauts-de-France",
            "Région\u00a0: Île-de-France",
            "Région\u00a0: Normandie",
            "Région\u00a0: Nouvelle-Aquitaine",
            "Région\u00a0: Occitanie",
            "Région\u00a0: Pays de la Loire",
            "Région\u00a0: Provence-Alpes-Côte d’Azur",
            "Outre-mer",
            "Région à préciser");

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine moteur;

    @Autowired
    private FilterService filtres;

    private DossiersDEssai dossiers;
    private ProcessInstance breton;
    private ProcessInstance rhonalpin;
    private Task tacheBretonne;
    private Task tacheRhonalpine;

    @BeforeEach
    void demarrerUnDossierDansDeuxRegions() {
        dossiers = new DossiersDEssai(moteur);
        dossiers.deployer();
        breton = dossiers.demarrer("53");
        rhonalpin = dossiers.demarrer("82");
        tacheBretonne = dossiers.tache(breton);
        tacheRhonalpine = dossiers.tache(rhonalpin);
    }

    @AfterEach
    void terminer() {
        dossiers.terminer(breton);
        dossiers.terminer(rhonalpin);
    }

    private static List<String> ids(Reponse reponse) {
        assertThat(reponse.code()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        for (JsonNode element : reponse.corps()) {
            ids.add(element.get("id").asText());
        }
        return ids;
    }

    @ParameterizedTest
    @CsvSource({
        "pilote.bretagne, true, false",
        "pilote.rhone-alpes, false, true",
        "pilote.aquitaine, false, false",
        "pilote.national, true, true",
        "pilote.coorace, true, true",
        "comite, true, true",
        "admin, true, true",
        "accompagnateur.bretagne, false, false",
        "redacteur, false, false"
    })
    void chaqueRoleVoitLesDossiersDeSonTerritoireEtAucunAutre(
            String utilisateur, boolean voitLeBreton, boolean voitLeRhonalpin) {
        Navigateur navigateur = Navigateur.connecte(port, utilisateur);

        List<String> taches = ids(navigateur.get("/task"));
        assertThat(taches.contains(tacheBretonne.getId())).isEqualTo(voitLeBreton);
        assertThat(taches.contains(tacheRhonalpine.getId())).isEqualTo(voitLeRhonalpin);
        assertThat(navigateur.get("/task/count").corps().get("count").asInt()).isEqualTo(taches.size());

        List<String> instances = ids(navigateur.get("/process-instance"));
        assertThat(instances.contains(breton.getId())).isEqualTo(voitLeBreton);
        assertThat(instances.contains(rhonalpin.getId())).isEqualTo(voitLeRhonalpin);
        assertThat(navigateur
                        .get("/process-instance/count")
                        .corps()
                        .get("count")
                        .asInt())
                .isEqualTo(instances.size());

        List<String> lisibles = "admin".equals(utilisateur) ? List.of("42") : List.of();
        assertThat(valeurs(navigateur, breton)).isEqualTo(lisibles);
        assertThat(valeurs(navigateur, rhonalpin)).isEqualTo(lisibles);
    }

    private static List<String> valeurs(Navigateur navigateur, ProcessInstance dossier) {
        Reponse reponse =
                navigateur.get("/variable-instance?variableName=secret&processInstanceIdIn=" + dossier.getId());
        assertThat(reponse.code()).isEqualTo(200);
        return reponse.corps().findValuesAsText("value");
    }

    static Stream<String> lecturesDUneTache() {
        return Stream.of("", "/variables", "/localVariables", "/form-variables", "/form", "/identity-links");
    }

    static Stream<String> lecturesDUneInstance() {
        return Stream.of("", "/variables", "/variables/secret", "/activity-instances");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pilote.rhone-alpes", "accompagnateur.bretagne", "accompagnateur.rhone-alpes", "redacteur"})
    void rienDUnDossierDAilleursNeSeLitParSonIdentifiant(String utilisateur) {
        Navigateur navigateur = Navigateur.connecte(port, utilisateur);
        assertThat(lecturesDUneTache().filter(chemin -> lit(navigateur, "/task/" + tacheBretonne.getId() + chemin)))
                .isEmpty();
        assertThat(lecturesDUneInstance()
                        .filter(chemin -> lit(navigateur, "/process-instance/" + breton.getId() + chemin)))
                .isEmpty();
        assertThat(Stream.of("/comment", "/attachment")
                        .filter(chemin -> lit(navigateur, "/task/" + tacheBretonne.getId() + chemin)))
                .isEmpty();
        assertThat(lit(navigateur, "/execution/" + breton.getId())).isFalse();
    }

    /** What a task holds is for those who may work on it; a pilot who only watches sees where the dossier stands. */
    @ParameterizedTest
    @CsvSource({"pilote.bretagne, true", "pilote.national, false", "comite, false"})
    void lEtatDUnDossierDuTerritoireSeLitMaisLeContenuDeSaTacheParSesSeulsCandidats(
            String utilisateur, boolean candidat) {
        Navigateur navigateur = Navigateur.connecte(port, utilisateur);
        String tache = "/task/" + tacheBretonne.getId();
        assertThat(lit(navigateur, tache)).isTrue();
        assertThat(Stream.of("/variables", "/localVariables", "/form-variables")
                        .allMatch(chemin -> lit(navigateur, tache + chemin)))
                .isEqualTo(candidat);
        String instance = "/process-instance/" + breton.getId();
        assertThat(lit(navigateur, instance)).isTrue();
        assertThat(lit(navigateur, instance + "/activity-instances")).isTrue();
        assertThat(lit(navigateur, instance + "/variables/secret")).isFalse();
    }

    private static boolean lit(Navigateur navigateur, String chemin) {
        Reponse reponse = navigateur.get(chemin);
        return reponse.code() == 200
                && !(reponse.corps().isContainerNode() && reponse.corps().isEmpty() && chemin.contains("secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "pilote.rhone-alpes, pilote.rhone-alpes",
        "accompagnateur.bretagne, accompagnateur.bretagne",
        "redacteur, redacteur"
    })
    void uneTacheDAilleursNePeutEtreNiPriseNiChangeeNiTerminee(String utilisateur, String pour) {
        Navigateur navigateur = Navigateur.connecte(port, utilisateur);
        String tache = "/task/" + tacheBretonne.getId();

        assertThat(Stream.of(
                        navigateur.post(tache + "/claim", "{\"userId\":\"" + pour + "\"}"),
                        navigateur.post(tache + "/assignee", "{\"userId\":\"" + pour + "\"}"),
                        navigateur.post(tache + "/complete", "{}"),
                        navigateur.post(tache + "/submit-form", "{}"),
                        navigateur.post(tache + "/delegate", "{\"userId\":\"" + pour + "\"}"),
                        navigateur.post(tache + "/bpmnError", "{\"errorCode\":\"x\"}"),
                        navigateur.post(tache + "/variables", "{\"modifications\":{\"secret\":{\"value\":\"7\"}}}")))
                .extracting(Reponse::code)
                .allMatch(code -> code >= 400);

        assertThat(dossiers.tache(breton))
                .extracting(Task::getId, Task::getAssignee)
                .containsExactly(tacheBretonne.getId(), null);
        assertThat(moteur.getRuntimeService().getVariable(breton.getId(), "secret"))
                .isEqualTo("42");
    }

    @Test
    void unPilotePrendEtTermineUneTacheDeSaRegion() {
        Navigateur navigateur = Navigateur.connecte(port, "pilote.bretagne");
        String tache = "/task/" + tacheBretonne.getId();

        assertThat(navigateur
                        .post(tache + "/claim", "{\"userId\":\"pilote.bretagne\"}")
                        .code())
                .isEqualTo(204);
        assertThat(ids(navigateur.get("/task?assignee=pilote.bretagne"))).containsExactly(tacheBretonne.getId());
        assertThat(navigateur.post(tache + "/complete", "{}").code()).isEqualTo(204);

        assertThat(dossiers.tache(breton).getName()).isEqualTo("Conclure");
    }

    @Test
    void unPiloteNeDemarreNiNeSupprimeNiNeChangeUneInstance() {
        Navigateur navigateur = Navigateur.connecte(port, "pilote.bretagne");
        assertThat(navigateur
                        .post("/process-definition/key/dossier-essai/start", "{}")
                        .code())
                .isEqualTo(403);
        assertThat(navigateur
                        .post(
                                "/process-instance/" + breton.getId() + "/variables",
                                "{\"modifications\":{\"secret\":{\"value\":\"7\"}}}")
                        .code())
                .isEqualTo(403);
        assertThat(navigateur
                        .post(
                                "/process-instance/" + breton.getId() + "/modification",
                                "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"userTask_lire\"}]}")
                        .code())
                .isEqualTo(403);
        assertThat(navigateur.delete("/process-instance/" + breton.getId()).code())
                .isEqualTo(403);
        assertThat(moteur.getRuntimeService().getVariable(breton.getId(), "secret"))
                .isEqualTo("42");
    }

    @Test
    void cockpitNeMontreAUnPiloteQueLesInstancesDeSaRegion() {
        String liste = "/cockpit/plugin/base/default/process-instance";
        assertThat(ids(Navigateur.connecte(port, "pilote.bretagne").getApi(liste)))
                .contains(breton.getId())
                .doesNotContain(rhonalpin.getId());
        assertThat(ids(Navigateur.connecte(port, "pilote.bretagne").postApi(liste, "{}")))
                .contains(breton.getId())
                .doesNotContain(rhonalpin.getId());
        assertThat(ids(Navigateur.connecte(port, "pilote.national").getApi(liste)))
                .contains(breton.getId(), rhonalpin.getId());
    }

    @Test
    void cockpitNeComptePourUnPiloteQueLesInstancesDeSaRegion() {
        assertThat(instancesComptees("pilote.bretagne")).isEqualTo(1);
        assertThat(instancesComptees("pilote.national")).isEqualTo(2);
        assertThat(instancesComptees("pilote.aquitaine")).isZero();
    }

    private long instancesComptees(String utilisateur) {
        Reponse reponse =
                Navigateur.connecte(port, utilisateur).get("/process-definition/statistics?rootIncidents=true");
        assertThat(reponse.code()).isEqualTo(200);
        long total = 0;
        for (JsonNode definition : reponse.corps()) {
            if (definition.at("/definition/key").asText().equals("dossier-essai")) {
                total += definition.get("instances").asLong();
            }
        }
        return total;
    }

    @ParameterizedTest
    @ValueSource(strings = {"accompagnateur.bretagne", "redacteur"})
    void unAccompagnateurEtUnRedacteurNOntPasCockpit(String utilisateur) {
        Navigateur navigateur = Navigateur.connecte(port, utilisateur);
        Reponse instances = navigateur.getApi("/cockpit/plugin/base/default/process-instance");
        assertThat(instances.code() >= 400 || instances.corps().isEmpty()).isTrue();
        assertThat(ids(navigateur.get("/process-definition"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task",
                "/task/count",
                "/process-instance",
                "/variable-instance",
                "/history/process-instance",
                "/history/variable-instance",
                "/user",
                "/filter"
            })
    void unAnonymeNObtientRien(String chemin) {
        Reponse reponse = Navigateur.anonyme(port).get(chemin);
        assertThat(reponse.code()).isEqualTo(401);
        assertThat(reponse.corps().isContainerNode() && reponse.corps().has(0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/history/process-instance",
                "/history/activity-instance",
                "/history/variable-instance",
                "/history/task",
                "/history/user-operation",
                "/authorization"
            })
    void unPiloteNeLitRienDansLHistoriqueNiDansLesAutorisations(String chemin) {
        Reponse reponse = Navigateur.connecte(port, "pilote.bretagne").get(chemin);
        assertThat(reponse.corps().toString()).doesNotContain(rhonalpin.getId(), tacheRhonalpine.getId());
        assertThat(reponse.code()).isEqualTo(200);
        assertThat(reponse.corps()).isEmpty();
    }

    @Test
    void unAccompagnateurVoitEtTermineLaTacheQuiLuiEstConfieeEtRienDAutre() {
        ProcessInstance mission = dossiers.demarrer(
                "accompagnateur-essai", Map.of("region", "53", "personne", "accompagnateur.bretagne"));
        Task tache = dossiers.tache(mission);
        Navigateur navigateur = Navigateur.connecte(port, "accompagnateur.bretagne");

        assertThat(ids(navigateur.get("/task"))).containsExactly(tache.getId());
        assertThat(ids(navigateur.get("/process-instance"))).isEmpty();
        assertThat(ids(Navigateur.connecte(port, "accompagnateur.auvergne").get("/task")))
                .isEmpty();
        assertThat(navigateur.post("/task/" + tache.getId() + "/complete", "{}").code())
                .isEqualTo(204);
        assertThat(dossiers.tache(mission)).isNull();
    }

    @Test
    void uneTacheNEcritAucuneAutorisationNiPourSesGroupesNiPourUnPilote() {
        long avant = moteur.getAuthorizationService().createAuthorizationQuery().count();
        ProcessInstance dossier = dossiers.demarrer("53");
        moteur.getTaskService().claim(dossiers.tache(dossier).getId(), "pilote.bretagne");
        assertThat(moteur.getAuthorizationService().createAuthorizationQuery().count())
                .isEqualTo(avant);
        dossiers.terminer(dossier);
    }

    @Test
    void uneRegionInconnueVaAuxPilotesNationaux() {
        ProcessInstance dossier = dossiers.demarrer("Bavière");
        assertThat(dossier.getTenantId()).isEqualTo("FR");
        dossiers.terminer(dossier);
    }

    @Test
    void uneInstanceAppeleeResteDansLaRegionDeSonAppelante() {
        ProcessInstance appelant = dossiers.demarrer("appelant-essai", Map.of("region", "82", "groupes", "pilotes-82"));
        moteur.getTaskService().complete(dossiers.tache(appelant).getId());
        ProcessInstance appele = moteur.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(appelant.getId())
                .singleResult();
        assertThat(appele.getTenantId()).isEqualTo("82");
        dossiers.terminer(appelant);
    }

    @Test
    void lesFiltresPartagesValentPourQuiLesOuvre() {
        moteur.getTaskService().setAssignee(tacheBretonne.getId(), "pilote.bretagne");
        ProcessInstance autre = dossiers.demarrer("53");
        Task enRetard = dossiers.tache(autre);
        enRetard.setDueDate(Date.from(Instant.EPOCH));
        moteur.getTaskService().saveTask(enRetard);
        ProcessInstance prochain = dossiers.demarrer("53");
        Task bientot = dossiers.tache(prochain);
        bientot.setDueDate(Date.from(Instant.now().plusSeconds(3_600)));
        moteur.getTaskService().saveTask(bientot);

        assertThat(ouvrir("pilote.bretagne", "Mes tâches")).containsExactly(tacheBretonne.getId());
        assertThat(ouvrir("pilote.bretagne", "À prendre en charge"))
                .containsExactlyInAnyOrder(enRetard.getId(), bientot.getId());
        assertThat(ouvrir("pilote.bretagne", "En retard")).containsExactly(enRetard.getId());
        assertThat(ouvrir("pilote.bretagne", "Échéance dans la semaine")).containsExactly(bientot.getId());
        assertThat(ouvrir("pilote.bretagne", "Toutes les tâches que je peux voir"))
                .containsExactlyInAnyOrder(tacheBretonne.getId(), enRetard.getId(), bientot.getId());
        assertThat(ouvrir("pilote.rhone-alpes", "Mes tâches")).isEmpty();
        assertThat(ouvrir("comite", "À prendre en charge")).isEmpty();
        assertThat(ouvrir("accompagnateur.bretagne", "En retard")).isEmpty();
        dossiers.terminer(autre);
        dossiers.terminer(prochain);
    }

    private List<String> ouvrir(String utilisateur, String filtre) {
        String id = id(filtre);
        Navigateur navigateur = Navigateur.connecte(port, utilisateur);
        List<String> taches = ids(navigateur.get("/filter/" + id + "/list"));
        assertThat(navigateur
                        .get("/filter/" + id + "/count")
                        .corps()
                        .get("count")
                        .asInt())
                .isEqualTo(taches.size());
        return taches;
    }

    @Test
    void uneRegionEstUnFiltreDeSesPilotesEtDeQuiSuitToutLePays() {
        String bretagne = "Ma région\u00a0: Bretagne";
        assertThat(ouvrir("pilote.bretagne", bretagne)).containsExactly(tacheBretonne.getId());
        assertThat(ouvrir("pilote.national", "Région\u00a0: Bretagne")).containsExactly(tacheBretonne.getId());
        assertThat(ouvrir("comite", "Région\u00a0: Auvergne-Rhône-Alpes")).containsExactly(tacheRhonalpine.getId());
        assertThat(ouvrir("pilote.coorace", "Région\u00a0: Normandie")).isEmpty();
        assertThat(ouvrir("comite", "Outre-mer")).isEmpty();
    }

    @Test
    void ceQuiNAPasDeRegionConnueAttendDansUnFiltreDeQuiSuitToutLePays() {
        ProcessInstance egare = dossiers.demarrer("Bavière");
        assertThat(ouvrir("pilote.national", "Région à préciser"))
                .containsExactly(dossiers.tache(egare).getId());
        dossiers.terminer(egare);
    }

    @ParameterizedTest
    @CsvSource({
        "pilote.bretagne, Ma région\u00a0: Rhône-Alpes",
        "pilote.bretagne, Région\u00a0: Bretagne",
        "pilote.national, Ma région\u00a0: Bretagne",
        "accompagnateur.bretagne, Ma région\u00a0: Bretagne",
        "accompagnateur.bretagne, Toutes les tâches que je peux voir",
        "redacteur, À prendre en charge",
        "redacteur, Outre-mer"
    })
    void unFiltreDesAutresNeSOuvrePas(String utilisateur, String filtre) {
        Navigateur navigateur = Navigateur.connecte(port, utilisateur);
        assertThat(navigateur.get("/filter/" + id(filtre) + "/list").code()).isEqualTo(403);
        assertThat(navigateur.get("/filter/" + id(filtre) + "/count").code()).isEqualTo(403);
    }

    private String id(String filtre) {
        return filtres.createFilterQuery().filterName(filtre).singleResult().getId();
    }

    static Stream<Arguments> filtresDesRoles() {
        List<String> communs = List.of("Mes tâches", "En retard", "Échéance dans la semaine");
        List<String> desPilotes = List.of("À prendre en charge", "Toutes les tâches que je peux voir");
        return Stream.of(
                Arguments.of("pilote.bretagne", communs, desPilotes, List.of("Ma région\u00a0: Bretagne")),
                Arguments.of("pilote.rhone-alpes", communs, desPilotes, List.of("Ma région\u00a0: Rhône-Alpes")),
                Arguments.of("pilote.national", communs, desPilotes, LE_PAYS),
                Arguments.of("pilote.mes", communs, desPilotes, LE_PAYS),
                Arguments.of("comite", communs, desPilotes, LE_PAYS),
                Arguments.of("accompagnateur.bretagne", communs, List.of("À prendre en charge"), List.of()),
                Arguments.of("redacteur", communs, List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("filtresDesRoles")
    void chaqueRoleTrouveLesFiltresQuiOntUnSensPourLui(
            String utilisateur, List<String> communs, List<String> desPilotes, List<String> desRegions) {
        List<String> noms = new ArrayList<>();
        Navigateur.connecte(port, utilisateur)
                .get("/filter?itemCount=true")
                .corps()
                .forEach(filtre -> {
                    noms.add(filtre.get("name").asText());
                    assertThat(filtre.get("itemCount").isNumber()).isTrue();
                });
        assertThat(noms)
                .containsExactlyInAnyOrderElementsOf(Stream.of(communs, desPilotes, desRegions)
                        .flatMap(List::stream)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pilote.bretagne", "comite", "accompagnateur.bretagne", "redacteur"})
    void personneNAjouteNiNeSupprimeUnFiltre(String utilisateur) {
        Navigateur navigateur = Navigateur.connecte(port, utilisateur);
        assertThat(navigateur
                        .post(
                                "/filter/create",
                                "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{},\"properties\":{}}")
                        .code())
                .isEqualTo(403);
        assertThat(navigateur.delete("/filter/" + id("Mes tâches")).code()).isEqualTo(403);
    }
}
