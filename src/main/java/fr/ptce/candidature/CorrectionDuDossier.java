package fr.ptce.candidature;

import fr.ptce.annuaire.Journal;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a pilot changes on a dossier outside of its tasks. Each change carries a reason and stays in the journal with its
 * author. The reasons count {@value #MOTIF_MINIMUM} to {@value #MOTIF_MAXIMUM} characters.
 */
@Service
class CorrectionDuDossier {

    /** What was given cannot be taken; the message is in French, for the person who gave it. */
    static class SaisieIncomplete extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SaisieIncomplete(String message) {
            super(message);
        }
    }

    static final int MOTIF_MINIMUM = 10;
    static final int MOTIF_MAXIMUM = 1000;

    private final LanceurDeCandidature lanceur;
    private final Campagnes campagnes;
    private final Regions regions;
    private final Journal journal;
    private final AuNomDeLApplication application;

    CorrectionDuDossier(
            LanceurDeCandidature lanceur,
            Campagnes campagnes,
            Regions regions,
            Journal journal,
            AuNomDeLApplication application) {
        this.lanceur = lanceur;
        this.campagnes = campagnes;
        this.regions = regions;
        this.journal = journal;
        this.application = application;
    }

    /** The regions to which a dossier may go: those of its campaign's map, without its own. */
    List<Region> regionsPossibles(Dossier dossier) {
        return regions.decoupage(campagnes.lire(dossier.campagne()).decoupage()).stream()
                .filter(region -> !region.code().equals(dossier.region()))
                .toList();
    }

    /** @throws SaisieIncomplete when the category is unknown or the same, or the reason is too short or too long */
    @Transactional
    void corrigerCategorie(Agent agent, Dossier dossier, String categorie, String motif) {
        exiger(categorie != null && Libelles.categories().containsKey(categorie), "Choisissez une catégorie.");
        exiger(!categorie.equals(dossier.categorie()), "Le dossier est déjà dans cette catégorie.");
        String raison = motif(motif);
        application.executer(() -> lanceur.corrigerCategorie(dossier.numero(), categorie, raison, agent.id()));
    }

    /**
     * @throws SaisieIncomplete when the region is not one of {@link #regionsPossibles}, or the reason is too short or long
     * @throws ActionImpossible when the dossier is closed
     */
    @Transactional
    void corrigerRegion(Agent agent, Dossier dossier, String region, String motif) {
        exiger(
                regionsPossibles(dossier).stream()
                        .anyMatch(possible -> possible.code().equals(region)),
                "Choisissez une région de la liste.");
        String raison = motif(motif);
        application.executer(() -> lanceur.corrigerRegion(dossier.numero(), region, raison, agent.id()));
    }

    /** @throws SaisieIncomplete when the comment is empty or too long */
    @Transactional
    void commenter(Agent agent, Dossier dossier, String texte) {
        String commentaire = texte == null ? "" : texte.strip();
        exiger(!commentaire.isEmpty(), "Écrivez votre commentaire.");
        exiger(commentaire.length() <= MOTIF_MAXIMUM, "Le commentaire compte 1 000 caractères au plus.");
        journal.consigner(dossier.numero(), "commentaire", agent.id(), commentaire);
    }

    /**
     * Withdraws the candidature for the porteur.
     *
     * @throws SaisieIncomplete when the reason is too short or too long
     * @throws ActionImpossible when the dossier is closed
     */
    @Transactional
    void retirer(Agent agent, Dossier dossier, String motif) {
        String raison = motif(motif);
        application.executer(() -> lanceur.retirer(dossier.numero(), raison, agent.id()));
    }

    /** The reason, without the blanks around it. */
    static String motif(String saisie) {
        String motif = saisie == null ? "" : saisie.strip();
        exiger(motif.length() >= MOTIF_MINIMUM, "Indiquez le motif, en 10 caractères au moins.");
        exiger(motif.length() <= MOTIF_MAXIMUM, "Le motif compte 1 000 caractères au plus.");
        return motif;
    }

    private static void exiger(boolean condition, String message) {
        if (!condition) {
            throw new SaisieIncomplete(message);
        }
    }
}
