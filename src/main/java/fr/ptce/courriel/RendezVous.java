package fr.ptce.courriel;

import fr.ptce.base.HeureDeParis;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryImpl;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * An appointment that its reader's calendar understands (RFC 5545, 5546).
 *
 * @param uid identifies the appointment through its changes and its cancellation, for example
 *     {@code entretien-12@ptce.example}
 * @param titre one line
 * @param debut in the zone where it takes place; an offset without a zone is written in Paris time
 * @param fin after {@code debut}
 * @param lieu place or address of a meeting page; {@code null} for none
 * @param description text; {@code null} for none
 * @param organisateur bare address that gets the answers
 * @param participant bare address of the person invited
 * @param sequence 0 at first, one more at each change and at the cancellation
 * @param annule whether it is called off
 */
public record RendezVous(
        String uid,
        String titre,
        ZonedDateTime debut,
        ZonedDateTime fin,
        String lieu,
        String description,
        String organisateur,
        String participant,
        int sequence,
        boolean annule) {

    /** Zones by their usual names, from the library's files: nothing is downloaded. */
    private static final TimeZoneRegistry FUSEAUX = new TimeZoneRegistryImpl("zoneinfo/");

    /**
     * @throws AdresseInvalide when an address cannot be written to
     * @throws IllegalArgumentException when uid, title or a date is missing, the end is not after the beginning, or the
     *     sequence is negative
     */
    public RendezVous {
        if (uid == null || uid.isBlank() || titre == null || titre.isBlank()) {
            throw new IllegalArgumentException("Un rendez-vous a un identifiant et un titre.");
        }
        if (debut == null || fin == null || !fin.isAfter(debut)) {
            throw new IllegalArgumentException("Un rendez-vous finit après son début.");
        }
        if (sequence < 0) {
            throw new IllegalArgumentException("Le numéro de version d’un rendez-vous n’est pas négatif.");
        }
        organisateur = Adresses.verifier(organisateur).getAddress();
        participant = Adresses.verifier(participant).getAddress();
    }

    /**
     * The {@code .ics} file to attach: an invitation, or a cancellation.
     *
     * @param redigeLe when it is written: of two files with the same sequence the later one holds
     */
    public PieceAJoindre piece(Instant redigeLe) {
        Calendar calendrier = new Calendar();
        calendrier.add(new ProdId("-//PTCE//Courriel//FR"));
        calendrier.add(ImmutableVersion.VERSION_2_0);
        calendrier.add(ImmutableCalScale.GREGORIAN);
        calendrier.add(annule ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        ZonedDateTime commencement = situer(debut);
        calendrier.add(FUSEAUX.getTimeZone(commencement.getZone().getId()).getVTimeZone());
        calendrier.add(evenement(commencement, redigeLe));
        String methode = annule ? "CANCEL" : "REQUEST";
        return new PieceAJoindre(
                annule ? "annulation.ics" : "rendez-vous.ics",
                "text/calendar; method=" + methode + "; charset=UTF-8",
                ecrire(calendrier).getBytes(StandardCharsets.UTF_8));
    }

    private VEvent evenement(ZonedDateTime commencement, Instant redigeLe) {
        VEvent evenement = new VEvent(false);
        evenement.add(new Uid(uid));
        evenement.add(new DtStamp(redigeLe));
        evenement.add(new DtStart<>(commencement));
        evenement.add(new DtEnd<>(fin.withZoneSameInstant(commencement.getZone())));
        evenement.add(new Summary(UneLigne.de(titre)));
        if (lieu != null) {
            evenement.add(new Location(UneLigne.de(lieu)));
        }
        if (description != null) {
            evenement.add(new Description(description));
        }
        evenement.add(new Organizer(URI.create("mailto:" + organisateur)));
        evenement.add(invite());
        evenement.add(new Sequence(sequence));
        Status etat = annule ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
        evenement.add(etat);
        return evenement;
    }

    private Attendee invite() {
        Attendee invite = new Attendee(URI.create("mailto:" + participant));
        invite.add(Role.REQ_PARTICIPANT);
        invite.add(PartStat.NEEDS_ACTION);
        invite.add(Rsvp.TRUE);
        return invite;
    }

    private static ZonedDateTime situer(ZonedDateTime moment) {
        ZoneId zone = moment.getZone();
        boolean nommee = !(zone instanceof ZoneOffset) && FUSEAUX.getTimeZone(zone.getId()) != null;
        return nommee ? moment : moment.withZoneSameInstant(HeureDeParis.ZONE);
    }

    private static String ecrire(Calendar calendrier) {
        StringWriter texte = new StringWriter();
        try {
            new CalendarOutputter(true).output(calendrier, texte);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texte.toString();
    }
}
