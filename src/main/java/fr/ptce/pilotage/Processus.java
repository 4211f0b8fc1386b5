package fr.ptce.pilotage;

import fr.ptce.moteur.AuNomDeLApplication;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The processes that are deployed, by their French names. */
@Component
class Processus {

    private final RepositoryService modeles;
    private final AuNomDeLApplication application;

    Processus(RepositoryService modeles, AuNomDeLApplication application) {
        this.modeles = modeles;
        this.application = application;
    }

    /** Names by key, in the order of the names. */
    Map<String, String> noms() {
        Map<String, String> noms = new LinkedHashMap<>();
        application
                .faire(() -> modeles.createProcessDefinitionQuery()
                        .latestVersion()
                        .orderByProcessDefinitionName()
                        .asc()
                        .list())
                .forEach(processus -> noms.put(processus.getKey(), processus.getName()));
        return noms;
    }

    /** One version of a process; empty when there is none of this id. */
    Optional<ProcessDefinition> version(String definition) {
        return Optional.ofNullable(application.faire(() -> modeles.createProcessDefinitionQuery()
                .processDefinitionId(definition)
                .singleResult()));
    }
}
