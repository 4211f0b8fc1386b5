package fr.ptce.candidature;

import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.formulaire.Markdown;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The dossier in Markdown, as the forms of Tasklist show it above their questions. */
@Component
class RedacteurDeFiche {

    /** A String variable of the engine holds 4,000 characters at most. */
    private static final int MAXIMUM = 3900;

    private static final int EXTRAIT = 500;

    private final Regions regions;
    private final Themes themes;
    private final String adresse;

    RedacteurDeFiche(Regions regions, Themes themes, @Value("${ptce.adresse}") String adresse) {
        this.regions = regions;
        this.themes = themes;
        this.adresse = adresse;
    }

    /** What a reviewer may read before declaring that they have no conflict of interest. */
    String identite(Dossier dossier) {
        return "**%s** · %s  \nStructure porteuse : %s  \nRégion : %s"
                .formatted(
                        dossier.numero(),
                        Markdown.citer(dossier.initiative()),
                        ouNonPrecise(dossier.structure()),
                        regions.parCode(dossier.region()).nom());
    }

    /** The whole dossier, with a link to its page. */
    String fiche(Dossier dossier) {
        String lien = "\n\n[Ouvrir le dossier complet, ses pièces jointes et son historique](%s/dossiers/%s)"
                .formatted(adresse, dossier.numero());
        String texte = identite(dossier)
                + "  \nThèmes : " + libellesDesThemes(dossier)
                + "  \nStade déclaré : " + Libelles.stade(dossier.stade())
                + "  \nCatégorie proposée : " + Libelles.categorie(dossier.categorie())
                + section("Partenaires", dossier.partenaires())
                + section("Cultiver et servir le territoire", dossier.territoire())
                + section("Insuffler et entretenir des coopérations", dossier.cooperations())
                + section("S’appuyer sur une économie intégrée au territoire", dossier.economie());
        return Markdown.abreger(texte, MAXIMUM - lien.length()) + lien;
    }

    /** The given reviews and what they say together, for the committee. */
    String synthese(List<Evaluation> evaluations, String proposition) {
        SyntheseDesEvaluations synthese = SyntheseDesEvaluations.de(evaluations);
        String avis = evaluations.stream()
                .filter(Evaluation::rendue)
                .map(RedacteurDeFiche::avis)
                .collect(Collectors.joining("\n"));
        String conclusion =
                "\n\nMoyenne : **%s sur 5** ; écart entre les relectures : %s point(s).  \nProposition : **%s**"
                        .formatted(
                                nombre(synthese.moyenne()), nombre(synthese.ecart()), Libelles.decision(proposition));
        return "### Évaluations\n" + Markdown.abreger(avis, MAXIMUM - conclusion.length()) + conclusion;
    }

    private static String avis(Evaluation evaluation) {
        return "- Relecture n° %d : %s sur 5 (territoire %d, coopérations %d, économie %d). **%s**.  \n  %s  \n  %s  \n  %s"
                .formatted(
                        evaluation.rang(),
                        nombre(evaluation.moyenne()),
                        evaluation.noteTerritoire(),
                        evaluation.noteCooperations(),
                        evaluation.noteEconomie(),
                        evaluation.recommandationEnClair(),
                        Markdown.citer(Markdown.abreger(evaluation.commentaireTerritoire(), EXTRAIT / 2)),
                        Markdown.citer(Markdown.abreger(evaluation.commentaireCooperations(), EXTRAIT / 2)),
                        Markdown.citer(Markdown.abreger(evaluation.commentaireEconomie(), EXTRAIT / 2)));
    }

    private String libellesDesThemes(Dossier dossier) {
        List<String> ids = dossier.listeDesThemes();
        return ids.isEmpty()
                ? Libelles.NON_PRECISE
                : ids.stream().map(themes::libelle).collect(Collectors.joining(", "));
    }

    private static String section(String titre, String texte) {
        return texte == null ? "" : "\n\n**" + titre + "**  \n" + Markdown.citer(Markdown.abreger(texte, EXTRAIT));
    }

    private static String ouNonPrecise(String texte) {
        return texte == null ? Libelles.NON_PRECISE : Markdown.citer(texte);
    }

    private static String nombre(double valeur) {
        return String.format(Locale.FRANCE, "%.2f", valeur);
    }
}
