package fr.ptce.candidature;

import fr.ptce.annuaire.Journal;
import fr.ptce.annuaire.Journal.Evenement;
import fr.ptce.annuaire.SuiteDeLInitiative;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.formulaire.Formulaires;
import fr.ptce.formulaire.ReponseDeFormulaire;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import fr.ptce.portail.Lien;
import fr.ptce.portail.Liens;
import fr.ptce.portail.PieceOuverte;
import fr.ptce.portail.PiecesJointes;
import fr.ptce.portail.VueDeFormulaire;
import fr.ptce.relance.CourrielsImmediats;
import fr.ptce.relance.TacheSuivie;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A porteur's own view of their dossier, by personal link: where it stands, what they can do, and nothing internal. */
@Controller
@OuvertA(Visiteur.LIEN)
@RequestMapping("/suivi/{jeton}")
class SuiviController {

    private static final String FORMULAIRE_REEXAMEN = "candidature/demande-reexamen.form";
    private static final String FORMULAIRE_RETRAIT = "candidature/retrait-candidature.form";

    private final Liens liens;
    private final Dossiers dossiers;
    private final Journal journal;
    private final PiecesJointes pieces;
    private final Formulaires formulaires;
    private final LanceurDeCandidature lanceur;
    private final CourrielsImmediats courrielsImmediats;
    private final CourriersDuDossier courriers;
    private final List<SuiteDeLInitiative> suites;
    private final Clock horloge;

    SuiviController(
            Liens liens,
            Dossiers dossiers,
            Journal journal,
            PiecesJointes pieces,
            Formulaires formulaires,
            LanceurDeCandidature lanceur,
            CourrielsImmediats courrielsImmediats,
            CourriersDuDossier courriers,
            List<SuiteDeLInitiative> suites,
            Clock horloge) {
        this.liens = liens;
        this.dossiers = dossiers;
        this.journal = journal;
        this.pieces = pieces;
        this.formulaires = formulaires;
        this.lanceur = lanceur;
        this.courrielsImmediats = courrielsImmediats;
        this.courriers = courriers;
        this.suites = suites;
        this.horloge = horloge;
    }

    @GetMapping
    String suivre(@PathVariable String jeton, Model modele) {
        Lien lien = lien(jeton);
        Dossier dossier = dossiers.lire(lien.dossier());
        List<Evenement> evenements = journal.duDossier(dossier.numero());
        List<TacheSuivie> attendues = courrielsImmediats.tachesExterieures(dossier.numero());
        modele.addAttribute("fr", new FormatFrancais());
        modele.addAttribute("maintenant", horloge.instant());
        modele.addAttribute("jeton", jeton);
        modele.addAttribute("dossier", dossier);
        modele.addAttribute("decision", decision(dossier));
        modele.addAttribute("attendues", attendues);
        modele.addAttribute("chemin", chemin(dossier, evenements, attendues));
        modele.addAttribute("reexamenPossible", dossier.etat() == EtatDossier.NOTIFIE);
        modele.addAttribute("retraitDemande", retraitDemande(dossier, evenements));
        modele.addAttribute("pieces", pieces.liste(dossier.numero()));
        modele.addAttribute("historique", HistoriqueDuPorteur.de(evenements));
        return "candidature/suivi";
    }

    private CheminDuPorteur chemin(Dossier dossier, List<Evenement> evenements, List<TacheSuivie> attendues) {
        return new CheminDuPorteur(
                dossier,
                evenements,
                attendues.stream()
                        .filter(tache -> CandidatureProcess.Elements.COMPLETER_DOSSIER.equals(tache.element()))
                        .findFirst(),
                CheminDuPorteur.retenue(dossier, evenements)
                        ? suites.stream()
                                .flatMap(suite -> suite.etape(dossier.numero()).stream())
                                .toList()
                        : List.of());
    }

    /** The porteur has asked to withdraw, and the diagram has not got there yet. */
    private static boolean retraitDemande(Dossier dossier, List<Evenement> evenements) {
        return dossier.etat() != EtatDossier.RETIRE
                && evenements.stream().anyMatch(evenement -> "retrait".equals(evenement.nature()));
    }

    /** The link of the task is made when it is asked for; a task of another dossier is as unknown as one that is over. */
    @PostMapping("/taches/{tache}")
    String repondre(@PathVariable String jeton, @PathVariable String tache) {
        Lien lien = lien(jeton);
        return courrielsImmediats
                .tacheExterieure(lien.dossier(), tache)
                .map(attendue -> liens.creer(lien.dossier(), lien.adresse(), Liens.TACHE, tache, lien.expireLe()))
                .map(adresse -> "redirect:/lien/" + adresse.substring(adresse.lastIndexOf('/') + 1))
                .orElse("redirect:/suivi/" + jeton);
    }

    @GetMapping("/lettre")
    ResponseEntity<byte[]> lettre(@PathVariable String jeton) {
        Dossier dossier = dossiers.lire(lien(jeton).dossier());
        if (decision(dossier) == null) {
            throw new DossierInconnu(dossier.numero());
        }
        return Telechargement.de(courriers.lettre(dossier));
    }

    @GetMapping("/pieces/{id}")
    ResponseEntity<Resource> piece(@PathVariable String jeton, @PathVariable long id) {
        String numero = lien(jeton).dossier();
        return pieces.ouvrir(id)
                .filter(piece -> piece.piece().proprietaire().equals(numero))
                .map(PieceOuverte::telecharger)
                .orElseThrow(() -> new DossierInconnu(numero));
    }

    @GetMapping("/reexamen")
    String demanderReexamen(@PathVariable String jeton, Model modele) {
        return formulaire(jeton, "Demander un réexamen", FORMULAIRE_REEXAMEN, "reexamen", "Envoyer ma demande", modele);
    }

    @PostMapping("/reexamen")
    @ResponseBody
    Map<String, String> recevoirDemande(@PathVariable String jeton, @RequestBody Map<String, Object> soumission) {
        Map<String, Object> reponses = verifier(FORMULAIRE_REEXAMEN, soumission);
        lanceur.demanderReexamen(lien(jeton).dossier(), (String) reponses.get("argumentaire"));
        return Map.of("suite", "/suivi/" + jeton);
    }

    @GetMapping("/retrait")
    String seRetirer(@PathVariable String jeton, Model modele) {
        return formulaire(
                jeton, "Retirer ma candidature", FORMULAIRE_RETRAIT, "retrait", "Retirer ma candidature", modele);
    }

    @PostMapping("/retrait")
    @ResponseBody
    Map<String, String> recevoirRetrait(@PathVariable String jeton, @RequestBody Map<String, Object> soumission) {
        ChampsDuDossier reponses = ChampsDuDossier.de(verifier(FORMULAIRE_RETRAIT, soumission));
        lanceur.retirer(lien(jeton).dossier(), reponses.texte("motif_retrait"), null);
        return Map.of("suite", "/suivi/" + jeton);
    }

    /** Unknown, revoked, expired, or what it asks for belongs to another dossier: the page does not say which. */
    @ExceptionHandler(DossierInconnu.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String lienInconnu() {
        return "candidature/suivi-inconnu";
    }

    @ExceptionHandler
    ResponseEntity<ReponseDeFormulaire> refuser(SoumissionRefusee refus) {
        return ResponseEntity.unprocessableEntity().body(new ReponseDeFormulaire(refus.erreurs()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuser(ActionImpossible refus) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", refus.getMessage()));
    }

    private String formulaire(String jeton, String titre, String chemin, String action, String bouton, Model modele) {
        Lien lien = lien(jeton);
        modele.addAttribute("jeton", jeton);
        modele.addAttribute("titre", titre);
        modele.addAttribute("dossier", lien.dossier());
        modele.addAttribute(
                "vue",
                VueDeFormulaire.de(titre, formulaires.lire(chemin), Map.of(), "/suivi/" + jeton + "/" + action)
                        .avecBouton(bouton));
        return "candidature/suivi-formulaire";
    }

    private Map<String, Object> verifier(String chemin, Map<String, Object> soumission) {
        return formulaires.lire(chemin).accepter(soumission, Map.of());
    }

    /** A decision that the committee has notified; null before, and for what is not admissible. */
    private static String decision(Dossier dossier) {
        boolean notifiee =
                switch (dossier.etat()) {
                    case NOTIFIE, EN_REEXAMEN, RETENU, NON_RETENU -> true;
                    default -> false;
                };
        return notifiee ? Libelles.decision(dossier.decision()) : null;
    }

    private Lien lien(String jeton) {
        return liens.resoudre(Liens.SUIVI, jeton).orElseThrow(() -> new DossierInconnu("(link)"));
    }
}
