package fr.ptce.pilotage;

import fr.ptce.annuaire.Regions;
import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.pilotage.ListeDuSuivi.Cellule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the pages of this room call as {@code aff}: codes, dates and figures in the words a person reads. */
@Component
class AffichageDuSuivi {

    private static final String RIEN = "–";
    private static final int LONGTEMPS = 60;
    private static final DateTimeFormatter COURTE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    private final Regions regions;
    private final FormatFrancais dates = new FormatFrancais();

    AffichageDuSuivi(Regions regions) {
        this.regions = regions;
    }

    /** Name of a region; « toute la France » for none. */
    public String region(String code) {
        return code == null || code.equals(Regions.FRANCE) || !regions.existe(code)
                ? "Toute la France"
                : regions.parCode(code).nom();
    }

    /** The day in Paris; null for null. */
    LocalDate jour(Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, HeureDeParis.ZONE);
    }

    /** For example 01/12/2026; « – » for null. */
    public String courte(Instant instant) {
        return valeur(jour(instant));
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
        return jours >= LONGTEMPS ? LONGTEMPS + " et plus" : jours.toString();
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
    boolean estUnDossier(String cle) {
        return cle != null && cle.startsWith("PTCE-");
    }

    /** A business key, with a link where it has a page. */
    Cellule dossier(String cle) {
        return estUnDossier(cle) ? Cellule.lien(cle, "/dossiers/" + cle) : Cellule.de(cle);
    }
}
