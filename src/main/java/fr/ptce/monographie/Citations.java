package fr.ptce.monographie;

import fr.ptce.formulaire.Markdown;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What people said and may be quoted with. A text takes a quotation up by a line {@code [[citation 12]]}, so that it is
 * signed as its author agreed, and falls away when they change their mind.
 */
@Repository
class Citations {

    /** A quotation with the person who said it. */
    record Citation(long id, Entretien entretien, String texte) {}

    private static final Pattern MARQUE = Pattern.compile("\\[\\[citation (\\d{1,18})]]");

    private final JdbcClient jdbc;
    private final Entretiens entretiens;
    private final Clock horloge;

    Citations(JdbcClient jdbc, Entretiens entretiens, Clock horloge) {
        this.jdbc = jdbc;
        this.entretiens = entretiens;
        this.horloge = horloge;
    }

    void ajouter(Entretien entretien, String texte) {
        jdbc.sql("insert into citation (monographie, entretien, texte, ajoutee_le)"
                        + " values (:monographie, :entretien, :texte, :le)")
                .param("monographie", entretien.monographie())
                .param("entretien", entretien.id())
                .param("texte", texte)
                .param("le", Timestamp.from(horloge.instant()))
                .update();
    }

    List<Citation> deLaMonographie(long monographie) {
        Map<Long, Entretien> parId = entretiens.deLaMonographie(monographie).stream()
                .collect(Collectors.toMap(Entretien::id, Function.identity()));
        return jdbc.sql("select * from citation where monographie = :monographie order by id")
                .param("monographie", monographie)
                .query((r, rang) ->
                        new Citation(r.getLong("id"), parId.get(r.getLong("entretien")), r.getString("texte")))
                .list();
    }

    /** The numbers of quotations in a text that the monograph does not have, or whose author does not want to be quoted. */
    List<String> refusees(List<Citation> citations, String texte) {
        TreeSet<String> refusees = new TreeSet<>();
        Matcher marque = MARQUE.matcher(texte);
        while (marque.find()) {
            if (citable(citations, marque.group(1)).isEmpty()) {
                refusees.add(marque.group(1));
            }
        }
        return List.copyOf(refusees);
    }

    private static Optional<Citation> citable(List<Citation> citations, String numero) {
        return citations.stream()
                .filter(citation -> String.valueOf(citation.id()).equals(numero)
                        && citation.entretien().citable())
                .findFirst();
    }

    /** The text with its quotations in their place, signed; those that may not be quoted fall away. */
    String poser(List<Citation> citations, String texte) {
        return MARQUE.matcher(texte)
                .replaceAll(marque -> Matcher.quoteReplacement(citable(citations, marque.group(1))
                        .map(Citations::enMarkdown)
                        .orElse("")));
    }

    private static String enMarkdown(Citation citation) {
        return "\n\n> «\u00a0" + Markdown.citer(citation.texte()).replace("\n", "\n> ") + "\u00a0»  \n> *"
                + Markdown.citer(citation.entretien().signature()) + "*\n\n";
    }
}
