package fr.ptce.moteur.interne;

import fr.ptce.moteur.ControleDeSaisie;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Puts our task and form services in the place of the engine's, for Java, REST and the webapps alike. */
@Component
class ServicesControles extends AbstractProcessEnginePlugin {

    private final ControleDeSaisie controle;

    ServicesControles(ControleDeSaisie controle) {
        this.controle = controle;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        SaisieDeTache saisie = new SaisieDeTache(controle);
        configuration.setTaskService(new ServiceDesTaches(saisie));
        configuration.setFormService(new ServiceDesFormulaires(saisie));
    }
}
