package fr.ptce.delais;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Every place of the diagrams and decision tables where a duration, or a date that people wait for, is written. */
final class DelaisDesModeles {

    /**
     * One of them.
     *
     * @param fichier such as {@code candidature/candidature.bpmn}
     * @param element id of the element that bears it
     * @param genre what it decides: {@code dueDate}, {@code timeDuration}, {@code retard}…
     * @param texte what the model says, an expression or a duration
     */
    record Place(String fichier, String element, String genre, String texte) {

        String nom() {
            return fichier + " " + element + " " + genre;
        }
    }

    private static final Set<String> DATES = Set.of(
            "dueDate",
            "followUpDate",
            "historyTimeToLive",
            "timeDate",
            "timeDuration",
            "timeCycle",
            "failedJobRetryTimeCycle");
    private static final Pattern UNE_DUREE = Pattern.compile("(?s).*\\.echeance\\(.*|(R\\d*/)?PT?\\d.*");
    private static final Pattern COLONNE_DE_DELAIS = Pattern.compile("(?i).*\\b(jours|heures|semaines|mois)\\b.*");
    private static final String MINUTEUR = "timerEventDefinition";

    private final List<Place> places = new ArrayList<>();

    private DelaisDesModeles() {}

    static List<Place> places() {
        DelaisDesModeles delais = new DelaisDesModeles();
        try (Stream<Path> fichiers = Files.walk(Path.of("bpmn"))) {
            fichiers.filter(Files::isRegularFile).sorted().forEach(delais::lire);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return delais.places;
    }

    private void lire(Path fichier) {
        String nom = Path.of("bpmn").relativize(fichier).toString().replace('\\', '/');
        elements(analyser(fichier), "*").forEach(element -> {
            attributs(nom, element);
            if (elements(element, "*").findAny().isEmpty()) {
                retenir(nom, element, local(element), element.getTextContent());
            }
            if ("decisionTable".equals(local(element))) {
                colonnesDeDelais(nom, element);
            }
        });
    }

    private void attributs(String fichier, Element element) {
        NamedNodeMap attributs = element.getAttributes();
        for (int rang = 0; rang < attributs.getLength(); rang++) {
            retenir(
                    fichier,
                    element,
                    local(attributs.item(rang)),
                    attributs.item(rang).getNodeValue());
        }
        if ("property".equals(local(element)) && element.getAttribute("name").startsWith("delai")) {
            ajouter(fichier, element, element.getAttribute("name"), element.getAttribute("value"));
        }
    }

    private void retenir(String fichier, Element element, String genre, String texte) {
        if (DATES.contains(genre) || UNE_DUREE.matcher(texte.strip()).matches()) {
            ajouter(fichier, element, genre, texte.strip());
        }
    }

    /** The conditions on a number of days, weeks… of each rule. */
    private void colonnesDeDelais(String fichier, Element table) {
        List<Element> colonnes = enfants(table, "input");
        for (Element regle : enfants(table, "rule")) {
            List<Element> conditions = enfants(regle, "inputEntry");
            IntStream.range(0, colonnes.size())
                    .filter(rang -> COLONNE_DE_DELAIS
                            .matcher(colonnes.get(rang).getAttribute("label"))
                            .matches())
                    .mapToObj(conditions::get)
                    .filter(condition -> !condition.getTextContent().isBlank())
                    .forEach(condition -> ajouter(
                            fichier,
                            condition,
                            "condition",
                            condition.getTextContent().strip()));
        }
    }

    private void ajouter(String fichier, Element element, String genre, String texte) {
        places.add(new Place(fichier, porteur(element), genre, texte));
    }

    /** The element that people know by its id: an event, not its timer. */
    private static String porteur(Node noeud) {
        Node ici = noeud;
        while (ici instanceof Element element) {
            if (element.hasAttribute("id") && !MINUTEUR.equals(local(element))) {
                return element.getAttribute("id");
            }
            ici = ici.getParentNode();
        }
        throw new AssertionError("Nothing bears an id around " + noeud);
    }

    private static Stream<Element> elements(Element racine, String nom) {
        NodeList trouves = racine.getElementsByTagName(nom);
        return IntStream.range(0, trouves.getLength()).mapToObj(rang -> (Element) trouves.item(rang));
    }

    private static List<Element> enfants(Element parent, String nom) {
        return elements(parent, "*")
                .filter(element -> element.getParentNode() == parent && nom.equals(local(element)))
                .toList();
    }

    private static String local(Node noeud) {
        return noeud.getNodeName().replaceFirst("^.*:", "");
    }

    private static Element analyser(Path fichier) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(fichier.toFile())
                    .getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError("Unreadable: " + fichier, e);
        }
    }
}
