package fr.ptce.formulaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown that people write (CommonMark, with the tables of GitHub) as HTML that is safe in a page, a PDF and an e-mail:
 * HTML is shown as written, links lead to the web or to an address only, images become their alternative text, so that
 * nothing is loaded from elsewhere. The HTML is well-formed XML.
 */
public final class RenduMarkdown {

    /** Longest text, in characters: about twenty pages. */
    public static final int LONGUEUR = 60_000;

    /** Widest table, in columns: what a page of A4 can show. */
    public static final int COLONNES = 8;

    /** Longest table, in rows. */
    public static final int LIGNES = 200;

    /** How deep lists, quotations and emphasis may stand in each other. */
    private static final int PROFONDEUR = 30;

    private static final int NIVEAU_LE_PLUS_BAS = 6;
    private static final List<Extension> TABLEAUX = List.of(TablesExtension.create());
    private static final Parser ANALYSE = Parser.builder()
            .extensions(TABLEAUX)
            .customInlineContentParserFactory(new BalisesTellesQuelles())
            .build();
    private static final HtmlRenderer RENDU = HtmlRenderer.builder()
            .extensions(TABLEAUX)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .attributeProviderFactory(contexte -> RenduMarkdown::attributs)
            .build();

    private RenduMarkdown() {}

    /**
     * Renders a text.
     *
     * @param titre level of the heading under which the text stands: its own headings go below
     * @throws IllegalArgumentException when {@link #refus} refuses the text
     */
    public static String html(String texte, int titre) {
        Node document = lire(texte);
        refus(document).ifPresent(raison -> {
            throw new IllegalArgumentException(raison);
        });
        document.accept(new Adaptation(titre));
        return RENDU.render(document);
    }

    /** Null for a text that is too long to be read at all. */
    private static Node lire(String texte) {
        return texte.length() > LONGUEUR ? null : ANALYSE.parse(texte);
    }

    /** Why a text is not accepted, in French; empty when it is. */
    public static Optional<String> refus(String texte) {
        return refus(lire(texte));
    }

    private static Optional<String> refus(Node document) {
        if (document == null) {
            return Optional.of("Ce texte est trop long\u00a0: 60\u202f000 caractères au plus.");
        }
        if (profondeur(document) > PROFONDEUR) {
            return Optional.of("Des listes, des citations ou des mises en valeur sont trop imbriquées.");
        }
        List<String> refus = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock bloc) {
                if (bloc instanceof TableBlock tableau) {
                    if (colonnes(tableau) > COLONNES || lignes(tableau) > LIGNES) {
                        refus.add("Un tableau est trop grand\u00a0: " + COLONNES + " colonnes et " + LIGNES
                                + " lignes au plus.");
                    }
                }
            }
        });
        return refus.stream().findFirst();
    }

    /** Counted without recursion, which a text of signs alone could exhaust. */
    private static int profondeur(Node document) {
        int laPlusGrande = 0;
        int courante = 0;
        Node noeud = document;
        while (noeud != null) {
            laPlusGrande = Math.max(laPlusGrande, courante);
            if (noeud.getFirstChild() != null) {
                noeud = noeud.getFirstChild();
                courante++;
            } else {
                while (noeud != null && noeud.getNext() == null) {
                    noeud = noeud.getParent();
                    courante--;
                }
                noeud = noeud == null ? null : noeud.getNext();
            }
        }
        return laPlusGrande;
    }

    private static int colonnes(TableBlock tableau) {
        Node tete = tableau.getFirstChild();
        return tete instanceof TableHead && tete.getFirstChild() instanceof TableRow
                ? enfants(tete.getFirstChild())
                : 0;
    }

    private static int lignes(TableBlock tableau) {
        Node corps = tableau.getLastChild();
        return corps instanceof TableHead ? 0 : enfants(corps);
    }

    private static int enfants(Node noeud) {
        int nombre = 0;
        for (Node enfant = noeud.getFirstChild(); enfant != null; enfant = enfant.getNext()) {
            nombre++;
        }
        return nombre;
    }

    private static void attributs(Node noeud, String balise, Map<String, String> attributs) {
        if (noeud instanceof Link) {
            attributs.put("rel", "nofollow noopener noreferrer");
        }
        if ("th".equals(balise)) {
            attributs.put("scope", "col");
        }
    }

    /** Puts headings under that of the page, and words in the place of images. */
    private static final class Adaptation extends AbstractVisitor {

        private final int titre;
        private int precedent;

        Adaptation(int titre) {
            this.titre = titre;
            this.precedent = titre;
        }

        /** No level is left out, as a reader by ear expects. */
        @Override
        public void visit(Heading intertitre) {
            int voulu = Math.min(NIVEAU_LE_PLUS_BAS, titre + intertitre.getLevel());
            precedent = Math.min(voulu, precedent + 1);
            intertitre.setLevel(precedent);
            visitChildren(intertitre);
        }

        @Override
        public void visit(Image image) {
            StringBuilder mots = new StringBuilder();
            image.accept(new AbstractVisitor() {
                @Override
                public void visit(Image meme) {
                    visitChildren(meme);
                }

                @Override
                public void visit(Text texte) {
                    mots.append(texte.getLiteral());
                }
            });
            image.insertBefore(new Text(mots.toString()));
            image.unlink();
        }
    }
}
