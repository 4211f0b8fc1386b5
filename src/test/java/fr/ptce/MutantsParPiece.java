package fr.ptce;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Sums up by room what the last mutation tests wrote ({@code target/pit-reports/mutations.xml}), and fails when less than
 * 80 % of the mutants of a class are killed.
 */
final class MutantsParPiece {

    private static final Pattern PIECE = Pattern.compile("fr\\.ptce\\.(\\w+)\\..*");

    private static final int MINIMUM = 80;

    private long vus;
    private long tues;

    private MutantsParPiece() {}

    public static void main(String[] arguments) throws Exception {
        NodeList mutants = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("target", "pit-reports", "mutations.xml").toFile())
                .getElementsByTagName("mutation");
        Map<String, MutantsParPiece> pieces = new TreeMap<>();
        Map<String, MutantsParPiece> classes = new TreeMap<>();
        MutantsParPiece total = new MutantsParPiece();
        for (int rang = 0; rang < mutants.getLength(); rang++) {
            Element mutant = (Element) mutants.item(rang);
            String classe = mutant.getElementsByTagName("mutatedClass").item(0).getTextContent();
            boolean tue = Boolean.parseBoolean(mutant.getAttribute("detected"));
            pieces.computeIfAbsent(PIECE.matcher(classe).replaceFirst("$1"), piece -> new MutantsParPiece())
                    .compter(tue);
            classes.computeIfAbsent(classe, nom -> new MutantsParPiece()).compter(tue);
            total.compter(tue);
        }
        pieces.forEach((piece, compte) -> System.out.println(compte.ligne(piece)));
        System.out.println(total.ligne("total"));
        ClassesMuteesTest.exclues().forEach((classe, raison) -> System.out.println(classe + " not mutated: " + raison));
        classes.values().removeIf(compte -> 100 * compte.tues >= MINIMUM * compte.vus);
        if (!classes.isEmpty()) {
            classes.forEach((classe, compte) -> System.out.println(compte.ligne(classe)));
            throw new IllegalStateException("Less than " + MINIMUM + " % killed in " + classes.keySet());
        }
    }

    private void compter(boolean tue) {
        vus++;
        tues += tue ? 1 : 0;
    }

    private String ligne(String nom) {
        return "%-16s %4d of %4d mutants killed, %3d %%".formatted(nom, tues, vus, 100 * tues / vus);
    }
}
