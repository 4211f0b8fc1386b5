package fr.ptce.formulaire;

import fr.ptce.base.HeureDeParis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something takes place, as the fields {@code jour}, {@code heure_debut} and {@code heure_fin} say in Paris time. */
public record Creneau(Instant debut, Instant fin) {

    /** {@code 9h30}, {@code 09:30}, {@code 9h}; without blanks. */
    private static final Pattern HEURE = Pattern.compile("([01]?[0-9]|2[0-3])(?:[hH:]([0-5][0-9])|[hH])");

    /**
     * Reads the fields, which their form has checked one by one.
     *
     * @throws SoumissionRefusee when an hour is none of a day, the end is not after the beginning, or the beginning is not after {@code maintenant}
     */
    public static Creneau lire(ValeursLues saisie, Instant maintenant) {
        LocalDate jour = saisie.jour("jour");
        ZonedDateTime debut = jour.atTime(heure(saisie, "heure_debut", "Heure de début")).atZone(HeureDeParis.ZONE);
        ZonedDateTime fin = jour.atTime(heure(saisie, "heure_fin", "Heure de fin")).atZone(HeureDeParis.ZONE);
        if (!fin.isAfter(debut)) {
            throw new SoumissionRefusee("heure_fin", "Heure de fin", "La fin doit suivre le début.");
        }
        if (!debut.toInstant().isAfter(maintenant)) {
            throw new SoumissionRefusee("jour", "Jour", "Choisissez un jour et une heure à venir.");
        }
        return new Creneau(debut.toInstant(), fin.toInstant());
    }

    private static LocalTime heure(ValeursLues saisie, String champ, String libelle) {
        Matcher lue = HEURE.matcher(Blancs.tousRetires(Objects.toString(saisie.texte(champ), "")));
        if (!lue.matches()) {
            throw new SoumissionRefusee(
                    champ, libelle, "Indiquez une heure entre 0h00 et 23h59, par exemple 9h30 ou 14:00.");
        }
        int minutes = lue.group(2) == null ? 0 : Integer.parseInt(lue.group(2));
        return LocalTime.of(Integer.parseInt(lue.group(1)), minutes);
    }
}
