package fr.ptce.moteur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.moteur.Modeles.Diagramme;
import fr.ptce.moteur.Modeles.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every diagram and every decision table of the house (docs/architecture.md), read from the files; what
 * they name is looked for by {@link DestinationsTest}, their beans by {@link BeansDesModelesTest}.
 */
class ModelesTest {

    private static final Pattern IDENTIFIANT = Pattern.compile(
            "(startEvent|endEvent|event|boundaryEvent|userTask|serviceTask|businessRuleTask|receiveTask|subProcess|callActivity|gateway)_[a-z][A-Za-z0-9]*");
    private static final Pattern DUREE = Pattern.compile("P\\d+D");

    static List<Diagramme> diagrammes() {
        return Modeles.diagrammes();
    }

    static List<Tables> tables() {
        return Modeles.tables();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void leProcessusPorteLeNomDeSonFichierEtUneDureeDeConservation(Diagramme diagramme) {
        List<String> fautes = new ArrayList<>();
        for (Process processus : diagramme.modele().getModelElementsByType(Process.class)) {
            String id = processus.getId();
            exiger((id + ".bpmn").equals(diagramme.fichier()), id + " : nom du fichier", fautes);
            exiger(ecrit(processus.getName()), id + " : nom", fautes);
            exiger(processus.isExecutable(), id + " : exécutable", fautes);
            exiger(dure(processus.getCamundaHistoryTimeToLiveString()), id + " : durée de conservation", fautes);
            exiger(!processus.getDocumentations().isEmpty(), id + " : documentation", fautes);
        }
        assertThat(fautes).as("%s", diagramme).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void chaqueElementAUnIdentifiantEnMotsUnNomFrancaisEtUneForme(Diagramme diagramme) {
        BpmnModelInstance modele = diagramme.modele();
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
        assertThat(fautes).as("%s", diagramme).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void chaqueTacheHumaineAUnFormulaireUneEcheanceEtUnDestinataire(Diagramme diagramme) {
        List<String> fautes = new ArrayList<>();
        for (UserTask tache : diagramme.modele().getModelElementsByType(UserTask.class)) {
            exiger(
                    Modeles.formulaire(diagramme, tache).isPresent(),
                    tache.getId() + " : formulaire " + tache.getCamundaFormRef(),
                    fautes);
            exiger("deployment".equals(tache.getCamundaFormRefBinding()), tache.getId() + " : liaison", fautes);
            exiger(tache.getCamundaDueDate() != null, tache.getId() + " : échéance", fautes);
            exiger(tache.getCamundaFollowUpDate() != null, tache.getId() + " : date de suivi", fautes);
            exiger(tache.isCamundaAsyncAfter(), tache.getId() + " : point de reprise", fautes);
            exiger(
                    tache.getCamundaCandidateGroups() != null || tache.getCamundaAssignee() != null,
                    tache.getId() + " : destinataire",
                    fautes);
        }
        assertThat(fautes).as("%s", diagramme).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void aucunScriptDansUnDiagramme(Diagramme diagramme) {
        BpmnModelInstance modele = diagramme.modele();
        assertThat(Stream.concat(
                                modele.getModelElementsByType(Script.class).stream(),
                                modele.getModelElementsByType(CamundaScript.class).stream())
                        .map(script -> script.getTextContent().strip()))
                .as("scripts de %s", diagramme)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void ceQuiPeutEchouerEstReessayeSelonUneCadenceEcrite(Diagramme diagramme) {
        BpmnModelInstance modele = diagramme.modele();
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
        assertThat(fautes).as("%s", diagramme).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void lesDecisionsAppeleesSontDansLaMemePiece(Diagramme diagramme) {
        Set<String> decisions = new HashSet<>();
        tables().stream()
                .filter(tables -> tables.piece().equals(diagramme.piece()))
                .forEach(tables -> tables.modele()
                        .getModelElementsByType(Decision.class)
                        .forEach(decision -> decisions.add(decision.getId())));
        List<String> fautes = new ArrayList<>();
        for (BusinessRuleTask tache : diagramme.modele().getModelElementsByType(BusinessRuleTask.class)) {
            String decision = tache.getCamundaDecisionRef();
            exiger(decisions.contains(decision), tache.getId() + " : décision " + decision, fautes);
            exiger("deployment".equals(tache.getCamundaDecisionRefBinding()), tache.getId() + " : liaison", fautes);
        }
        assertThat(fautes).as("%s", diagramme).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void lesProcessusAppelesSontDansLaMemePiece(Diagramme diagramme) {
        List<String> fautes = new ArrayList<>();
        for (CallActivity appel : diagramme.modele().getModelElementsByType(CallActivity.class)) {
            String appele = "/bpmn/" + diagramme.piece() + "/" + appel.getCalledElement() + ".bpmn";
            exiger(getClass().getResource(appele) != null, appel.getId() + " : " + appele, fautes);
            exiger("deployment".equals(appel.getCamundaCalledElementBinding()), appel.getId() + " : liaison", fautes);
        }
        assertThat(fautes).as("%s", diagramme).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void chaqueTableEstNommeeConserveeExpliqueeEtNeLaissePersonneSansReponse(Tables fichier) {
        List<String> fautes = new ArrayList<>();
        for (Decision decision : fichier.modele().getModelElementsByType(Decision.class)) {
            exiger(ecrit(decision.getName()), decision.getId() + " : nom", fautes);
            exiger(
                    dure(decision.getCamundaHistoryTimeToLiveString()),
                    decision.getId() + " : durée de conservation",
                    fautes);
        }
        for (DecisionTable table : fichier.modele().getModelElementsByType(DecisionTable.class)) {
            table.getRules()
                    .forEach(regle -> exiger(
                            regle.getDescription() != null
                                    && ecrit(regle.getDescription().getTextContent()),
                            regle.getId() + " : explication",
                            fautes));
            if (table.getHitPolicy() == HitPolicy.FIRST || table.getHitPolicy() == HitPolicy.RULE_ORDER) {
                exiger(
                        derniere(table).getInputEntries().stream()
                                .allMatch(
                                        condition -> condition.getTextContent().isBlank()),
                        table.getId() + " : la dernière règle répond à tout le reste",
                        fautes);
            }
        }
        assertThat(fautes).as("%s", fichier).isEmpty();
    }

    @Test
    void lesFichiersDUnePieceOntDesNomsQuiNeSeHeurtentPas() {
        assertThat(Stream.of(
                                diagrammes().stream().map(Diagramme::toString),
                                tables().stream().map(Tables::toString),
                                Modeles.formulaires().stream().map(Modeles.Formulaire::toString))
                        .flatMap(noms -> noms))
                .doesNotHaveDuplicates();
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

    private static boolean ecrit(String texte) {
        return texte != null && !texte.isBlank();
    }

    private static boolean dure(String duree) {
        return duree != null && DUREE.matcher(duree).matches();
    }
}
