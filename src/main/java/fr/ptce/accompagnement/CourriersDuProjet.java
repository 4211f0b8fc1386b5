package fr.ptce.accompagnement;

import fr.ptce.accompagnement.Missions.Mission;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.courriel.CourrielAEnvoyer;
import fr.ptce.courriel.Courriels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * The e-mails about the accompaniment of a project. Each one has an occasion of its own, so that a retried job sends
 * nothing twice; an initiative without an address gets none.
 */
@Service
class CourriersDuProjet {

    private final Courriels courriels;
    private final Initiatives initiatives;
    private final ProjetsAccompagnes projets;
    private final Missions missions;
    private final Accompagnateurs accompagnateurs;

    CourriersDuProjet(
            Courriels courriels,
            Initiatives initiatives,
            ProjetsAccompagnes projets,
            Missions missions,
            Accompagnateurs accompagnateurs) {
        this.courriels = courriels;
        this.initiatives = initiatives;
        this.projets = projets;
        this.missions = missions;
        this.accompagnateurs = accompagnateurs;
    }

    /** Tells the porteur who accompanies them now, and how to reach that person. */
    void presenterLAccompagnateur(long id) {
        ProjetAccompagne projet = projets.lire(id);
        Mission mission = missions.duProjet(id).get(0);
        Fiche fiche = accompagnateurs.lire(mission.accompagnateur()).fiche();
        Map<String, Object> variables = new HashMap<>();
        variables.put("accompagnateur", fiche.nomComplet());
        variables.put("structure", fiche.structure());
        variables.put("courriel", fiche.courriel());
        variables.put("telephone", fiche.telephone());
        auPorteur(projet, "presentation-accompagnateur", "mission:" + mission.id(), variables);
    }

    /** Tells the porteur and, if there was one, the accompagnateur that the accompaniment ends here, and why. */
    void annoncerLArret(long id) {
        ProjetAccompagne projet = projets.lire(id);
        Map<String, Object> variables = new HashMap<>();
        variables.put("motif", projet.motifArret());
        auPorteur(projet, "arret-accompagnement", "arret-porteur:" + id, variables);
        missions.duProjet(id).stream().findFirst().ifPresent(mission -> {
            Fiche fiche = accompagnateurs.lire(mission.accompagnateur()).fiche();
            if (mission.etat() == EtatDeMission.INTERROMPUE) {
                envoyer(
                        projet,
                        "arret-accompagnement",
                        "arret-accompagnateur:" + id,
                        fiche.nomComplet(),
                        fiche.courriel(),
                        variables);
            }
        });
    }

    private void auPorteur(ProjetAccompagne projet, String modele, String occasion, Map<String, Object> variables) {
        Initiative initiative = initiatives.chercher(projet.initiative()).orElseThrow();
        if (initiative.aUneAdresse()) {
            envoyer(projet, modele, occasion, initiative.contactNom(), initiative.contactCourriel(), variables);
        }
    }

    private void envoyer(
            ProjetAccompagne projet,
            String modele,
            String occasion,
            String nom,
            String adresse,
            Map<String, Object> variables) {
        Map<String, Object> siennes = new HashMap<>(variables);
        siennes.put("contactNom", nom);
        siennes.put("numero", projet.initiative());
        siennes.put("initiative", projet.nom());
        courriels.envoyer(new CourrielAEnvoyer(
                modele + ":" + occasion, projet.initiative(), adresse, modele, siennes, List.of()));
    }
}
