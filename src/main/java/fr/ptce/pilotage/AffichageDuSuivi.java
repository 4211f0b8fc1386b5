package fr.ptce.pilotage;

import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Regions;
import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.pilotage.ListeDuSuivi.Cellule;
import fr.ptce.relance.JoursOuvres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the pages of this room call as {@code aff}: codes, dates and figures in the words a person reads. */
@Component
class AffichageDuSuivi {

    static final String RIEN = "–";

    private static final long MINUTES_PAR_HEURE = 60;
    private static final long HEURES_PAR_JOUR = 24;
    private static final DateTimeFormatter COURTE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    private final Regions regions;
    private final Groupes groupes;
    private final JoursOuvres joursOuvres;
    private final Clock horloge;
    private final FormatFrancais dates = new FormatFrancais();

    AffichageDuSuivi(Regions regions, Groupes groupes, JoursOuvres joursOuvres, Clock horloge) {
        this.regions = regions;
        this.groupes = groupes;
        this.joursOuvres = joursOuvres;
        this.horloge = horloge;
    }

    /** Name of a region; « Toute la France » for null, the code itself when no region has it. */
    public String region(String code) {
        if (code == null || code.equals(Regions.FRANCE)) {
            return "Toute la France";
        }
        return regions.existe(code) ? regions.parCode(code).nom() : code;
    }

    /** Names of groups, separated by commas. */
    public String groupes(Collection<String> ids) {
        return ids.stream().map(groupes::nom).collect(Collectors.joining(", "));
    }

    /** The day in Paris; null for null. */
    LocalDate jourAParis(Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, HeureDeParis.ZONE);
    }

    /** For example 01/12/2026; « – » for null. */
    public String courte(Instant instant) {
        return valeur(jourAParis(instant));
    }

    /** For example 1er décembre 2026; empty for null. */
    public String date(Object valeur) {
        return dates.date(valeur);
    }

    /** For example mardi 1er décembre 2026; empty for null. */
    public String dateAvecLeJour(Object valeur) {
        return dates.jour(valeur);
    }

    /** For example 1er décembre 2026 à 9 h 05; « – » for null. */
    public String moment(Instant instant) {
        return instant == null ? RIEN : dates.dateHeure(instant);
    }

    /** Working days as a reader counts them: « 60 et plus » from sixty on; « – » for null. */
    public String jours(Integer jours) {
        if (jours == null) {
            return RIEN;
        }
        return jours >= JoursOuvres.LOIN ? JoursOuvres.LOIN + " et plus" : jours.toString();
    }

    /** The same, a number as long as it is one. */
    Object nombreDeJours(int jours) {
        return jours >= JoursOuvres.LOIN ? jours(jours) : jours;
    }

    /** For example 62 %; « – » when there is nothing to divide by. */
    public String taux(long partie, long tout) {
        return tout == 0 ? RIEN : Math.round(100.0 * partie / tout) + "\u00a0%";
    }

    /** « 12 dossiers », « 1 dossier », « 0 dossier ». */
    public String compte(long nombre, String un, String plusieurs) {
        return nombre + "\u00a0" + (nombre > 1 ? plusieurs : un);
    }

    /** What changed against the period before, in words. */
    public String evolution(long nombre, long avant) {
        if (nombre == avant) {
            return "comme avant";
        }
        return nombre > avant ? "+" + (nombre - avant) : "−" + (avant - nombre);
    }

    /** A value of a list: a date as 01/12/2026, « – » for nothing. */
    public String valeur(Object valeur) {
        if (valeur == null || "".equals(valeur)) {
            return RIEN;
        }
        return valeur instanceof LocalDate jour ? COURTE.format(jour) : valeur.toString();
    }

    /** Whether a business key is the number of a dossier of candidature, which has a page. */
    public boolean estUnDossier(String cle) {
        return cle != null && cle.startsWith("PTCE-");
    }

    /** A business key, with a link where it has a page. */
    Cellule dossier(String cle) {
        return estUnDossier(cle) ? Cellule.lien(cle, "/dossiers/" + cle) : Cellule.de(cle);
    }

    /**
     * How far a due date is: « en retard de 3 jours ouvrés », « pour aujourd’hui », « dans 1 jour ouvré », « dans 60 jours
     * ouvrés et plus »; empty for null.
     */
    public String delai(Instant echeance, String region) {
        if (echeance == null) {
            return "";
        }
        int retard = joursOuvres.retard(HeureDeParis.aujourdhui(horloge), echeance, region);
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
        return nombre + (nombre > 1 ? " jours ouvrés" : " jour ouvré") + (nombre >= JoursOuvres.LOIN ? " et plus" : "");
    }

    /**
     * A duration by its two largest units, such as « 3 jours 4 h », « 2 h 05 min » or « 12 min »; « moins d’une minute »
     * below; « – » for null.
     */
    public String duree(Duration duree) {
        if (duree == null) {
            return RIEN;
        }
        long minutes = duree.toMinutes();
        long heures = minutes / MINUTES_PAR_HEURE;
        long jours = heures / HEURES_PAR_JOUR;
        if (minutes < 1) {
            return "moins d’une minute";
        }
        if (heures < 1) {
            return minutes + "\u00a0min";
        }
        if (jours < 1) {
            return heures + "\u00a0h" + suite(minutes % MINUTES_PAR_HEURE, "\u00a0%02d\u00a0min");
        }
        return jours + (jours > 1 ? "\u00a0jours" : "\u00a0jour") + suite(heures % HEURES_PAR_JOUR, "\u00a0%d\u00a0h");
    }

    private static String suite(long reste, String forme) {
        return reste == 0 ? "" : forme.formatted(reste);
    }

    /** Same for milliseconds. */
    public String duree(Double millisecondes) {
        return duree(millisecondes == null ? null : Duration.ofMillis(Math.round(millisecondes)));
    }
}
