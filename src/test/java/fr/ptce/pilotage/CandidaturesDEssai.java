package fr.ptce.pilotage;

import fr.ptce.candidature.Campagne;
import fr.ptce.candidature.Campagnes;
import fr.ptce.candidature.CandidatureProcess.Elements;
import fr.ptce.candidature.ChampsDuDossier;
import fr.ptce.candidature.Instruction;
import fr.ptce.candidature.LanceurDeCandidature;
import fr.ptce.moteur.Pas;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Dossiers of a region that pilots examine step by step, in the real process. */
@TestComponent
class CandidaturesDEssai {

    static final String COMMENTAIRE = "Commentaire confidentiel de relecture.";

    private final Campagnes campagnes;
    private final LanceurDeCandidature lanceur;
    private final TaskService taches;
    private final Pas pas;

    CandidaturesDEssai(Campagnes campagnes, LanceurDeCandidature lanceur, TaskService taches, Pas pas) {
        this.campagnes = campagnes;
        this.lanceur = lanceur;
        this.taches = taches;
        this.pas = pas;
    }

    String deposer(String region) {
        Instant maintenant = Instant.now();
        Campagne campagne = campagnes
                .parCode("DIAGRAMMES")
                .orElseGet(() -> campagnes.creer(
                        "DIAGRAMMES",
                        "Appel des diagrammes",
                        maintenant.minus(Duration.ofDays(1)),
                        maintenant.plus(Duration.ofDays(30)),
                        2012,
                        2));
        String numero =
                lanceur.deposer(campagne.id(), Instruction.FORMULAIRE, region, ChampsDuDossier.de(champs()), null);
        pas.avancer(numero);
        return numero;
    }

    String instance(String numero) {
        return lanceur.instance(numero).orElseThrow();
    }

    /** Somebody of a group declares no conflict of interest. */
    void declarer(String numero, String groupe, String relecteur) {
        pas.accomplir(numero, declaration(numero, groupe), relecteur, Map.of("conflit", "non"));
    }

    private Task declaration(String numero, String groupe) {
        return pas.taches(numero, Elements.DECLARER_INTERETS).stream()
                .filter(tache -> groupe.equals(groupe(tache)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No review asked from " + groupe));
    }

    /** The group of a task that nobody took. */
    String groupe(Task tache) {
        return taches.getIdentityLinksForTask(tache.getId()).get(0).getGroupId();
    }

    void evaluer(String numero, String relecteur, int note, String recommandation) {
        Task tache = pas.taches(numero, Elements.EVALUER_DOSSIER).stream()
                .filter(ouverte -> relecteur.equals(ouverte.getAssignee()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> avis = new HashMap<>(Map.of("recommandation", recommandation));
        for (String but : List.of("territoire", "cooperations", "economie")) {
            avis.put("note_" + but, note);
            avis.put("commentaire_" + but, COMMENTAIRE);
        }
        taches.complete(tache.getId(), avis);
        pas.avancer(numero);
    }

    void decider(String numero) {
        pas.accomplir(
                numero,
                pas.tache(numero, Elements.DECIDER),
                "comite",
                Map.of("decision", "retenu-projet", "motif_decision", "Le comité a suivi l’avis des relecteurs."));
    }

    private static Map<String, Object> champs() {
        Map<String, Object> champs = new HashMap<>();
        champs.put("initiative", "Pôle du marais");
        champs.put("structure", "Association du marais");
        champs.put("type_structure", "association");
        champs.put("commune", "Niort");
        champs.put("code_postal", "79000");
        champs.put("themes", List.of("culture"));
        champs.put("stade", "projet");
        champs.put("activite_economique", "oui");
        champs.put("nombre_partenaires", 4);
        champs.put("partenaires", "Une SCIC et une commune.");
        champs.put("territoire", "Un lieu partagé.");
        champs.put("cooperations", "Des outils mutualisés.");
        champs.put("economie", "Des ateliers et une boutique.");
        champs.put("contact_nom", "Camille Exemple");
        champs.put("contact_courriel", "camille@marais.example");
        return champs;
    }
}
