package fr.ptce.besoins;

import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Journal;
import fr.ptce.formulaire.SoumissionRefusee;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules of a questionnaire, one method for each thing that happens to it. It knows no engine: the delegates and
 * listeners of the room call it.
 */
@Service
class RecueilDesBesoins {

    /** Version of the wording of the consent in the forms of the room. */
    static final String VERSION_CONSENTEMENT = "2026-11";

    private static final String NATURE = "besoins";

    private final Initiatives initiatives;
    private final Questionnaires questionnaires;
    private final Besoins besoins;
    private final Journal journal;

    RecueilDesBesoins(Initiatives initiatives, Questionnaires questionnaires, Besoins besoins, Journal journal) {
        this.initiatives = initiatives;
        this.questionnaires = questionnaires;
        this.besoins = besoins;
        this.journal = journal;
    }

    /**
     * Opens a questionnaire, unless the initiative is withdrawn, unknown, being asked or, except {@code aNouveau}, has
     * answered: asking twice at the same time opens one.
     *
     * @param lancePar id of the pilot, null for the decision on the candidature
     */
    @Transactional
    Optional<Questionnaire> ouvrir(String numero, String lancePar, boolean aNouveau) {
        Optional<Initiative> initiative = initiatives.verrouiller(numero).filter(trouvee -> !trouvee.retiree());
        boolean dejaInterrogee = questionnaires
                .courant(numero)
                .filter(courant -> !courant.etat().clos() || (courant.repondu() && !aNouveau))
                .isPresent();
        if (initiative.isEmpty() || dejaInterrogee) {
            return Optional.empty();
        }
        String envoi = initiative.get().aUneAdresse()
                ? "Questionnaire sur les besoins envoyé au porteur."
                : "Questionnaire sur les besoins à remplir par téléphone\u00a0: le porteur n’a pas d’adresse.";
        journal.consigner(numero, NATURE, lancePar, envoi);
        return Optional.of(questionnaires.lire(questionnaires.ouvrir(numero, besoins.version(), lancePar)));
    }

    /** The questionnaire enters a state. */
    @Transactional
    void entrerDansLEtat(long id, EtatQuestionnaire etat) {
        questionnaires.etat(id, etat);
        if (etat == EtatQuestionnaire.RETIRE) {
            journal.consigner(
                    questionnaires.lire(id).initiative(),
                    NATURE,
                    null,
                    "Questionnaire sur les besoins abandonné\u00a0: l’initiative est retirée.");
        }
    }

    /**
     * Keeps the answers.
     *
     * @param champs fields of {@code repondre-questionnaire.form}, already checked one by one
     * @param par agent who answers on behalf of the porteur, null for the porteur
     * @throws SoumissionRefusee when no need is expressed, or somebody else has answered in between
     */
    @Transactional
    Reponses repondre(long id, Map<String, Object> champs, String par) {
        Questionnaire questionnaire = questionnaires.lire(id);
        Reponses reponses = Reponses.de(champs, besoins.liste(questionnaire.version()));
        verifier(questionnaire, reponses);
        questionnaires.repondre(questionnaire, reponses, VERSION_CONSENTEMENT, par);
        String qui = par == null ? "par le porteur." : "pour le porteur.";
        journal.consigner(questionnaire.initiative(), NATURE, par, "Questionnaire sur les besoins rempli " + qui);
        return reponses;
    }

    private void verifier(Questionnaire questionnaire, Reponses reponses) {
        if (questionnaire.repondu()) {
            throw new SoumissionRefusee(
                    "stade_maturite",
                    "Stade de maturité",
                    "Le questionnaire vient d’être rempli par quelqu’un d’autre\u00a0: rien n’a été changé.");
        }
        if (reponses.importances().isEmpty() && reponses.precisions() == null) {
            throw new SoumissionRefusee(
                    "precisions_besoins",
                    "Précisions, ou autre besoin",
                    "Indiquez l’importance d’un besoin au moins, ou dites ici ce qui vous aiderait.");
        }
    }

    /** Nobody could be reached: the questionnaire ends without answers, with the reason. */
    @Transactional
    void renoncer(long id, String motif, String par) {
        questionnaires.injoignable(id, motif);
        journal.consigner(
                questionnaires.lire(id).initiative(),
                NATURE,
                par,
                "Questionnaire sur les besoins clos sans réponse\u00a0: " + motif);
    }

    /** Keeps what the tables of orientation propose, each kind of accompaniment once. */
    @Transactional
    void orienter(long id, List<String> accompagnements, String priorite) {
        questionnaires.orienter(id, accompagnements.stream().distinct().toList(), priorite);
    }

    /** @param motif why the pilot departs from the proposal, null when they follow it */
    @Transactional
    void qualifier(long id, List<String> accompagnements, String priorite, String motif, String par) {
        questionnaires.qualifier(id, accompagnements, priorite, motif, par);
        journal.consigner(
                questionnaires.lire(id).initiative(),
                NATURE,
                par,
                "Besoins qualifiés\u00a0: " + LibellesDesBesoins.accompagnements(accompagnements) + "\u00a0; priorité "
                        + LibellesDesBesoins.PRIORITES.get(priorite).toLowerCase(Locale.FRENCH)
                        + (motif == null ? "." : ". Proposition corrigée\u00a0: " + motif));
    }
}
