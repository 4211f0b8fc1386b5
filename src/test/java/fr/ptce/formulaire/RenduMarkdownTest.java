package fr.ptce.formulaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class RenduMarkdownTest {

    @Test
    void unTexteOrdinaireDevientDuHtmlSousSonTitre() {
        assertThat(RenduMarkdown.html(
                        "# Débuts\n\n### Suite\n\nUn *mot* et un [lien](https://ptce.example).\n\n- un\n- deux", 2))
                .isEqualTo("<h3>Débuts</h3>\n<h4>Suite</h4>\n<p>Un <em>mot</em> et un"
                        + " <a rel=\"nofollow noopener noreferrer\" href=\"https://ptce.example\">lien</a>.</p>\n"
                        + "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n");
    }

    @Test
    void unTableauADesEntetesDeColonne() {
        assertThat(RenduMarkdown.html("| Année | Emplois |\n|---|---|\n| 2026 | 12 |", 2))
                .contains("<th scope=\"col\">Année</th>", "<td>12</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[clic](javascript:alert(1))",
                "[clic](JaVaScRiPt:alert(1))",
                "[clic](data:text/html,<script>alert(1)</script>)",
                "[clic](vbscript:x)",
                "![photo](https://ailleurs.example/x.png)",
                "![photo](https://ailleurs.example/x.png \"titre\")",
                "<iframe src='https://ailleurs.example'></iframe>",
                "<style>body{display:none}</style>",
                "<javascript:alert(1)>",
                "```\n<script>alert(1)</script>\n```",
                "[a]: javascript:alert(1)\n\n[a]",
                "<a href='https://x.example' onclick='alert(1)'>x</a>",
                "[x](https://x.example \"\" onmouseover=alert(1) \"\")"
            })
    void unTexteHostileEstInoffensif(String texte) throws Exception {
        String html = RenduMarkdown.html(texte, 2);

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<div>" + html + "</div>")));
        var elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            var element = (org.w3c.dom.Element) elements.item(i);
            assertThat(element.getTagName()).isIn("div", "p", "a", "pre", "code", "em", "strong", "blockquote");
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                assertThat(element.getAttributes().item(j).getNodeName()).isIn("href", "rel", "title");
            }
            assertThat(element.getAttribute("href")).matches("|https://.*|mailto:.*");
        }
    }

    @Test
    void uneImageDevientSonTexteDeRemplacement() {
        assertThat(RenduMarkdown.html("Voici ![le *lieu* du pôle](https://ailleurs.example/x.png).", 2))
                .isEqualTo("<p>Voici le lieu du pôle.</p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ptce.example", "https://ptce.example", "mailto:camille@tisserands.example"})
    void unLienVersLeWebOuUneAdresseReste(String adresse) {
        assertThat(RenduMarkdown.html("[ici](" + adresse + ")", 2)).contains("href=\"" + adresse + "\"");
    }

    @Test
    void lesIntertitresDescendentDUnNiveauALaFoisEtPasSousLeSixieme() {
        assertThat(RenduMarkdown.html("# a\n\n#### b\n\n##### c\n\n###### d\n\n# e *f*", 3))
                .isEqualTo("<h4>a</h4>\n<h5>b</h5>\n<h6>c</h6>\n<h6>d</h6>\n<h4>e <em>f</em></h4>\n");
    }

    @Test
    void lesImagesDUnIntertitreEtDUneImageDeviennentDesMots() {
        assertThat(RenduMarkdown.html("# Le ![lieu](x.png)", 2)).isEqualTo("<h3>Le lieu</h3>\n");
        assertThat(RenduMarkdown.html("![a ![b](y.png) c](x.png)", 2)).isEqualTo("<p>a b c</p>\n");
    }

    @Test
    void seulLEnteteDUnTableauPorteLaPorteeDeSaColonne() {
        assertThat(RenduMarkdown.html("| A |\n|---|\n| b |", 2))
                .containsOnlyOnce("scope=\"col\"")
                .doesNotContain("rel=");
    }

    @ParameterizedTest
    @CsvSource({"8, 200, true", "9, 1, false", "1, 201, false", "1, 0, true"})
    void unTableauAHuitColonnesEtDeuxCentsLignesAuPlus(int colonnes, int lignes, boolean accepte) {
        String texte = "|" + " a |".repeat(colonnes) + "\n|" + "---|".repeat(colonnes) + "\n"
                + ("|" + " b |".repeat(colonnes) + "\n").repeat(lignes);

        assertThat(RenduMarkdown.refus(texte).isEmpty()).isEqualTo(accepte);
        assertThat(RenduMarkdown.refus("Avant.\n\n" + texte + "\nAprès.\n").isEmpty())
                .isEqualTo(accepte);
    }

    @ParameterizedTest
    @CsvSource({"28, true", "29, false"})
    void desCitationsSImbriquentJusquAUneProfondeurPermise(int citations, boolean accepte) {
        String texte = "Avant.\n\n" + "> ".repeat(citations) + "a\n\nAprès.";

        assertThat(RenduMarkdown.refus(texte).isEmpty()).isEqualTo(accepte);
        assertThat(RenduMarkdown.refus(texte))
                .isEqualTo(
                        accepte
                                ? Optional.empty()
                                : Optional.of(
                                        "Des listes, des citations ou des mises en valeur sont trop imbriquées."));
    }

    @Test
    void unTexteDeLaLongueurPermiseEstAccepte() {
        assertThat(RenduMarkdown.refus("a".repeat(60_000))).isEmpty();
        assertThat(RenduMarkdown.refus("a".repeat(60_001)))
                .contains("Ce texte est trop long\u00a0: 60\u202f000 caractères au plus.");
    }

    @Test
    void unTexteTropLongEtUnTableauTropGrandSontRefuses() {
        assertThat(RenduMarkdown.refus("a".repeat(5_000_000)))
                .hasValueSatisfying(raison -> assertThat(raison).contains("trop long"));
        assertThat(RenduMarkdown.refus("|" + " a |".repeat(300) + "\n|" + "---|".repeat(300)))
                .hasValueSatisfying(raison -> assertThat(raison).contains("tableau"));
        assertThat(RenduMarkdown.refus("| a |\n|---|\n" + "| b |\n".repeat(1000)))
                .hasValueSatisfying(raison -> assertThat(raison).contains("tableau"));
        assertThatThrownBy(() -> RenduMarkdown.html("a".repeat(60_001), 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(RenduMarkdown.refus("a ".repeat(30_000))).isEmpty();
    }

    /** Tagged, since a mutation must not be judged by the load of the machine. */
    @Tag("chronometre")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "*",
                "**a ",
                "[",
                "![",
                "`",
                "_a",
                "<",
                "<a ",
                "<!--x>",
                "<?",
                "<![CDATA[",
                "<a b>",
                "</",
                "&",
                "\\",
                "|",
                "~",
                "[a](",
                "1. "
            })
    void unTexteFaitDeSignesNeBloqueNiNEpuiseRien(String signe) {
        String texte = signe.repeat(60_000 / signe.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            if (RenduMarkdown.refus(texte).isEmpty()) {
                assertThat(RenduMarkdown.html(texte, 2)).isNotNull();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "a < b, a &lt; b",
        "<https://ptce.example>, <a rel=\"nofollow noopener noreferrer\" href=\"https://ptce.example\">https://ptce.example</a>",
        "<b>, &lt;b&gt;",
        "<b class='*x*'>, &lt;b class='*x*'&gt;",
        "<!-- *x* -->, &lt;!-- *x* --&gt;",
    })
    void unSigneInferieurSeLitCommeIlEstEcrit(String texte, String html) {
        assertThat(RenduMarkdown.html("Voici " + texte, 2)).isEqualTo("<p>Voici " + html + "</p>\n");
    }
}
