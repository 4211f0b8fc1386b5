package fr.ptce.moteur;

import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells a running instance what was decided on a page, for the application: the caller has checked who may. */
@Component
public class MessagesAuProcessus {

    private final RuntimeService runtimeService;
    private final AuNomDeLApplication application;

    MessagesAuProcessus(RuntimeService runtimeService, AuNomDeLApplication application) {
        this.runtimeService = runtimeService;
        this.application = application;
    }

    /**
     * Sends a message with variables of the instance, none when empty.
     *
     * @param instance id of the instance
     * @return whether it waits for this message now; nothing changes when it does not
     */
    public boolean envoyer(String instance, String message, Map<String, Object> variables) {
        return application.faire(() -> {
            try {
                runtimeService
                        .createMessageCorrelation(message)
                        .processInstanceId(instance)
                        .setVariables(variables)
                        .correlate();
                return true;
            } catch (MismatchingMessageCorrelationException nonAttendu) {
                return false;
            }
        });
    }
}
