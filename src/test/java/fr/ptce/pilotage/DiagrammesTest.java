package fr.ptce.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.HorlogeReglable;
import fr.ptce.candidature.CandidatureProcess;
import fr.ptce.candidature.CandidatureProcess.Elements;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.DecisionsExpliquees.Explication;
import fr.ptce.moteur.Pas;
import fr.ptce.pilotage.Etape.Etat;
import fr.ptce.pilotage.FichesDInstance.Fiche;
import fr.ptce.pilotage.Frequentation.Element;
import fr.ptce.pilotage.HistoireDuMoteur.Critere;
import fr.ptce.pilotage.HistoireDuMoteur.Ligne;
import fr.ptce.pilotage.InstancesVisibles.InstanceVisible;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The path of an instance, and the figures of a process, of dossiers whose history is known by hand. */
@ApplicationDeTest
class DiagrammesTest {

    private static final String CULTURE = "pilotes-culture";
    private static final String PILOTE = "pilote.poitou-charentes";
    private static final double HEURE = 3_600_000;
    private static final Offset<Double> PRECISION = Offset.offset(1e-6);
    private static final Set<String> CHEMIN_D_UNE_DECISION = Set.of(
            "flow_dossierDepose_accuserReception",
            "flow_accuserReception_releverManques",
            "flow_releverManques_verifierRecevabilite",
            "flow_verifierRecevabilite_recevabilite",
            "flow_recevable",
            "flow_categoriser_affecter",
            "flow_affecter_designerRelecteurs",
            "flow_designerRelecteurs_relecture",
            "flow_relecture_declarerInterets",
            "flow_declarerInterets_conflit",
            "flow_conflit_non",
            "flow_evaluerDossier_relecture",
            "flow_relecture_comparerEvaluations",
            "flow_comparerEvaluations_divergence",
            "flow_divergence_non",
            "flow_proposerDecision_decider",
            "flow_decider_notifierDecision",
            "flow_notifierDecision_recours");

    @Autowired
    private CandidaturesDEssai candidatures;

    @Autowired
    private HistoireDuMoteur histoire;

    @Autowired
    private LectureDesParcours parcours;

    @Autowired
    private FichesDInstance fiches;

    @Autowired
    private InstancesVisibles instances;

    @Autowired
    private RepositoryService modeles;

    @Autowired
    private RuntimeService execution;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Pas pas;

    /** The figures have a region of their own: other tests leave dossiers in theirs. */
    private String region = "54";

    private String pilote = PILOTE;

    @Autowired
    private HorlogeReglable horloge;

    @AfterEach
    void rendreSonTempsAuMoteur() {
        horloge.remettre();
    }

    /**
     * By hand. A: asked on 1 March at 9:00, declared on the 2nd at 9:00 (24 h, twice), reviewed on the 3rd (24 h) and the
     * 4th (48 h) at 9:00, decided on the 8th at 9:00 (96 h). B: asked on the 1st at 10:00, declared at 12:00 (2 h, twice),
     * reviewed at 16:00 (4 h, twice), decided on the 2nd at 16:00 (24 h). C: asked on the 20th, open.
     */
    @Test
    void lesChiffresSontCeuxDUneHistoireConnue() {
        region = "83";
        pilote = "pilote.auvergne";
        Agent agent = agent("83", pilote);
        assertThat(element(agent, Recul.TOUT, Elements.DECIDER).passages()).isZero();
        assertThat(element(agent, Recul.TOUT, Elements.DECIDER).mediane()).isNull();
        assertThat(lire(agent, Recul.TOUT).vide()).isTrue();

        String a = deposer(1, 9);
        assertThat(element(agent, Recul.TOUT, "startEvent_dossierDepose").passages())
                .isEqualTo(1);
        assertThat(element(agent, Recul.TOUT, Elements.DECLARER_INTERETS))
                .extracting(Element::passages, Element::terminees, Element::mediane)
                .containsExactly(2L, 0L, null);

        examiner(a, deposer(1, 10));
        le(10, 9);

        verifier(element(agent, Recul.TOUT, Elements.DECLARER_INTERETS), 4, 4, 13, 24);
        verifier(element(agent, Recul.TOUT, Elements.EVALUER_DOSSIER), 4, 4, 14, 40.8);
        verifier(element(agent, Recul.TOUT, Elements.DECIDER), 2, 2, 60, 88.8);
        verifier(element(agent, Recul.SEPT_JOURS, Elements.EVALUER_DOSSIER), 0, 2, 36, 45.6);
        verifier(element(agent, Recul.SEPT_JOURS, Elements.DECIDER), 1, 1, 96, 96);
        assertThat(element(agent, Recul.TOUT, "businessRuleTask_affecter"))
                .extracting(Element::passages, Element::humaine, Element::mediane)
                .containsExactly(2L, false, null);

        deposer(20, 10);
        le(27, 9);
        assertThat(element(agent, Recul.SEPT_JOURS, Elements.DECLARER_INTERETS))
                .extracting(Element::passages, Element::terminees)
                .containsExactly(2L, 0L);
        assertThat(element(agent, Recul.TRENTE_JOURS, Elements.DECLARER_INTERETS)
                        .passages())
                .isEqualTo(6);

        assertThat(element(agent("52", "pilote.pays-de-la-loire"), Recul.TOUT, Elements.DECIDER)
                        .passages())
                .as("another region")
                .isZero();
        declarerUnConflit(a, pilote);
        verifier(element(agent, Recul.TOUT, Elements.DECIDER), 1, 1, 24, 24);
    }

    @Test
    void leCheminSuiviDitQuiQuandEtEnCombienDeTemps() {
        String numero = deposer(1, 9);
        examiner(numero, deposer(1, 10));
        Parcours lu = parcours.lire(visible(numero));

        assertThat(lu.coupe()).isFalse();
        assertThat(lu.fleches()).isEqualTo(CHEMIN_D_UNE_DECISION);
        assertThat(lu.etapes()).extracting(Etape::rang).first().isEqualTo(1);
        assertThat(lu.etapes().get(0).nom()).isEqualTo("Dossier déposé");
        Etape decision = etapes(lu, Elements.DECIDER).get(0);
        assertThat(decision.qui()).isEqualTo("Comité Pilotage");
        assertThat(decision.genre()).isEqualTo("Tâche");
        assertThat(decision.etat()).isEqualTo(Etat.FAITE);
        assertThat(decision.duree(horloge.instant())).isEqualTo(Duration.ofDays(4));
        assertThat(etapes(lu, "subProcess_relecture"))
                .extracting(Etape::precision)
                .containsExactly("1 sur 2", "2 sur 2");
        assertThat(etapes(lu, Elements.EVALUER_DOSSIER))
                .extracting(Etape::qui)
                .containsExactlyInAnyOrder("Pilote Poitou-Charentes", "Pilote Culture");
        assertThat(lu.marques())
                .filteredOn(marque -> marque.element().equals("gateway_recours"))
                .extracting(Parcours.Marque::etat)
                .containsExactly("en-cours");
    }

    @Test
    void uneTacheOuverteDitQuelGroupeEstAttendu() {
        String numero = deposer(1, 9);
        candidatures.declarer(numero, "pilotes-" + region, PILOTE);
        Parcours lu = parcours.lire(visible(numero));

        assertThat(etapes(lu, Elements.DECLARER_INTERETS))
                .filteredOn(etape -> etape.etat() == Etat.EN_COURS)
                .singleElement()
                .satisfies(etape -> assertThat(etape.qui()).contains("ulture"));
    }

    @Test
    void unProcessusArreteMontreCeQuiEstDevenuSansObjetEtPourquoi() {
        String numero = deposer(1, 9);
        InstanceVisible enCours = visible(numero);
        execution.deleteProcessInstance(enCours.id(), "Dossier en double");
        InstanceVisible arretee =
                instances.chercher(agent("54", PILOTE), enCours.id()).orElseThrow();

        assertThat(arretee.fin()).isNotNull();
        assertThat(arretee.motif()).isEqualTo("Dossier en double");
        assertThat(etapes(parcours.lire(arretee), Elements.DECLARER_INTERETS))
                .extracting(Etape::etat)
                .containsOnly(Etat.ANNULEE);
        assertThat(lister(agent("54", PILOTE), new Critere(null, numero, true, null)))
                .singleElement()
                .satisfies(ligne -> assertThat(ligne.interrompue()).isTrue());
    }

    @Test
    void quiDoitEncoreRelireNeLitNiLesAvisNiCeQuiLesResume() {
        String numero = deposer(1, 9);
        candidatures.declarer(numero, "pilotes-" + region, PILOTE);
        candidatures.declarer(numero, CULTURE, "pilote.culture");
        candidatures.evaluer(numero, PILOTE, 5, "retenir");
        candidatures.evaluer(numero, "pilote.culture", 1, "ecarter");
        Task troisieme = pas.tache(numero, Elements.DECLARER_INTERETS);
        Agent relecteur =
                new Agent("relecteur.attendu", Set.of("pilotes", candidatures.groupe(troisieme)), Set.of("54"));

        Fiche pourLui = fiches.lire(relecteur, visible(numero));
        assertThat(pourLui.avisMasques()).isTrue();
        assertThat(pourLui.decisions())
                .extracting(Explication::decision)
                .contains("categorisation")
                .doesNotContain("divergence", "proposition");
        assertThat(pourLui.variables())
                .extracting(VariablesEnClair.Variable::nom)
                .contains("stade")
                .doesNotContain("noteMoyenne", "ecart", "avisEcarter", "proposition");

        Fiche pourLeComite = fiches.lire(new Agent("comite", Set.of("comite-pilotage"), Set.of("54")), visible(numero));
        assertThat(pourLeComite.decisions()).extracting(Explication::decision).contains("divergence");
        assertThat(pourLeComite.variables())
                .contains(new VariablesEnClair.Variable("noteMoyenne", "Moyenne des relectures, sur 5", "3"));
        assertThat(pourLeComite.variables().toString()).doesNotContain(CandidaturesDEssai.COMMENTAIRE);
    }

    @Test
    void lesValeursSontEnMots() {
        String numero = deposer(1, 9);
        List<VariablesEnClair.Variable> variables =
                fiches.lire(agent("54", PILOTE), visible(numero)).variables();

        assertThat(variables)
                .contains(
                        new VariablesEnClair.Variable("region", "Région", "Poitou-Charentes"),
                        new VariablesEnClair.Variable("stade", "Stade déclaré", "en projet"),
                        new VariablesEnClair.Variable("initiativeNommee", "L’initiative est nommée", "oui"),
                        new VariablesEnClair.Variable("categorie", "Catégorie", "PTCE en projet"));
    }

    @Test
    void uneTableNEstExpliqueeQueParLInstanceQuiLAAppliquee() {
        String numero = deposer(1, 9);
        InstanceVisible instance = visible(numero);

        assertThat(fiches.lire(agent("54", PILOTE), instance).decisions())
                .extracting(Explication::decision)
                .contains("recevabilite", "categorisation", "affectation");
        assertThat(histoire.instances(agent("54", PILOTE), new Critere(null, numero, null, null), 1)
                        .lignes())
                .extracting(Ligne::id)
                .containsExactly(instance.id());
    }

    @Test
    void laListeNeMontreQueCeQueLAgentRencontreLePlusRecentDAbord() {
        String premier = deposer(1, 9);
        String second = deposer(2, 9);
        Agent agent = agent("54", "autre.pilote");
        Critere enCours = new Critere(CandidatureProcess.CLE, null, false, "54");

        List<String> dossiers =
                lister(agent, enCours).stream().map(Ligne::dossier).toList();
        assertThat(dossiers.indexOf(second))
                .isLessThan(dossiers.indexOf(premier))
                .isNotNegative();
        assertThat(lister(agent("52", "pilote.pays-de-la-loire"), new Critere(null, premier, null, null)))
                .isEmpty();
        assertThat(lister(agent, new Critere(null, premier, true, null))).isEmpty();
        assertThat(lister(agent, new Critere("courriels-immediats", premier, null, "01")))
                .isEmpty();
        declarerUnConflit(premier, agent.id());
        assertThat(lister(agent, enCours))
                .extracting(Ligne::dossier)
                .doesNotContain(premier)
                .contains(second);
    }

    private List<Ligne> lister(Agent agent, Critere critere) {
        return histoire.instances(agent, critere, 1).lignes();
    }

    private void examiner(String a, String b) {
        le(1, 12);
        declarer(b);
        le(1, 16);
        candidatures.evaluer(b, pilote, 4, "retenir");
        candidatures.evaluer(b, "pilote.culture", 4, "retenir");
        le(2, 9);
        declarer(a);
        le(2, 16);
        candidatures.decider(b);
        le(3, 9);
        candidatures.evaluer(a, pilote, 4, "retenir");
        le(4, 9);
        candidatures.evaluer(a, "pilote.culture", 4, "retenir");
        le(8, 9);
        candidatures.decider(a);
    }

    private void declarer(String numero) {
        candidatures.declarer(numero, "pilotes-" + region, pilote);
        candidatures.declarer(numero, CULTURE, "pilote.culture");
    }

    private String deposer(int jour, int heure) {
        le(jour, heure);
        return candidatures.deposer(region);
    }

    private void le(int jour, int heure) {
        horloge.regler(LocalDate.of(2021, 3, jour), LocalTime.of(heure, 0));
    }

    private InstanceVisible visible(String numero) {
        return instances
                .chercher(new Agent("comite", Set.of("comite-pilotage"), Set.of("54")), candidatures.instance(numero))
                .orElseThrow();
    }

    private static List<Etape> etapes(Parcours parcours, String element) {
        return parcours.etapes().stream()
                .filter(etape -> etape.element().equals(element))
                .toList();
    }

    private static Agent agent(String region, String id) {
        return new Agent(id, Set.of("pilotes", "pilotes-" + region), Set.of(region));
    }

    private void declarerUnConflit(String numero, String utilisateur) {
        jdbc.sql("insert into conflit_interets (dossier, utilisateur, groupe, motif, declare_le)"
                        + " values (:dossier, :utilisateur, 'pilotes', 'Parent', current_timestamp)")
                .param("dossier", numero)
                .param("utilisateur", utilisateur)
                .update();
    }

    private Frequentation lire(Agent agent, Recul periode) {
        String definition = modeles.createProcessDefinitionQuery()
                .processDefinitionKey(CandidatureProcess.CLE)
                .latestVersion()
                .singleResult()
                .getId();
        return new LectureDesFrequentations(histoire, parcours, horloge).lire(agent, definition, periode);
    }

    private Element element(Agent agent, Recul periode, String element) {
        return lire(agent, periode).elements().stream()
                .filter(un -> un.element().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private static void verifier(Element element, long passages, long terminees, double mediane, double neufDixiemes) {
        assertThat(element.passages()).as("passages").isEqualTo(passages);
        assertThat(element.terminees()).as("terminees").isEqualTo(terminees);
        assertThat(element.mediane() / HEURE).as("mediane").isCloseTo(mediane, PRECISION);
        assertThat(element.neufDixiemes() / HEURE).as("neuf dixiemes").isCloseTo(neufDixiemes, PRECISION);
    }
}
