package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.ptce.ApplicationDeTest;
import fr.ptce.HorlogeReglable;
import fr.ptce.accompagnement.Missions.Mission;
import fr.ptce.accompagnement.SeminaireProcess.Variables;
import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.CouvertureDesChemins;
import fr.ptce.moteur.TousLesChemins;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Three regions with three projects each, day by day through a year of 2027 and what follows of it: a mission declined,
 * another accompagnateur, a suspension, a project in slumber, an accompaniment stopped and replaced, an invitation
 * declined; then the inter-regional seminar and the handbook. What is due is done by the timers of the diagrams; what
 * people do, they do some days after their task came.
 */
@ApplicationDeTest
@TousLesChemins(CahierProcess.CLE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UneAnneeDExperimentationTest {

    private static final int ANNEE = 2027;
    private static final LocalTime NEUF_HEURES = LocalTime.of(9, 0);
    private static final List<String> REGIONS = List.of("53", "82", "83");
    private static final List<String> PROCESSUS = List.of(
            AccompagnementRegionalProcess.CLE,
            AccompagnementProjetProcess.CLE,
            SeminaireProcess.CLE,
            CahierProcess.CLE);
    private static final Agent ADMIN = new Agent("admin", Set.of("camunda-admin"), Set.of());

    @Autowired
    private HorlogeReglable horloge;

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
    private Seances seances;

    @Autowired
    private Seminaires seminaires;

    @Autowired
    private Invites invites;

    @Autowired
    private Avancement avancement;

    @Autowired
    private Cahiers cahiers;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private HistoryService historyService;

    private final Map<String, Long> regionales = new HashMap<>();
    private final List<String> accomplies = new ArrayList<>();
    private final Set<String> survenus = new HashSet<>();
    private LocalDate jour;

    @BeforeAll
    void preparer() {
        TimeZone.setDefault(TimeZone.getTimeZone(HeureDeParis.ZONE));
        horloge.regler(LocalDate.of(ANNEE, 1, 4), NEUF_HEURES);
        for (String region : REGIONS) {
            for (int rang = 1; rang <= 4; rang++) {
                essai.qualifier("PTCE-" + region + rang, region);
            }
            for (int rang = 1; rang <= 4; rang++) {
                essai.inscrire("Accompagnateur" + rang, "De" + region, region, 1, Map.of("gouvernance", 1 + rang % 3));
            }
        }
    }

    @Test
    void troisRegionsVontJusquAuCahier() {
        REGIONS.forEach(region -> regionales.put(
                region, conduite.ouvrir(ADMIN, Map.of("region", region, "annee", ANNEE, "seminaires", "3"))));
        LocalDate fin = LocalDate.of(ANNEE + 1, 9, 30);
        for (jour = LocalDate.of(ANNEE, 1, 4); jour.isBefore(fin); jour = jour.plusDays(1)) {
            horloge.regler(jour, NEUF_HEURES);
            minuteursEtSuites();
            imprevus();
            agir();
        }

        assertThat(restants()).isEmpty();
        for (String region : REGIONS) {
            AnneeRegionale annee = annees.lire(regionales.get(region));
            assertThat(annee.etat()).as(region).isEqualTo(EtatDeLAnnee.TERMINEE);
            assertThat(seminaires.tenus(region, ANNEE)).as(region).isGreaterThanOrEqualTo(3);
            assertThat(projets.deLAnnee(annee.id()))
                    .as(region)
                    .filteredOn(projet -> projet.etat() == EtatDuProjet.CLOS)
                    .hasSize(3)
                    .allSatisfy(
                            projet -> assertThat(projet.avis().satisfaction()).isEqualTo(4))
                    .allSatisfy(
                            projet -> assertThat(seances.duProjet(projet.id())).hasSize(3));
        }
        assertThat(missions("PTCE-531"))
                .extracting(Mission::etat)
                .containsExactly(EtatDeMission.TERMINEE, EtatDeMission.DECLINEE);
        assertThat(missions("PTCE-532"))
                .extracting(Mission::etat)
                .containsExactly(EtatDeMission.TERMINEE, EtatDeMission.REMPLACEE);
        assertThat(missions("PTCE-821")).extracting(Mission::etat).containsExactly(EtatDeMission.TERMINEE);
        assertThat(missions("PTCE-833")).extracting(Mission::etat).containsExactly(EtatDeMission.INTERROMPUE);
        assertThat(projets.deLAnnee(regionales.get("83")))
                .extracting(ProjetAccompagne::initiative, ProjetAccompagne::etat)
                .contains(tuple("PTCE-833", EtatDuProjet.ABANDONNE), tuple("PTCE-834", EtatDuProjet.CLOS));
        assertThat(accomplies)
                .contains(
                        AccompagnementProjetProcess.Elements.REPRENDRE,
                        AccompagnementProjetProcess.Elements.PROJET_EN_SOMMEIL,
                        AccompagnementRegionalProcess.Elements.REMPLACER);
        assertThat(invites.duSeminaire(1)).extracting(Invite::reponse).contains("non", "oui");
        assertThat(seminaires.tenus("FR", ANNEE)).isOne();
        assertThat(cahiers.valide(ANNEE)).isTrue();
        assertThat(cahiers.chapitres(ANNEE)).hasSize(5).allMatch(Chapitre::pret);
        assertThat(survenus).contains("chapitre repris");
        assertThat(historyService
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(CahierProcess.CLE)
                        .count())
                .isOne();

        Avancement.Totaux totaux = avancement.totaux(ADMIN, ANNEE);
        assertThat(totaux.regionsATrois()).isEqualTo(3);
        assertThat(totaux.projets()).isEqualTo(9);
        assertThat(totaux.seances()).isEqualTo(27);
        assertThat(totaux.heures()).isEqualTo(54.0);
        assertThat(totaux.satisfaction()).isEqualTo(4.0);
        assertThat(CouvertureDesChemins.cheminsNonParcourus(AccompagnementRegionalProcess.CLE))
                .doesNotContain("flow_troisBilans_ouvrirInterRegional", "flow_ouvrirInterRegional_interRegionalOuvert");
    }

    /** What is due today, and what follows from it without anybody. */
    private void minuteursEtSuites() {
        for (int tour = 0; tour < 200; tour++) {
            List<Job> echus = PROCESSUS.stream()
                    .flatMap(cle ->
                            managementService.createJobQuery().processDefinitionKey(cle).executable().list().stream())
                    .toList();
            if (echus.isEmpty()) {
                return;
            }
            echus.forEach(job -> {
                if (managementService.createJobQuery().jobId(job.getId()).count() > 0) {
                    managementService.executeJob(job.getId());
                }
            });
        }
        throw new AssertionError("The jobs of " + jour + " do not end.");
    }

    private void imprevus() {
        unImprevu(
                "53",
                "PTCE-532",
                EtatDuProjet.PLAN,
                projet -> conduiteDuProjet.changerDAccompagnateur(ADMIN, projet.id(), "La personne change de métier."));
        unImprevu(
                "82",
                "PTCE-821",
                EtatDuProjet.SEANCES,
                projet ->
                        conduiteDuProjet.suspendre(ADMIN, projet.id(), "Le porteur est en congé.", jour.plusDays(60)));
        unImprevu(
                "83",
                "PTCE-833",
                EtatDuProjet.SEANCES,
                projet -> conduiteDuProjet.arreter(ADMIN, projet.id(), "Les partenaires se sont séparés."));
    }

    /** Once, as soon as the project comes to this state. */
    private void unImprevu(String region, String initiative, EtatDuProjet etat, Consumer<ProjetAccompagne> imprevu) {
        projets.deLAnnee(regionales.get(region)).stream()
                .filter(projet -> projet.initiative().equals(initiative) && projet.etat() == etat)
                .filter(projet -> survenus.add(initiative))
                .forEach(imprevu);
    }

    private void agir() {
        PROCESSUS.stream()
                .flatMap(cle ->
                        taskService
                                .createTaskQuery()
                                .processDefinitionKey(cle)
                                .orderByTaskCreateTime()
                                .asc()
                                .list()
                                .stream())
                .filter(this::estMure)
                .forEach(tache -> {
                    if (taskService.createTaskQuery().taskId(tache.getId()).count() > 0) {
                        if (tache.getAssignee() == null) {
                            taskService.setAssignee(tache.getId(), "admin");
                        }
                        taskService.complete(tache.getId(), reponses(tache));
                        accomplies.add(tache.getTaskDefinitionKey());
                    }
                });
    }

    /** Sessions are three weeks apart, seven in one project that slumbers; a suspended project waits for its date. */
    private boolean estMure(Task tache) {
        int jours =
                switch (tache.getTaskDefinitionKey()) {
                    case AccompagnementProjetProcess.Elements.COMPTE_RENDU ->
                        dossier(tache).equals("PTCE-822") ? 49 : 21;
                    case AccompagnementProjetProcess.Elements.REPRENDRE ->
                        (int) Duration.between(
                                        tache.getCreateTime().toInstant(),
                                        tache.getDueDate().toInstant())
                                .toDays();
                    default -> 2;
                };
        return !tache.getCreateTime().toInstant().plus(Duration.ofDays(jours)).isAfter(horloge.instant());
    }

    private Map<String, Object> reponses(Task tache) {
        return switch (tache.getTaskDefinitionKey()) {
            case AccompagnementRegionalProcess.Elements.SELECTIONNER ->
                Map.of(
                        "projets",
                        List.of(1, 2, 3).stream()
                                .map(rang -> "PTCE-" + tache.getTenantId() + rang)
                                .toList());
            case AccompagnementRegionalProcess.Elements.REMPLACER ->
                Map.of("remplacement", "oui", "projet_remplacant", "PTCE-" + tache.getTenantId() + 4);
            case AccompagnementRegionalProcess.Elements.BILAN_REGIONAL ->
                Map.of(
                        "bilan_regional",
                        "Trois projets ont avancé, le réseau des accompagnateurs s’est soudé.",
                        "enseignements",
                        "Commencer par les usages.");
            case AccompagnementProjetProcess.Elements.AFFECTER ->
                Map.of(
                        "choix",
                        "affecter",
                        "accompagnateur",
                        taskService.getVariable(tache.getId(), "accompagnateurConseille"));
            case AccompagnementProjetProcess.Elements.REPONDRE_MISSION -> mission(tache);
            case AccompagnementProjetProcess.Elements.DIAGNOSTIC ->
                Map.of(
                        "diagnostic_le",
                        jour.toString(),
                        "diagnostic_forces",
                        "Un territoire mobilisé.",
                        "diagnostic_freins",
                        "Peu de moyens propres.",
                        "diagnostic_priorites",
                        "Une gouvernance partagée.");
            case AccompagnementProjetProcess.Elements.PLAN ->
                Map.of("plan_objectifs", "Trois ateliers.", "plan_parties_prenantes", "Le pays.", "seances_prevues", 3);
            case AccompagnementProjetProcess.Elements.VALIDER_PLAN -> Map.of("plan_valide", "oui");
            case AccompagnementProjetProcess.Elements.COMPTE_RENDU -> seance(tache);
            case AccompagnementProjetProcess.Elements.PROJET_EN_SOMMEIL -> Map.of("reveil", "Une date est fixée.");
            case AccompagnementProjetProcess.Elements.REPRENDRE -> Map.of("reprise", "Le porteur est de retour.");
            case AccompagnementProjetProcess.Elements.BILAN ->
                Map.of(
                        "bilan_resultats", "Une gouvernance en place.",
                        "bilan_reste", "Trouver un local.",
                        "bilan_methode", "Commencer par les usages.");
            case AccompagnementProjetProcess.Elements.DONNER_AVIS -> Map.of("satisfaction", "4");
            case AccompagnementProjetProcess.Elements.CLORE -> Map.of("conclusion", "Le pôle rejoint le réseau.");
            case SeminaireProcess.Elements.CHOISIR_DATE ->
                Map.of(
                        "theme", "Partager la gouvernance",
                        "jour", jour.plusDays(30).toString(),
                        "heure_debut", "14h00",
                        "heure_fin", "17h30",
                        "lieu", "Maison des associations",
                        "programme", "Accueil, ateliers, bilan.");
            case SeminaireProcess.Elements.REPONDRE -> Map.of("reponse", vient(tache) ? "oui" : "non");
            case SeminaireProcess.Elements.RENDRE_COMPTE ->
                Map.of(
                        "tenu", "oui",
                        "presents",
                                invites
                                        .duSeminaire((Long) taskService.getVariable(tache.getId(), Variables.SEMINAIRE))
                                        .stream()
                                        .filter(invite -> "oui".equals(invite.reponse()))
                                        .map(invite -> String.valueOf(invite.id()))
                                        .toList(),
                        "compte_rendu", "Trois retours d’expérience.");
            case SeminaireProcess.Elements.EVALUER -> Map.of("utilite", "4", "organisation", "5");
            case CahierProcess.Elements.REDIGER -> chapitre(tache);
            case CahierProcess.Elements.RELIRE -> relecture();
            case CahierProcess.Elements.VALIDER -> validation();
            default -> throw new AssertionError("Nobody knows what to do with " + tache.getName());
        };
    }

    private Map<String, Object> mission(Task tache) {
        return dossier(tache).equals("PTCE-531") && survenus.add("PTCE-531")
                ? Map.of("mission", "non", "motif_refus_mission", "Je connais trop bien ce projet.")
                : Map.of("mission", "oui");
    }

    private Map<String, Object> seance(Task tache) {
        long tenues = seances.duProjet((Long) taskService.getVariable(tache.getId(), "projet"))
                .size();
        return Map.of(
                "seance_le",
                jour.toString(),
                "duree_minutes",
                120,
                "participants",
                "Le porteur et ses partenaires.",
                "decisions",
                "Créer un comité.",
                "suite",
                "Écrire les statuts.",
                "derniere_seance",
                tenues == 2 ? "oui" : "non");
    }

    /** A porteur declines the first invitation. */
    private boolean vient(Task tache) {
        Invite invite = invites.lire((Long) taskService.getVariable(tache.getId(), Variables.INVITE));
        return !(invite.seminaire() == 1 && invite.courriel().endsWith("@porteur.example"));
    }

    /** Sent back, a chapter is shown as it was written. */
    private Map<String, Object> chapitre(Task tache) {
        Map<String, Object> ecrit = Map.of(
                "chapitre_essentiel", "Accompagner, c’est d’abord réunir.",
                "chapitre_developpement", "Trois régions ont accompagné neuf projets pendant une année entière.",
                "chapitre_outils", "Une grille d’entretien et un calendrier.");
        Chapitre chapitre = cahiers.lire((Long) taskService.getVariable(tache.getId(), "chapitre"));
        if (chapitre.texte() != null) {
            assertThat(taskService.getVariables(tache.getId(), ecrit.keySet()))
                    .as("chapitre « %s », à reprendre", chapitre.titre())
                    .isEqualTo(ecrit);
            survenus.add("chapitre repris");
        }
        return ecrit;
    }

    private Map<String, Object> relecture() {
        return survenus.add("relecture")
                ? Map.of("chapitre_accepte", "non", "remarque_chapitre", "Ajoutez un exemple par région.")
                : Map.of("chapitre_accepte", "oui");
    }

    private Map<String, Object> validation() {
        return survenus.add("validation")
                ? Map.of(
                        "cahier_valide", "non",
                        "chapitres_a_reprendre",
                                List.of(String.valueOf(
                                        cahiers.chapitres(ANNEE).get(0).id())),
                        "remarque_cahier", "Le premier chapitre est trop court.")
                : Map.of("cahier_valide", "oui");
    }

    private List<Mission> missions(String initiative) {
        String region = initiative.substring("PTCE-".length(), "PTCE-".length() + 2);
        return projets.deLAnnee(regionales.get(region)).stream()
                .filter(projet -> projet.initiative().equals(initiative))
                .map(projet -> missions.duProjet(projet.id()))
                .findFirst()
                .orElseThrow();
    }

    private String dossier(Task tache) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(tache.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    /** Instances that are not over, with where they stand. */
    private List<String> restants() {
        return PROCESSUS.stream()
                .flatMap(cle -> runtimeService.createProcessInstanceQuery().processDefinitionKey(cle).list().stream())
                .map(instance ->
                        instance.getBusinessKey() + " " + runtimeService.getActiveActivityIds(instance.getId()))
                .toList();
    }
}
