package fr.ptce.relance;

import fr.ptce.moteur.AuNomDeLApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Asks for an e-mail that does not wait for the daily run: an instance of {@code courriels-immediats.bpmn}, started in
 * the transaction of what happened, whose first job sends it.
 */
@Component
public class CourrielsImmediats {

    private final TachesSuivies taches;
    private final RuntimeService runtimeService;
    private final AuNomDeLApplication application;

    CourrielsImmediats(TachesSuivies taches, RuntimeService runtimeService, AuNomDeLApplication application) {
        this.taches = taches;
        this.runtimeService = runtimeService;
        this.application = application;
    }

    /** Invites the person outside to answer. */
    void inviter(TacheSuivie tache, String modele) {
        demarrer(
                CourrielsImmediatsProcess.INVITATION,
                tache.correspondant(),
                tache.dossier(),
                tache.region(),
                modele,
                Map.of(CourrielsImmediatsProcess.TACHE, tache.tache()));
    }

    /** The open tasks of a dossier that somebody outside is awaited for, by due date; empty when there is none. */
    public List<TacheSuivie> tachesExterieures(String dossier) {
        return taches.exterieures(dossier);
    }

    /** One of {@link #tachesExterieures}; empty when it is over or belongs to another dossier. */
    public Optional<TacheSuivie> tacheExterieure(String dossier, String tache) {
        return tachesExterieures(dossier).stream()
                .filter(ouverte -> ouverte.tache().equals(tache))
                .findFirst();
    }

    /**
     * Sends a new personal link to an open external task; the former ones stay valid until they are revoked.
     *
     * @throws java.util.NoSuchElementException when the task is over or is not external
     */
    public void renouvelerLInvitation(String tache) {
        inviter(taches.lire(tache).filter(TacheSuivie::externe).orElseThrow(), "invitation-tache");
    }

    /** Sends the person outside a new personal link to where their dossier stands; the former ones stay valid. */
    public void envoyerUnLienDeSuivi(String role, String dossier, String region) {
        envoyerUnLienDeSuivi(role, dossier, region, "lien-de-suivi");
    }

    /** Same, with what has just happened to the dossier, in the words of this model of e-mail. */
    public void envoyerUnLienDeSuivi(String role, String dossier, String region, String modele) {
        demarrer(CourrielsImmediatsProcess.LIEN_DE_SUIVI, role, dossier, region, modele, Map.of());
    }

    /**
     * Confirms to the person outside that their answer has arrived.
     *
     * @param saisiPar id of the agent who answered for them; null when they did it themselves
     */
    void accuserReception(TacheSuivie tache, String modele, String saisiPar) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CourrielsImmediatsProcess.TACHE, tache.tache());
        variables.put(CourrielsImmediatsProcess.NOM_DE_LA_TACHE, tache.nom());
        variables.put(CourrielsImmediatsProcess.SAISI_PAR, saisiPar);
        demarrer(
                CourrielsImmediatsProcess.RECU,
                tache.correspondant(),
                tache.dossier(),
                tache.region(),
                modele,
                variables);
    }

    /** Tells the assignee that somebody gave them an urgent task. */
    void annoncer(TacheSuivie tache) {
        demarrer(
                CourrielsImmediatsProcess.AFFECTATION,
                null,
                tache.dossier(),
                tache.region(),
                "tache-confiee",
                Map.of(CourrielsImmediatsProcess.TACHE, tache.tache()));
    }

    private void demarrer(
            String occasion, String role, String dossier, String region, String modele, Map<String, Object> autres) {
        Map<String, Object> variables = new HashMap<>(autres);
        variables.put(CourrielsImmediatsProcess.OCCASION, occasion);
        variables.put(CourrielsImmediatsProcess.CORRESPONDANT, role);
        variables.put(CourrielsImmediatsProcess.MODELE, modele);
        variables.put(CourrielsImmediatsProcess.REGION, region);
        application.faire(
                () -> runtimeService.startProcessInstanceByKey(CourrielsImmediatsProcess.CLE, dossier, variables));
    }
}
