package fr.ptce.accompagnement;

import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Regions;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.formulaire.Markdown;
import fr.ptce.relance.AbsencesDesAgents;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the pages of this room call as {@code aff}: ids and dates in the words a person reads. */
@Component
class AffichageDesAccompagnateurs {

    /** In the order of the levels, from 1; a test compares them with the form. */
    static final List<String> NIVEAUX = List.of("Notions", "Pratique régulière", "Expertise");

    private static final String NON_PRECISE = "non précisé";
    private static final int EXTRAIT = 2000;

    private final Besoins besoins;
    private final Regions regions;
    private final AbsencesDesAgents absences;
    private final FormatFrancais dates = new FormatFrancais();

    AffichageDesAccompagnateurs(Besoins besoins, Regions regions, AbsencesDesAgents absences) {
        this.besoins = besoins;
        this.regions = regions;
        this.absences = absences;
    }

    public String region(String code) {
        return regions.existe(code) ? regions.parCode(code).nom() : NON_PRECISE;
    }

    public String regions(Collection<String> codes) {
        return codes.stream().map(this::region).collect(Collectors.joining(", "));
    }

    public String besoin(String id) {
        return besoins.libelle(id);
    }

    /**
     * The words for a level.
     *
     * @param niveau 1 to 3
     */
    public String niveau(int niveau) {
        return NIVEAUX.get(niveau - 1);
    }

    public String date(Object valeur) {
        return valeur == null ? "–" : dates.date(valeur);
    }

    /** The absence under way or the next one; null when none is declared. */
    public String absence(String compte) {
        return absences.prochaine(compte)
                .map(periode -> "du " + date(periode.du()) + " au " + date(periode.au()))
                .orElse(null);
    }

    public String texte(String valeur) {
        return valeur == null || valeur.isBlank() ? NON_PRECISE : valeur;
    }

    /** The sheet above the questions of its validation. */
    String enMarkdown(Fiche fiche) {
        return "**%s**  \nCourriel\u00a0: %s  \nTéléphone\u00a0: %s  \nStructure\u00a0: %s  \nRégions\u00a0: %s  \nProjets en même temps\u00a0: %d  \nLangues\u00a0: %s\n\n**Compétences**\n\n%s\n\n**Expérience**\n\n%s"
                .formatted(
                        Markdown.citer(fiche.nomComplet()),
                        Markdown.citer(fiche.courriel()),
                        citer(fiche.telephone()),
                        citer(fiche.structure()),
                        regions(fiche.regions()),
                        fiche.capacite(),
                        citer(fiche.langues()),
                        competences(fiche.competences()),
                        Markdown.citer(Markdown.abreger(fiche.experience(), EXTRAIT)));
    }

    private String competences(Map<String, Integer> competences) {
        return competences.entrySet().stream()
                .map(competence -> "- " + besoin(competence.getKey()) + "\u00a0: "
                        + niveau(competence.getValue()).toLowerCase(Locale.FRENCH))
                .collect(Collectors.joining("\n"));
    }

    private static String citer(String valeur) {
        return valeur == null ? NON_PRECISE : Markdown.citer(valeur);
    }
}
