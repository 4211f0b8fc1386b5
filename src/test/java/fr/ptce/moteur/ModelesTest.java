package fr.ptce.moteur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Groupes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What holds for every diagram and every decision table of the house (docs/architecture.md). */
@ApplicationDeTest
class ModelesTest {

    private static final Pattern IDENTIFIANT = Pattern.compile(
            "(startEvent|endEvent|event|boundaryEvent|userTask|serviceTask|businessRuleTask|receiveTask|subProcess|callActivity|gateway)_[a-z][A-Za-z0-9]*");
    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");
    private static final Pattern DUREE = Pattern.compile("P\\d+D");

    @Autowired
    private ApplicationContext contexte;

    @Autowired
    private Groupes groupes;

    static Stream<Resource> diagrammes() throws IOException {
        return ressources("classpath:bpmn/*/*.bpmn");
    }

    static Stream<Resource> tables() throws IOException {
        return ressources("classpath:bpmn/*/*.dmn");
    }

    private static Stream<Resource> ressources(String motif) throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources(motif));
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void leProcessusPorteLeNomDeSonFichierEtUneDureeDeConservation(Resource fichier) {
        for (Process processus : lire(fichier).getModelElementsByType(Process.class)) {
            assertThat(processus.getId() + ".bpmn").isEqualTo(fichier.getFilename());
            assertThat(processus.getName()).isNotBlank();
            assertThat(processus.isExecutable()).isTrue();
            assertThat(processus.getCamundaHistoryTimeToLiveString()).matches(DUREE);
            assertThat(processus.getDocumentations()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void chaqueElementAUnIdentifiantEnMotsUnNomFrancaisEtUneForme(Resource fichier) {
        BpmnModelInstance modele = lire(fichier);
        Set<BaseElement> dessines = new HashSet<>();
        modele.getModelElementsByType(BpmnShape.class).forEach(forme -> dessines.add(forme.getBpmnElement()));
        modele.getModelElementsByType(BpmnEdge.class).forEach(trait -> dessines.add(trait.getBpmnElement()));
        List<String> fautes = new ArrayList<>();
        for (FlowNode noeud : modele.getModelElementsByType(FlowNode.class)) {
            boolean nomAttendu = !(noeud instanceof Gateway)
                    || (noeud.getOutgoing().size() > 1 && !estUnAiguillageDEvenements(noeud));
            exiger(IDENTIFIANT.matcher(noeud.getId()).matches(), noeud.getId() + " : identifiant", fautes);
            exiger(
                    !nomAttendu || (noeud.getName() != null && !noeud.getName().isBlank()),
                    noeud.getId() + " : nom",
                    fautes);
            exiger(noeud.getName() == null || !noeud.getName().contains("'"), noeud.getId() + " : apostrophe", fautes);
            exiger(dessines.contains(noeud), noeud.getId() + " : dessin", fautes);
        }
        for (SequenceFlow flux : modele.getModelElementsByType(SequenceFlow.class)) {
            exiger(dessines.contains(flux), flux.getId() + " : dessin", fautes);
            exiger(flux.getConditionExpression() == null || flux.getName() != null, flux.getId() + " : nom", fautes);
        }
        assertThat(fautes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void chaqueTacheHumaineAUnFormulaireUneEcheanceEtUnDestinataireConnu(Resource fichier) {
        List<String> fautes = new ArrayList<>();
        for (UserTask tache : lire(fichier).getModelElementsByType(UserTask.class)) {
            String formulaire = "/forms/" + piece(fichier) + "/" + tache.getCamundaFormRef() + ".form";
            exiger(getClass().getResource(formulaire) != null, tache.getId() + " : formulaire " + formulaire, fautes);
            exiger("deployment".equals(tache.getCamundaFormRefBinding()), tache.getId() + " : liaison", fautes);
            exiger(tache.getCamundaDueDate() != null, tache.getId() + " : échéance", fautes);
            exiger(tache.getCamundaFollowUpDate() != null, tache.getId() + " : date de suivi", fautes);
            exiger(tache.isCamundaAsyncAfter(), tache.getId() + " : point de reprise", fautes);
            exiger(destinataireConnu(tache), tache.getId() + " : destinataire", fautes);
        }
        assertThat(fautes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void leCodeEstNommeParUneExpressionDeDelegueEtExiste(Resource fichier) {
        BpmnModelInstance modele = lire(fichier);
        List<String> fautes = new ArrayList<>();
        for (ServiceTask tache : modele.getModelElementsByType(ServiceTask.class)) {
            exiger(estUnBean(tache.getCamundaDelegateExpression(), JavaDelegate.class), tache.getId(), fautes);
        }
        for (CamundaTaskListener ecouteur : modele.getModelElementsByType(CamundaTaskListener.class)) {
            exiger(
                    estUnBean(ecouteur.getCamundaDelegateExpression(), TaskListener.class),
                    String.valueOf(ecouteur.getCamundaDelegateExpression()),
                    fautes);
        }
        for (CamundaExecutionListener ecouteur : modele.getModelElementsByType(CamundaExecutionListener.class)) {
            String bean = ecouteur.getCamundaDelegateExpression();
            exiger(estUnBean(bean, ExecutionListener.class), String.valueOf(bean), fautes);
        }
        exiger(modele.getModelElementsByType(Script.class).isEmpty(), "script", fautes);
        exiger(modele.getModelElementsByType(CamundaScript.class).isEmpty(), "script", fautes);
        assertThat(fautes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void ceQuiPeutEchouerEstReessayeSelonUneCadenceEcrite(Resource fichier) {
        BpmnModelInstance modele = lire(fichier);
        List<String> fautes = new ArrayList<>();
        for (FlowNode noeud : modele.getModelElementsByType(FlowNode.class)) {
            boolean reprise =
                    !estUnAiguillageDEvenements(noeud) && (noeud.isCamundaAsyncBefore() || noeud.isCamundaAsyncAfter());
            boolean cadence = noeud.getExtensionElements() != null
                    && noeud.getExtensionElements()
                                    .getElementsQuery()
                                    .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                    .count()
                            > 0;
            exiger(!reprise || cadence, noeud.getId() + " : cadence des nouveaux essais", fautes);
        }
        for (TimerEventDefinition minuteur : modele.getModelElementsByType(TimerEventDefinition.class)) {
            boolean debut = minuteur.getParentElement() instanceof StartEvent;
            exiger(debut || minuteur.getTimeCycle() == null, minuteur.getId() + " : cycle", fautes);
        }
        assertThat(fautes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void lesDecisionsAppeleesSontDansLaMemePiece(Resource fichier) throws IOException {
        Set<String> decisions = new HashSet<>();
        tables().forEach(table -> Dmn.readModelFromStream(flux(table))
                .getModelElementsByType(Decision.class)
                .forEach(decision -> decisions.add(piece(table) + "/" + decision.getId())));
        for (BusinessRuleTask tache : lire(fichier).getModelElementsByType(BusinessRuleTask.class)) {
            assertThat(decisions).contains(piece(fichier) + "/" + tache.getCamundaDecisionRef());
            assertThat(tache.getCamundaDecisionRefBinding()).isEqualTo("deployment");
        }
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void lesProcessusAppelesSontDansLaMemePiece(Resource fichier) {
        for (CallActivity appel : lire(fichier).getModelElementsByType(CallActivity.class)) {
            String appele = "/bpmn/" + piece(fichier) + "/" + appel.getCalledElement() + ".bpmn";
            assertThat(getClass().getResource(appele)).as(appele).isNotNull();
            assertThat(appel.getCamundaCalledElementBinding()).isEqualTo("deployment");
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void chaqueTableEstNommeeConserveeExpliqueeEtNeLaissePersonneSansReponse(Resource fichier) {
        DmnModelInstance modele = Dmn.readModelFromStream(flux(fichier));
        for (Decision decision : modele.getModelElementsByType(Decision.class)) {
            assertThat(decision.getName()).isNotBlank();
            assertThat(decision.getCamundaHistoryTimeToLiveString()).matches(DUREE);
        }
        for (DecisionTable table : modele.getModelElementsByType(DecisionTable.class)) {
            assertThat(table.getRules())
                    .allSatisfy(regle ->
                            assertThat(regle.getDescription().getTextContent()).isNotBlank());
            if (table.getHitPolicy() == HitPolicy.FIRST || table.getHitPolicy() == HitPolicy.RULE_ORDER) {
                assertThat(derniere(table).getInputEntries())
                        .as("last rule of %s", table.getId())
                        .extracting(InputEntry::getTextContent)
                        .allSatisfy(condition -> assertThat(condition.strip()).isEmpty());
            }
        }
    }

    @Test
    void lesFichiersDUnePieceOntDesNomsQuiNeSeHeurtentPas() throws IOException {
        Set<String> noms = new HashSet<>();
        for (String motif : List.of("classpath:bpmn/*/*.*", "classpath:forms/*/*.form")) {
            ressources(motif).forEach(fichier -> assertThat(noms.add(piece(fichier) + "/" + fichier.getFilename()))
                    .as(fichier.getFilename())
                    .isTrue());
        }
    }

    private boolean destinataireConnu(UserTask tache) {
        String assignee = tache.getCamundaAssignee();
        String candidats = tache.getCamundaCandidateGroups();
        if (candidats == null) {
            return assignee != null;
        }
        return candidats.contains("${") || groupes.parId(candidats).isPresent();
    }

    private boolean estUnBean(String expression, Class<?> type) {
        Matcher nom = BEAN.matcher(expression == null ? "" : expression);
        return nom.matches() && contexte.containsBean(nom.group(1)) && contexte.isTypeMatch(nom.group(1), type);
    }

    private static boolean estUnAiguillageDEvenements(FlowNode noeud) {
        return noeud.getElementType().getTypeName().equals("eventBasedGateway");
    }

    private static Rule derniere(DecisionTable table) {
        List<Rule> regles = new ArrayList<>(table.getRules());
        return regles.get(regles.size() - 1);
    }

    private static void exiger(boolean condition, String faute, List<String> fautes) {
        if (!condition) {
            fautes.add(faute);
        }
    }

    private static String piece(Resource fichier) {
        try {
            String[] chemin = fichier.getURL().getPath().split("/", -1);
            return chemin[chemin.length - 2];
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static BpmnModelInstance lire(Resource fichier) {
        return Bpmn.readModelFromStream(flux(fichier));
    }

    private static java.io.InputStream flux(Resource fichier) {
        try {
            return fichier.getInputStream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
