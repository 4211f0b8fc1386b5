package fr.ptce.portail;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page that tells a pilot, in French, why something is refused, with links to go on from. */
public final class PageDeRefus {

    private PageDeRefus() {}

    public static ModelAndView de(HttpStatus statut, String titre, String message) {
        ModelAndView page = new ModelAndView("portail/refus");
        page.setStatus(statut);
        page.addObject("titre", titre);
        page.addObject("message", message);
        return page;
    }
}
