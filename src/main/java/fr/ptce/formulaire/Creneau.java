package fr.ptce.formulaire;

import fr.ptce.base.HeureDeParis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** When something takes place, as the fields {@code jour}, {@code heure_debut} and {@code heure_fin} say in Paris time. */
public record Creneau(Instant debut, Instant fin) {

    /**
     * Reads the fields, which their form has checked one by one.
     *
     * @throws SoumissionRefusee when the end is not after the beginning, or the beginning is not after {@code maintenant}
     */
    public static Creneau lire(ValeursLues saisie, Instant maintenant) {
        LocalDate jour = saisie.jour("jour");
        ZonedDateTime debut = jour.atTime(heure(saisie, "heure_debut")).atZone(HeureDeParis.ZONE);
        ZonedDateTime fin = jour.atTime(heure(saisie, "heure_fin")).atZone(HeureDeParis.ZONE);
        if (!fin.isAfter(debut)) {
            throw new SoumissionRefusee("heure_fin", "Heure de fin", "La fin doit suivre le début.");
        }
        if (!debut.toInstant().isAfter(maintenant)) {
            throw new SoumissionRefusee("jour", "Jour", "Choisissez un jour et une heure à venir.");
        }
        return new Creneau(debut.toInstant(), fin.toInstant());
    }

    private static LocalTime heure(ValeursLues saisie, String champ) {
        String[] parties = saisie.texte(champ).split("[hH:]", -1);
        return LocalTime.of(Integer.parseInt(parties[0]), Integer.parseInt(parties[1]));
    }
}
