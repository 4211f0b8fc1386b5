package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.ptce.ApplicationDeTest;
import fr.ptce.accompagnement.AccompagnementProjetProcess.Elements;
import fr.ptce.accompagnement.AccompagnementProjetProcess.Variables;
import fr.ptce.accompagnement.Missions.Mission;
import fr.ptce.accompagnement.Missions.Proposee;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Journal;
import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.Courriels;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import fr.ptce.moteur.securite.ClientHttp;
import fr.ptce.portail.ActionImpossible;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One project, from the choice of its accompagnateur to its end, whatever happens in between. */
@ApplicationDeTest
@TousLesChemins(AccompagnementProjetProcess.CLE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccompagnementProjetTest {

    private static final String PILOTE = "pilote.bretagne";
    private static final Agent AGENT = new Agent(PILOTE, Set.of("pilotes", "pilotes-53"), Set.of("53"));
    private static final AtomicInteger SUITE = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private ProjetsDEssai essai;

    @Autowired
    private AnneesRegionales annees;

    @Autowired
    private ProjetsAccompagnes projets;

    @Autowired
    private Missions missions;

    @Autowired
    private Seances seances;

    @Autowired
    private ConduiteDuProjet conduite;

    @Autowired
    private AppariementDesProjets appariement;

    @Autowired
    private RecensementDesAccompagnateurs recensement;

    @Autowired
    private Initiatives initiatives;

    @Autowired
    private Journal journal;

    @Autowired
    private Courriels courriels;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private Accompagnateurs accompagnateurs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Pas pas;

    private String numero;
    private long projet;
    private Accompagnateur expert;
    private Accompagnateur second;

    @BeforeEach
    void unProjetEtDeuxAccompagnateurs() {
        int rang = SUITE.incrementAndGet();
        numero = "PTCE-7%03d".formatted(rang);
        String region = "53";
        essai.oublierLesAccompagnateurs();
        essai.qualifier(numero, region);
        expert = essai.inscrire("Expert", "N" + rang, region, 1, Map.of("gouvernance", 3, "financement", 3));
        second = essai.inscrire("Second", "N" + rang, region, 1, Map.of("gouvernance", 1));
        long regional = annees.ouvrir(region, 2100 + rang, 3, PILOTE);
        projet = projets.ouvrir(regional, numero);
        appariement.apparier(List.of(projet), false);
        runtimeService.startProcessInstanceByKey(
                AccompagnementProjetProcess.CLE,
                numero,
                Map.<String, Object>of(Variables.REGION, region, Variables.PROJET, projet));
    }

    @Test
    void deLaMissionALaCloture() {
        Task affecter = pas.tache(numero, Elements.AFFECTER);
        assertThat(affecter.getTenantId()).isEqualTo("53");
        assertThat((String) variable(affecter, "propositionsEnClair"))
                .contains("Expert N", "conseillé pour ce projet", "Gouvernance");
        assertThat(conseille().accompagnateur()).isEqualTo(expert.id());
        affecter(expert, null);
        assertThat(etat()).isEqualTo(EtatDuProjet.MISSION_PROPOSEE);

        Task mission = pas.tache(numero, Elements.REPONDRE_MISSION);
        assertThat(mission.getAssignee()).isEqualTo(expert.compte());
        accomplir(Elements.REPONDRE_MISSION, expert, Map.of("mission", "oui"));
        assertThat(modeles()).contains("presentation-accompagnateur");

        diagnostiquer(expert);
        planifier(expert, "Trois ateliers avec les partenaires.");
        Task valider = pas.tache(numero, Elements.VALIDER_PLAN);
        assertThat((String) variable(valider, "projetEnClair")).contains("Trois ateliers avec les partenaires");
        accomplir(
                Elements.VALIDER_PLAN,
                PILOTE,
                Map.of("plan_valide", "non", "plan_remarque", "Précisez le calendrier des ateliers."));
        Task plan = pas.tache(numero, Elements.PLAN);
        assertThat((String) variable(plan, "projetEnClair")).contains("Précisez le calendrier");
        assertThat(variable(plan, "plan_objectifs")).isEqualTo("Trois ateliers avec les partenaires.");
        planifier(expert, "Trois ateliers, en mars, avril et mai.");
        accomplir(Elements.VALIDER_PLAN, PILOTE, Map.of("plan_valide", "oui"));

        seance(expert, "non");
        pas.declencher(numero, Elements.SOMMEIL);
        Task sommeil = pas.tache(numero, Elements.PROJET_EN_SOMMEIL);
        assertThat(variable(sommeil, "pageDuProjet")).isEqualTo("/accompagnement/projets/" + projet);
        accomplir(Elements.PROJET_EN_SOMMEIL, PILOTE, Map.of("reveil", "Une date est fixée au mois prochain."));
        seance(expert, "oui");
        assertThat(seances.duProjet(projet)).hasSize(2).allSatisfy(seance -> assertThat(seance.minutes())
                .isEqualTo(120));

        bilan(expert);
        assertThat(mission().etat()).isEqualTo(EtatDeMission.TERMINEE);
        assertThat(missions.enCours(expert.id())).isZero();
        assertThat(pas.taches(numero, Elements.DONNER_AVIS)).isEmpty();
        pas.declencher(numero, Elements.DIX_JOURS_APRES);
        Task avis = pas.tache(numero, Elements.DONNER_AVIS);
        assertThat((String) variable(avis, "accompagnementEnClair"))
                .contains("2 séances")
                .doesNotContain("Expert");
        taskService.complete(avis.getId(), Map.of("satisfaction", "4", "avis_apports", "Une méthode claire."));
        pas.avancer(numero);
        assertThat(etat()).isEqualTo(EtatDuProjet.A_CLORE);
        accomplir(Elements.CLORE, PILOTE, Map.of("conclusion", "Le pôle entre au réseau régional."));

        ProjetAccompagne clos = projets.lire(projet);
        assertThat(clos.etat()).isEqualTo(EtatDuProjet.CLOS);
        assertThat(clos.avis().satisfaction()).isEqualTo(4);
        assertThat(pas.enCours(numero)).isFalse();
        assertThat(journal.duDossier(numero))
                .extracting(Journal.Evenement::libelle)
                .contains("Diagnostic partagé établi.", "Accompagnement clos.");
    }

    @Test
    void sansAvisDuPorteurLAccompagnementSeClotQuandMeme() {
        jusquAuxSeances();
        seance(expert, "oui");
        bilan(expert);
        pas.declencher(numero, Elements.DIX_JOURS_APRES);
        pas.declencher(numero, Elements.SANS_AVIS);
        assertThat(pas.taches(numero, Elements.DONNER_AVIS)).isEmpty();
        accomplir(Elements.CLORE, PILOTE, Map.of("conclusion", "Le porteur n’a pas donné d’avis."));
        assertThat(projets.lire(projet).avis()).isNull();
        assertThat(etat()).isEqualTo(EtatDuProjet.CLOS);
    }

    @Test
    void uneMissionDeclineeEstProposeeAQuelquUnDAutre() {
        affecter(expert, null);
        accomplir(
                Elements.REPONDRE_MISSION,
                expert,
                Map.of("mission", "non", "motif_refus_mission", "Je connais trop bien ce projet."));
        assertThat(etat()).isEqualTo(EtatDuProjet.A_AFFECTER);
        assertThat(missions.propositions(projet))
                .extracting(Proposee::accompagnateur)
                .contains(second.id())
                .doesNotContain(expert.id());
        assertThat((String) variable(pas.tache(numero, Elements.AFFECTER), "projetEnClair"))
                .contains("Je connais trop bien ce projet");
    }

    @Test
    void unChoixQuiSEcarteDuConseilDitPourquoi() {
        Task affecter = pas.tache(numero, Elements.AFFECTER);
        Map<String, Object> ecart = Map.of("choix", "affecter", "accompagnateur", String.valueOf(second.id()));
        assertThatThrownBy(() -> taskService.complete(affecter.getId(), ecart))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("Pourquoi ce choix");
        affecter(second, "Second connaît bien le territoire.");
        assertThat(mission().motifEcart()).isEqualTo("Second connaît bien le territoire.");
        assertThat(mission().etat()).isEqualTo(EtatDeMission.PROPOSEE);
    }

    @Test
    void quiNAPlusDePlaceNEstPasPris() {
        ProjetAccompagne autre = autreProjet();
        missions.proposer(autre.id(), expert.id(), null, PILOTE);
        Task affecter = pas.tache(numero, Elements.AFFECTER);
        assertThatThrownBy(() -> taskService.complete(
                        affecter.getId(), Map.of("choix", "affecter", "accompagnateur", String.valueOf(expert.id()))))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("n’a plus de place");
        assertThat(missions.duProjet(projet)).isEmpty();
        assertThat(etat()).isEqualTo(EtatDuProjet.A_AFFECTER);
    }

    /** While somebody gives the last place, whoever wants it too waits, then is told that it is taken. */
    @Test
    void laDernierePlaceNeSeDonneQuUneFois() throws Exception {
        long autre = autreProjet().id();
        String affecter = pas.tache(numero, Elements.AFFECTER).getId();
        Map<String, Object> choix = Map.of("choix", "affecter", "accompagnateur", String.valueOf(expert.id()));
        ExecutorService voisin = Executors.newSingleThreadExecutor();
        try {
            Future<?> enMemeTemps = new TransactionTemplate(transactions).execute(statut -> {
                assertThat(accompagnateurs.verrouiller(expert.id())).isPresent();
                missions.proposer(autre, expert.id(), null, PILOTE);
                Future<?> seconde = voisin.submit(() -> taskService.complete(affecter, choix));
                while (!seconde.isDone() && !quelquUnAttend()) {
                    Thread.onSpinWait();
                }
                return seconde;
            });
            assertThat(catchThrowable(() -> enMemeTemps.get(30, TimeUnit.SECONDS)))
                    .as(
                            "la seconde affectation de la dernière place de %s",
                            expert.fiche().nomComplet())
                    .hasRootCauseInstanceOf(SoumissionRefusee.class);
        } finally {
            voisin.shutdown();
        }
        assertThat(missions.enCours(expert.id())).isOne();
    }

    /** Whether a session of the database waits for a row that another one holds. */
    private boolean quelquUnAttend() {
        return jdbc.sql(
                                postgresql()
                                        ? "select count(*) from pg_locks where not granted"
                                        : "select count(*) from information_schema.sessions where blocker_id is not null")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean postgresql() {
        return jdbc.sql("select count(*) from information_schema.schemata where lower(schema_name) = 'pg_catalog'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Test
    void quandPersonneNeConvientLaRechercheSElargitAuxAutresRegions() {
        Accompagnateur voisin =
                essai.inscrire("Voisine", "A" + numero, "52", 1, Map.of("gouvernance", 3, "financement", 3));
        accomplir(Elements.AFFECTER, PILOTE, Map.of("choix", "elargir"));
        assertThat(missions.propositions(projet))
                .extracting(Proposee::accompagnateur)
                .contains(voisin.id());
        accomplir(Elements.AFFECTER, PILOTE, Map.of("choix", "chercher"));
        assertThat(missions.propositions(projet))
                .extracting(Proposee::accompagnateur)
                .doesNotContain(voisin.id());
        accomplir(Elements.AFFECTER, PILOTE, Map.of("choix", "elargir"));
        affecter(voisin, conseille().accompagnateur() == voisin.id() ? null : "Personne n’est disponible en Bretagne.");

        ClientHttp elle = new ClientHttp(port);
        assertThat(pas.tache(numero, Elements.REPONDRE_MISSION).getAssignee()).isEqualTo(voisin.compte());
        assertThat(recensement.regionsDuProgramme()).isNotEmpty();
        assertThat(elle.get("/accompagnement/projets/" + projet).statusCode()).isNotEqualTo(200);
    }

    @Test
    void suspenduPuisReprisLAccompagnementContinueOuIlEnEtait() {
        jusquAuxSeances();
        seance(expert, "non");
        conduite.suspendre(
                AGENT, projet, "Le porteur est en congé.", aujourdhui().plusMonths(2));
        assertThat(etat()).isEqualTo(EtatDuProjet.SUSPENDU);
        assertThat(pas.taches(numero, Elements.COMPTE_RENDU)).isEmpty();
        assertThat(LocalDate.ofInstant(
                        pas.tache(numero, Elements.REPRENDRE).getDueDate().toInstant(), HeureDeParis.ZONE))
                .isEqualTo(aujourdhui().plusMonths(2));
        assertThatThrownBy(() -> conduite.suspendre(AGENT, projet, "Une seconde fois.", null))
                .isInstanceOf(ActionImpossible.class)
                .hasMessageContaining("Suspendu");
        assertThatThrownBy(() -> conduite.changerDAccompagnateur(AGENT, projet, "Pendant la suspension."))
                .isInstanceOf(ActionImpossible.class);
        assertThat(mission().etat()).isEqualTo(EtatDeMission.ACCEPTEE);

        accomplir(Elements.REPRENDRE, PILOTE, Map.of("reprise", "Le porteur est de retour."));
        assertThat(etat()).isEqualTo(EtatDuProjet.SEANCES);
        assertThat(pas.tache(numero, Elements.COMPTE_RENDU).getAssignee()).isEqualTo(expert.compte());
        assertThat(seances.duProjet(projet)).hasSize(1);
    }

    @Test
    void unAutreAccompagnateurContinueAvecToutCeQuiAEteEcrit() {
        affecter(expert, null);
        accomplir(Elements.REPONDRE_MISSION, expert, Map.of("mission", "oui"));
        diagnostiquer(expert);
        conduite.changerDAccompagnateur(AGENT, projet, "Expert change de métier.");
        pas.avancer(numero);
        assertThat(etat()).isEqualTo(EtatDuProjet.A_AFFECTER);
        assertThat(mission().etat()).isEqualTo(EtatDeMission.REMPLACEE);
        assertThatThrownBy(() -> conduite.changerDAccompagnateur(AGENT, projet, "Une seconde fois."))
                .isInstanceOf(ActionImpossible.class);
        assertThatThrownBy(() -> conduite.suspendre(AGENT, projet, "Trop tard ou trop tôt.", null))
                .isInstanceOf(ActionImpossible.class);

        affecterSansPreference(second);
        accomplir(Elements.REPONDRE_MISSION, second, Map.of("mission", "oui"));
        Task plan = pas.tache(numero, Elements.PLAN);
        assertThat(plan.getAssignee()).isEqualTo(second.compte());
        assertThat((String) variable(plan, "projetEnClair"))
                .contains("Un territoire mobilisé", "Expert change de métier");
        assertThat(missions.duProjet(projet)).hasSize(2);
    }

    @Test
    void lePlanEtLeBilanSontReprisApresUneSuspension() {
        affecter(expert, null);
        accomplir(Elements.REPONDRE_MISSION, expert, Map.of("mission", "oui"));
        conduite.suspendre(AGENT, projet, "Avant même le diagnostic.", null);
        accomplir(Elements.REPRENDRE, PILOTE, Map.of("reprise", "Tout est prêt maintenant."));
        diagnostiquer(expert);
        planifier(expert, "Un plan à valider après reprise.");
        conduite.suspendre(AGENT, projet, "Pendant la validation du plan.", null);
        accomplir(Elements.REPRENDRE, PILOTE, Map.of("reprise", "La validation peut avoir lieu."));
        assertThat(variable(pas.tache(numero, Elements.PLAN), "plan_objectifs"))
                .isEqualTo("Un plan à valider après reprise.");
        planifier(expert, "Un plan à valider après reprise.");
        accomplir(Elements.VALIDER_PLAN, PILOTE, Map.of("plan_valide", "oui"));
        seance(expert, "oui");
        conduite.suspendre(AGENT, projet, "Pendant le bilan de l’accompagnement.", null);
        accomplir(Elements.REPRENDRE, PILOTE, Map.of("reprise", "Le bilan peut être dressé."));
        assertThat(etat()).isEqualTo(EtatDuProjet.BILAN);
        assertThat(pas.tache(numero, Elements.BILAN).getAssignee()).isEqualTo(expert.compte());
    }

    @Test
    void unAccompagnementArreteLEstPourToutLeMondeEtUneSeuleFois() {
        jusquAuxSeances();
        conduite.arreter(AGENT, projet, "Les partenaires se sont séparés.");
        assertThatThrownBy(() -> conduite.arreter(AGENT, projet, "Une seconde fois, trop tôt."))
                .isInstanceOf(ActionImpossible.class);
        pas.avancer(numero);
        assertThat(etat()).isEqualTo(EtatDuProjet.ABANDONNE);
        assertThat(projets.lire(projet).motifArret()).isEqualTo("Les partenaires se sont séparés.");
        assertThat(mission().etat()).isEqualTo(EtatDeMission.INTERROMPUE);
        assertThat(missions.enCours(expert.id())).isZero();
        assertThat(pas.enCours(numero)).isFalse();
        assertThat(courriels.duDossier(numero))
                .filteredOn(courriel -> courriel.modele().equals("arret-accompagnement"))
                .hasSize(2);
        assertThatThrownBy(() -> conduite.arreter(AGENT, projet, "Une seconde fois, trop tard."))
                .isInstanceOf(ActionImpossible.class);
    }

    @Test
    void leRetraitDeLInitiativeArreteSonAccompagnement() {
        initiatives.retirer(numero);
        runtimeService
                .createMessageCorrelation("RetraitInitiative")
                .processInstanceBusinessKey(numero)
                .correlateAll();
        pas.avancer(numero);
        assertThat(etat()).isEqualTo(EtatDuProjet.ABANDONNE);
        assertThat(projets.lire(projet).motifArret()).contains("retirée du programme");
        assertThat(pas.enCours(numero)).isFalse();
    }

    @Test
    void uneDateAVenirEstRefuseeEtNeChangeRien() {
        jusquAuxSeances();
        Task compteRendu = pas.tache(numero, Elements.COMPTE_RENDU);
        Map<String, Object> demain = champsDeSeance("non");
        demain.put("seance_le", aujourdhui().plusDays(1).toString());
        assertThatThrownBy(() -> taskService.complete(compteRendu.getId(), demain))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("date passée");
        assertThat(seances.duProjet(projet)).isEmpty();
    }

    @Test
    void laPageDuProjetEstReserveeAuxPilotesDeSaRegion() {
        jusquAuxSeances();
        seance(expert, "non");
        String page = "/accompagnement/projets/" + projet;
        ClientHttp pilote = connecte(PILOTE);
        assertThat(pilote.get(page).body()).contains("Un territoire mobilisé", "Séances en cours", "Expert N");
        HttpResponse<String> court = pilote.postFormulaire(page + "/suspendre", Map.of("motif", "non", "reprise", ""));
        assertThat(court.statusCode()).isEqualTo(302);
        assertThat(pilote.get(page).body()).contains("dix caractères au moins");
        assertThat(etat()).isEqualTo(EtatDuProjet.SEANCES);
        pilote.postFormulaire(
                page + "/suspendre",
                Map.of(
                        "motif",
                        "Le porteur est absent.",
                        "reprise",
                        aujourdhui().toString()));
        assertThat(pilote.get(page).body()).contains("date de reprise à venir", "Le porteur est absent.</textarea>");
        assertThat(etat()).isEqualTo(EtatDuProjet.SEANCES);
        pilote.postFormulaire(page + "/suspendre", Map.of("motif", "Le porteur est absent un mois.", "reprise", ""));
        assertThat(etat()).isEqualTo(EtatDuProjet.SUSPENDU);
        assertThat(pilote.get(page).body()).contains("Suspendu");

        assertThat(connecte("pilote.auvergne").get(page).statusCode()).isEqualTo(404);
        assertThat(connecte("pilote.auvergne")
                        .postFormulaire(page + "/arreter", Map.of("motif", "Depuis une autre région."))
                        .statusCode())
                .isEqualTo(404);
        assertThat(connecte("accompagnateur.bretagne").get(page).statusCode()).isEqualTo(403);
        assertThat(new ClientHttp(port).get(page).statusCode()).isEqualTo(302);
        assertThat(etat()).isEqualTo(EtatDuProjet.SUSPENDU);
    }

    private ClientHttp connecte(String personne) {
        ClientHttp client = new ClientHttp(port);
        assertThat(client.tenterConnexionPage(personne, "demo", "/").statusCode())
                .isEqualTo(302);
        return client;
    }

    private ProjetAccompagne autreProjet() {
        essai.qualifier(numero + "B", "53");
        return projets.lire(projets.ouvrir(projets.lire(projet).regional(), numero + "B"));
    }

    private void jusquAuxSeances() {
        affecter(expert, null);
        accomplir(Elements.REPONDRE_MISSION, expert, Map.of("mission", "oui"));
        diagnostiquer(expert);
        planifier(expert, "Trois ateliers avec les partenaires.");
        accomplir(Elements.VALIDER_PLAN, PILOTE, Map.of("plan_valide", "oui"));
    }

    private void affecterSansPreference(Accompagnateur choisi) {
        affecter(choisi, conseille().accompagnateur() == choisi.id() ? null : "Cette personne connaît le projet.");
    }

    private void affecter(Accompagnateur choisi, String motif) {
        Map<String, Object> champs = new HashMap<>(Map.of("choix", "affecter", "accompagnateur", "" + choisi.id()));
        if (motif != null) {
            champs.put("motif_ecart", motif);
        }
        accomplir(Elements.AFFECTER, PILOTE, champs);
    }

    private void diagnostiquer(Accompagnateur par) {
        accomplir(
                Elements.DIAGNOSTIC,
                par,
                Map.of(
                        "diagnostic_le",
                        aujourdhui().minusDays(2).toString(),
                        "diagnostic_forces",
                        "Un territoire mobilisé.",
                        "diagnostic_freins",
                        "Peu de moyens propres.",
                        "diagnostic_priorites",
                        "Une gouvernance partagée."));
    }

    private void planifier(Accompagnateur par, String objectifs) {
        accomplir(
                Elements.PLAN,
                par,
                Map.of(
                        "plan_objectifs",
                        objectifs,
                        "plan_parties_prenantes",
                        "Le pays, la SCIC.",
                        "seances_prevues",
                        3));
    }

    private void seance(Accompagnateur par, String derniere) {
        accomplir(Elements.COMPTE_RENDU, par, champsDeSeance(derniere));
    }

    private static Map<String, Object> champsDeSeance(String derniere) {
        return new HashMap<>(Map.of(
                "seance_le",
                aujourdhui().toString(),
                "duree_minutes",
                120,
                "participants",
                "Le porteur et trois partenaires.",
                "decisions",
                "Créer un comité de pilotage.",
                "suite",
                "Écrire les statuts.",
                "derniere_seance",
                derniere));
    }

    private void bilan(Accompagnateur par) {
        accomplir(
                Elements.BILAN,
                par,
                Map.of(
                        "bilan_resultats",
                        "Une gouvernance en place.",
                        "bilan_reste",
                        "Trouver un local.",
                        "bilan_methode",
                        "Commencer par les usages."));
    }

    private void accomplir(String element, Accompagnateur par, Map<String, Object> champs) {
        assertThat(pas.tache(numero, element).getAssignee()).isEqualTo(par.compte());
        accomplir(element, par.compte(), champs);
    }

    private void accomplir(String element, String par, Map<String, Object> champs) {
        pas.accomplir(numero, pas.tache(numero, element), par, champs);
    }

    private Object variable(Task tache, String nom) {
        return taskService.getVariable(tache.getId(), nom);
    }

    private Proposee conseille() {
        return conduite.conseille(projet).orElseThrow();
    }

    private EtatDuProjet etat() {
        return projets.lire(projet).etat();
    }

    private Mission mission() {
        return missions.duProjet(projet).get(0);
    }

    private List<String> modeles() {
        return courriels.duDossier(numero).stream()
                .map(courriel -> courriel.modele())
                .toList();
    }

    private static LocalDate aujourdhui() {
        return LocalDate.now(HeureDeParis.ZONE);
    }
}
