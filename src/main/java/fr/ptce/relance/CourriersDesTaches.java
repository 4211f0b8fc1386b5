package fr.ptce.relance;

import fr.ptce.courriel.CourrielAEnvoyer;
import fr.ptce.courriel.Courriels;
import fr.ptce.moteur.Membres;
import fr.ptce.portail.Liens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Writes the e-mails about one task. A task that ended before its job ran is not written about: nobody is asked for what
 * they have done. The first argument of each method makes the e-mail unique: a job that is tried again sends it once.
 */
@Service
class CourriersDesTaches {

    /** A link accepts no answer once its task is over; until this it shows what was sent. */
    private static final Duration VALIDITE_DU_LIEN = Duration.ofDays(365);

    private final TachesSuivies taches;
    private final Correspondants correspondants;
    private final Membres membres;
    private final Liens liens;
    private final Courriels courriels;
    private final Clock horloge;
    private final String adresse;

    CourriersDesTaches(
            TachesSuivies taches,
            Correspondants correspondants,
            Membres membres,
            Liens liens,
            Courriels courriels,
            Clock horloge,
            @Value("${ptce.adresse}") String adresse) {
        this.taches = taches;
        this.correspondants = correspondants;
        this.membres = membres;
        this.liens = liens;
        this.courriels = courriels;
        this.horloge = horloge;
        this.adresse = adresse;
    }

    /** Gives the person outside a new link to where their dossier stands. */
    void envoyerLienDeSuivi(String envoi, String role, String dossier, String modele) {
        correspondants.joindre(role, dossier, null).ifPresent(correspondant -> {
            Map<String, Object> variables = variables(dossier, null, correspondant);
            variables.put("lien", liens.creerSuivi(dossier, correspondant.courriel()));
            envoyer("lien-de-suivi:" + envoi, dossier, correspondant.courriel(), modele, variables);
        });
    }

    /** Asks the person outside to answer, with their personal link. */
    void inviter(String envoi, String tache, String modele) {
        taches.lire(tache).ifPresent(ouverte -> correspondants
                .joindre(ouverte.correspondant(), ouverte.dossier(), tache)
                .ifPresent(correspondant -> {
                    Map<String, Object> variables = variables(ouverte.dossier(), ouverte.nom(), correspondant);
                    variables.put("avantLe", ouverte.echeance());
                    variables.put("lien", lien(ouverte, correspondant));
                    courriels.envoyer(new CourrielAEnvoyer(
                            "invitation:" + envoi,
                            ouverte.dossier(),
                            correspondant.courriel(),
                            modele,
                            variables,
                            correspondants.pieces(ouverte.correspondant(), ouverte.dossier(), tache)));
                }));
    }

    /**
     * Confirms that the answer has arrived.
     *
     * @param saisiPar id of the agent who answered for the person; null when they did it themselves
     */
    void accuserReception(
            String envoi, String tache, String nom, String role, String dossier, String modele, String saisiPar) {
        correspondants.joindre(role, dossier, tache).ifPresent(correspondant -> {
            Map<String, Object> variables = variables(dossier, nom, correspondant);
            variables.put("saisiePourVous", saisiPar != null);
            envoyer("recu:" + envoi, dossier, correspondant.courriel(), modele, variables);
        });
    }

    /** Tells the assignee of a task who gave it to them, unless somebody else has it by now. */
    void annoncer(String envoi, String tache, String modele) {
        taches.lire(tache)
                .filter(ouverte -> ouverte.responsable() != null && ouverte.affecteePar() != null)
                .ifPresent(ouverte -> membre(ouverte.responsable()).ifPresent(destinataire -> {
                    Map<String, Object> variables = new HashMap<>();
                    variables.put("numero", ouverte.dossier());
                    variables.put("tache", ouverte.nom());
                    variables.put("contactNom", destinataire.nom());
                    variables.put("par", nom(ouverte.affecteePar()));
                    variables.put("avantLe", ouverte.echeance());
                    variables.put("lien", LienVersUneTache.versLaTache(adresse, tache));
                    courriels.envoyer(new CourrielAEnvoyer(
                            "affectation:" + envoi,
                            ouverte.dossier(),
                            destinataire.courriel(),
                            modele,
                            variables,
                            List.of(),
                            adresse + "/preferences"));
                    taches.noterLAnnonce(List.of(tache));
                }));
    }

    /** A new personal link to a task; the former ones stay valid. */
    String lien(TacheSuivie tache, Correspondant correspondant) {
        Instant fin = horloge.instant().plus(VALIDITE_DU_LIEN);
        return liens.creer(tache.dossier(), correspondant.courriel(), Liens.TACHE, tache.tache(), fin);
    }

    /** What every model for somebody outside may show. */
    static Map<String, Object> variables(String dossier, String tache, Correspondant correspondant) {
        Map<String, Object> variables = new HashMap<>(correspondant.details());
        variables.put("numero", dossier);
        variables.put("initiative", correspondant.initiative());
        variables.put("contactNom", correspondant.nom());
        variables.put("tache", tache);
        return variables;
    }

    private Optional<Membres.Membre> membre(String id) {
        return Optional.ofNullable(membres.parId(List.of(id)).get(id));
    }

    private String nom(String id) {
        return membre(id).map(Membres.Membre::nom).orElse(id);
    }

    private void envoyer(
            String cle, String dossier, String destinataire, String modele, Map<String, Object> variables) {
        courriels.envoyer(new CourrielAEnvoyer(cle, dossier, destinataire, modele, variables, List.of()));
    }
}
