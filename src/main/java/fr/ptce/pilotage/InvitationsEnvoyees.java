package fr.ptce.pilotage;

import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.relance.CarnetDAdresses;
import fr.ptce.relance.Correspondant;
import fr.ptce.relance.TacheSuivie;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Who outside is awaited for a task, and when they were last invited to it. */
@Component
class InvitationsEnvoyees {

    private final List<CarnetDAdresses> carnets;
    private final HistoryService historique;
    private final AuNomDeLApplication application;

    InvitationsEnvoyees(List<CarnetDAdresses> carnets, HistoryService historique, AuNomDeLApplication application) {
        this.carnets = List.copyOf(carnets);
        this.historique = historique;
        this.application = application;
    }

    /** Empty for an internal task, and when nobody is known. */
    Optional<Correspondant> correspondant(TacheSuivie tache) {
        return carnets.stream()
                .filter(carnet -> carnet.role().equals(tache.correspondant()))
                .findFirst()
                .flatMap(carnet -> application.faire(() -> carnet.correspondant(tache.dossier(), tache.tache())));
    }

    /** Empty when there is nobody, or no address. */
    Optional<String> adresse(TacheSuivie tache) {
        return correspondant(tache).map(Correspondant::courriel).filter(adresse -> !adresse.isBlank());
    }

    /** When an invitation was last asked for, whoever did; empty when none was, or it is forgotten by now. */
    Optional<Instant> derniere(TacheSuivie tache) {
        return application
                .faire(() -> historique
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("courriels-immediats")
                        .processInstanceBusinessKey(tache.dossier())
                        .variableValueEquals("tache", tache.tache())
                        .orderByProcessInstanceStartTime()
                        .desc()
                        .listPage(0, 1))
                .stream()
                .findFirst()
                .map(HistoricProcessInstance::getStartTime)
                .map(Date::toInstant);
    }
}
