package fr.ptce.portail;

import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a pilot asks for on a page, with a reason: done, or refused with the reason kept where it was written. */
public final class ActionMotivee {

    private static final int MOTIF_AU_MOINS = 10;
    private static final int MOTIF_AU_PLUS = 1000;

    private ActionMotivee() {}

    /**
     * Does it, unless the reason is too short or too long, or the action is impossible.
     *
     * @param action its name, by which the page opens the form again
     * @param effet gets the reason without the blanks around it
     * @param suite what the next page says
     */
    public static void tenter(
            String action, String motif, Consumer<String> effet, String succes, RedirectAttributes suite) {
        Function<String, String> puisLeDire = dit -> {
            effet.accept(dit);
            return succes;
        };
        tenter(action, motif, puisLeDire, suite);
    }

    /**
     * Same when what the next page says is known only once it is done.
     *
     * @param effet gets the reason without the blanks around it, gives what the next page says
     */
    public static void tenter(String action, String motif, Function<String, String> effet, RedirectAttributes suite) {
        String dit = motif.strip();
        try {
            if (dit.length() < MOTIF_AU_MOINS || dit.length() > MOTIF_AU_PLUS) {
                throw new ActionImpossible("Dites pourquoi, en dix caractères au moins et mille au plus.");
            }
            suite.addFlashAttribute("succes", effet.apply(dit));
        } catch (ActionImpossible refus) {
            suite.addFlashAttribute("erreur", refus.getMessage());
            suite.addFlashAttribute("motif", motif);
            suite.addFlashAttribute("action", action);
        }
    }
}
