package fr.ptce.formulaire;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Tags are text, read in one pass. What the library does for HTML, which we show as written anyway, takes a time that
 * grows with the square of the number of {@code <}; links such as {@code <https://ptce.example>} stay its own.
 */
final class BalisesTellesQuelles implements InlineContentParserFactory {

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('<');
    }

    @Override
    public InlineContentParser create() {
        return BalisesTellesQuelles::lire;
    }

    private static ParsedInline lire(InlineParserState etat) {
        Scanner lecture = etat.scanner();
        Position debut = lecture.position();
        lecture.next();
        Position apresLeSigne = lecture.position();
        boolean unMot = lecture.peek() != '!' && lecture.peek() != '?';
        while (lecture.peek() != '>') {
            char signe = lecture.peek();
            if (signe == Scanner.END || signe == '<' || signe == '\n') {
                return ParsedInline.of(new Text("<"), apresLeSigne);
            }
            unMot &= !Character.isWhitespace(signe);
            lecture.next();
        }
        if (unMot) {
            return ParsedInline.none();
        }
        lecture.next();
        return ParsedInline.of(
                new Text(lecture.getSource(debut, lecture.position()).getContent()), lecture.position());
    }
}
