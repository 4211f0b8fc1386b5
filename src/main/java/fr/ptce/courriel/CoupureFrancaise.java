package fr.ptce.courriel;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line of a letter may end: the platform's rules, which wrongly break “l’” from “accompagnement”, less that. */
final class CoupureFrancaise implements FSTextBreaker {

    private final BreakIterator coupures = BreakIterator.getLineInstance(Locale.FRENCH);
    private String texte = "";

    @Override
    public int next() {
        int position = coupures.next();
        while (position > 0 && position < texte.length() && apresUneApostrophe(position)) {
            position = coupures.next();
        }
        return position;
    }

    @Override
    public void setText(String nouveau) {
        texte = nouveau;
        coupures.setText(nouveau);
    }

    private boolean apresUneApostrophe(int position) {
        return texte.charAt(position - 1) == '’' && Character.isLetterOrDigit(texte.charAt(position));
    }
}
