package fr.ptce.portail;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** Tells pages whether they are in a frame: they then have no navigation of their own. */
@ControllerAdvice(annotations = PageEncadree.class)
class Encadrement {

    /** Whether a webapp shows the page in a frame of its own: browsers say so, over HTTPS and on this machine. */
    @ModelAttribute("encadree")
    boolean encadree(@RequestHeader(name = "Sec-Fetch-Dest", required = false) String destination) {
        return "iframe".equals(destination);
    }
}
