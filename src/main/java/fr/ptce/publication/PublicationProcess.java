package fr.ptce.publication;

import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.moteur.MessagesAuProcessus;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with {@code publication.bpmn}: its names, its start and its messages. A test holds both together. */
@Component
class PublicationProcess {

    static final String CLE = "publication";

    /** Elements that code or tests name; their ids are those of the diagram. */
    static final class Elements {
        static final String PREPARER = "userTask_preparer";

        private Elements() {}
    }

    /** What may be decided while a publication is online. */
    static final class Messages {
        static final String ERRATUM = "ErratumPublication";
        static final String RETRAIT = "RetraitPublication";

        private Messages() {}
    }

    /** Names of the process variables, with the type each one has. */
    static final class Variables {
        /** String, code of the region; also the tenant of the instance. */
        static final String REGION = "region";
        /** Long, id of the publication. */
        static final String PUBLICATION = "publication";

        private Variables() {}
    }

    private final RuntimeService runtimeService;
    private final AuNomDeLApplication application;
    private final MessagesAuProcessus messages;

    PublicationProcess(RuntimeService runtimeService, AuNomDeLApplication application, MessagesAuProcessus messages) {
        this.runtimeService = runtimeService;
        this.application = application;
        this.messages = messages;
    }

    /** {@return id of the instance} */
    String demarrer(Publication publication) {
        return application
                .faire(() -> runtimeService.startProcessInstanceByKey(
                        CLE,
                        publication.reference(),
                        Map.<String, Object>of(
                                Variables.REGION, publication.region(), Variables.PUBLICATION, publication.id())))
                .getId();
    }

    /** {@return whether the publication waits for this message now} */
    boolean envoyer(String instance, String message) {
        return messages.envoyer(instance, message, Map.of());
    }
}
