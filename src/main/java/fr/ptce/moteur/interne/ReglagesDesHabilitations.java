package fr.ptce.moteur.interne;

import fr.ptce.annuaire.Regions;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Installs the tenants of instances, the authorizations of persons and the follow-up of withdrawals in the engine. */
@Component
class ReglagesDesHabilitations extends AbstractProcessEnginePlugin {

    private final Regions regions;

    ReglagesDesHabilitations(Regions regions) {
        this.regions = regions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTenantIdProvider(new TerritoireDeLInstance(regions));
        configuration.setResourceAuthorizationProvider(new AutorisationsParPersonne());
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        // REVOKE rows are looked at only for the users who have some.
        configuration.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_AUTO);
        List<BpmnParseListener> ecouteurs = new ArrayList<>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            ecouteurs.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        ecouteurs.add(new SuiviDesDessaisis());
        configuration.setCustomPostBPMNParseListeners(ecouteurs);
    }
}
