package fr.ptce.relance;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the links to a task in e-mails and calendars lead. The login that may come first knows the way back here, which
 * it would not to Tasklist's own address of a task: browsers do not send what follows a {@code #}. And a task that is
 * over by the time somebody reads their e-mail says so, instead of an empty Tasklist.
 */
@Controller
@OuvertA(Visiteur.AGENTS)
class LienVersUneTache {

    private static final String CHEMIN = "/taches/";
    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final TaskService taches;

    LienVersUneTache(TaskService taches) {
        this.taches = taches;
    }

    /** The address to write to somebody who has an account. */
    static String versLaTache(String site, String tache) {
        return site + CHEMIN + tache;
    }

    @GetMapping(CHEMIN + "{tache:[\\w-]{1,64}}")
    ModelAndView ouvrir(@AuthenticationPrincipal Agent agent, @PathVariable String tache) {
        if (taches.createTaskQuery().taskId(tache).count() > 0) {
            return new ModelAndView("redirect:" + TASKLIST + tache);
        }
        ModelAndView vue = new ModelAndView("relance/tache-introuvable");
        vue.addObject("agent", agent);
        vue.setStatus(HttpStatus.NOT_FOUND);
        return vue;
    }
}
