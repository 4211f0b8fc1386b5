package fr.ptce.courriel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.ptce.base.HeureDeParis;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.ContentType;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The files are read back by the library, and through a mail server. */
class RendezVousTest {

    private static final Instant REDIGE = Instant.parse("2026-11-20T10:00:00Z");
    private static final ZonedDateTime DEBUT = ZonedDateTime.of(2026, 12, 1, 14, 30, 0, 0, HeureDeParis.ZONE);
    private static final String DESCRIPTION =
            "Entretien avec Éloïse ; à préparer, si possible :\n- la grille\n- les statuts";

    @Test
    void uneInvitationSeRelitAvecSonFuseau() throws Exception {
        PieceAJoindre piece = rendezVous(DEBUT, 0, false).piece(REDIGE);

        assertThat(piece.nom()).isEqualTo("rendez-vous.ics");
        assertThat(piece.type()).isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
        String texte = new String(piece.contenu(), StandardCharsets.UTF_8);
        assertThat(texte).contains("DTSTART;TZID=Europe/Paris:20261201T143000\r\n", "DTSTAMP:20261120T100000Z\r\n");
        assertThat(texte.lines()).allMatch(ligne -> ligne.length() <= 75);

        Calendar lu = lire(piece);
        assertThat(lu.validate(true).hasErrors()).isFalse();
        assertThat(valeur(lu, "METHOD")).isEqualTo("REQUEST");
        assertThat(valeur(lu, "VERSION")).isEqualTo("2.0");
        assertThat(lu.<CalendarComponent>getComponents("VTIMEZONE"))
                .singleElement()
                .satisfies(
                        fuseau -> assertThat(fuseau.getRequiredProperty("TZID").getValue())
                                .isEqualTo("Europe/Paris"));
        VEvent evenement = evenement(lu);
        assertThat(valeur(evenement, "UID")).isEqualTo("entretien-12@ptce.example");
        assertThat(valeur(evenement, "SUMMARY")).isEqualTo("Entretien « gouvernance »");
        assertThat(valeur(evenement, "LOCATION")).isEqualTo("12, rue de l’Église ; Lannion");
        assertThat(valeur(evenement, "DESCRIPTION")).isEqualTo(DESCRIPTION);
        assertThat(valeur(evenement, "ORGANIZER")).isEqualTo("mailto:pilote@ptce.example");
        assertThat(valeur(evenement, "ATTENDEE")).isEqualTo("mailto:jeanne@porteur.example");
        assertThat(valeur(evenement, "SEQUENCE")).isEqualTo("0");
        assertThat(valeur(evenement, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(instant(evenement)).isEqualTo(DEBUT.toInstant());
    }

    @Test
    void uneAnnulationPorteLaMethodeCancelEtLaVersionSuivante() throws Exception {
        PieceAJoindre piece = rendezVous(DEBUT, 2, true).piece(REDIGE);

        assertThat(piece.nom()).isEqualTo("annulation.ics");
        assertThat(piece.type()).startsWith("text/calendar; method=CANCEL");
        Calendar lu = lire(piece);
        assertThat(valeur(lu, "METHOD")).isEqualTo("CANCEL");
        assertThat(valeur(evenement(lu), "STATUS")).isEqualTo("CANCELLED");
        assertThat(valeur(evenement(lu), "SEQUENCE")).isEqualTo("2");
        assertThat(valeur(evenement(lu), "UID")).isEqualTo("entretien-12@ptce.example");
    }

    @Test
    void unRendezVousOutreMerGardeSonFuseauEtUnDecalageSansFuseauEstCeluiDeParis() throws Exception {
        ZonedDateTime reunion = ZonedDateTime.of(2026, 7, 1, 9, 0, 0, 0, ZoneId.of("Indian/Reunion"));
        Calendar la = lire(rendezVous(reunion, 0, false).piece(REDIGE));
        assertThat(tzid(la)).isEqualTo("Indian/Reunion");
        assertThat(instant(evenement(la))).isEqualTo(reunion.toInstant());

        ZonedDateTime decale = ZonedDateTime.of(2026, 7, 1, 9, 0, 0, 0, ZoneOffset.UTC);
        Calendar lb = lire(rendezVous(decale, 0, false).piece(REDIGE));
        assertThat(tzid(lb)).isEqualTo("Europe/Paris");
        assertThat(instant(evenement(lb))).isEqualTo(decale.toInstant());
    }

    @Test
    void leFichierArriveAvecSaMethodeDansLeCourriel() throws Exception {
        GreenMail serveur = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        serveur.start();
        try {
            BancCourriel banc = new BancCourriel(
                    new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
            PieceAJoindre piece = rendezVous(DEBUT, 0, false).piece(REDIGE);
            Map<String, Object> variables =
                    Map.of("numero", "PTCE-0042", "initiative", "Pôle", "lien", "https://ptce.example/x");
            banc.courriels(BancCourriel.expedition(serveur))
                    .envoyer(new CourrielAEnvoyer(
                            "rdv", "PTCE-0042", "jeanne@porteur.example", "lien-de-suivi", variables, List.of(piece)));

            BodyPart partie = ((Multipart) serveur.getReceivedMessages()[0].getContent()).getBodyPart(1);
            ContentType type = new ContentType(partie.getContentType());
            assertThat(type.getBaseType()).isEqualToIgnoringCase("text/calendar");
            assertThat(type.getParameter("method")).isEqualTo("REQUEST");
            assertThat(type.getParameter("charset")).isEqualTo("UTF-8");
            assertThat(partie.getInputStream().readAllBytes()).isEqualTo(piece.contenu());
        } finally {
            serveur.stop();
        }
    }

    @Test
    void unRendezVousIncompletEstRefuse() {
        assertThatThrownBy(() -> new RendezVous(
                        " ", "t", DEBUT, DEBUT.plusHours(1), null, null, "a@b.example", "c@d.example", 0, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new RendezVous("u", "t", DEBUT, DEBUT, null, null, "a@b.example", "c@d.example", 0, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RendezVous(
                        "u", "t", DEBUT, DEBUT.plusHours(1), null, null, "a@b.example", "c@d.example", -1, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RendezVous(
                        "u",
                        "t",
                        DEBUT,
                        DEBUT.plusHours(1),
                        null,
                        null,
                        "a@b.example",
                        "c\r\nATTENDEE:x@d.example",
                        0,
                        false))
                .isInstanceOf(AdresseInvalide.class);
    }

    @Test
    void unTitreOuUneDescriptionNajoutentPasDeLigneAuFichier() throws Exception {
        RendezVous piege = new RendezVous(
                "u",
                "Titre\r\nATTENDEE:mailto:x@y.example",
                DEBUT,
                DEBUT.plusHours(1),
                null,
                "Texte\r\nEND:VEVENT",
                "a@b.example",
                "c@d.example",
                0,
                false);
        VEvent lu = evenement(lire(piege.piece(REDIGE)));
        assertThat(lu.<Property>getProperties("ATTENDEE")).hasSize(1);
        assertThat(valeur(lu, "SUMMARY")).isEqualTo("Titre ATTENDEE:mailto:x@y.example");
        assertThat(valeur(lu, "DESCRIPTION")).contains("END:VEVENT");
    }

    private static RendezVous rendezVous(ZonedDateTime debut, int sequence, boolean annule) {
        return new RendezVous(
                "entretien-12@ptce.example",
                "Entretien « gouvernance »",
                debut,
                debut.plusMinutes(90),
                "12, rue de l’Église ; Lannion",
                DESCRIPTION,
                "pilote@ptce.example",
                "jeanne@porteur.example",
                sequence,
                annule);
    }

    private static Calendar lire(PieceAJoindre piece) throws Exception {
        return new CalendarBuilder().build(new StringReader(new String(piece.contenu(), StandardCharsets.UTF_8)));
    }

    private static VEvent evenement(Calendar calendrier) {
        return calendrier.<VEvent>getComponent("VEVENT").orElseThrow();
    }

    private static String valeur(PropertyContainer porteur, String nom) {
        return porteur.getRequiredProperty(nom).getValue();
    }

    private static String tzid(Calendar calendrier) {
        return evenement(calendrier)
                .getRequiredProperty("DTSTART")
                .<Parameter>getParameter("TZID")
                .orElseThrow()
                .getValue();
    }

    private static Instant instant(VEvent evenement) {
        DtStart<ZonedDateTime> debut = evenement.getRequiredProperty("DTSTART");
        return debut.getDate().toInstant();
    }
}
