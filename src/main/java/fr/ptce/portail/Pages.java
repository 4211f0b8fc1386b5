package fr.ptce.portail;

import java.util.function.IntFunction;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of a list that is shown, for {@code portail/fragments :: pages}.
 *
 * @param total how many rows there are
 * @param parPage rows of a page, at least 1
 * @param page from 1 to {@code pages}
 * @param pages at least 1
 */
public record Pages(long total, int parPage, int page, int pages) {

    /**
     * A page of so many rows.
     *
     * @param demandee what the address asks for: a number out of range leads to the nearest page
     */
    public static Pages de(long total, int parPage, int demandee) {
        int pages = (int) Math.max(1, (total + parPage - 1) / parPage);
        return new Pages(total, parPage, Math.min(Math.max(demandee, 1), pages), pages);
    }

    /** Rows before this page. */
    public int depuis() {
        return (page - 1) * parPage;
    }

    /**
     * Gives a view what it shows of the pages.
     *
     * @param adresse of a page by its number
     */
    public void montrer(ModelAndView vue, IntFunction<String> adresse) {
        vue.addObject("total", total);
        vue.addObject("page", page);
        vue.addObject("pages", pages);
        vue.addObject("precedente", adresse.apply(page - 1));
        vue.addObject("suivante", adresse.apply(page + 1));
    }
}
