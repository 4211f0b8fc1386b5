package fr.ptce.pilotage;

import fr.ptce.annuaire.Regions;
import fr.ptce.base.HeureDeParis;
import fr.ptce.relance.JoursOuvres;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps how long each user task took that somebody completed, in the transaction that completes it. A task that its
 * process took back is no step of anybody's.
 */
@Component
class EtapesFranchies {

    private final JdbcClient jdbc;
    private final JoursOuvres joursOuvres;
    private final Clock horloge;

    EtapesFranchies(JdbcClient jdbc, JoursOuvres joursOuvres, Clock horloge) {
        this.jdbc = jdbc;
        this.joursOuvres = joursOuvres;
        this.horloge = horloge;
    }

    /** Tasks outside a process are nobody's affair here. */
    @EventListener
    public void garder(DelegateTask tache) {
        if (TaskListener.EVENTNAME_COMPLETE.equals(tache.getEventName()) && tache.getProcessInstanceId() != null) {
            inscrire(tache, horloge.instant());
        }
    }

    private void inscrire(DelegateTask tache, Instant fin) {
        String region = tache.getTenantId();
        LocalDate creation = jour(tache.getCreateTime().toInstant());
        Date echeance = tache.getDueDate();
        jdbc.sql("""
                        insert into etape_franchie (tache, processus, element, nom, dossier, campagne, region, themes,
                          franchie_le, mois, jours, prevus, retard)
                        values (:tache, :processus, :element, :nom, :dossier,
                          coalesce((select campagne from dossier where numero = :dossier), 0), :region,
                          ',' || coalesce((select nullif(themes, '') from dossier where numero = :dossier) || ',', ''),
                          :fin, :mois, :jours, :prevus, :retard)
                        """)
                .param("tache", tache.getId())
                .param("processus", processus(tache))
                .param("element", tache.getTaskDefinitionKey())
                .param("nom", nom(tache))
                .param("dossier", tache.getExecution().getProcessBusinessKey())
                .param("region", region == null ? Regions.FRANCE : region)
                .param("fin", fin.atOffset(ZoneOffset.UTC))
                .param("mois", Mois.numero(Mois.de(fin)))
                .param("jours", Math.max(0, joursOuvres.retard(jour(fin), creation, region)))
                .param("prevus", echeance == null ? null : prevus(creation, jour(echeance.toInstant()), region))
                .param("retard", echeance != null && fin.isAfter(echeance.toInstant()))
                .update();
    }

    private int prevus(LocalDate creation, LocalDate echeance, String region) {
        return Math.max(0, joursOuvres.retard(echeance, creation, region));
    }

    private static LocalDate jour(Instant instant) {
        return LocalDate.ofInstant(instant, HeureDeParis.ZONE);
    }

    private static String processus(DelegateTask tache) {
        return tache.getBpmnModelInstance()
                .getModelElementsByType(Process.class)
                .iterator()
                .next()
                .getId();
    }

    private static String nom(DelegateTask tache) {
        String nom = tache.getBpmnModelElementInstance().getName();
        return nom == null ? tache.getTaskDefinitionKey() : nom;
    }
}
