package fr.ptce.publication;

import fr.ptce.annuaire.Editeur;
import fr.ptce.annuaire.Manuscrit;
import fr.ptce.formulaire.RenduMarkdown;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.portail.ActionImpossible;
import fr.ptce.publication.PublicationProcess.Messages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a publication: other rooms give it manuscripts, the tasks of {@code publication.bpmn} their answers,
 * and its page asks it to correct or withdraw.
 */
@Service
class ConduiteDeLaPublication implements Editeur {

    private final Publications publications;
    private final PublicationProcess processus;
    private final DocumentDePublication document;

    ConduiteDeLaPublication(Publications publications, PublicationProcess processus, DocumentDePublication document) {
        this.publications = publications;
        this.processus = processus;
        this.document = document;
    }

    @Override
    @Transactional
    public void remettre(Manuscrit manuscrit) {
        publications
                .recevoir(manuscrit)
                .ifPresent(recue -> publications.instance(recue.id(), processus.demarrer(recue)));
    }

    /** @throws SoumissionRefusee when a later version does not say what it corrects */
    void noter(long id, ValeursLues saisie) {
        Publication publication = publications.lire(id);
        String errata = saisie.texte("errata");
        if (publication.version() > 0 && (errata == null || errata.isBlank())) {
            throw new SoumissionRefusee("errata", "Erratum", "Dites ce que cette version corrige.");
        }
        publications.noter(
                id,
                publication.enPreparation(),
                new Publications.Notice(
                        saisie.texte("titre"),
                        saisie.texte("auteurs"),
                        saisie.texte("resume"),
                        saisie.texte("mots_cles"),
                        Licence.de(saisie.texte("licence")),
                        publication.version() == 0 ? null : errata));
    }

    /** Composes the PDF of the version that is being prepared. */
    void composer(long id) {
        Publication publication = publications.lire(id);
        publications.composer(
                id, publication.enPreparation(), document.composer(publication, publication.enPreparation()));
    }

    void mettreEnLigne(long id) {
        publications.mettreEnLigne(publications.lire(id));
    }

    /**
     * Corrects a chapter of the version that is being prepared after an erratum.
     *
     * @throws ActionImpossible when none is being prepared, or the text is refused
     */
    void corriger(Publication publication, int rang, String texte) {
        if (publication.etat() != EtatDePublication.A_PREPARER) {
            throw new ActionImpossible("Aucune version n’est en préparation\u00a0: signalez d’abord un erratum.");
        }
        if (texte.isBlank()) {
            throw new ActionImpossible("Ce texte est vide\u00a0: rien n’a été changé.");
        }
        RenduMarkdown.refus(texte).ifPresent(raison -> {
            throw new ActionImpossible(raison);
        });
        publications.corriger(publication, rang, texte);
    }

    /**
     * Opens the next version.
     *
     * @throws ActionImpossible when the publication is not online, or its next version is open already
     */
    @Transactional
    void signalerUnErratum(Publication publication, String motif) {
        publications.ouvrirLaVersionSuivante(publication, motif);
        envoyer(publication, Messages.ERRATUM);
    }

    /**
     * Takes the publication off the toolbox; its address says so.
     *
     * @throws ActionImpossible when it is not online, or its next version is being prepared
     */
    @Transactional
    void retirer(Publication publication, String motif) {
        publications.motif(publication.id(), motif);
        envoyer(publication, Messages.RETRAIT);
    }

    private void envoyer(Publication publication, String message) {
        if (publication.etat() != EtatDePublication.EN_LIGNE || !processus.envoyer(publication.instance(), message)) {
            throw new ActionImpossible("Cette publication n’est pas en ligne, ou une version est en préparation"
                    + "\u00a0: rien n’a été changé.");
        }
    }
}
