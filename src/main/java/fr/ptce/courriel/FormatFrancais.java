package fr.ptce.courriel;

import fr.ptce.base.HeureDeParis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Locale;
import java.util.function.Function;

/**
 * What templates of e-mails and letters call as {@code fr}: dates and greetings as one writes them in French. A date may
 * be a {@code java.time} value or an ISO text (process variables are often texts); an instant is read in Paris time.
 * {@code null} gives an empty text; a text that is no date is shown as it is.
 */
public final class FormatFrancais {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("EEEE", Locale.FRENCH);
    private static final DateTimeFormatter HEURE =
            DateTimeFormatter.ofPattern("HH'\u00a0h\u00a0'mm").withZone(HeureDeParis.ZONE);
    private static final char INSECABLE = '\u00a0';

    /** For example “1er décembre 2026”. */
    public String date(Object valeur) {
        return ecrire(valeur, this::quand, FormatFrancais::ecrire);
    }

    /** For example “mardi 1er décembre 2026”: for a deadline, which one looks up in a week. */
    public String jour(Object valeur) {
        return ecrire(valeur, this::quand, FormatFrancais::ecrireAvecLeJour);
    }

    /** For example “1er décembre 2026 à 12 h 05”. */
    public String dateHeure(Object valeur) {
        return ecrire(valeur, this::moment, FormatFrancais::ecrire);
    }

    /** For example “mardi 1er décembre 2026 à 12 h 05”. */
    public String jourHeure(Object valeur) {
        return ecrire(valeur, this::moment, moment -> JOUR.format(moment) + " " + ecrire(moment));
    }

    /** For example “mardi 1er décembre 2026, de 14 h 00 à 15 h 30”, in Paris time. */
    public String creneau(Instant debut, Instant fin) {
        return jour(debut) + ", de " + HEURE.format(debut) + " à " + HEURE.format(fin);
    }

    /** “Bonjour Jeanne Martin,” or, without a name, “Bonjour,”. */
    public String salutation(String nom) {
        return nom == null || nom.isBlank() ? "Bonjour," : "Bonjour " + nom.strip() + ",";
    }

    private static <T> String ecrire(Object valeur, Function<Object, T> lecture, Function<T, String> ecriture) {
        if (valeur == null) {
            return "";
        }
        try {
            return ecriture.apply(lecture.apply(valeur));
        } catch (DateTimeParseException e) {
            return valeur.toString();
        }
    }

    private LocalDate quand(Object valeur) {
        if (valeur instanceof LocalDate jour) {
            return jour;
        }
        return valeur instanceof CharSequence texte && texte.length() <= "2026-12-01".length()
                ? LocalDate.parse(texte)
                : moment(valeur).toLocalDate();
    }

    private LocalDateTime momentEcrit(String texte) {
        try {
            return LocalDateTime.parse(texte);
        } catch (DateTimeParseException e) {
            return moment(ZonedDateTime.parse(texte));
        }
    }

    private LocalDateTime moment(Object valeur) {
        if (valeur instanceof CharSequence texte) {
            return momentEcrit(texte.toString());
        }
        if (valeur instanceof LocalDateTime local) {
            return local;
        }
        if (valeur instanceof ZonedDateTime zone) {
            return zone.withZoneSameInstant(HeureDeParis.ZONE).toLocalDateTime();
        }
        if (valeur instanceof OffsetDateTime decale) {
            return decale.atZoneSameInstant(HeureDeParis.ZONE).toLocalDateTime();
        }
        if (valeur instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, HeureDeParis.ZONE);
        }
        if (valeur instanceof Date date) {
            return LocalDateTime.ofInstant(date.toInstant(), HeureDeParis.ZONE);
        }
        throw new IllegalArgumentException("Pas une date : " + valeur.getClass().getName());
    }

    private static String ecrireAvecLeJour(LocalDate jour) {
        return JOUR.format(jour) + " " + ecrire(jour);
    }

    private static String ecrire(LocalDate jour) {
        String quantieme = jour.getDayOfMonth() == 1 ? "1er" : String.valueOf(jour.getDayOfMonth());
        return quantieme + INSECABLE + MOIS.format(jour);
    }

    private static String ecrire(LocalDateTime moment) {
        return ecrire(moment.toLocalDate()) + " à " + moment.getHour() + INSECABLE + "h" + INSECABLE
                + "%02d".formatted(moment.getMinute());
    }
}
