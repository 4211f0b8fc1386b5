package fr.ptce.besoins;

import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.formulaire.Formulaires;
import fr.ptce.formulaire.ReponseDeFormulaire;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.Pages;
import fr.ptce.portail.VueDeFormulaire;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Launching questionnaires: whom to ask, the preview of who gets it and who does not, the confirmation, the progress. */
@PageDePilote
@RequestMapping("/besoins/lancements")
class LancementsController {

    private static final String FORMULAIRE = "besoins/lancer-questionnaires.form";
    private static final int PAR_PAGE = 50;

    private final LancementDesQuestionnaires lancement;
    private final Lancements lancements;
    private final LancementBesoinsProcess processus;
    private final Formulaires formulaires;
    private final Initiatives initiatives;
    private final Regions regions;

    LancementsController(
            LancementDesQuestionnaires lancement,
            Lancements lancements,
            LancementBesoinsProcess processus,
            Formulaires formulaires,
            Initiatives initiatives,
            Regions regions) {
        this.lancement = lancement;
        this.lancements = lancements;
        this.processus = processus;
        this.formulaires = formulaires;
        this.initiatives = initiatives;
        this.regions = regions;
    }

    /** @param demandees numbers chosen one by one in a list, none for a launch by criteria */
    @GetMapping("/nouveau")
    String nouveau(
            @AuthenticationPrincipal Agent agent,
            @RequestParam(name = "initiative", defaultValue = "") List<String> demandees,
            Model vue) {
        List<String> choisies = numeros(demandees);
        String envoi = UriComponentsBuilder.fromPath("/besoins/lancements/nouveau")
                .queryParam("initiative", choisies)
                .encode()
                .toUriString();
        Map<String, Object> donnees = contexte(agent, choisies);
        // Whoever chooses initiatives one by one wants to hear from them, again if need be.
        donnees.put("a_nouveau", !choisies.isEmpty());
        vue.addAttribute(
                "vue",
                VueDeFormulaire.de(
                                "Lancer des questionnaires",
                                formulaires.lire(FORMULAIRE),
                                donnees,
                                choisies.isEmpty() ? "/besoins/lancements/nouveau" : envoi)
                        .avecBouton("Voir qui le recevra"));
        vue.addAttribute("confirmes", lancements.confirmesPar(agent.id()));
        return "besoins/lancement-nouveau";
    }

    @PostMapping("/nouveau")
    @ResponseBody
    Map<String, String> preparer(
            @AuthenticationPrincipal Agent agent,
            @RequestParam(name = "initiative", defaultValue = "") List<String> demandees,
            @RequestBody Map<String, Object> soumission) {
        List<String> choisies = numeros(demandees);
        if (choisies.size() > CriteresDeLancement.MAXIMUM_D_INITIATIVES) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Too many initiatives");
        }
        Map<String, Object> champs = formulaires.lire(FORMULAIRE).accepter(soumission, contexte(agent, choisies));
        long prepare = lancement.preparer(agent, CriteresDeLancement.de(choisies, champs));
        return Map.of("suite", "/besoins/lancements/" + prepare);
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    String montrer(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @RequestParam(required = false) String verdict,
            @RequestParam(defaultValue = "1") int page,
            Model vue) {
        Lancement ouvert = ouvrir(agent, id);
        Map<VerdictDeLancement, Long> nombres = lancements.parVerdict(id);
        VerdictDeLancement choisi = nombres.keySet().stream()
                .filter(connu -> connu.id().equals(verdict))
                .findFirst()
                .orElse(null);
        long total = choisi == null ? somme(nombres.values()) : nombres.get(choisi);
        Pages pages = Pages.de(total, PAR_PAGE, page);
        vue.addAttribute("lancement", ouvert);
        vue.addAttribute("nombres", nombres);
        vue.addAttribute("total", somme(nombres.values()));
        vue.addAttribute(
                "favorables",
                somme(Stream.of(VerdictDeLancement.values())
                        .filter(VerdictDeLancement::favorable)
                        .map(favorable -> nombres.getOrDefault(favorable, 0L))
                        .toList()));
        vue.addAttribute("lancees", lancements.lancees(id));
        vue.addAttribute("enPanne", ouvert.confirme() && !ouvert.termine() && processus.enPanne(id));
        vue.addAttribute("choisi", choisi);
        vue.addAttribute("lignes", lancements.lignes(id, choisi, PAR_PAGE, pages.depuis()));
        vue.addAttribute("page", pages.page());
        vue.addAttribute("pages", pages.pages());
        return "besoins/lancement";
    }

    @PostMapping("/{id:[0-9]{1,18}}")
    String confirmer(@AuthenticationPrincipal Agent agent, @PathVariable long id, RedirectAttributes suite) {
        lancement.confirmer(ouvrir(agent, id));
        suite.addFlashAttribute("succes", "Les questionnaires partent.");
        return "redirect:/besoins/lancements/" + id;
    }

    @ExceptionHandler
    ResponseEntity<ReponseDeFormulaire> refuser(SoumissionRefusee refus) {
        return ResponseEntity.unprocessableEntity().body(new ReponseDeFormulaire(refus.erreurs()));
    }

    /** What looks like no number is left out: the form shows the others. */
    private static List<String> numeros(List<String> demandees) {
        return demandees.stream()
                .filter(numero -> numero.matches("[A-Z0-9-]{1,20}"))
                .distinct()
                .toList();
    }

    private Lancement ouvrir(Agent agent, long id) {
        return lancement.ouvrir(agent, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What the lists of the form offer, and the initiatives chosen beforehand. */
    private Map<String, Object> contexte(Agent agent, List<String> choisies) {
        Map<String, Object> contexte = new HashMap<>();
        contexte.put(
                "campagnes",
                initiatives.campagnes().stream().map(code -> option(code, code)).toList());
        contexte.put(
                "regionsProposees",
                regions.toutes().stream()
                        .filter(region -> agent.suit(region.code()))
                        .map(LancementsController::option)
                        .toList());
        contexte.put("selection", choisies.isEmpty() ? null : String.join(", ", choisies));
        return contexte;
    }

    private static Map<String, String> option(Region region) {
        return option(region.code(), region.nom());
    }

    private static Map<String, String> option(String valeur, String libelle) {
        return Map.of("value", valeur, "label", libelle);
    }

    private static long somme(Collection<Long> nombres) {
        return nombres.stream().mapToLong(Long::longValue).sum();
    }
}
