package fr.ptce.courriel;

import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Shows every model of e-mail, written with sample data. Open to every account: no personal data in it. */
@Controller
@OuvertA(Visiteur.AGENTS)
@RequestMapping("/administration/courriels/modeles")
class PagesDesModeles {

    private final ModelesDeCourriel modeles;

    PagesDesModeles(ModelesDeCourriel modeles) {
        this.modeles = modeles;
    }

    @GetMapping
    String liste(Model vue) {
        vue.addAttribute("modeles", modeles.tous());
        return "courriel/pages/modeles";
    }

    @GetMapping("/{nom}")
    String modele(@PathVariable String nom, Model vue) {
        Modele modele = modeles.modele(nom).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ModelesDeCourriel.Contenu contenu = modeles.ecrire(nom, modele.apercu());
        vue.addAttribute("modele", modele);
        vue.addAttribute("contenu", contenu);
        vue.addAttribute("cadre", Cadre.pourIframe(contenu.html()));
        return "courriel/pages/modele";
    }
}
