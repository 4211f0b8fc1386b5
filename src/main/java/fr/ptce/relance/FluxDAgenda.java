package fr.ptce.relance;

import fr.ptce.base.HeureDeParis;
import fr.ptce.base.Sql;
import fr.ptce.moteur.Agent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Due dates of open tasks as a calendar (RFC 5545): days, each with its task and the number of its dossier, never a name.
 */
@Component
class FluxDAgenda {

    private static final int MAXIMUM = 500;
    private static final Duration DEPUIS = Duration.ofDays(60);

    /** No group has it: SQL knows no empty list. */
    private static final Set<String> AUCUN = Set.of("-");

    /** A due date; {@code dossier} is null for a task of none. */
    private record Echeance(String tache, String nom, String dossier, LocalDate jour) {}

    private final JdbcClient jdbc;
    private final Clock horloge;
    private final String adresse;

    FluxDAgenda(JdbcClient jdbc, Clock horloge, @Value("${ptce.adresse}") String adresse) {
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.adresse = adresse;
    }

    /** The tasks of an agent and those that wait for somebody of their groups, 500 at most, the earliest first. */
    String personnel(Agent agent) {
        return ecrire(
                "PTCE\u00a0: mes échéances",
                lire(jdbc.sql(selection("(responsable = :agent or (responsable is null and groupes in (:groupes)))"))
                        .param("agent", agent.id())
                        .param("groupes", agent.groupes().isEmpty() ? AUCUN : agent.groupes())));
    }

    /** The tasks of a region, 500 at most, the earliest first. */
    String regional(String region, String nom) {
        return ecrire(
                "PTCE\u00a0: échéances, " + nom,
                lire(jdbc.sql(selection("region = :region")).param("region", region)));
    }

    private static String selection(String condition) {
        return "select tache, nom, dossier, echeance from tache_suivie where " + condition
                + " and echeance >= :depuis order by echeance, tache limit " + MAXIMUM;
    }

    private List<Echeance> lire(JdbcClient.StatementSpec requete) {
        Instant depuis = horloge.instant().minus(DEPUIS);
        return requete.param("depuis", OffsetDateTime.ofInstant(depuis, ZoneOffset.UTC))
                .query((r, rang) -> new Echeance(
                        r.getString("tache"),
                        r.getString("nom"),
                        r.getString("dossier"),
                        LocalDate.ofInstant(Sql.instant(r, "echeance"), HeureDeParis.ZONE)))
                .list();
    }

    private String ecrire(String nom, List<Echeance> echeances) {
        Calendar calendrier = new Calendar();
        calendrier.add(new ProdId("-//PTCE//Echeances//FR"));
        calendrier.add(ImmutableVersion.VERSION_2_0);
        calendrier.add(ImmutableCalScale.GREGORIAN);
        calendrier.add(ImmutableMethod.PUBLISH);
        calendrier.add(new XProperty("X-WR-CALNAME", nom));
        echeances.forEach(echeance -> calendrier.add(evenement(echeance)));
        StringWriter texte = new StringWriter();
        try {
            // A calendar without due dates is no fault.
            new CalendarOutputter(false).output(calendrier, texte);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texte.toString();
    }

    private VEvent evenement(Echeance echeance) {
        VEvent evenement = new VEvent(false);
        evenement.add(
                new Uid("tache-" + echeance.tache() + "@" + URI.create(adresse).getHost()));
        evenement.add(new DtStamp(horloge.instant()));
        evenement.add(new DtStart<>(echeance.jour()));
        evenement.add(
                new Summary(echeance.dossier() == null ? echeance.nom() : echeance.nom() + " – " + echeance.dossier()));
        evenement.add(new Url(URI.create(LienVersUneTache.versLaTache(adresse, echeance.tache()))));
        return evenement;
    }
}
