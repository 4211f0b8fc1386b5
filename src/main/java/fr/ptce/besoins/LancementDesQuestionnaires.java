package fr.ptce.besoins;

import fr.ptce.annuaire.Groupes;
import fr.ptce.base.HeureDeParis;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Variables;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Agent;
import fr.ptce.relance.JoursOuvres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends questionnaires out in two steps: {@link #preparer} gives every initiative a verdict and sends nothing, then
 * {@link #confirmer} starts a questionnaire for each favourable one, in the background.
 */
@Service
class LancementDesQuestionnaires {

    /** Questionnaires started in one transaction. */
    static final int PAR_LOT = 50;

    private final Lancements lancements;
    private final LancementBesoinsProcess processus;
    private final Clock horloge;

    LancementDesQuestionnaires(Lancements lancements, LancementBesoinsProcess processus, Clock horloge) {
        this.lancements = lancements;
        this.processus = processus;
        this.horloge = horloge;
    }

    /**
     * The preview: what a launch would do with each initiative.
     *
     * @return id of the launch
     * @throws SoumissionRefusee when the due date is not in the future
     */
    long preparer(Agent agent, CriteresDeLancement criteres) {
        LocalDate aujourdhui = HeureDeParis.aujourdhui(horloge);
        if (criteres.echeance() != null && !criteres.echeance().isAfter(aujourdhui)) {
            throw new SoumissionRefusee(
                    "echeance", "Réponse attendue avant le", "Choisissez une date à partir de demain.");
        }
        return lancements.preparer(agent, criteres);
    }

    /** The launch of an id, for the one who prepared it and for administrators; else empty. */
    Optional<Lancement> ouvrir(Agent agent, long id) {
        return lancements
                .chercher(id)
                .filter(trouve -> trouve.preparePar().equals(agent.id()) || agent.estDans(Groupes.ADMINISTRATION));
    }

    /** Starts the questionnaires in the background; it goes on after a restart. Confirming again does nothing. */
    @Transactional
    void confirmer(Lancement lancement) {
        if (lancements.confirmer(lancement.id())) {
            processus.demarrer(lancement.id());
        }
    }

    /**
     * Starts the next {@value #PAR_LOT} questionnaires and remembers them, in one transaction.
     *
     * @return whether some are left
     */
    @Transactional
    boolean lancerLaSuite(long id) {
        Lancement lancement = lancements.chercher(id).orElseThrow();
        Map<String, String> suivantes = lancements.suivantes(id, PAR_LOT);
        if (!suivantes.isEmpty()) {
            Map<String, Object> demande = demande(lancement);
            suivantes.forEach((numero, region) -> processus.demarrerLeQuestionnaire(numero, region, demande));
            lancements.marquerLancees(id, suivantes.keySet());
        }
        boolean restantes = suivantes.size() == PAR_LOT;
        if (!restantes) {
            lancements.terminer(id);
        }
        return restantes;
    }

    private static Map<String, Object> demande(Lancement lancement) {
        Map<String, Object> demande = new HashMap<>();
        demande.put(Variables.LANCE_PAR, lancement.preparePar());
        demande.put(Variables.A_NOUVEAU, lancement.aNouveau());
        if (lancement.message() != null) {
            demande.put(Variables.MESSAGE, lancement.message());
        }
        if (lancement.echeance() != null) {
            demande.put(Variables.ECHEANCE, JoursOuvres.finDeJournee(lancement.echeance()));
        }
        return demande;
    }
}
