package fr.ptce.courriel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * What templates of e-mails and letters call as {@code fr}: dates and greetings as one writes them in French. A date may
 * be a {@code java.time} value or an ISO text (process variables are often texts); an instant is read in Paris time.
 * {@code null} gives an empty text; a text that is no date is shown as it is.
 */
public final class FormatFrancais {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
    private static final char INSECABLE = '\u00a0';

    FormatFrancais() {}

    /** For example “1er décembre 2026”. */
    public String date(Object valeur) {
        if (valeur instanceof CharSequence texte) {
            return dateEcrite(texte.toString());
        }
        if (valeur == null) {
            return "";
        }
        return valeur instanceof LocalDate jour
                ? ecrire(jour)
                : ecrire(moment(valeur).toLocalDate());
    }

    /** For example “1er décembre 2026 à 12 h 05”. */
    public String dateHeure(Object valeur) {
        if (valeur instanceof CharSequence texte) {
            return dateHeureEcrite(texte.toString());
        }
        return valeur == null ? "" : ecrire(moment(valeur));
    }

    /** “Bonjour Jeanne Martin,” or, without a name, “Bonjour,”. */
    public String salutation(String nom) {
        return nom == null || nom.isBlank() ? "Bonjour," : "Bonjour " + nom.strip() + ",";
    }

    private String dateEcrite(String texte) {
        try {
            return texte.length() > "2026-12-01".length() ? date(momentEcrit(texte)) : ecrire(LocalDate.parse(texte));
        } catch (DateTimeParseException e) {
            return texte;
        }
    }

    private String dateHeureEcrite(String texte) {
        try {
            return ecrire(momentEcrit(texte));
        } catch (DateTimeParseException e) {
            return texte;
        }
    }

    private LocalDateTime momentEcrit(String texte) {
        try {
            return LocalDateTime.parse(texte);
        } catch (DateTimeParseException e) {
            return moment(ZonedDateTime.parse(texte));
        }
    }

    private LocalDateTime moment(Object valeur) {
        if (valeur instanceof LocalDateTime local) {
            return local;
        }
        if (valeur instanceof ZonedDateTime zone) {
            return zone.withZoneSameInstant(PARIS).toLocalDateTime();
        }
        if (valeur instanceof OffsetDateTime decale) {
            return decale.atZoneSameInstant(PARIS).toLocalDateTime();
        }
        if (valeur instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, PARIS);
        }
        if (valeur instanceof java.util.Date date) {
            return LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), PARIS);
        }
        throw new IllegalArgumentException("Pas une date : " + valeur.getClass().getName());
    }

    private String ecrire(LocalDate jour) {
        String quantieme = jour.getDayOfMonth() == 1 ? "1er" : String.valueOf(jour.getDayOfMonth());
        return quantieme + INSECABLE + MOIS.format(jour);
    }

    private String ecrire(LocalDateTime moment) {
        return ecrire(moment.toLocalDate()) + " à " + moment.getHour() + INSECABLE + "h" + INSECABLE
                + "%02d".formatted(moment.getMinute());
    }
}
