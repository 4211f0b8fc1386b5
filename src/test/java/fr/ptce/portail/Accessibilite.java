package fr.ptce.portail;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds against a page and its frames: all its rules, of WCAG and of good practice. */
public final class Accessibilite {

    private Accessibilite() {}

    /**
     * The faults, one line for each element at fault: the rule, then the HTML.
     *
     * @param parties CSS selectors of what is looked at; none for the whole page
     */
    public static List<String> fautes(Page page, String... parties) {
        AxeRunOptions reglages = new AxeRunOptions();
        reglages.setResultTypes(List.of("violations"));
        // Our pages frame no other site, so that axe can add up in the page itself; its other way opens a second one.
        page.frames().stream()
                .filter(cadre -> cadre.parentFrame() != null)
                .forEach(cadre -> cadre.evaluate(AxeBuilder.getAxeScript()));
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).options(reglages);
        for (String partie : parties) {
            axe.include(List.of(partie));
        }
        return axe.analyze().getViolations().stream()
                .flatMap(faute -> faute.getNodes().stream().map(noeud -> faute.getId() + " " + noeud.getHtml()))
                .toList();
    }
}
