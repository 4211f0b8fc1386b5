package fr.ptce.accompagnement;

import fr.ptce.courriel.CourrielAEnvoyer;
import fr.ptce.courriel.Courriels;
import fr.ptce.courriel.PieceAJoindre;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * The e-mails about a seminar that ask for no answer. Each one has an occasion of its own, so that a retried job sends
 * nothing twice.
 */
@Service
class CourriersDuSeminaire {

    private final Courriels courriels;
    private final Seminaires seminaires;
    private final Invites invites;
    private final CarnetDesInvites carnet;
    private final RendezVousDuSeminaire rendezVous;

    CourriersDuSeminaire(
            Courriels courriels,
            Seminaires seminaires,
            Invites invites,
            CarnetDesInvites carnet,
            RendezVousDuSeminaire rendezVous) {
        this.courriels = courriels;
        this.seminaires = seminaires;
        this.invites = invites;
        this.carnet = carnet;
        this.rendezVous = rendezVous;
    }

    /** Tells the one who comes instead of somebody when and where. */
    void inviterLeRemplacant(long id) {
        Invite remplace = invites.lire(id);
        Seminaire seminaire = seminaires.lire(remplace.seminaire());
        Map<String, Object> variables = new HashMap<>();
        variables.put("remplace", remplace.nom());
        envoyer(
                seminaire,
                "remplacant-seminaire",
                "remplacant:" + id + ":" + seminaire.changements(),
                remplace.remplacantNom(),
                remplace.remplacantCourriel(),
                variables,
                List.of(rendezVous.piece(seminaire, remplace.remplacantCourriel(), false)));
    }

    /** Tells everybody who has not declined that another date will follow. */
    void annoncerLeReport(long id) {
        annoncer(seminaires.lire(id), "report-seminaire");
    }

    /** Tells everybody who has not declined that the seminar is off. */
    void annoncerLAnnulation(long id) {
        annoncer(seminaires.lire(id), "annulation-seminaire");
    }

    private void annoncer(Seminaire seminaire, String modele) {
        invites.duSeminaire(seminaire.id()).stream()
                .filter(invite -> !"non".equals(invite.reponse()) && !"remplace".equals(invite.reponse()))
                .forEach(invite -> envoyer(
                        seminaire,
                        modele,
                        invite.id() + ":" + seminaire.changements(),
                        invite.nom(),
                        invite.courriel(),
                        Map.of("motif", seminaire.motif()),
                        List.of(rendezVous.piece(seminaire, invite.courriel(), true))));
    }

    private void envoyer(
            Seminaire seminaire,
            String modele,
            String occasion,
            String nom,
            String adresse,
            Map<String, Object> autres,
            List<PieceAJoindre> pieces) {
        Map<String, Object> variables = new HashMap<>(carnet.details(seminaire));
        variables.putAll(autres);
        variables.put("contactNom", nom);
        courriels.envoyer(new CourrielAEnvoyer(
                modele + ":" + occasion, seminaire.reference(), adresse, modele, variables, pieces));
    }
}
