package fr.ptce.monographie;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What changed in a text from one round to the next, word by word, as HTML: what is gone and what is new. */
final class Differences {

    private static final DiffRowGenerator GENERATEUR = DiffRowGenerator.create()
            .showInlineDiffs(true)
            .mergeOriginalRevised(true)
            .inlineDiffByWord(true)
            .ignoreWhiteSpaces(true)
            .lineNormalizer(HtmlUtils::htmlEscape)
            .oldTag(ouvrante -> ouvrante ? "<del>" : "</del>")
            .newTag(ouvrante -> ouvrante ? "<ins>" : "</ins>")
            .build();

    private Differences() {}

    /** The paragraphs that changed, with their words gone and new; empty when nothing did. */
    static String html(String avant, String apres) {
        List<DiffRow> lignes = GENERATEUR.generateDiffRows(
                avant.lines().toList(), apres.lines().toList());
        return lignes.stream()
                .filter(ligne -> ligne.getTag() != DiffRow.Tag.EQUAL)
                .map(DiffRow::getOldLine)
                .filter(ligne -> !ligne.isBlank())
                .map(ligne -> "<p>" + ligne + "</p>")
                .collect(Collectors.joining("\n"));
    }
}
