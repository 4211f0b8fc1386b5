package fr.ptce.besoins;

import static fr.ptce.besoins.InitiativesDEssai.reponses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Journal;
import fr.ptce.base.HeureDeParis;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Elements;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Evenements;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Variables;
import fr.ptce.courriel.CourrielEnvoye;
import fr.ptce.courriel.Courriels;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code questionnaire-besoins.bpmn}, on the real engine, forms, tables and SMTP. */
@ApplicationDeTest
@TousLesChemins(QuestionnaireBesoinsProcess.CLE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionnaireBesoinsProcessTest {

    private static final String ADRESSE = "camille@pole.example";

    @Autowired
    private InitiativesDEssai essai;

    @Autowired
    private Initiatives initiatives;

    @Autowired
    private Questionnaires questionnaires;

    @Autowired
    private Courriels courriels;

    @Autowired
    private Journal journal;

    @Autowired
    private Pas pas;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private IdentityService identityService;

    @Test
    void uneCandidatureRetenueEstInterrogeePuisQualifieeSelonLesRegles() {
        Initiative initiative = essai.retenir("PTCE-B001", "53", ADRESSE, "culture");
        signaler(initiative);

        assertThat(etat(initiative)).isEqualTo(EtatQuestionnaire.EN_ATTENTE);
        assertThat(objets(initiative)).containsExactly("[PTCE-B001] De quoi votre initiative a-t-elle besoin\u00a0?");

        repondre(initiative, reponses("structuration", Map.of("gouvernance", 4, "juridique", 4, "communication", 2)));
        assertThat(etat(initiative)).isEqualTo(EtatQuestionnaire.A_QUALIFIER);
        assertThat(objets(initiative)).contains("[PTCE-B001] Vos réponses sont bien arrivées");
        Questionnaire repondu = questionnaire(initiative);
        assertThat(repondu.reponduPar()).isNull();
        assertThat(repondu.reponses().importances())
                .containsExactlyInAnyOrderEntriesOf(Map.of("gouvernance", 4, "juridique", 4, "communication", 2));
        assertThat(repondu.proposes()).containsExactlyInAnyOrder("expertise", "individuel");
        assertThat(repondu.prioriteProposee()).isEqualTo("haute");

        Task qualifier = pas.tache("PTCE-B001", Elements.QUALIFIER);
        assertThat((String) taskService.getVariable(qualifier.getId(), "reglesAppliquees"))
                .contains("Règle 4", "un expert juridique", "Règle 1", "priorité haute");
        pas.accomplir(
                "PTCE-B001",
                qualifier,
                "pilote.bretagne",
                Map.of("accompagnements", List.of("individuel", "expertise"), "priorite", "haute"));

        Questionnaire qualifie = questionnaire(initiative);
        assertThat(qualifie.etat()).isEqualTo(EtatQuestionnaire.QUALIFIE);
        assertThat(qualifie.retenus()).containsExactly("individuel", "expertise");
        assertThat(qualifie.motifCorrection()).isNull();
        assertThat(objets(initiative)).contains("[PTCE-B001] La synthèse de vos besoins");
        assertThat(texte(initiative))
                .contains("Stade de maturité\u00a0: Structuration", "Gouvernance (essentiel)")
                .contains("Accompagnement individuel", "expérimentation régionale");
        assertThat(pas.enCours("PTCE-B001")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "oui,votre initiative sera présentée au choix des projets",
        "a-discuter,votre initiative sera présentée au choix des projets",
        "non,vous contactera pour la suite"
    })
    void laSyntheseParleDeLExperimentationAQuiNeLaRefusePas(String reponse, String attendu) {
        Initiative initiative = essai.retenir("PTCE-X" + reponse.charAt(0), "53", ADRESSE);
        signaler(initiative);
        Map<String, Object> reponses = reponses("emergence", Map.of("gouvernance", 3));
        reponses.put("experimentation", reponse);
        repondre(initiative, reponses);
        pas.accomplir(
                initiative.numero(),
                pas.tache(initiative.numero(), Elements.QUALIFIER),
                "pilote.bretagne",
                Map.of(
                        "accompagnements",
                        questionnaire(initiative).proposes(),
                        "priorite",
                        questionnaire(initiative).prioriteProposee()));

        assertThat(texte(initiative))
                .as("synthèse de qui répond « %s » à l’expérimentation", reponse)
                .contains(attendu);
    }

    @Test
    void lePiloteCorrigeLaPropositionEnDisantPourquoi() {
        Initiative initiative = essai.retenir("PTCE-B002", "53", ADRESSE);
        signaler(initiative);
        repondre(initiative, reponses("emergence", Map.of("gouvernance", 3)));
        Task qualifier = pas.tache("PTCE-B002", Elements.QUALIFIER);
        assertThat(questionnaire(initiative).proposes()).containsExactly("pairs");

        Map<String, Object> corrigee = new HashMap<>();
        corrigee.put("accompagnements", List.of("individuel"));
        corrigee.put("priorite", "haute");
        assertThatThrownBy(() -> taskService.complete(qualifier.getId(), corrigee))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("Pourquoi corrigez-vous la proposition");

        corrigee.put("motif_correction", "Le porteur est seul et le calendrier serré.");
        pas.accomplir("PTCE-B002", qualifier, "pilote.bretagne", corrigee);
        assertThat(questionnaire(initiative).motifCorrection()).contains("calendrier serré");
        assertThat(questionnaire(initiative).retenus()).containsExactly("individuel");
    }

    @Test
    void sansReponseOnTelephoneEtLaReponseTardiveEnLigneResteAcceptee() {
        Initiative initiative = essai.retenir("PTCE-B003", "53", ADRESSE);
        signaler(initiative);
        pas.declencher("PTCE-B003", Elements.SANS_REPONSE);

        assertThat(etat(initiative)).isEqualTo(EtatQuestionnaire.A_APPELER);
        Task appel = pas.tache("PTCE-B003", Elements.RECUEILLIR);
        assertThat(taskService.getIdentityLinksForTask(appel.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactlyInAnyOrder("accompagnateurs-53", "pilotes-53");
        assertThat((String) taskService.getVariable(appel.getId(), "ficheDuPorteur"))
                .contains("Camille Exemple", "02 00 00 00 00");

        repondre(initiative, reponses("developpement", Map.of("evaluation", 3)));
        assertThat(pas.taches("PTCE-B003", Elements.RECUEILLIR)).isEmpty();
        assertThat(etat(initiative)).isEqualTo(EtatQuestionnaire.A_QUALIFIER);
    }

    @Test
    void uneReponseParTelephoneEstNoteePourLePorteurEtFermeLeQuestionnaireEnLigne() {
        Initiative initiative = essai.retenir("PTCE-B004", "53", ADRESSE);
        signaler(initiative);
        pas.declencher("PTCE-B004", Elements.SANS_REPONSE);
        Map<String, Object> appel = reponses("emergence", Map.of("financement", 4));
        appel.put("porteur_joint", "oui");
        Task tache = pas.tache("PTCE-B004", Elements.RECUEILLIR);
        connecte("accompagnateur.bretagne", List.of("accompagnateurs", "accompagnateurs-53"), () -> {
            taskService.claim(tache.getId(), "accompagnateur.bretagne");
            taskService.complete(tache.getId(), appel);
        });
        pas.avancer("PTCE-B004");

        assertThat(questionnaire(initiative).reponduPar()).isEqualTo("accompagnateur.bretagne");
        assertThat(pas.taches("PTCE-B004", Elements.REPONDRE)).isEmpty();
        assertThat(journal.duDossier("PTCE-B004"))
                .extracting(Journal.Evenement::libelle)
                .contains("Questionnaire sur les besoins rempli pour le porteur.");
    }

    @Test
    void unPorteurInjoignableEstClosAvecSonMotifEtLeSait() {
        Initiative initiative = essai.retenir("PTCE-B005", "53", ADRESSE);
        signaler(initiative);
        pas.declencher("PTCE-B005", Elements.SANS_REPONSE);
        Task appel = pas.tache("PTCE-B005", Elements.RECUEILLIR);
        assertThatThrownBy(() -> taskService.complete(appel.getId(), Map.of("porteur_joint", "non")))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("Ce qui a été tenté");
        pas.accomplir(
                "PTCE-B005",
                appel,
                "accompagnateur.bretagne",
                Map.of("porteur_joint", "non", "motif_injoignable", "Trois appels et deux messages sans réponse."));

        assertThat(etat(initiative)).isEqualTo(EtatQuestionnaire.INJOIGNABLE);
        assertThat(questionnaire(initiative).motifInjoignable()).contains("Trois appels");
        assertThat(objets(initiative)).contains("[PTCE-B005] Nous n’avons pas pu vous joindre");
        assertThat(pas.enCours("PTCE-B005")).isFalse();

        lancer(initiative, Map.of());
        assertThat(etat(initiative)).as("asked again").isEqualTo(EtatQuestionnaire.EN_ATTENTE);
        assertThat(questionnaires.deLInitiative("PTCE-B005")).hasSize(2);
    }

    @Test
    void sansAdresseOnTelephoneToutDeSuite() {
        Initiative initiative = essai.retenir("PTCE-B006", "53", null);
        signaler(initiative);

        assertThat(etat(initiative)).isEqualTo(EtatQuestionnaire.A_APPELER);
        assertThat(pas.taches("PTCE-B006", Elements.REPONDRE)).isEmpty();
        pas.accomplir(
                "PTCE-B006",
                pas.tache("PTCE-B006", Elements.RECUEILLIR),
                "accompagnateur.bretagne",
                Map.of("porteur_joint", "non", "motif_injoignable", "Le numéro n’est plus attribué."));
        assertThat(etat(initiative)).isEqualTo(EtatQuestionnaire.INJOIGNABLE);
        assertThat(objets(initiative)).isEmpty();
    }

    @Test
    void uneInitiativeInterrogeeOuRetireeNeLEstPasDeuxFois() {
        Initiative initiative = essai.retenir("PTCE-B007", "53", ADRESSE);
        signaler(initiative);
        lancer(initiative, Map.of());
        assertThat(pas.taches("PTCE-B007", Elements.REPONDRE)).hasSize(1);
        assertThat(questionnaires.deLInitiative("PTCE-B007")).hasSize(1);

        repondre(initiative, reponses("emergence", Map.of("foncier", 3)));
        pas.accomplir(
                "PTCE-B007",
                pas.tache("PTCE-B007", Elements.QUALIFIER),
                "pilote.bretagne",
                Map.of("accompagnements", List.of("expertise"), "priorite", "moyenne"));
        lancer(initiative, Map.of());
        assertThat(questionnaires.deLInitiative("PTCE-B007")).hasSize(1);
        lancer(initiative, Map.of(Variables.A_NOUVEAU, true));
        assertThat(questionnaires.deLInitiative("PTCE-B007")).as("asked again").hasSize(2);
        assertThat(questionnaire(initiative).etat()).isEqualTo(EtatQuestionnaire.EN_ATTENTE);

        Initiative retiree = essai.retenir("PTCE-B008", "53", ADRESSE);
        initiatives.retirer("PTCE-B008");
        lancer(retiree, Map.of());
        assertThat(questionnaires.deLInitiative("PTCE-B008")).isEmpty();
        assertThat(objets(retiree)).isEmpty();
    }

    @Test
    void leRetraitDeLInitiativeMetFinAuQuestionnaire() {
        Initiative initiative = essai.retenir("PTCE-B009", "53", ADRESSE);
        signaler(initiative);
        runtimeService
                .createMessageCorrelation(Evenements.RETRAIT_INITIATIVE)
                .processInstanceBusinessKey("PTCE-B009")
                .correlateAll();

        assertThat(etat(initiative)).isEqualTo(EtatQuestionnaire.RETIRE);
        assertThat(pas.enCours("PTCE-B009")).isFalse();
    }

    @Test
    void lePiloteChoisitLEcheanceEtEcritUnMessage() {
        Initiative initiative = essai.retenir("PTCE-B010", "53", ADRESSE);
        Date echeance = Date.from(LocalDate.now(HeureDeParis.ZONE)
                .plusDays(40)
                .atTime(18, 0)
                .atZone(HeureDeParis.ZONE)
                .toInstant());
        lancer(
                initiative,
                Map.of(
                        Variables.ECHEANCE,
                        echeance,
                        Variables.MESSAGE,
                        "Le séminaire régional approche.",
                        Variables.LANCE_PAR,
                        "pilote.bretagne"));

        Task repondre = pas.tache("PTCE-B010", Elements.REPONDRE);
        assertThat(repondre.getDueDate()).isEqualTo(echeance);
        assertThat((String) taskService.getVariable(repondre.getId(), "messageDuPilote"))
                .isEqualTo("Le séminaire régional approche\\.");
        assertThat(texte(initiative)).contains("Un mot de l’équipe du programme", "Le séminaire régional approche.");
        assertThat(questionnaire(initiative).lancePar()).isEqualTo("pilote.bretagne");
    }

    @Test
    void unQuestionnaireSansAucunBesoinEstRefuseEtAucuneRegleLaisseLeChoixAuPilote() {
        Initiative initiative = essai.retenir("PTCE-B011", "53", ADRESSE);
        signaler(initiative);
        Task repondre = pas.tache("PTCE-B011", Elements.REPONDRE);
        Map<String, Object> vide = reponses("emergence", Map.of());
        assertThatThrownBy(() -> taskService.complete(repondre.getId(), vide))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("indiquez l’importance d’un besoin au moins");

        vide.put("precisions_besoins", "Trouver un traducteur.");
        repondre(initiative, vide);
        assertThat(questionnaire(initiative).proposes()).isEmpty();
        Task qualifier = pas.tache("PTCE-B011", Elements.QUALIFIER);
        assertThat((String) taskService.getVariable(qualifier.getId(), "reglesAppliquees"))
                .contains("Aucune règle ne correspond");
    }

    /** What the signal of the candidature does. */
    private void signaler(Initiative initiative) {
        runtimeService
                .createProcessInstanceByKey(QuestionnaireBesoinsProcess.CLE)
                .businessKey(initiative.numero())
                .setVariable(Variables.REGION, initiative.region())
                .startBeforeActivity("startEvent_candidatureRetenue")
                .execute();
        pas.avancer(initiative.numero());
    }

    private void connecte(String utilisateur, List<String> groupes, Runnable action) {
        identityService.setAuthentication(utilisateur, groupes, List.of("53"));
        try {
            action.run();
        } finally {
            identityService.clearAuthentication();
        }
    }

    private void lancer(Initiative initiative, Map<String, Object> autres) {
        essai.lancer(initiative, autres);
        pas.avancer(initiative.numero());
    }

    private void repondre(Initiative initiative, Map<String, Object> champs) {
        taskService.complete(pas.tache(initiative.numero(), Elements.REPONDRE).getId(), champs);
        pas.avancer(initiative.numero());
    }

    private Questionnaire questionnaire(Initiative initiative) {
        return questionnaires.courant(initiative.numero()).orElseThrow();
    }

    private EtatQuestionnaire etat(Initiative initiative) {
        return questionnaire(initiative).etat();
    }

    private List<String> objets(Initiative initiative) {
        return courriels.duDossier(initiative.numero()).stream()
                .map(CourrielEnvoye::objet)
                .toList();
    }

    /** Of the latest e-mail. */
    private String texte(Initiative initiative) {
        return courriels.duDossier(initiative.numero()).get(0).texte();
    }
}
