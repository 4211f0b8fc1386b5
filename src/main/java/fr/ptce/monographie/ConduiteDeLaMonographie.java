package fr.ptce.monographie;

import fr.ptce.formulaire.RenduMarkdown;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.ActionImpossible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a monograph: the tasks of {@code monographie.bpmn} hand their answers to it, checked against their
 * forms by then, and its pages ask it to give a monograph up.
 */
@Service
class ConduiteDeLaMonographie {

    private final Monographies monographies;
    private final Entretiens entretiens;
    private final Documents documents;
    private final Redactions redactions;
    private final Citations citations;
    private final Relectures relectures;
    private final Grilles grilles;
    private final MonographieProcess processus;

    ConduiteDeLaMonographie(
            Monographies monographies,
            Entretiens entretiens,
            Documents documents,
            Redactions redactions,
            Citations citations,
            Relectures relectures,
            Grilles grilles,
            MonographieProcess processus) {
        this.monographies = monographies;
        this.entretiens = entretiens;
        this.documents = documents;
        this.redactions = redactions;
        this.citations = citations;
        this.relectures = relectures;
        this.grilles = grilles;
        this.processus = processus;
    }

    /** {@return whether the author accepts} */
    @Transactional
    boolean repondre(long id, ValeursLues saisie) {
        boolean accepte = saisie.est("redaction", "oui");
        monographies.motif(id, saisie.texte("motif_refus_redaction"));
        return accepte;
    }

    /** @throws SoumissionRefusee when nobody is to be met */
    @Transactional
    void preparer(long id, ValeursLues saisie) {
        if (entretiens.aMener(id).isEmpty()) {
            throw new SoumissionRefusee(
                    "angle",
                    "Angle",
                    "Listez d’abord, sur la page de la monographie, au moins une personne à rencontrer.");
        }
        monographies.angle(id, saisie.texte("angle"));
    }

    /** @throws SoumissionRefusee when no document is listed */
    void analyser(long id, ValeursLues saisie) {
        if (documents.deLaMonographie(id).isEmpty()) {
            throw new SoumissionRefusee(
                    "documents_synthese",
                    "Ce que les documents apportent",
                    "Listez d’abord, sur la page de la monographie, au moins un document analysé.");
        }
        monographies.documentsSynthese(id, saisie.texte("documents_synthese"));
    }

    /**
     * The author gives the text to its readers.
     *
     * @throws SoumissionRefusee when a rubric is empty, or quotes somebody who may not be quoted
     */
    void remettre(long id) {
        Monographie monographie = monographies.lire(id);
        Map<String, String> ecrits = ecrits(monographie);
        String vides = grilles.version(monographie.grille()).vides(ecrits);
        if (!vides.isEmpty()) {
            throw new SoumissionRefusee("mot_aux_relecteurs", "Texte", "Rubriques encore vides\u00a0: " + vides + ".");
        }
        List<Citations.Citation> siennes = citations.deLaMonographie(id);
        ecrits.forEach((rubrique, texte) -> exigerUnTexteRemis(monographie, rubrique, texte, siennes));
    }

    private void exigerUnTexteRemis(
            Monographie monographie, String rubrique, String texte, List<Citations.Citation> siennes) {
        String debut = "La rubrique «\u00a0"
                + grilles.rubrique(monographie.grille(), rubrique).libelle() + "\u00a0» ";
        List<String> refusees = citations.refusees(siennes, texte);
        if (!refusees.isEmpty()) {
            throw new SoumissionRefusee(
                    "mot_aux_relecteurs",
                    "Texte",
                    debut + "reprend une citation inconnue, ou d’une personne qui ne souhaite pas être citée\u00a0: "
                            + String.join(", ", refusees) + ".");
        }
        RenduMarkdown.refus(citations.poser(siennes, texte)).ifPresent(raison -> {
            throw new SoumissionRefusee(
                    "mot_aux_relecteurs", "Texte", debut + "est refusée, avec ses citations\u00a0: " + raison);
        });
    }

    /** Keeps the text as it is, opens the next round and the token by which the pôle reads it. */
    @Transactional
    void figer(long id) {
        monographies.verrouiller(id);
        Monographie monographie = monographies.lire(id);
        int tour = monographie.tour() + 1;
        List<Citations.Citation> siennes = citations.deLaMonographie(id);
        Map<String, String> figes = new LinkedHashMap<>();
        ecrits(monographie).forEach((rubrique, texte) -> figes.put(rubrique, citations.poser(siennes, texte)));
        redactions.figer(id, tour, figes);
        monographies.tour(id, tour);
        monographies.jeton(id, UUID.randomUUID().toString());
    }

    /** What is written, by rubric in the order of the grid; empty for what is not. */
    Map<String, String> ecrits(Monographie monographie) {
        Map<String, String> ecrits = redactions.textes(monographie.reference());
        Map<String, String> parRubrique = new LinkedHashMap<>();
        grilles.version(monographie.grille())
                .rubriques()
                .forEach(rubrique -> parRubrique.put(rubrique.id(), ecrits.getOrDefault(rubrique.id(), "")));
        return parRubrique;
    }

    /** The pôle or a pilot has read a round. */
    @Transactional
    void relire(long id, SourceDeRelecture source, ValeursLues saisie, String par) {
        Monographie monographie = monographies.lire(id);
        Map<String, String> remarques = new LinkedHashMap<>();
        ajouter(remarques, Relectures.ENSEMBLE, saisie.texte("remarque_generale"));
        grilles.version(monographie.grille())
                .rubriques()
                .forEach(rubrique -> ajouter(remarques, rubrique.id(), saisie.texte("remarque_" + rubrique.id())));
        boolean accord = saisie.est("relecture_accord", "oui");
        if (!accord && remarques.isEmpty()) {
            throw new SoumissionRefusee(
                    "remarque_generale", "Remarques", "Dites au moins une chose qui est à corriger.");
        }
        relectures.consigner(monographie, source, accord, false, par, remarques);
    }

    private static void ajouter(Map<String, String> remarques, String rubrique, String texte) {
        if (texte != null && !texte.isBlank()) {
            remarques.put(rubrique, texte);
        }
    }

    /** The pôle has said nothing in its time: it agrees (design, §8). */
    void accorderTacitement(long id) {
        relectures.consigner(monographies.lire(id), SourceDeRelecture.POLE, true, true, null, Map.of());
    }

    /** {@return whether the committee accepts the monograph} */
    @Transactional
    boolean valider(long id, ValeursLues saisie, String par) {
        boolean valide = saisie.est("monographie_validee", "oui");
        Map<String, String> remarques = new LinkedHashMap<>();
        ajouter(remarques, Relectures.ENSEMBLE, saisie.texte("remarque_generale"));
        relectures.consigner(monographies.lire(id), SourceDeRelecture.COMITE, valide, false, par, remarques);
        if (valide) {
            monographies.valider(id);
            monographies.jeton(id, null);
        }
        return valide;
    }

    /**
     * Saves a rubric that somebody writes.
     *
     * @param versionLue the version that they had before their eyes
     * @return false when somebody else has written meanwhile; nothing changes then
     * @throws ActionImpossible when the agent is not the author, the monograph is not being written, or the text is
     *     refused
     */
    boolean ecrire(Agent agent, Monographie monographie, String rubrique, String texte, int versionLue) {
        if (!Acces.ecrit(agent, monographie)) {
            throw new ActionImpossible("Ce texte ne peut pas être modifié maintenant.");
        }
        RenduMarkdown.refus(texte).ifPresent(raison -> {
            throw new ActionImpossible(raison);
        });
        return redactions.ecrire(monographie.reference(), rubrique, texte, versionLue, agent.id());
    }

    /**
     * Gives a monograph up: those who are concerned are told.
     *
     * @throws ActionImpossible when it is over
     */
    @Transactional
    void abandonner(Monographie monographie, String motif) {
        monographies.motif(monographie.id(), motif);
        if (monographie.instance() == null || !processus.abandonner(monographie.instance())) {
            throw new ActionImpossible("Cette monographie est terminée\u00a0: elle ne peut plus être abandonnée.");
        }
        monographies.jeton(monographie.id(), null);
    }
}
