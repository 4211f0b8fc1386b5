package fr.ptce.pilotage;

import fr.ptce.annuaire.Regions;
import fr.ptce.courriel.FormatFrancais;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What the pages of the diagrams call as {@code mots}: moments, durations and regions as one says them. */
@Component
class EnMots {

    static final String RIEN = "–";

    private static final long MINUTES_PAR_HEURE = 60;
    private static final long HEURES_PAR_JOUR = 24;
    private static final String DOSSIER = "PTCE-\\d+";

    private final FormatFrancais francais = new FormatFrancais();
    private final Regions regions;

    EnMots(Regions regions) {
        this.regions = regions;
    }

    /** For example “1er décembre 2026 à 9 h 05”; a dash for null. */
    public String moment(Instant instant) {
        return instant == null ? RIEN : francais.dateHeure(instant);
    }

    /** The name of a region; “toutes les régions” for null, the code itself when no region has it. */
    public String region(String code) {
        if (code == null) {
            return "toutes les régions";
        }
        return regions.existe(code) ? regions.parCode(code).nom() : code;
    }

    /** Whether a business key is the number of a dossier, which has a page. */
    public boolean estUnDossier(String cle) {
        return cle != null && cle.matches(DOSSIER);
    }

    /**
     * A duration by its two largest units, such as “3 jours 4 h”, “2 h 05 min” or “12 min”; “moins d’une minute” below; a
     * dash for null.
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
