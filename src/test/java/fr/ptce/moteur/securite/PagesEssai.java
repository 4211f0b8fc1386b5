package fr.ptce.moteur.securite;

import fr.ptce.moteur.Agent;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Stand-ins for the controllers of other rooms; {@code SECRET} must reach agents only. */
@TestComponent
class PagesEssai {

    static final String SECRET = "donnee-reservee";

    /** What an attacker would call; counts the evaluations. */
    public static class Temoin {

        private final AtomicInteger appels = new AtomicInteger();

        public String toucher() {
            return "touche" + appels.incrementAndGet();
        }

        int appels() {
            return appels.get();
        }
    }

    @Bean
    Temoin temoin() {
        return new Temoin();
    }

    @RestController
    @OuvertA(Visiteur.TOUS)
    static class Controleur {

        private final IdentityService identites;

        Controleur(IdentityService identites) {
            this.identites = identites;
        }

        @GetMapping("/dossiers/essai")
        Map<String, Object> dossier(@AuthenticationPrincipal Agent agent) {
            var moteur = identites.getCurrentAuthentication();
            return Map.of(
                    "secret", SECRET,
                    "agent", agent.id(),
                    "groupes", agent.groupes(),
                    "territoires", agent.territoires(),
                    "moteur", moteur.getUserId() + moteur.getGroupIds() + moteur.getTenantIds());
        }

        @PostMapping("/dossiers/essai")
        String ecrire() {
            return SECRET;
        }

        // Refuses nothing itself: what is tested is the refusal around it.
        @RequestMapping(
                path = "/camunda/api/ptce/essai",
                method = {RequestMethod.GET, RequestMethod.POST})
        String api() {
            return SECRET;
        }

        @GetMapping("/suivi/essai")
        String suivi() {
            return String.valueOf(identites.getCurrentAuthentication());
        }
    }
}
