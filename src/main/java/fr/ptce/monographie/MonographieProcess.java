package fr.ptce.monographie;

import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.moteur.MessagesAuProcessus;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * The contract with {@code monographie.bpmn} and {@code entretien.bpmn}: their names, their start and their messages. A
 * test holds both together.
 */
@Component
class MonographieProcess {

    static final String CLE = "monographie";
    static final String CLE_ENTRETIEN = "entretien";

    /** Elements that code or tests name; their ids are those of the diagrams. */
    static final class Elements {
        static final String DESIGNER_AUTEUR = "userTask_designerAuteur";
        static final String ACCEPTER_REDACTION = "userTask_accepterRedaction";
        static final String PREPARER_GRILLE = "userTask_preparerGrille";
        static final String ANALYSER_DOCUMENTS = "userTask_analyserDocuments";
        static final String REDIGER = "userTask_rediger";
        static final String RELIRE_POLE = "userTask_relirePole";
        static final String SILENCE = "boundaryEvent_silence";
        static final String RELIRE_PILOTE = "userTask_relirePilote";
        static final String CORRIGER = "userTask_corriger";
        static final String VALIDER = "userTask_valider";
        static final String PROPOSER_RENDEZ_VOUS = "userTask_proposerRendezVous";
        static final String REPONDRE_ENTRETIEN = "userTask_repondreEntretien";
        static final String SANS_REPONSE = "boundaryEvent_sansReponse";
        static final String REMPLACER = "userTask_remplacer";
        static final String RENDRE_COMPTE = "userTask_rendreCompteEntretien";

        private Elements() {}
    }

    /** Names of the process variables, with the type each one has. */
    static final class Variables {
        /** String, code of the region of the pôle; also the tenant of the instance. */
        static final String REGION = "region";
        /** Long, id of the monograph. */
        static final String MONOGRAPHIE = "monographie";
        /** String, account of the author. */
        static final String AUTEUR = "auteur";
        /** Boolean, whether the author accepts. */
        static final String REDACTION_ACCEPTEE = "redactionAcceptee";
        /** Boolean, whether the committee accepts the monograph. */
        static final String VALIDEE = "monographieValidee";
        /** Long, id of somebody to be met. */
        static final String ENTRETIEN = "entretien";
        /** Long, id of somebody added while the interviews are under way. */
        static final String ENTRETIEN_AJOUTE = "entretienAjoute";
        /** String, what the person to be met answered: accepte, autre-date or refuse. */
        static final String REPONSE = "reponseEntretien";
        /** Boolean, whether somebody is met instead. */
        static final String PERSONNE_REMPLACEE = "personneRemplacee";
        /** Date until which the author says how the interview went. */
        static final String COMPTE_RENDU_AVANT = "compteRenduAvant";
        /** Boolean, whether the interview took place. */
        static final String ENTRETIEN_TENU = "entretienTenu";

        private Variables() {}
    }

    private static final String ENTRETIEN_AJOUTE = "EntretienAjoute";
    private static final String ABANDON = "AbandonMonographie";

    private final RuntimeService runtimeService;
    private final AuNomDeLApplication application;
    private final MessagesAuProcessus messages;

    MonographieProcess(RuntimeService runtimeService, AuNomDeLApplication application, MessagesAuProcessus messages) {
        this.runtimeService = runtimeService;
        this.application = application;
        this.messages = messages;
    }

    /** {@return id of the instance} */
    String demarrer(Monographie monographie) {
        return application
                .faire(() -> runtimeService.startProcessInstanceByKey(
                        CLE,
                        monographie.reference(),
                        Map.<String, Object>of(
                                Variables.REGION, monographie.region(), Variables.MONOGRAPHIE, monographie.id())))
                .getId();
    }

    /** {@return whether interviews are under way, and this one with them now} */
    boolean ajouterUnEntretien(String instance, long entretien) {
        return messages.envoyer(instance, ENTRETIEN_AJOUTE, Map.of(Variables.ENTRETIEN_AJOUTE, entretien));
    }

    /** {@return whether the monograph was under way} */
    boolean abandonner(String instance) {
        return messages.envoyer(instance, ABANDON, Map.of());
    }
}
