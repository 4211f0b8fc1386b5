package fr.ptce.candidature;

import fr.ptce.annuaire.Journal;
import fr.ptce.courriel.CourrielEnvoye;
import fr.ptce.courriel.Courriels;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.DecisionsExpliquees;
import fr.ptce.moteur.DecisionsExpliquees.Explication;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.PiecesJointes;
import fr.ptce.relance.CourrielsImmediats;
import fr.ptce.relance.TacheSuivie;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One dossier: what it says, what was said of it, what happened to it and who is awaited. */
@PageDePilote
@RequestMapping("/dossiers/{numero}")
class DossierController {

    private final AccesAuxDossiers acces;
    private final Campagnes campagnes;
    private final Evaluations evaluations;
    private final DecisionsExpliquees decisions;
    private final Courriels courriels;
    private final CourriersDuDossier courriers;
    private final PiecesJointes pieces;
    private final Journal journal;
    private final TachesDuDossier taches;
    private final CourrielsImmediats exterieures;
    private final Clock horloge;

    DossierController(
            AccesAuxDossiers acces,
            Campagnes campagnes,
            Evaluations evaluations,
            DecisionsExpliquees decisions,
            Courriels courriels,
            CourriersDuDossier courriers,
            PiecesJointes pieces,
            Journal journal,
            TachesDuDossier taches,
            CourrielsImmediats exterieures,
            Clock horloge) {
        this.acces = acces;
        this.campagnes = campagnes;
        this.evaluations = evaluations;
        this.decisions = decisions;
        this.courriels = courriels;
        this.courriers = courriers;
        this.pieces = pieces;
        this.journal = journal;
        this.taches = taches;
        this.exterieures = exterieures;
        this.horloge = horloge;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "dossiers";
    }

    @GetMapping
    String dossier(@AuthenticationPrincipal Agent agent, @PathVariable String numero, Model vue) {
        Dossier dossier = acces.ouvrir(agent, numero);
        AvisVisibles avis = new AvisVisibles(agent, evaluations.duDossier(numero));
        List<Explication> explications =
                decisions.duDossier(numero).stream().filter(avis::montre).toList();
        List<CourrielEnvoye> envoyes = courriels.duDossier(numero);
        List<TachesDuDossier.Ouverte> ouvertes = taches.ouvertes(agent, numero, horloge.instant());
        List<Chronologie.Fait> faits = new Chronologie()
                .avecLesTaches(taches.passees(numero))
                .avecLesDecisions(explications)
                .avecLeJournal(journal.duDossier(numero))
                .avecLesCourriels(envoyes)
                .faits();
        vue.addAttribute("dossier", dossier);
        vue.addAttribute("campagne", campagnes.lire(dossier.campagne()));
        vue.addAttribute("pieces", pieces.liste(numero));
        vue.addAttribute("avis", avis);
        vue.addAttribute("synthese", SyntheseDesEvaluations.de(avis.evaluations()));
        vue.addAttribute("explications", explications);
        vue.addAttribute("courriels", envoyes);
        vue.addAttribute("taches", ouvertes);
        vue.addAttribute(
                "attenduesDuPorteur",
                exterieures.tachesExterieures(numero).stream()
                        .map(TacheSuivie::tache)
                        .toList());
        vue.addAttribute("instances", taches.instances(numero));
        vue.addAttribute("faits", faits);
        vue.addAttribute("noms", taches.noms(personnes(avis, ouvertes, faits)));
        vue.addAttribute("lettre", aUneLettre(dossier));
        return "candidature/dossier";
    }

    @GetMapping("/courriels/{id}")
    String courriel(
            @AuthenticationPrincipal Agent agent, @PathVariable String numero, @PathVariable long id, Model vue) {
        Dossier dossier = acces.ouvrir(agent, numero);
        CourrielEnvoye courriel = courriels
                .lire(id)
                .filter(trouve -> numero.equals(trouve.dossier()))
                .orElseThrow(() -> new DossierInconnu(numero));
        vue.addAttribute("dossier", dossier);
        vue.addAttribute("courriel", courriel);
        return "candidature/courriel";
    }

    @GetMapping("/lettre")
    ResponseEntity<byte[]> lettre(@AuthenticationPrincipal Agent agent, @PathVariable String numero) {
        Dossier dossier = acces.ouvrir(agent, numero);
        if (!aUneLettre(dossier)) {
            throw new DossierInconnu(numero);
        }
        return Telechargement.de(courriers.lettre(dossier));
    }

    @GetMapping("/pieces/{id}")
    ResponseEntity<Resource> piece(
            @AuthenticationPrincipal Agent agent, @PathVariable String numero, @PathVariable long id) {
        acces.ouvrir(agent, numero);
        return pieces.ouvrir(id)
                .filter(ouverte -> numero.equals(ouverte.piece().proprietaire()))
                .orElseThrow(() -> new DossierInconnu(numero))
                .telecharger();
    }

    /** A dossier that is not admissible gets an e-mail and no letter. */
    private static boolean aUneLettre(Dossier dossier) {
        return dossier.decision() != null
                && dossier.decisionLe() != null
                && Libelles.listeDesDecisions().containsKey(dossier.decision());
    }

    private static Set<String> personnes(
            AvisVisibles avis, List<TachesDuDossier.Ouverte> ouvertes, List<Chronologie.Fait> faits) {
        Set<String> personnes = new HashSet<>(Chronologie.auteurs(faits));
        avis.evaluations().forEach(evaluation -> personnes.add(evaluation.relecteur()));
        ouvertes.forEach(tache -> personnes.add(tache.responsable()));
        return personnes;
    }
}
