package fr.ptce.besoins;

import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Regions;
import fr.ptce.formulaire.Markdown;
import fr.ptce.moteur.DecisionsExpliquees;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the forms of Tasklist show above their questions, in Markdown. */
@Component
class RedacteurDesBesoins {

    /** A String variable of the engine holds 4,000 characters at most. */
    private static final int MAXIMUM = 3900;

    private static final int EXTRAIT = 600;
    private static final String NON_PRECISE = "non précisé";

    private final Besoins besoins;
    private final Regions regions;
    private final DecisionsExpliquees decisions;
    private final String adresse;

    RedacteurDesBesoins(
            Besoins besoins, Regions regions, DecisionsExpliquees decisions, @Value("${ptce.adresse}") String adresse) {
        this.besoins = besoins;
        this.regions = regions;
        this.decisions = decisions;
        this.adresse = adresse;
    }

    /** Whom to ring up. */
    String ficheDuPorteur(Initiative initiative) {
        return "%s\n\nContact\u00a0: %s  \nTéléphone\u00a0: %s  \nCourriel\u00a0: %s\n\n[Ouvrir le dossier (réservé aux pilotes)](%s/dossiers/%s)"
                .formatted(
                        identite(initiative),
                        texte(initiative.contactNom()),
                        texte(initiative.contactTelephone()),
                        texte(initiative.contactCourriel()),
                        adresse,
                        initiative.numero());
    }

    /** The answers, with a link to the dossier. */
    String reponses(Initiative initiative, Questionnaire questionnaire) {
        Reponses reponses = questionnaire.reponses();
        String qui = questionnaire.reponduPar() == null
                ? "en ligne par le porteur"
                : "pour le porteur, par une personne de l’équipe";
        String lien = "\n\n[Ouvrir la fiche des besoins et les décisions expliquées](%s/besoins/initiatives/%s)"
                .formatted(adresse, initiative.numero());
        String texte = identite(initiative) + "  \nRéponses données " + qui + "  \nStade de maturité\u00a0: "
                + LibellesDesBesoins.STADES.get(reponses.stade()) + "  \nTerritoire\u00a0: "
                + texte(reponses.territoire())
                + "  \nFilière\u00a0: " + texte(reponses.filiere()) + "  \nExpérimentation régionale\u00a0: "
                + LibellesDesBesoins.EXPERIMENTATION.get(reponses.experimentation()) + "\n\n**Besoins**\n\n"
                + besoins(reponses)
                + section("Précisions", reponses.precisions())
                + section("Partenaires", reponses.partenaires())
                + section("Appuis déjà reçus", reponses.appuis())
                + section("Disponibilités", reponses.disponibilites());
        return Markdown.abreger(texte, MAXIMUM - lien.length()) + lien;
    }

    private String besoins(Reponses reponses) {
        if (reponses.importances().isEmpty()) {
            return "Aucun besoin de la liste\u00a0; voir les précisions.";
        }
        return reponses.importances().entrySet().stream()
                .map(besoin -> "- " + besoins.libelle(besoin.getKey()) + "\u00a0: "
                        + LibellesDesBesoins.importance(besoin.getValue()).toLowerCase(Locale.FRENCH))
                .collect(Collectors.joining("\n"));
    }

    /** What the tables propose and the rules that fired. */
    String regles(Questionnaire questionnaire) {
        String proposition = questionnaire.proposes().isEmpty()
                ? "Aucune règle ne correspond à ces besoins\u00a0: choisissez l’accompagnement et dites pourquoi."
                : LibellesDesBesoins.accompagnements(questionnaire.proposes());
        List<String> lignes = List.of("orientation", "priorite").stream()
                .flatMap(decision -> decisions.derniere(questionnaire.initiative(), decision).stream())
                .flatMap(explication -> explication.regles().lines())
                .map(regle -> "- " + Markdown.citer(regle))
                .toList();
        return Markdown.abreger(
                "**Proposition**\n\nAccompagnement\u00a0: " + proposition + "  \nPriorité\u00a0: "
                        + LibellesDesBesoins.PRIORITES.get(questionnaire.prioriteProposee())
                        + "\n\n**Règles appliquées**\n\n" + String.join("\n", lignes),
                MAXIMUM);
    }

    private String identite(Initiative initiative) {
        return "**%s** · %s  \nRégion\u00a0: %s"
                .formatted(
                        initiative.numero(),
                        Markdown.citer(initiative.nom()),
                        regions.parCode(initiative.region()).nom());
    }

    private static String section(String titre, String texte) {
        return texte == null ? "" : "\n\n**" + titre + "**\n\n" + Markdown.citer(Markdown.abreger(texte, EXTRAIT));
    }

    private static String texte(String valeur) {
        return valeur == null || valeur.isBlank() ? NON_PRECISE : Markdown.citer(valeur);
    }
}
