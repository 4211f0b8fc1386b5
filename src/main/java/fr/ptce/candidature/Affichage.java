package fr.ptce.candidature;

import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.base.HeureDeParis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the pages call as {@code aff}: ids and dates in the words a person reads. Times are those of Paris; a missing
 * value reads « – » for a date and « non précisé » for the rest.
 */
@Component
public class Affichage {

    private static final String SANS_DATE = "–";
    private static final DateTimeFormatter COURTE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("H'\u00a0h\u00a0'mm", Locale.FRENCH);

    private final Regions regions;
    private final Themes themes;
    private final Groupes groupes;

    Affichage(Regions regions, Themes themes, Groupes groupes) {
        this.regions = regions;
        this.themes = themes;
        this.groupes = groupes;
    }

    /** For example 01/12/2026. */
    public String courte(Instant instant) {
        return instant == null ? SANS_DATE : COURTE.format(instant.atZone(HeureDeParis.ZONE));
    }

    /** For example 1er décembre 2026. */
    public String jour(LocalDate jour) {
        if (jour == null) {
            return SANS_DATE;
        }
        return (jour.getDayOfMonth() == 1 ? "1er" : jour.getDayOfMonth()) + " " + MOIS.format(jour);
    }

    /** For example 1er décembre 2026 à 9 h 05. */
    public String moment(Instant instant) {
        if (instant == null) {
            return SANS_DATE;
        }
        ZonedDateTime aParis = instant.atZone(HeureDeParis.ZONE);
        return jour(aParis.toLocalDate()) + " à " + HEURE.format(aParis);
    }

    /** ISO text, for the attribute of a {@code <time>}; empty for null. */
    public String iso(Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    /** Two decimals at most, with a comma. */
    public String nombre(Number valeur) {
        return valeur == null
                ? SANS_DATE
                : String.format(Locale.FRANCE, "%.2f", valeur.doubleValue()).replaceFirst(",00$", "");
    }

    /** A size in bytes, in Ko or Mo. */
    public String poids(long octets) {
        long ko = Math.max(1, Math.round(octets / 1024.0));
        return ko < 1024 ? ko + " Ko" : String.format(Locale.FRANCE, "%.1f Mo", ko / 1024.0);
    }

    public String region(String code) {
        return regions.existe(code) ? regions.parCode(code).nom() : Libelles.NON_PRECISE;
    }

    public String groupe(String id) {
        return groupes.nom(id);
    }

    public String themes(List<String> ids) {
        return ids.isEmpty()
                ? Libelles.NON_PRECISE
                : ids.stream().map(themes::libelle).collect(Collectors.joining(", "));
    }

    public String categorie(String id) {
        return Libelles.categorie(id);
    }

    /** The decision of the committee; « – » as long as there is none. */
    public String decision(String id) {
        if (id == null) {
            return SANS_DATE;
        }
        return "irrecevable".equals(id) ? EtatDossier.IRRECEVABLE.libelle() : Libelles.decision(id);
    }

    public String recommandation(String id) {
        return Libelles.recommandation(id);
    }

    public String stade(String id) {
        return Libelles.stade(id);
    }

    public String typeStructure(String id) {
        return Libelles.typeStructure(id);
    }

    /** « Oui », « Non », or « non précisé ». */
    public String ouiNon(String id) {
        if ("oui".equals(id)) {
            return "Oui";
        }
        return "non".equals(id) ? "Non" : Libelles.NON_PRECISE;
    }

    /** The text, or « non précisé » when there is none. */
    public String texte(Object valeur) {
        return valeur == null || valeur.toString().isBlank() ? Libelles.NON_PRECISE : valeur.toString();
    }

    /** Class of the badge of a state: what it asks of the reader. */
    public String badge(EtatDossier etat) {
        return switch (etat) {
            case RETENU -> "badge--succes";
            case A_COMPLETER, IRRECEVABILITE_A_CONFIRMER, EN_DECISION, EN_REEXAMEN -> "badge--attention";
            case NON_RETENU, IRRECEVABLE, CLASSE_SANS_SUITE, RETIRE -> "";
            default -> "badge--info";
        };
    }
}
