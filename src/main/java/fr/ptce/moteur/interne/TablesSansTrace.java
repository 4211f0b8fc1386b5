package fr.ptce.moteur.interne;

import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.moteur.TablesDeDecision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** A decision engine of its own, because that of the process engine writes the history of each evaluation. */
@Component
class TablesSansTrace implements TablesDeDecision {

    private static final ThreadLocal<DmnDecisionTableEvaluationEvent> DERNIERE = new ThreadLocal<>();

    private final RepositoryService repositoryService;
    private final AuNomDeLApplication application;
    private final DmnEngine moteur;
    private final Map<String, Table> parDefinition = new ConcurrentHashMap<>();

    TablesSansTrace(RepositoryService repositoryService, AuNomDeLApplication application, ControleDesSorties controle) {
        this.repositoryService = repositoryService;
        this.application = application;
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(controle, DERNIERE::set));
        this.moteur = configuration.buildEngine();
    }

    @Override
    public Table derniere(String decision) {
        DecisionDefinition definition = application.faire(() -> repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult());
        if (definition == null) {
            throw new NoSuchElementException("No decision " + decision + " is deployed");
        }
        return parDefinition.computeIfAbsent(definition.getId(), id -> {
            DmnModelInstance modele = application.faire(() -> repositoryService.getDmnModelInstance(id));
            DmnDecision table = moteur.parseDecision(decision, modele);
            return entrees -> appliquer(table, modele, entrees);
        });
    }

    private Optional<Regle> appliquer(DmnDecision table, DmnModelInstance modele, Map<String, Object> entrees) {
        moteur.evaluateDecisionTable(table, entrees);
        List<DmnEvaluatedDecisionRule> regles = DERNIERE.get().getMatchingRules();
        DERNIERE.remove();
        return regles.stream().findFirst().map(regle -> lire(regle, modele));
    }

    private static Regle lire(DmnEvaluatedDecisionRule regle, DmnModelInstance modele) {
        Map<String, Object> sorties = new HashMap<>();
        regle.getOutputEntries()
                .values()
                .forEach(sortie ->
                        sorties.put(sortie.getOutputName(), sortie.getValue().getValue()));
        Rule ligne = modele.getModelElementById(regle.getId());
        return new Regle(sorties, ligne.getDescription().getTextContent());
    }
}
