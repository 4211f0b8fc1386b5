package fr.ptce.moteur.interne;

import fr.ptce.moteur.ValeursJson;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.type.SerializableValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** Makes {@code Json} values through the engine's type registry, so that no Spin class stands in our code. */
@Component
class ValeursJsonDuMoteur implements ValeursJson {

    private final ProcessEngine moteur;

    ValeursJsonDuMoteur(ProcessEngine moteur) {
        this.moteur = moteur;
    }

    @Override
    public TypedValue de(String json) {
        var configuration = (ProcessEngineConfigurationImpl) moteur.getProcessEngineConfiguration();
        var type = (SerializableValueType) configuration.getValueTypeResolver().typeForName("json");
        return type.createValueFromSerialized(json, Map.of());
    }
}
