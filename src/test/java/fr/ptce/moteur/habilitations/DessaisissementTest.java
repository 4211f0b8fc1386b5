package fr.ptce.moteur.habilitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import fr.ptce.ApplicationDeTest;
import fr.ptce.moteur.habilitations.Navigateur.Reponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationDeTest
class DessaisissementTest {

    private static final String PILOTE = "pilote.bretagne";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine moteur;

    @Autowired
    private Dessaisissement dessaisissement;

    @Autowired
    private PlatformTransactionManager transactions;

    private DossiersDEssai dossiers;
    private ProcessInstance dossier;
    private ProcessInstance temoin;

    @BeforeEach
    void demarrerDeuxDossiersDeLaMemeRegion() {
        dossiers = new DossiersDEssai(moteur);
        dossiers.deployer();
        dossier = dossiers.demarrer("53");
        temoin = dossiers.demarrer("53");
    }

    @AfterEach
    void terminer() {
        dossiers.terminer(dossier);
        dossiers.terminer(temoin);
    }

    @Test
    void leDossierEtSesTachesDisparaissentPourCePiloteEtNulAutre() {
        Task tache = dossiers.tache(dossier);
        dessaisissement.dessaisir(PILOTE, dossier.getId());

        verifierInvisible(tache);
        assertThat(ids("pilote.national", "/task")).contains(tache.getId());
        assertThat(ids("pilote.national", "/process-instance")).contains(dossier.getId());
        assertThat(dessaisissement.estDessaisi(PILOTE, dossier.getId())).isTrue();
        assertThat(dessaisissement.estDessaisi(PILOTE, temoin.getId())).isFalse();
        assertThat(dessaisissement.estDessaisi("pilote.national", dossier.getId()))
                .isFalse();
    }

    private void verifierInvisible(Task tache) {
        Navigateur navigateur = Navigateur.connecte(port, PILOTE);
        assertThat(ids(PILOTE, "/task"))
                .contains(dossiers.tache(temoin).getId())
                .doesNotContain(tache.getId());
        assertThat(ids(PILOTE, "/process-instance")).contains(temoin.getId()).doesNotContain(dossier.getId());
        assertThat(navigateur
                        .getApi("/cockpit/plugin/base/default/process-instance")
                        .corps()
                        .toString())
                .contains(temoin.getId())
                .doesNotContain(dossier.getId());
        assertThat(navigateur
                        .get("/variable-instance?processInstanceIdIn=" + dossier.getId())
                        .corps())
                .isEmpty();
        assertThat(Stream.of("", "/variables", "/form-variables", "/form", "/identity-links")
                        .map(chemin -> navigateur
                                .get("/task/" + tache.getId() + chemin)
                                .code()))
                .allMatch(code -> code >= 400);
        assertThat(Stream.of("", "/variables", "/activity-instances").map(chemin -> navigateur
                        .get("/process-instance/" + dossier.getId() + chemin)
                        .code()))
                .allMatch(code -> code >= 400);
        assertThat(Stream.of("/claim", "/complete", "/submit-form")
                        .map(action ->
                                navigateur.post("/task/" + tache.getId() + action, "{\"userId\":\"" + PILOTE + "\"}"))
                        .map(Reponse::code))
                .allMatch(code -> code >= 400);
    }

    private List<String> ids(String utilisateur, String chemin) {
        Reponse reponse = Navigateur.connecte(port, utilisateur).get(chemin);
        assertThat(reponse.code()).isEqualTo(200);
        return reponse.corps().findValuesAsText("id");
    }

    @Test
    void uneTacheCreeeEnsuiteEstInvisibleAussi() {
        dessaisissement.dessaisir(PILOTE, dossier.getId());
        moteur.getTaskService().complete(dossiers.tache(dossier).getId());

        assertThat(dossiers.tache(dossier).getName()).isEqualTo("Conclure");
        verifierInvisible(dossiers.tache(dossier));
    }

    @Test
    void uneTacheCreeeDansLaMemeTransactionEstInvisibleAussi() {
        new TransactionTemplate(transactions).executeWithoutResult(statut -> {
            dessaisissement.dessaisir(PILOTE, dossier.getId());
            moteur.getTaskService().complete(dossiers.tache(dossier).getId());
        });
        verifierInvisible(dossiers.tache(dossier));
    }

    @Test
    void uneTacheConfieeAuPiloteOuQuiLeNommeCandidatResteInvisible() {
        Task tache = dossiers.tache(dossier);
        moteur.getTaskService().setAssignee(tache.getId(), PILOTE);
        dessaisissement.dessaisir(PILOTE, dossier.getId());
        verifierInvisible(tache);
        moteur.getTaskService().setAssignee(tache.getId(), PILOTE);
        moteur.getTaskService().addCandidateUser(tache.getId(), PILOTE);
        verifierInvisible(tache);
    }

    @Test
    void unAccompagnateurPerdLaTacheConfieeEtNeLaRetrouvePas() {
        String accompagnateur = "accompagnateur.bretagne";
        ProcessInstance mission =
                dossiers.demarrer("accompagnateur-essai", Map.of("region", "53", "personne", accompagnateur));
        assertThat(ids(accompagnateur, "/task"))
                .contains(dossiers.tache(mission).getId());

        dessaisissement.dessaisir(accompagnateur, mission.getId());
        assertThat(ids(accompagnateur, "/task")).isEmpty();
        moteur.getTaskService().addCandidateUser(dossiers.tache(mission).getId(), accompagnateur);
        assertThat(ids(accompagnateur, "/task")).isEmpty();
        dossiers.terminer(mission);
    }

    @Test
    void leDessaisissementAtteintLesInstancesAppeleesAvantEtApres() {
        ProcessInstance avant = appelant();
        moteur.getTaskService().complete(dossiers.tache(avant).getId());
        dessaisissement.dessaisir(PILOTE, avant.getId());
        ProcessInstance apres = appelant();
        dessaisissement.dessaisir(PILOTE, apres.getId());
        moteur.getTaskService().complete(dossiers.tache(apres).getId());

        assertThat(Stream.of(avant, apres).map(this::appele)).allSatisfy(appele -> {
            assertThat(dessaisissement.estDessaisi(PILOTE, appele.getId())).isTrue();
            assertThat(ids(PILOTE, "/task"))
                    .doesNotContain(dossiers.tache(appele).getId());
        });
        dossiers.terminer(avant);
        dossiers.terminer(apres);
    }

    private ProcessInstance appelant() {
        return dossiers.demarrer("appelant-essai", Map.of("region", "53", "groupes", "pilotes-53"));
    }

    private ProcessInstance appele(ProcessInstance appelant) {
        return moteur.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(appelant.getId())
                .singleResult();
    }

    @Test
    void dessaisirDeuxFoisNeChangeRienEtRienNeResteALaFinDuDossier() {
        dessaisissement.dessaisir(PILOTE, dossier.getId());
        long lignes = revocations();
        dessaisissement.dessaisir(PILOTE, dossier.getId());
        assertThat(revocations()).isEqualTo(lignes).isEqualTo(2);

        moteur.getTaskService().complete(dossiers.tache(dossier).getId());
        assertThat(revocations()).isEqualTo(2);
        moteur.getTaskService().complete(dossiers.tache(dossier).getId());

        assertThat(revocations()).isZero();
        assertThat(dessaisissement.estDessaisi(PILOTE, dossier.getId())).isFalse();
    }

    private long revocations() {
        return moteur.getAuthorizationService()
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_REVOKE)
                .count();
    }

    @Test
    void unUtilisateurSansDroitSurLesAutorisationsPeutDessaisir() {
        moteur.getIdentityService().setAuthentication(PILOTE, List.of("pilotes", "pilotes-53"), List.of("53"));
        try {
            dessaisissement.dessaisir(PILOTE, dossier.getId());
            assertThat(dessaisissement.estDessaisi(PILOTE, dossier.getId())).isTrue();
        } finally {
            moteur.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void unUtilisateurOuUnDossierManquantEstRefuse() {
        assertThatNullPointerException().isThrownBy(() -> dessaisissement.dessaisir(null, dossier.getId()));
        assertThatNullPointerException().isThrownBy(() -> dessaisissement.dessaisir(PILOTE, null));
        assertThatIllegalArgumentException().isThrownBy(() -> dessaisissement.dessaisir(PILOTE, "inconnu"));
    }
}
