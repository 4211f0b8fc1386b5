package fr.ptce.besoins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.base.HeureDeParis;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Elements;
import fr.ptce.courriel.Courriels;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import fr.ptce.relance.JoursOuvres;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Launching questionnaires: who gets one and who does not and why, and the batches in the background. */
@ApplicationDeTest
@TousLesChemins(LancementBesoinsProcess.CLE)
class LancementBesoinsTest {

    private static final String ADRESSE = "camille@pole.example";
    private static final Agent BRETAGNE = new Agent("pilote.bretagne", Set.of("pilotes", "pilotes-53"), Set.of("53"));
    private static final Agent NATIONAL =
            new Agent("pilote.national", Set.of("pilotes", "pilotes-FR"), Set.of("53", "82", "11", "FR"));
    private static final Agent ADMIN = new Agent("admin", Set.of("camunda-admin"), Set.of());

    @Autowired
    private LancementDesQuestionnaires lancement;

    @Autowired
    private Lancements lancements;

    @Autowired
    private Questionnaires questionnaires;

    @Autowired
    private Initiatives initiatives;

    @Autowired
    private InitiativesDEssai essai;

    @Autowired
    private Courriels courriels;

    @Autowired
    private Pas pas;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void lApercuDitPourChaqueInitiativePourquoi() {
        String campagne = "APERCU";
        essai.inscrire(campagne, "PTCE-L001", "53", "en-projet", ADRESSE);
        essai.inscrire(campagne, "PTCE-L002", "53", "en-projet", null);
        essai.inscrire(campagne, "PTCE-L003", "53", "en-projet", " ");
        Initiative enCours = essai.inscrire(campagne, "PTCE-L004", "53", "en-projet", ADRESSE);
        essai.lancer(enCours, Map.of());
        pas.avancer("PTCE-L004");
        Initiative repondue = essai.inscrire(campagne, "PTCE-L005", "53", "en-projet", ADRESSE);
        repondreEtQualifier(repondue);
        essai.inscrire(campagne, "PTCE-L006", "53", "en-projet", ADRESSE);
        initiatives.retirer("PTCE-L006");
        Initiative injoignable = essai.inscrire(campagne, "PTCE-L007", "53", "en-projet", ADRESSE);
        renoncer(injoignable);

        assertThat(verdicts(BRETAGNE, campagne(campagne, false, false)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "PTCE-L001", VerdictDeLancement.A_INTERROGER,
                        "PTCE-L002", VerdictDeLancement.SANS_ADRESSE,
                        "PTCE-L003", VerdictDeLancement.SANS_ADRESSE,
                        "PTCE-L004", VerdictDeLancement.EN_COURS,
                        "PTCE-L005", VerdictDeLancement.DEJA_REPONDU,
                        "PTCE-L006", VerdictDeLancement.RETIREE,
                        "PTCE-L007", VerdictDeLancement.A_INTERROGER));
        Map<String, VerdictDeLancement> larges = verdicts(BRETAGNE, campagne(campagne, true, true));
        assertThat(larges).containsEntry("PTCE-L005", VerdictDeLancement.A_INTERROGER);
        assertThat(larges).containsEntry("PTCE-L002", VerdictDeLancement.A_APPELER);
        assertThat(larges).containsEntry("PTCE-L004", VerdictDeLancement.EN_COURS);
        assertThat(larges).containsEntry("PTCE-L006", VerdictDeLancement.RETIREE);
        assertThat(questionnaires.courant("PTCE-L001")).isEmpty();
    }

    @Test
    void unLancementPorteSurUneCampagneUneRegionUneCategorieOuUneSelection() {
        essai.inscrire("CRITERES", "PTCE-L011", "53", "en-projet", ADRESSE);
        essai.inscrire("CRITERES", "PTCE-L012", "53", "operationnel", ADRESSE);
        essai.inscrire("CRITERES", "PTCE-L013", "82", "en-projet", ADRESSE);
        essai.inscrire("CRITERES-2", "PTCE-L014", "82", "en-projet", ADRESSE);

        assertThat(verdicts(NATIONAL, campagne("CRITERES", false, false)).keySet())
                .containsExactlyInAnyOrder("PTCE-L011", "PTCE-L012", "PTCE-L013");
        assertThat(verdicts(NATIONAL, criteres("CRITERES", List.of("53"), List.of("en-projet")))
                        .keySet())
                .containsExactly("PTCE-L011");
        assertThat(verdicts(NATIONAL, criteres(null, List.of("82"), List.of())).keySet())
                .contains("PTCE-L013", "PTCE-L014")
                .doesNotContain("PTCE-L011", "PTCE-L012");
        assertThat(verdicts(NATIONAL, selection("PTCE-L012", "PTCE-L014", "PTCE-INCONNUE"))
                        .keySet())
                .containsExactlyInAnyOrder("PTCE-L012", "PTCE-L014");
    }

    @Test
    void unPiloteNInterrogeQueSonTerritoire() {
        essai.inscrire("TERRITOIRE", "PTCE-L021", "53", "en-projet", ADRESSE);
        essai.inscrire("TERRITOIRE", "PTCE-L022", "82", "en-projet", ADRESSE);

        assertThat(verdicts(BRETAGNE, campagne("TERRITOIRE", false, false)).keySet())
                .containsExactly("PTCE-L021");
        assertThat(verdicts(BRETAGNE, criteres("TERRITOIRE", List.of("82"), List.of())))
                .isEmpty();
        assertThat(verdicts(BRETAGNE, selection("PTCE-L022"))).isEmpty();
        assertThat(verdicts(new Agent("nulle.part", Set.of("pilotes"), Set.of()), selection("PTCE-L021")))
                .isEmpty();
        assertThat(verdicts(ADMIN, campagne("TERRITOIRE", false, false))).hasSize(2);
    }

    @Test
    void unLancementConfirmePartParLotsUneSeuleFois() {
        for (int i = 0; i < 2 * LancementDesQuestionnaires.PAR_LOT + 1; i++) {
            essai.inscrire("LOTS", "PTCE-M%03d".formatted(i), "53", "en-projet", i == 7 ? null : ADRESSE);
        }
        long id = lancement.preparer(BRETAGNE, campagne("LOTS", false, false));
        Lancement prepare = lancement.ouvrir(BRETAGNE, id).orElseThrow();
        assertThat(prepare.confirme()).isFalse();

        lancement.confirmer(prepare);
        lancement.confirmer(prepare);
        assertThat(instances(id)).hasSize(1);
        assertThat(lancements.lancees(id)).isZero();
        executerUnLot(id);
        assertThat(lancements.lancees(id)).isEqualTo(LancementDesQuestionnaires.PAR_LOT);
        executerUnLot(id);
        assertThat(lancements.lancees(id)).isEqualTo(2L * LancementDesQuestionnaires.PAR_LOT);
        executerUnLot(id);

        assertThat(instances(id)).isEmpty();
        assertThat(lancement.ouvrir(BRETAGNE, id).orElseThrow().termine()).isTrue();
        assertThat(lancements.confirmesPar(BRETAGNE.id()))
                .extracting(Lancement::id)
                .contains(id);
        pas.avancer("PTCE-M000");
        pas.avancer("PTCE-M100");
        assertThat(questionnaires.courant("PTCE-M000").orElseThrow().lancePar()).isEqualTo("pilote.bretagne");
        assertThat(questionnaires.deLInitiative("PTCE-M100")).hasSize(1);
        assertThat(pas.enCours("PTCE-M007")).isFalse();
    }

    @Test
    void unLotInterrompuReprendSansRienOublierNiDoubler() {
        essai.inscrire("PANNE", "PTCE-L031", "53", "en-projet", ADRESSE);
        essai.inscrire("PANNE", "PTCE-L032", "53", "en-projet", ADRESSE);
        long id = lancement.preparer(BRETAGNE, campagne("PANNE", false, false));
        lancement.confirmer(lancement.ouvrir(BRETAGNE, id).orElseThrow());
        String job = job(id);
        // Fails once both questionnaires are started: all of it must be undone.
        jdbc.sql(
                        "alter table lancement_initiative add constraint panne check (initiative <> 'PTCE-L032' or not lancee)")
                .update();

        assertThatThrownBy(() -> managementService.executeJob(job)).isNotNull();
        assertThat(lancements.lancees(id)).isZero();
        assertThat(pas.enCours("PTCE-L031")).isFalse();

        jdbc.sql("alter table lancement_initiative drop constraint panne").update();
        executerUnLot(id);
        assertThat(lancements.lancees(id)).isEqualTo(2);
        assertThat(pas.enCours("PTCE-L031")).isTrue();
        assertThat(pas.enCours("PTCE-L032")).isTrue();
    }

    @Test
    void lEcheanceEtLeMessageDuPiloteArriventAuPorteur() {
        essai.inscrire("MESSAGE", "PTCE-L041", "53", "en-projet", ADRESSE);
        LocalDate echeance = LocalDate.now(HeureDeParis.ZONE).plusDays(40);
        lancer(
                BRETAGNE,
                new CriteresDeLancement(
                        List.of("PTCE-L041"),
                        null,
                        List.of(),
                        List.of(),
                        echeance,
                        "Le séminaire a lieu en mars.",
                        false,
                        false));

        Task tache = pas.tache("PTCE-L041", Elements.REPONDRE);
        assertThat(tache.getDueDate().toInstant())
                .isEqualTo(JoursOuvres.finDeJournee(echeance).toInstant());
        assertThat(courriels.duDossier("PTCE-L041").get(0).texte()).contains("Le séminaire a lieu en mars.");
    }

    @Test
    void uneInitiativeRetireeApresLApercuNEstPasInterrogee() {
        essai.inscrire("RETRAIT", "PTCE-L051", "53", "en-projet", ADRESSE);
        long id = lancement.preparer(BRETAGNE, campagne("RETRAIT", false, false));
        initiatives.retirer("PTCE-L051");
        lancement.confirmer(lancement.ouvrir(BRETAGNE, id).orElseThrow());
        executerUnLot(id);
        pas.avancer("PTCE-L051");

        assertThat(questionnaires.courant("PTCE-L051")).isEmpty();
        assertThat(pas.enCours("PTCE-L051")).isFalse();
        assertThat(courriels.duDossier("PTCE-L051")).isEmpty();
    }

    @Test
    void interrogerANouveauOuvreUnQuestionnaireQuiDevientLeCourant() {
        Initiative initiative = essai.inscrire("ANOUVEAU", "PTCE-L061", "53", "en-projet", ADRESSE);
        repondreEtQualifier(initiative);
        lancer(BRETAGNE, campagne("ANOUVEAU", false, false));
        assertThat(questionnaires.deLInitiative("PTCE-L061")).hasSize(1);

        lancer(BRETAGNE, campagne("ANOUVEAU", true, false));

        assertThat(questionnaires.deLInitiative("PTCE-L061"))
                .extracting(Questionnaire::etat)
                .containsExactly(EtatQuestionnaire.EN_ATTENTE, EtatQuestionnaire.QUALIFIE);
        assertThat(questionnaires.courant("PTCE-L061").orElseThrow().etat()).isEqualTo(EtatQuestionnaire.EN_ATTENTE);
    }

    @Test
    void lEcheanceEstAPartirDeDemain() {
        for (LocalDate echeance : List.of(
                LocalDate.now(HeureDeParis.ZONE),
                LocalDate.now(HeureDeParis.ZONE).minusDays(3))) {
            assertThatThrownBy(() -> lancement.preparer(
                            BRETAGNE,
                            new CriteresDeLancement(
                                    List.of(), null, List.of(), List.of(), echeance, null, false, false)))
                    .isInstanceOfSatisfying(
                            SoumissionRefusee.class,
                            refus -> assertThat(refus.erreurs()).singleElement().satisfies(erreur -> {
                                assertThat(erreur.cle()).isEqualTo("echeance");
                                assertThat(erreur.message()).contains("à partir de demain");
                            }));
        }
    }

    @Test
    void unApercuNEstOuvertQuASonAuteurEtAuxAdministrateurs() {
        long id = lancement.preparer(BRETAGNE, campagne("OUVERT", false, false));

        assertThat(lancement.ouvrir(BRETAGNE, id)).isPresent();
        assertThat(lancement.ouvrir(ADMIN, id)).isPresent();
        assertThat(lancement.ouvrir(NATIONAL, id)).isEmpty();
        assertThat(lancement.ouvrir(BRETAGNE, 999_999)).isEmpty();
    }

    @Test
    void lesApercusDeTrenteJoursSontOublies() {
        essai.inscrire("OUBLI", "PTCE-L071", "53", "en-projet", ADRESSE);
        long ancien = lancement.preparer(BRETAGNE, campagne("OUBLI", false, false));
        long confirme = lancement.preparer(BRETAGNE, campagne("OUBLI", false, false));
        lancement.confirmer(lancement.ouvrir(BRETAGNE, confirme).orElseThrow());
        jdbc.sql("update lancement_besoins set prepare_le = :le where id in (:ids)")
                .param("le", Timestamp.from(Instant.now().minus(Duration.ofDays(31))))
                .param("ids", List.of(ancien, confirme))
                .update();

        lancement.preparer(BRETAGNE, campagne("OUBLI", false, false));

        assertThat(lancement.ouvrir(BRETAGNE, ancien)).isEmpty();
        assertThat(lancement.ouvrir(BRETAGNE, confirme)).isPresent();
    }

    private Map<String, VerdictDeLancement> verdicts(Agent agent, CriteresDeLancement criteres) {
        long id = lancement.preparer(agent, criteres);
        return lancements.lignes(id, null, 1000, 0).stream()
                .collect(Collectors.toMap(Lancements.Ligne::numero, Lancements.Ligne::verdict));
    }

    private void lancer(Agent agent, CriteresDeLancement criteres) {
        long id = lancement.preparer(agent, criteres);
        lancement.confirmer(lancement.ouvrir(agent, id).orElseThrow());
        executerUnLot(id);
        lancements.lignes(id, null, 1000, 0).forEach(ligne -> pas.avancer(ligne.numero()));
    }

    private static CriteresDeLancement campagne(String campagne, boolean aNouveau, boolean parTelephone) {
        return new CriteresDeLancement(List.of(), campagne, List.of(), List.of(), null, null, aNouveau, parTelephone);
    }

    private static CriteresDeLancement criteres(String campagne, List<String> regions, List<String> categories) {
        return new CriteresDeLancement(List.of(), campagne, regions, categories, null, null, false, false);
    }

    private static CriteresDeLancement selection(String... numeros) {
        return new CriteresDeLancement(List.of(numeros), null, List.of(), List.of(), null, null, false, false);
    }

    private void repondreEtQualifier(Initiative initiative) {
        String numero = initiative.numero();
        essai.lancer(initiative, Map.of());
        pas.avancer(numero);
        taskService.complete(
                pas.tache(numero, Elements.REPONDRE).getId(),
                InitiativesDEssai.reponses("emergence", Map.of("gouvernance", 3)));
        pas.avancer(numero);
        pas.accomplir(
                numero,
                pas.tache(numero, Elements.QUALIFIER),
                "pilote.bretagne",
                Map.of(
                        "accompagnements",
                        List.of("individuel"),
                        "priorite",
                        "haute",
                        "motif_correction",
                        "Le bail prend fin en mars."));
    }

    private void renoncer(Initiative initiative) {
        essai.lancer(initiative, Map.of());
        pas.avancer(initiative.numero());
        pas.declencher(initiative.numero(), Elements.SANS_REPONSE);
        pas.accomplir(
                initiative.numero(),
                pas.tache(initiative.numero(), Elements.RECUEILLIR),
                "pilote.bretagne",
                Map.of("porteur_joint", "non", "motif_injoignable", "Trois appels, sans réponse."));
    }

    private List<ProcessInstance> instances(long lancement) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(LancementBesoinsProcess.reference(lancement))
                .list();
    }

    private String job(long lancement) {
        return managementService
                .createJobQuery()
                .processInstanceId(instances(lancement).get(0).getId())
                .singleResult()
                .getId();
    }

    private void executerUnLot(long lancement) {
        managementService.executeJob(job(lancement));
    }
}
