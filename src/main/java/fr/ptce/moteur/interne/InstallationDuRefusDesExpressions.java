package fr.ptce.moteur.interne;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/** Puts {@link RefusDesExpressions} in front of every command of the engine. */
@Component
class InstallationDuRefusDesExpressions extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(
                avecRefus(configuration, configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                avecRefus(configuration, configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    // An interceptor knows its successor, so that each chain needs one of its own.
    private static List<CommandInterceptor> avecRefus(
            ProcessEngineConfigurationImpl configuration, List<CommandInterceptor> presents) {
        List<CommandInterceptor> tous = new ArrayList<>();
        tous.add(
                new RefusDesExpressions(() -> configuration.getIdentityService().getCurrentAuthentication() != null));
        if (presents != null) {
            tous.addAll(presents);
        }
        return tous;
    }
}
