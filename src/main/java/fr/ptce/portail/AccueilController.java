package fr.ptce.portail;

import fr.ptce.annuaire.CompteDeDemonstration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The front door: where porteurs, pilots and accompagnateurs go next. */
@Controller
class AccueilController {

    private final boolean demo;

    AccueilController(@Value("${ptce.demo:false}") boolean demo) {
        this.demo = demo;
    }

    @GetMapping("/")
    String accueil(Model modele) {
        modele.addAttribute("demo", demo);
        if (demo) {
            modele.addAttribute("comptes", CompteDeDemonstration.tous());
        }
        return "portail/accueil";
    }

    @GetMapping("/accessibilite")
    String accessibilite() {
        return "portail/accessibilite";
    }

    /** Personal pages are not for search engines. */
    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots() {
        return "User-agent: *\nDisallow: /lien/\nDisallow: /suivi/\nDisallow: /candidater/\nDisallow: /camunda/\n";
    }
}
