package fr.ptce.portail;

import fr.ptce.moteur.NouveauxComptes;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody chooses the password of their account, by a personal link that works once. */
@Controller
@OuvertA(Visiteur.LIEN)
@RequestMapping("/mot-de-passe/{jeton}")
class MotDePasseController {

    /** A long password needs no rule on its characters (ANSSI, recommandations relatives à l’authentification, 2021). */
    static final int MINIMUM = 12;

    private static final int MAXIMUM = 200;

    private final Liens liens;
    private final NouveauxComptes comptes;

    MotDePasseController(Liens liens, NouveauxComptes comptes) {
        this.liens = liens;
        this.comptes = comptes;
    }

    @GetMapping
    String demander(@PathVariable String jeton, HttpServletResponse reponse, Model vue) {
        return liens.resoudre(Liens.MOT_DE_PASSE, jeton)
                .map(lien -> formulaire(lien, jeton, null, vue))
                .orElseGet(() -> perime(reponse));
    }

    @PostMapping
    String choisir(
            @PathVariable String jeton,
            @RequestParam(defaultValue = "") String motDePasse,
            @RequestParam(defaultValue = "") String confirmation,
            HttpServletResponse reponse,
            Model vue) {
        Optional<Lien> lien = liens.resoudre(Liens.MOT_DE_PASSE, jeton);
        if (lien.isEmpty()) {
            return perime(reponse);
        }
        String erreur = erreur(lien.get(), motDePasse, confirmation);
        if (erreur != null) {
            reponse.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return formulaire(lien.get(), jeton, erreur, vue);
        }
        liens.revoquer(lien.get().id());
        if (!comptes.choisirLeMotDePasse(lien.get().cible(), motDePasse)) {
            return perime(reponse);
        }
        vue.addAttribute("identifiant", lien.get().cible());
        return "portail/mot-de-passe-choisi";
    }

    private static String erreur(Lien lien, String motDePasse, String confirmation) {
        if (motDePasse.length() < MINIMUM || motDePasse.length() > MAXIMUM) {
            return "Choisissez un mot de passe d’au moins douze caractères, par exemple quatre mots sans rapport.";
        }
        if (motDePasse.toLowerCase(Locale.ROOT).contains(lien.cible())) {
            return "Votre mot de passe ne doit pas contenir votre identifiant.";
        }
        return motDePasse.equals(confirmation) ? null : "Les deux saisies sont différentes.";
    }

    private static String formulaire(Lien lien, String jeton, String erreur, Model vue) {
        vue.addAttribute("jeton", jeton);
        vue.addAttribute("identifiant", lien.cible());
        vue.addAttribute("erreur", erreur);
        return "portail/mot-de-passe";
    }

    private static String perime(HttpServletResponse reponse) {
        reponse.setStatus(HttpStatus.GONE.value());
        return "portail/mot-de-passe-perime";
    }
}
