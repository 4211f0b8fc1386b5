package fr.ptce.pilotage;

import fr.ptce.moteur.AuNomDeLApplication;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The French names of the processes: one question to the engine. */
@Component
class NomsDesProcessus {

    private final RepositoryService depot;
    private final AuNomDeLApplication application;

    NomsDesProcessus(RepositoryService depot, AuNomDeLApplication application) {
        this.depot = depot;
        this.application = application;
    }

    /** By key, those of the latest versions. */
    Map<String, String> noms() {
        return application
                .faire(() ->
                        depot.createProcessDefinitionQuery().latestVersion().list())
                .stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getName, (un, autre) -> un));
    }
}
