package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Journal;
import fr.ptce.base.HeureDeParis;
import fr.ptce.candidature.CandidatureProcess.Elements;
import fr.ptce.courriel.CourrielEnvoye;
import fr.ptce.courriel.Courriels;
import fr.ptce.moteur.DecisionsExpliquees;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import fr.ptce.relance.JoursOuvres;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code candidature.bpmn}, on the real engine, forms, tables and SMTP. */
@ApplicationDeTest
@TousLesChemins(CandidatureProcess.CLE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CandidatureProcessTest {

    @Autowired
    private IdentityService identityService;

    @Autowired
    private LanceurDeCandidature lanceur;

    @Autowired
    private Campagnes campagnes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private Journal journal;

    @Autowired
    private Courriels courriels;

    @Autowired
    private DecisionsExpliquees decisions;

    @Autowired
    private JoursOuvres joursOuvres;

    @Autowired
    private Pas pas;

    @Autowired
    private TaskService taskService;

    private Campagne campagne;

    @BeforeEach
    void ouvrirUneCampagne() {
        Instant maintenant = Instant.now();
        campagne = campagnes
                .parCode("PROCESSUS")
                .orElseGet(() -> campagnes.creer(
                        "PROCESSUS",
                        "Appel des tests du processus",
                        maintenant.minus(Duration.ofDays(1)),
                        maintenant.plus(Duration.ofDays(30)),
                        2012,
                        2));
    }

    @Test
    void unProjetBienNoteEstRetenuEtSesBesoinsSerontRecueillis() {
        String numero = deposer(dossierComplet());
        assertThat(objets(numero)).containsExactly("[" + numero + "] Votre candidature est bien arrivée");
        assertThat(dossiers.lire(numero).categorie()).isEqualTo("en-projet");
        assertThat(decisions.duDossier(numero))
                .filteredOn(explication -> explication.decision().equals("categorisation"))
                .singleElement()
                .satisfies(explication -> {
                    assertThat(explication.resultat()).isEqualTo("en-projet");
                    assertThat(explication.motif()).contains("projet en construction");
                    assertThat(explication.entrees()).contains("Stade déclaré : projet");
                });
        assertThat(etat(numero)).isEqualTo(EtatDossier.EN_RELECTURE);

        relire(numero, "pilote.bretagne", 4, "retenir");
        relire(numero, "pilote.culture", 3, "reserves");
        assertThat(etat(numero)).isEqualTo(EtatDossier.EN_DECISION);
        assertThat(taskService.getVariable(pas.tache(numero, Elements.DECIDER).getId(), "proposition"))
                .isEqualTo("retenu-projet");

        decider(numero, Elements.DECIDER, "retenu-projet");
        assertThat(etat(numero)).isEqualTo(EtatDossier.NOTIFIE);
        assertThat(dossiers.lire(numero).recoursAvantLe())
                .as("15 working days to ask for a reconsideration")
                .isEqualTo(joursOuvres.ajouter(LocalDate.now(HeureDeParis.ZONE), 15, "53"));

        pas.declencher(numero, "event_delaiRecours");
        assertThat(etat(numero)).isEqualTo(EtatDossier.RETENU);
        assertThat(lanceur.instance(numero)).isEmpty();
        assertThat(pas.taches(numero, "userTask_repondre")).as("questionnaire").hasSize(1);
        assertThat(dossiers.lire(numero).vivierMonographie()).isFalse();
    }

    @Test
    void uneInitiativeRetenueSeRetireDuProgrammeEtDeCeQuiYEtaitEnCours() {
        String numero = deposer(dossierComplet());
        relire(numero, "pilote.bretagne", 4, "retenir");
        relire(numero, "pilote.culture", 4, "retenir");
        decider(numero, Elements.DECIDER, "retenu-projet");
        pas.declencher(numero, "event_delaiRecours");
        assertThat(pas.enCours(numero)).as("questionnaire").isTrue();

        lanceur.retirer(numero, "Le lieu n’est plus disponible.", null);
        pas.avancer(numero);

        assertThat(etat(numero)).isEqualTo(EtatDossier.RETIRE);
        assertThat(pas.enCours(numero)).isFalse();
        assertThat(dernier(numero).objet()).contains("ne fait plus partie du programme");
        assertThatThrownBy(() -> lanceur.retirer(numero, null, null)).isInstanceOf(ActionImpossible.class);
    }

    @Test
    void unPoleOperationnelRetenuEntreAuVivierDesMonographies() {
        Map<String, Object> champs = dossierComplet();
        champs.put("stade", "operationnel");
        String numero = deposer(champs);
        relire(numero, "pilote.bretagne", 5, "retenir");
        relire(numero, "pilote.culture", 4, "retenir");
        decider(numero, Elements.DECIDER, "retenu-operationnel");
        pas.declencher(numero, "event_delaiRecours");

        assertThat(etat(numero)).isEqualTo(EtatDossier.RETENU);
        assertThat(dossiers.lire(numero).vivierMonographie()).isTrue();
    }

    @Test
    void unDossierIncompletEstCompleteALaDemande() {
        Map<String, Object> champs = dossierComplet();
        champs.remove("economie");
        champs.remove("stade");
        String numero = deposer(champs);

        assertThat(etat(numero)).isEqualTo(EtatDossier.A_COMPLETER);
        assertThat(dernier(numero).objet()).contains("Il manque des éléments");
        Task completer = pas.tache(numero, Elements.COMPLETER_DOSSIER);
        assertThat(taskService.getVariable(completer.getId(), "initiative")).isEqualTo("Pôle des arts du Trégor");
        assertThat((String) taskService.getVariable(completer.getId(), "manquesEnClair"))
                .contains("présentation du projet", "stade d’avancement");

        pas.accomplir(numero, completer, "pilote.bretagne", dossierComplet());
        assertThat(etat(numero)).isEqualTo(EtatDossier.EN_RELECTURE);
        assertThat(dossiers.lire(numero).economie()).isNotNull();
    }

    @Test
    void deuxDemandesSansEffetClassentLeDossierSansSuite() {
        Map<String, Object> champs = dossierComplet();
        champs.remove("partenaires");
        champs.put("nombre_partenaires", 0);
        String numero = deposer(champs);
        for (int demande = 1; demande <= 2; demande++) {
            pas.accomplir(numero, pas.tache(numero, Elements.COMPLETER_DOSSIER), "pilote.bretagne", champs);
        }

        assertThat(etat(numero)).isEqualTo(EtatDossier.CLASSE_SANS_SUITE);
        assertThat(pas.enCours(numero)).isFalse();
        assertThat(courriels.duDossier(numero))
                .extracting(CourrielEnvoye::modele)
                .containsExactly(
                        "classement-sans-suite",
                        "reception-complements",
                        "demande-complements",
                        "reception-complements",
                        "demande-complements",
                        "accuse-reception");
    }

    @Test
    void leSilenceClasseLeDossierSansSuite() {
        Map<String, Object> champs = dossierComplet();
        champs.remove("stade");
        String numero = deposer(champs);
        pas.declencher(numero, "boundaryEvent_silence");

        assertThat(etat(numero)).isEqualTo(EtatDossier.CLASSE_SANS_SUITE);
        assertThat(dernier(numero).objet()).contains("sans suite");
    }

    @Test
    void uneIrrecevabiliteEstConfirmeeParUnPiloteAvecSonMotif() {
        String numero = deposerSansActivite();
        Task confirmer = pas.tache(numero, Elements.CONFIRMER_IRRECEVABILITE);
        assertThat((String) taskService.getVariable(confirmer.getId(), "motifRegle"))
                .contains("activité économique");
        pas.accomplir(
                numero,
                confirmer,
                "pilote.bretagne",
                Map.of(
                        "irrecevabilite_confirmee", "oui",
                        "motif_irrecevabilite", "Le projet ne comporte pas d’activité économique."));

        assertThat(etat(numero)).isEqualTo(EtatDossier.IRRECEVABLE);
        assertThat(dossiers.lire(numero).decisionMotif()).contains("activité économique");
        assertThat(courriels.duDossier(numero)).hasSize(2);
    }

    @Test
    void uneIrrecevabiliteEcarteeLaisseContinuerLExamen() {
        String numero = deposerSansActivite();
        pas.accomplir(
                numero,
                pas.tache(numero, Elements.CONFIRMER_IRRECEVABILITE),
                "pilote.bretagne",
                Map.of("irrecevabilite_confirmee", "non"));

        assertThat(etat(numero)).isEqualTo(EtatDossier.EN_RELECTURE);
    }

    @Test
    void unConflitDInteretsConfieLaRelectureAUnAutreGroupe() {
        String numero = deposer(dossierComplet());
        Task declaration = declarationDe(numero, "pilotes-53");
        pas.accomplir(
                numero,
                declaration,
                "pilote.bretagne",
                Map.of("conflit", "oui", "motif_conflit", "J’ai participé à la création du pôle."));

        assertThat(evaluations.enConflit(numero, "pilote.bretagne")).isTrue();
        Task autre = declarationDe(numero, "pilotes-mes");
        assertThat(groupe(autre)).isEqualTo("pilotes-mes");
        // The dossier was taken away; and even start-up code could not give it back.
        auNomDUnAutreGroupe("pilotes-mes", () -> assertThatThrownBy(
                        () -> pas.accomplir(numero, autre, "pilote.bretagne", Map.of("conflit", "non")))
                .hasMessageContaining("may not take"));
        taskService.setAssignee(autre.getId(), "pilote.bretagne");
        assertThatThrownBy(() -> taskService.complete(autre.getId(), Map.of("conflit", "non")))
                .hasMessageContaining("conflit d’intérêts");
        taskService.setAssignee(autre.getId(), null);
        relire(numero, "pilote.mes", 3, "retenir");
        relire(numero, "pilote.culture", 3, "retenir");
        assertThat(etat(numero)).isEqualTo(EtatDossier.EN_DECISION);
    }

    @Test
    void uneMemePersonneNeRelitPasDeuxFois() {
        String numero = deposer(dossierComplet());
        pas.accomplir(numero, declarationDe(numero, "pilotes-53"), "pilote.bretagne", Map.of("conflit", "non"));
        Task seconde = declarationDe(numero, "pilotes-culture");

        auNomDUnAutreGroupe("pilotes-culture", () -> assertThatThrownBy(
                        () -> pas.accomplir(numero, seconde, "pilote.bretagne", Map.of("conflit", "non")))
                .isInstanceOf(RelectureRefusee.class)
                .hasMessageContaining("Vous relisez déjà ce dossier"));
    }

    @Test
    void quiARenduUneRelectureNEnPrendAucuneAutre() {
        String numero = deposer(dossierComplet());
        relire(numero, "pilote.bretagne", 5, "retenir");
        refuserUneAutreRelecture(numero, "pilotes-culture");

        relire(numero, "pilote.culture", 1, "ecarter");
        assertThat(evaluations.duDossier(numero))
                .as("a third one, on divergence")
                .hasSize(3);
        refuserUneAutreRelecture(numero, "pilotes-mes");

        lanceur.corrigerRegion(numero, "82", "Le siège est à Lyon.", "pilote.national");
        pas.avancer(numero);
        refuserUneAutreRelecture(numero, "pilotes-82");
        assertThat(evaluations.duDossier(numero))
                .extracting(Evaluation::relecteur)
                .containsExactly("pilote.bretagne", "pilote.culture", null);
    }

    @Test
    void uneRelectureNEstRendueQueParQuiLAPrise() {
        String numero = deposer(dossierComplet());
        relire(numero, "pilote.bretagne", 4, "retenir");
        pas.accomplir(numero, declarationDe(numero, "pilotes-culture"), "pilote.culture", Map.of("conflit", "non"));
        Task evaluer = pas.tache(numero, Elements.EVALUER_DOSSIER);

        for (String autre : List.of("pilote.bretagne", "pilote.mes")) {
            taskService.setAssignee(evaluer.getId(), autre);
            assertThatThrownBy(() -> taskService.complete(evaluer.getId(), evaluation(4, "retenir")))
                    .as("given by %s", autre)
                    .isInstanceOf(RelectureRefusee.class)
                    .hasMessageContaining("revient à la personne qui l’a prise");
        }
        assertThat(evaluations.duDossier(numero)).filteredOn(Evaluation::rendue).hasSize(1);
        taskService.setAssignee(evaluer.getId(), "pilote.culture");
        taskService.complete(evaluer.getId(), evaluation(4, "retenir"));
        assertThat(evaluations.duDossier(numero)).allMatch(Evaluation::rendue);
    }

    private void refuserUneAutreRelecture(String numero, String groupe) {
        Task declaration = declarationDe(numero, groupe);
        auNomDUnAutreGroupe(groupe, () -> assertThatThrownBy(
                        () -> pas.accomplir(numero, declaration, "pilote.bretagne", Map.of("conflit", "non")))
                .as("a review for %s by who has given one", groupe)
                .isInstanceOf(RelectureRefusee.class)
                .hasMessageContaining("Vous relisez déjà ce dossier"));
        taskService.setAssignee(declaration.getId(), null);
    }

    /** While the pilot of Bretagne is also a candidate for the tasks of this group. */
    private void auNomDUnAutreGroupe(String groupe, Runnable essai) {
        identityService.createMembership("pilote.bretagne", groupe);
        try {
            essai.run();
        } finally {
            identityService.deleteMembership("pilote.bretagne", groupe);
        }
    }

    @Test
    void desAvisOpposesDemandentUneTroisiemeRelecture() {
        String numero = deposer(dossierComplet());
        relire(numero, "pilote.bretagne", 5, "retenir");
        relire(numero, "pilote.culture", 1, "ecarter");

        assertThat(evaluations.duDossier(numero)).hasSize(3);
        relire(numero, "pilote.mes", 2, "ecarter");
        assertThat(taskService.getVariable(pas.tache(numero, Elements.DECIDER).getId(), "proposition"))
                .isEqualTo("non-retenu");
    }

    @Test
    void uneDecisionDefavorableEstReexamineeALaDemandeDuPorteur() {
        String numero = deposer(dossierComplet());
        relire(numero, "pilote.bretagne", 2, "reserves");
        relire(numero, "pilote.culture", 2, "ecarter");
        decider(numero, Elements.DECIDER, "non-retenu");
        lanceur.demanderReexamen(numero, "Deux partenaires nous ont rejoints depuis le dépôt.");
        pas.avancer(numero);

        assertThat(etat(numero)).isEqualTo(EtatDossier.EN_REEXAMEN);
        assertThat((String) taskService.getVariable(
                        pas.tache(numero, Elements.REEXAMINER).getId(), "demande"))
                .contains("Deux partenaires");
        decider(numero, Elements.REEXAMINER, "retenu-projet");
        assertThat(etat(numero)).isEqualTo(EtatDossier.RETENU);
    }

    @Test
    void uneDecisionDefavorableSansDemandeEstDefinitive() {
        String numero = deposer(dossierComplet());
        relire(numero, "pilote.bretagne", 1, "ecarter");
        relire(numero, "pilote.culture", 1, "ecarter");
        decider(numero, Elements.DECIDER, "non-retenu");
        pas.declencher(numero, "event_delaiRecours");

        assertThat(etat(numero)).isEqualTo(EtatDossier.NON_RETENU);
        assertThatThrownBy(() -> lanceur.demanderReexamen(numero, "Trop tard")).isInstanceOf(ActionImpossible.class);
    }

    @Test
    void lePorteurSeRetirePendantLaRelectureEtUneSeuleFois() {
        String numero = deposer(dossierComplet());
        lanceur.retirer(numero, "Le projet est abandonné.", null);
        pas.avancer(numero);

        assertThat(etat(numero)).isEqualTo(EtatDossier.RETIRE);
        assertThat(pas.enCours(numero)).isFalse();
        assertThat(dernier(numero).objet()).contains("retrait");
        assertThatThrownBy(() -> lanceur.retirer(numero, null, null)).isInstanceOf(ActionImpossible.class);
    }

    @Test
    void uneRegionCorrigeeFaitReprendreLExamenChezLesPilotesDeLaBonneRegion() {
        String numero = deposer(dossierComplet());
        lanceur.corrigerRegion(numero, "82", "Le siège est à Lyon.", "pilote.national");
        pas.avancer(numero);

        Task declaration = declarationDe(numero, "pilotes-82");
        assertThat(declaration.getTenantId()).isEqualTo("82");
        assertThat(pas.taches(numero, Elements.DECLARER_INTERETS)).hasSize(2);
        assertThat(journal.duDossier(numero))
                .extracting(Journal.Evenement::libelle)
                .contains("Région corrigée : Le siège est à Lyon.");
    }

    @Test
    void uneRegionCorrigeeApresLaDecisionLaRemetEnCause() {
        String numero = deposer(dossierComplet());
        relire(numero, "pilote.bretagne", 4, "retenir");
        relire(numero, "pilote.culture", 4, "retenir");
        decider(numero, Elements.DECIDER, "retenu-projet");
        lanceur.corrigerRegion(numero, "82", "Le siège est à Lyon.", "pilote.national");
        pas.avancer(numero);

        assertThat(dossiers.lire(numero).decision()).isNull();
        assertThat(dossiers.lire(numero).recoursAvantLe()).isNull();
        assertThat(etat(numero)).isEqualTo(EtatDossier.EN_DECISION);
    }

    @Test
    void uneNouvelleDecisionEstNotifieeANouveau() {
        String numero = deposer(dossierComplet());
        relire(numero, "pilote.bretagne", 4, "retenir");
        relire(numero, "pilote.culture", 4, "retenir");
        Instant premiere = Instant.now();
        decider(numero, Elements.DECIDER, "retenu-projet");
        lanceur.corrigerRegion(numero, "82", "Le siège est à Lyon.", "pilote.national");
        pas.avancer(numero);
        Awaitility.await().until(() -> Instant.now().getEpochSecond() > premiere.getEpochSecond() + 1);
        decider(numero, Elements.DECIDER, "retenu-projet");

        assertThat(objets(numero))
                .filteredOn(objet -> objet.contains("La décision sur votre candidature"))
                .hasSize(2);
    }

    @Test
    void uneCategorieCorrigeeResteEtSertALaProposition() {
        String numero = deposer(dossierComplet());
        lanceur.corrigerCategorie(numero, "operationnel", "Le pôle fonctionne depuis 2009.", "pilote.bretagne");
        relire(numero, "pilote.bretagne", 4, "retenir");
        relire(numero, "pilote.culture", 4, "retenir");

        assertThat(taskService.getVariable(pas.tache(numero, Elements.DECIDER).getId(), "proposition"))
                .isEqualTo("retenu-operationnel");
        assertThat(dossiers.lire(numero).categorieMotif()).isEqualTo("Le pôle fonctionne depuis 2009.");
    }

    @Test
    void uneSoumissionInvalideNeChangeRien() {
        String numero = deposer(dossierComplet());
        pas.accomplir(numero, declarationDe(numero, "pilotes-53"), "pilote.bretagne", Map.of("conflit", "non"));
        Task evaluer = pas.tache(numero, Elements.EVALUER_DOSSIER);
        Map<String, Object> reponses = evaluation(4, "retenir");
        reponses.put("note_territoire", 9);

        assertThatThrownBy(() -> taskService.complete(evaluer.getId(), reponses))
                .hasMessageContaining("Cultiver et servir le territoire");
        assertThat(pas.tache(numero, Elements.EVALUER_DOSSIER).getId()).isEqualTo(evaluer.getId());
        assertThat(evaluations.duDossier(numero)).noneMatch(Evaluation::rendue);
    }

    private String deposer(Map<String, Object> champs) {
        String numero = lanceur.deposer(campagne.id(), Instruction.FORMULAIRE, "53", ChampsDuDossier.de(champs), null);
        pas.avancer(numero);
        return numero;
    }

    private String deposerSansActivite() {
        Map<String, Object> champs = dossierComplet();
        champs.put("activite_economique", "non");
        String numero = deposer(champs);
        assertThat(etat(numero)).isEqualTo(EtatDossier.IRRECEVABILITE_A_CONFIRMER);
        return numero;
    }

    private void relire(String numero, String relecteur, int note, String recommandation) {
        String groupe = "pilotes-" + relecteur.substring("pilote.".length()).replace("bretagne", "53");
        pas.accomplir(numero, declarationDe(numero, groupe), relecteur, Map.of("conflit", "non"));
        Task evaluer = pas.taches(numero, Elements.EVALUER_DOSSIER).stream()
                .filter(tache -> relecteur.equals(tache.getAssignee()))
                .findFirst()
                .orElseThrow();
        taskService.complete(evaluer.getId(), evaluation(note, recommandation));
        pas.avancer(numero);
    }

    private void decider(String numero, String element, String decision) {
        pas.accomplir(
                numero,
                pas.tache(numero, element),
                "comite",
                Map.of("decision", decision, "motif_decision", "Le comité a suivi l’avis des relecteurs."));
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
                .orElse(null);
    }

    private EtatDossier etat(String numero) {
        return dossiers.lire(numero).etat();
    }

    private List<String> objets(String numero) {
        return courriels.duDossier(numero).stream().map(CourrielEnvoye::objet).toList();
    }

    private CourrielEnvoye dernier(String numero) {
        return courriels.duDossier(numero).get(0);
    }

    static Map<String, Object> dossierComplet() {
        Map<String, Object> champs = new HashMap<>();
        champs.put("initiative", "Pôle des arts du Trégor");
        champs.put("structure", "Association Les Tisserands");
        champs.put("type_structure", "association");
        champs.put("commune", "Lannion");
        champs.put("code_postal", "22300");
        champs.put("themes", List.of("culture"));
        champs.put("stade", "projet");
        champs.put("activite_economique", "oui");
        champs.put("nombre_partenaires", 4);
        champs.put("partenaires", "Une SCIC, deux associations et une commune.");
        champs.put("territoire", "Un lieu partagé au cœur du bourg.");
        champs.put("cooperations", "Des outils et des emplois mutualisés.");
        champs.put("economie", "Une billetterie, des ateliers et une boutique.");
        champs.put("contact_nom", "Camille Exemple");
        champs.put("contact_courriel", "camille@tisserands.example");
        champs.put("contact_telephone", "02 00 00 00 00");
        return champs;
    }

    private static Map<String, Object> evaluation(int note, String recommandation) {
        Map<String, Object> reponses = new HashMap<>();
        for (String but : List.of("territoire", "cooperations", "economie")) {
            reponses.put("note_" + but, note);
            reponses.put("commentaire_" + but, "Un projet bien ancré.");
        }
        reponses.put("recommandation", recommandation);
        return reponses;
    }
}
