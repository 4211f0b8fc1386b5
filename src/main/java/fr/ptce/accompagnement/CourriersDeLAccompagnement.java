package fr.ptce.accompagnement;

import fr.ptce.courriel.CourrielAEnvoyer;
import fr.ptce.courriel.Courriels;
import fr.ptce.moteur.NouveauxComptes;
import fr.ptce.portail.Liens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The e-mails of this room. */
@Component
class CourriersDeLAccompagnement {

    private final Courriels courriels;
    private final Accompagnateurs accompagnateurs;
    private final Liens liens;
    private final NouveauxComptes comptes;
    private final String adresse;

    CourriersDeLAccompagnement(
            Courriels courriels,
            Accompagnateurs accompagnateurs,
            Liens liens,
            NouveauxComptes comptes,
            @Value("${ptce.adresse}") String adresse) {
        this.courriels = courriels;
        this.accompagnateurs = accompagnateurs;
        this.liens = liens;
        this.comptes = comptes;
        this.adresse = adresse.replaceFirst("/+$", "");
    }

    /** Asks somebody to file a sheet; once for each invitation. */
    void inviter(String reference, RecensementAccompagnateurProcess.Invitation invitation) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("contactNom", invitation.nom());
        variables.put("message", invitation.message());
        variables.put("lien", adresse + "/accompagner");
        courriels.envoyer(new CourrielAEnvoyer(
                "invitation-accompagnateur:" + reference,
                reference,
                invitation.courriel(),
                "invitation-accompagnateur",
                variables,
                List.of()));
    }

    void accuserReception(long id) {
        envoyer(accompagnateurs.lire(id), "accuse-accompagnateur", new HashMap<>());
    }

    /** With a link to choose a password, unless the account was there before and has one. */
    void souhaiterBienvenue(long id) {
        Accompagnateur accompagnateur = accompagnateurs.lire(id);
        Map<String, Object> variables = new HashMap<>();
        variables.put("identifiant", accompagnateur.compte());
        variables.put("tasklist", adresse + "/camunda/app/tasklist/default/");
        variables.put(
                "lienMotDePasse",
                comptes.sansMotDePasse(accompagnateur.compte())
                        ? liens.creerMotDePasse(
                                accompagnateur.compte(), accompagnateur.fiche().courriel())
                        : null);
        envoyer(accompagnateur, "bienvenue-accompagnateur", variables);
    }

    void ecrireLeRefus(long id) {
        Accompagnateur accompagnateur = accompagnateurs.lire(id);
        Map<String, Object> variables = new HashMap<>();
        variables.put("motif", accompagnateur.motif());
        envoyer(accompagnateur, "refus-accompagnateur", variables);
    }

    private void envoyer(Accompagnateur accompagnateur, String modele, Map<String, Object> variables) {
        variables.put("contactNom", accompagnateur.fiche().nomComplet());
        courriels.envoyer(new CourrielAEnvoyer(
                modele + ":" + accompagnateur.id(),
                accompagnateur.reference(),
                accompagnateur.fiche().courriel(),
                modele,
                variables,
                List.of()));
    }
}
