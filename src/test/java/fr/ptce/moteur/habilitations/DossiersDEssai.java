package fr.ptce.moteur.habilitations;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Deploys the test model and starts dossiers of a region. */
record DossiersDEssai(ProcessEngine moteur) {

    void deployer() {
        moteur.getRepositoryService()
                .createDeployment()
                .name("essai des habilitations")
                .addClasspathResource("habilitations/dossier-essai.bpmn")
                .enableDuplicateFiltering(false)
                .deploy();
    }

    ProcessInstance demarrer(String region) {
        return demarrer("dossier-essai", Map.of("region", region, "groupes", "pilotes-" + region, "secret", "42"));
    }

    ProcessInstance demarrer(String processus, Map<String, Object> variables) {
        return moteur.getRuntimeService().startProcessInstanceByKey(processus, new HashMap<>(variables));
    }

    Task tache(ProcessInstance dossier) {
        return moteur.getTaskService()
                .createTaskQuery()
                .processInstanceId(dossier.getId())
                .singleResult();
    }

    void terminer(ProcessInstance dossier) {
        moteur.getRuntimeService()
                .deleteProcessInstanceIfExists(dossier.getId(), "fin de l’essai", true, true, true, false);
    }
}
