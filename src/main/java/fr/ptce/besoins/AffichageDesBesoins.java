package fr.ptce.besoins;

import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.courriel.FormatFrancais;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the pages of this room call as {@code aff}: ids, dates and figures in the words a person reads. */
@Component
public class AffichageDesBesoins {

    static final String NON_PRECISE = "non précisé";
    private static final String RIEN = "–";
    private static final double HEURE = 60;
    private static final double JOUR = 24 * HEURE;

    private final Besoins besoins;
    private final Regions regions;
    private final Themes themes;
    private final FormatFrancais dates = new FormatFrancais();

    AffichageDesBesoins(Besoins besoins, Regions regions, Themes themes) {
        this.besoins = besoins;
        this.regions = regions;
        this.themes = themes;
    }

    public String besoin(String id) {
        return besoins.libelle(id);
    }

    public String region(String code) {
        return regions.existe(code) ? regions.parCode(code).nom() : NON_PRECISE;
    }

    public String theme(String id) {
        return themes.libelle(id);
    }

    public String themes(List<String> ids) {
        return ids.isEmpty() ? NON_PRECISE : ids.stream().map(themes::libelle).collect(Collectors.joining(", "));
    }

    public String categorie(String id) {
        return LibellesDesBesoins.CATEGORIES.getOrDefault(id, id);
    }

    public String stade(String id) {
        return id == null ? RIEN : LibellesDesBesoins.STADES.getOrDefault(id, id);
    }

    public String importance(int importance) {
        return LibellesDesBesoins.importance(importance);
    }

    public String experimentation(String id) {
        return id == null ? RIEN : LibellesDesBesoins.EXPERIMENTATION.getOrDefault(id, id);
    }

    public String priorite(String id) {
        return id == null ? RIEN : LibellesDesBesoins.PRIORITES.getOrDefault(id, id);
    }

    /** The kinds of accompaniment, separated by commas; « aucun » when there is none. */
    public String accompagnements(List<String> ids) {
        return LibellesDesBesoins.accompagnements(ids);
    }

    /** A day or a moment, for example 1er décembre 2026; « – » for null. */
    public String date(Object valeur) {
        return valeur == null ? RIEN : dates.date(valeur);
    }

    /** For example 1er décembre 2026 à 9 h 05; « – » for null. */
    public String moment(Object valeur) {
        return valeur == null ? RIEN : dates.dateHeure(valeur);
    }

    /** The text, or « non précisé » when there is none. */
    public String texte(String valeur) {
        return valeur == null || valeur.isBlank() ? NON_PRECISE : valeur;
    }

    /** For example 62,5 %; « – » when there is nothing to divide by. */
    public String taux(long partie, long tout) {
        return tout == 0 ? RIEN : decimal(100.0 * partie / tout) + "\u00a0%";
    }

    /** Minutes in hours below two days, else in days; « – » for null. */
    public String duree(Double minutes) {
        if (minutes == null) {
            return RIEN;
        }
        double valeur = minutes < 2 * JOUR ? minutes / HEURE : minutes / JOUR;
        return decimal(valeur) + "\u00a0" + (minutes < 2 * JOUR ? "h" : "jours");
    }

    private static String decimal(double valeur) {
        return String.format(Locale.FRANCE, "%.1f", valeur).replace(",0", "");
    }

    /** Class of the badge of a state: what it asks of the reader. */
    public String badge(EtatQuestionnaire etat) {
        return switch (etat) {
            case QUALIFIE -> "badge--succes";
            case A_APPELER, A_QUALIFIER -> "badge--attention";
            case EN_ATTENTE -> "badge--info";
            default -> "";
        };
    }
}
