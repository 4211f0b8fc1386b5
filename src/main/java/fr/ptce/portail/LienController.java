package fr.ptce.portail;

import fr.ptce.courriel.FormatFrancais;
import fr.ptce.formulaire.ReponseDeFormulaire;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The personal links of people without an account: the form of the task that a link is bound to.
 *
 * <p>A link is one of {@link Liens} for the usage {@value #USAGE}, whose target is the id of a task.
 */
@Controller
@OuvertA(Visiteur.LIEN)
@RequestMapping("/lien")
class LienController {

    /** Usage of the links to a task. */
    static final String USAGE = "tache";

    private static final FormatFrancais FORMAT = new FormatFrancais();
    private static final String VUE_DU_MESSAGE = "portail/lien-message";

    private final Liens liens;
    private final TachesParLien taches;
    private final ReponsesDesTaches reponses;
    private final BrouillonsParLien brouillons;

    LienController(Liens liens, TachesParLien taches, ReponsesDesTaches reponses, BrouillonsParLien brouillons) {
        this.liens = liens;
        this.taches = taches;
        this.reponses = reponses;
        this.brouillons = brouillons;
    }

    @GetMapping("/{jeton}")
    String afficher(@PathVariable String jeton, Model modele, HttpServletResponse reponse) {
        Optional<Lien> lien = liens.resoudre(USAGE, jeton);
        if (lien.isEmpty()) {
            return message(MessageDeLien.INCONNU, modele, reponse);
        }
        Optional<Task> tache = taches.ouverte(lien.get().cible());
        if (tache.isEmpty()) {
            return reponses.lire(lien.get().cible())
                    .map(envoyee -> montrerLaReponse(lien.get(), envoyee, modele))
                    .orElseGet(() -> message(sansFormulaire(lien.get()), modele, reponse));
        }
        montrer(lien.get(), tache.get(), "/lien/" + jeton, modele);
        return "portail/lien-formulaire";
    }

    @PostMapping(path = "/{jeton}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> repondre(
            @PathVariable String jeton, @RequestBody Map<String, Object> reponses) {
        Optional<Lien> lien = liens.resoudre(USAGE, jeton);
        if (lien.isEmpty()) {
            return refus(MessageDeLien.INCONNU);
        }
        Optional<Task> tache = taches.ouverte(lien.get().cible());
        if (tache.isEmpty() || !taches.repondre(tache.get(), reponses)) {
            return refus(sansFormulaire(lien.get()));
        }
        return ResponseEntity.ok(Map.of("suite", "/lien/" + jeton));
    }

    /** What the form does not have is left out; nothing is required yet. */
    @PutMapping(path = "/{jeton}/brouillon", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> garder(@PathVariable String jeton, @RequestBody Map<String, Object> champs) {
        Optional<Lien> lien = liens.resoudre(USAGE, jeton);
        if (lien.isEmpty()) {
            return refus(MessageDeLien.INCONNU);
        }
        return brouillons.garder(lien.get().cible(), champs)
                ? ResponseEntity.noContent().build()
                : refus(sansFormulaire(lien.get()));
    }

    @ExceptionHandler
    ResponseEntity<ReponseDeFormulaire> refuser(SoumissionRefusee refus) {
        return ResponseEntity.unprocessableEntity().body(new ReponseDeFormulaire(refus.erreurs()));
    }

    /** Two answers at the same moment: the other one has been kept. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuser(OptimisticLockingException doublon) {
        return refus(MessageDeLien.REPONDU);
    }

    private void montrer(Lien lien, Task tache, String adresse, Model modele) {
        var formulaire = taches.formulaire(tache);
        modele.addAttribute("titre", tache.getName());
        modele.addAttribute("dossier", lien.dossier());
        modele.addAttribute("introduction", tache.getDescription());
        modele.addAttribute("echeance", tache.getDueDate() == null ? null : FORMAT.jour(tache.getDueDate()));
        Map<String, Object> donnees = new HashMap<>(taches.donnees(tache, formulaire));
        Map<String, Object> brouillon = reponses.brouillon(tache.getId());
        donnees.putAll(brouillon);
        modele.addAttribute("brouillonRepris", !brouillon.isEmpty());
        modele.addAttribute(
                "vue",
                VueDeFormulaire.de(tache.getName(), formulaire, donnees, adresse)
                        .avecBrouillon(adresse + "/brouillon")
                        .avecBouton("Envoyer ma réponse"));
    }

    private String montrerLaReponse(Lien lien, ReponseDeTache reponse, Model modele) {
        modele.addAttribute("titre", reponse.nom());
        modele.addAttribute("dossier", lien.dossier());
        modele.addAttribute("saisiePourVous", reponse.par() != null);
        modele.addAttribute("repondueLe", FORMAT.jourHeure(reponse.repondueLe()));
        modele.addAttribute("vue", VueDeFormulaire.enLecture(reponse));
        return "portail/lien-reponse";
    }

    private MessageDeLien sansFormulaire(Lien lien) {
        return taches.fin(lien.cible())
                .map(fin -> switch (fin) {
                    case REPONDUE -> MessageDeLien.REPONDU;
                    case ABANDONNEE -> MessageDeLien.PLUS_ATTENDU;
                    case INCONNUE -> MessageDeLien.INCONNU;
                })
                .orElse(MessageDeLien.SUSPENDU);
    }

    private static String message(MessageDeLien message, Model modele, HttpServletResponse reponse) {
        reponse.setStatus(message.equals(MessageDeLien.INCONNU) ? HttpStatus.NOT_FOUND.value() : HttpStatus.OK.value());
        modele.addAttribute("message", message);
        return VUE_DU_MESSAGE;
    }

    private static ResponseEntity<Map<String, String>> refus(MessageDeLien message) {
        HttpStatus statut = message.equals(MessageDeLien.INCONNU) ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        String texte = message.titre() + " " + String.join(" ", message.paragraphes());
        return ResponseEntity.status(statut).body(Map.of("message", texte));
    }
}
