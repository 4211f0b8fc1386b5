package fr.ptce.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags are read as text by us, and never handed on to the library, which takes long. */
class BalisesTellesQuellesTest {

    private static final Parser LECTEUR = Parser.builder()
            .customInlineContentParserFactory(new BalisesTellesQuelles())
            .build();

    @Test
    void laLectureCommenceAuSigneInferieur() {
        assertThat(new BalisesTellesQuelles().getTriggerCharacters()).containsExactly('<');
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a b>", "<img src='x' onerror='y'>", "<!-- un mot -->", "<!x>", "<?x>", "<?php echo ?>"})
    void uneBaliseEstUnSeulTexte(String balise) {
        assertThat(morceaux("Avant " + balise + " après")).containsExactly("Avant " + balise + " après");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<a b", "<a <b", "< 3"})
    void unSigneSeulEstUnTexte(String texte) {
        assertThat(morceaux("Avant " + texte)).containsExactly("Avant " + texte);
    }

    @Test
    void uneAdresseEntreSignesResteUnLien() {
        assertThat(morceaux("<https://ptce.example>"))
                .containsExactly("lien https://ptce.example", "https://ptce.example");
    }

    /** What the library made of it: the texts, each as long as it can be, and what is no text by its kind. */
    private static List<String> morceaux(String markdown) {
        List<String> morceaux = new ArrayList<>();
        Node document = LECTEUR.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text texte) {
                morceaux.add(texte.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                morceaux.add("html " + html.getLiteral());
            }

            @Override
            public void visit(Link lien) {
                morceaux.add("lien " + lien.getDestination());
                visitChildren(lien);
            }
        });
        return morceaux;
    }
}
