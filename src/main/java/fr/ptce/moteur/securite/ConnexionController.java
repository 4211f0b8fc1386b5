package fr.ptce.moteur.securite;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.interne.SessionDesWebapps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Our login page. Whoever logs in here is also logged in to Tasklist and Cockpit, and the other way round. */
@Controller
class ConnexionController {

    private static final String PAGE = "moteur/connexion";

    private final Comptes comptes;
    private final SessionDesWebapps sessions;
    private final LimiteDesConnexions limite;

    ConnexionController(Comptes comptes, SessionDesWebapps sessions, LimiteDesConnexions limite) {
        this.comptes = comptes;
        this.sessions = sessions;
        this.limite = limite;
    }

    @OuvertA(Visiteur.TOUS)
    @GetMapping("/connexion")
    String afficher(
            @RequestParam(required = false) String retour,
            @RequestParam(required = false) String expiree,
            Model modele) {
        modele.addAttribute("retour", Retour.sur(retour));
        if (expiree != null) {
            modele.addAttribute("erreur", "expiree");
        }
        return PAGE;
    }

    @OuvertA(Visiteur.TOUS)
    @PostMapping("/connexion")
    String connecter(
            @RequestParam(required = false) String identifiant,
            @RequestParam(required = false) String motDePasse,
            @RequestParam(required = false) String retour,
            HttpServletRequest requete,
            HttpServletResponse reponse,
            Model modele) {
        modele.addAttribute("retour", Retour.sur(retour));
        modele.addAttribute("identifiant", identifiant);
        if (!limite.accepte(requete.getRemoteAddr())) {
            reponse.setHeader("Retry-After", "60");
            return refuser(HttpStatus.TOO_MANY_REQUESTS, "attente", reponse, modele);
        }
        Optional<Agent> agent = comptes.verifier(identifiant, motDePasse);
        if (agent.isEmpty()) {
            return refuser(HttpStatus.UNAUTHORIZED, "refus", reponse, modele);
        }
        sessions.ouvrir(requete, agent.get());
        return "redirect:" + Retour.sur(retour);
    }

    @OuvertA(Visiteur.AGENTS)
    @PostMapping("/deconnexion")
    String deconnecter(HttpServletRequest requete) {
        HttpSession session = requete.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "redirect:" + Retour.ACCUEIL;
    }

    private static String refuser(HttpStatus statut, String erreur, HttpServletResponse reponse, Model modele) {
        reponse.setStatus(statut.value());
        modele.addAttribute("erreur", erreur);
        return PAGE;
    }
}
