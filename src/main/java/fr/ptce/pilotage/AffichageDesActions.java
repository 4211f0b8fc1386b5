package fr.ptce.pilotage;

import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Regions;
import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.relance.JoursOuvres;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the pages of the pilots' actions call as {@code aff}: dates, regions and delays in the words a person reads. */
@Component
class AffichageDesActions {

    private final Regions regions;
    private final Groupes groupes;
    private final JoursOuvres joursOuvres;
    private final Clock horloge;
    private final FormatFrancais dates = new FormatFrancais();

    AffichageDesActions(Regions regions, Groupes groupes, JoursOuvres joursOuvres, Clock horloge) {
        this.regions = regions;
        this.groupes = groupes;
        this.joursOuvres = joursOuvres;
        this.horloge = horloge;
    }

    /** “toutes” for null. */
    public String region(String code) {
        return regions.existe(code) ? regions.parCode(code).nom() : "toutes";
    }

    public String groupes(Collection<String> ids) {
        return ids.stream().map(groupes::nom).collect(Collectors.joining(", "));
    }

    /** For example “mardi 1er décembre 2026”; empty for null. */
    public String jour(Object valeur) {
        return dates.jour(valeur);
    }

    /** For example “1er décembre 2026”; empty for null. */
    public String date(Object valeur) {
        return dates.date(valeur);
    }

    /** For example “1er décembre 2026 à 12 h 05”; empty for null. */
    public String moment(Object valeur) {
        return dates.dateHeure(valeur);
    }

    /** How far a due date is: “en retard de 3 jours ouvrés”, “pour aujourd’hui”, “dans 1 jour ouvré”; empty for null. */
    public String delai(Instant echeance, String region) {
        if (echeance == null) {
            return "";
        }
        int retard = joursOuvres.retard(
                HeureDeParis.aujourdhui(horloge), LocalDate.ofInstant(echeance, HeureDeParis.ZONE), region);
        if (retard == 0) {
            return "pour aujourd’hui";
        }
        return (retard > 0 ? "en retard de " : "dans ") + joursOuvresEnLettres(Math.abs(retard));
    }

    /** What becomes of an incident if nobody does anything. */
    public String suite(Incident incident) {
        if (incident.suspendu()) {
            return "Parcours suspendu";
        }
        return incident.attendQuelquUn()
                ? "Attend que quelqu’un réessaie"
                : "Nouvel essai de lui-même le " + moment(incident.prochainEssai());
    }

    private static String joursOuvresEnLettres(int nombre) {
        return nombre + (nombre > 1 ? " jours ouvrés" : " jour ouvré");
    }
}
