package fr.ptce.besoins;

import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.courriel.CourrielAEnvoyer;
import fr.ptce.courriel.Courriels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * The e-mails about a questionnaire. Each one has an occasion of its own, so that a retried job sends nothing twice; an
 * initiative without an address gets none.
 */
@Service
class CourriersDesBesoins {

    private final Courriels courriels;
    private final Initiatives initiatives;
    private final Questionnaires questionnaires;
    private final Besoins besoins;

    CourriersDesBesoins(Courriels courriels, Initiatives initiatives, Questionnaires questionnaires, Besoins besoins) {
        this.courriels = courriels;
        this.initiatives = initiatives;
        this.questionnaires = questionnaires;
        this.besoins = besoins;
    }

    /** Sums up to the porteur what they answered and what follows from it. */
    void envoyerSynthese(long id) {
        Questionnaire questionnaire = questionnaires.lire(id);
        Map<String, Object> variables = new HashMap<>();
        variables.put(
                "stade", LibellesDesBesoins.STADES.get(questionnaire.reponses().stade()));
        variables.put("besoins", besoins(questionnaire.reponses()));
        variables.put(
                "accompagnements",
                questionnaire.retenus().stream()
                        .map(LibellesDesBesoins::accompagnement)
                        .toList());
        variables.put("experimentation", !"non".equals(questionnaire.reponses().experimentation()));
        envoyer(questionnaire, "synthese-besoins", variables);
    }

    private List<Map<String, String>> besoins(Reponses reponses) {
        return reponses.importances().entrySet().stream()
                .map(besoin -> Map.of(
                        "libelle",
                        besoins.libelle(besoin.getKey()),
                        "importance",
                        LibellesDesBesoins.importance(besoin.getValue())))
                .toList();
    }

    /** Tells the porteur that nobody could reach them and that they can still speak up. */
    void annoncerCloture(long id) {
        envoyer(questionnaires.lire(id), "cloture-besoins", new HashMap<>());
    }

    private void envoyer(Questionnaire questionnaire, String modele, Map<String, Object> variables) {
        Initiative initiative = initiatives.chercher(questionnaire.initiative()).orElseThrow();
        if (!initiative.aUneAdresse()) {
            return;
        }
        variables.put("numero", initiative.numero());
        variables.put("initiative", initiative.nom());
        variables.put("contactNom", initiative.contactNom());
        courriels.envoyer(new CourrielAEnvoyer(
                modele + ":" + questionnaire.id(),
                initiative.numero(),
                initiative.contactCourriel(),
                modele,
                variables,
                List.of()));
    }
}
