package fr.ptce.candidature;

import fr.ptce.annuaire.Groupes;
import fr.ptce.courriel.CourrielAEnvoyer;
import fr.ptce.courriel.Courriels;
import fr.ptce.moteur.Membres;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Tells the pilots that a step is late, by e-mail to the members of a group; a group without members is logged. */
@Service
class AlertesDesPilotes {

    /** Told of a late review, beside the reviewer's group. */
    private static final String COMITE = "comite-pilotage";

    private final Courriels courriels;
    private final Membres membres;
    private final Groupes groupes;
    private final Journal journal;
    private final String adresse;

    AlertesDesPilotes(
            Courriels courriels,
            Membres membres,
            Groupes groupes,
            Journal journal,
            @Value("${ptce.adresse}") String adresse) {
        this.courriels = courriels;
        this.membres = membres;
        this.groupes = groupes;
        this.journal = journal;
        this.adresse = adresse;
    }

    /** Escalates a review that was not given in time to the committee. */
    void relectureEnRetard(Dossier dossier, Evaluation evaluation) {
        String groupe = groupes.nom(evaluation.groupe());
        journal.consigner(
                dossier.numero(),
                "alerte",
                null,
                "La relecture n° %d (%s) est en retard ; le comité de pilotage est prévenu."
                        .formatted(evaluation.rang(), groupe));
        Map<String, Object> variables = new HashMap<>();
        variables.put("numero", dossier.numero());
        variables.put("initiative", dossier.initiative());
        variables.put("groupe", groupe);
        variables.put("depuisLe", LocalDate.ofInstant(evaluation.demandeeLe(), TachesDeService.PARIS));
        variables.put("lienDossier", adresse + "/dossiers/" + dossier.numero());
        for (Membres.Membre membre : membres.duGroupe(COMITE)) {
            courriels.envoyer(new CourrielAEnvoyer(
                    "relecture-en-retard:" + dossier.numero() + ":" + evaluation.rang() + ":" + membre.id(),
                    dossier.numero(),
                    membre.courriel(),
                    "relecture-en-retard",
                    variables,
                    List.of()));
        }
    }
}
