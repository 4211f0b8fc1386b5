package fr.ptce.delais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.delais.DelaisDesModeles.Place;
import fr.ptce.delais.DureesDites.Dite;
import fr.ptce.delais.TableDesDelais.Application;
import fr.ptce.delais.TableDesDelais.Attente;
import fr.ptce.delais.TableDesDelais.Delai;
import fr.ptce.delais.TableDesDelais.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every duration is a row of {@code delais/delais.yaml}, is applied as the row says and is said as it is applied, in the
 * guides, diagrams, tables, forms, pages, e-mails, letters and messages. To change one: change the row, and the failures
 * name what is to follow.
 */
class DelaisAnnoncesTest {

    private static final String TABLE = "src/test/resources/delais/delais.yaml";
    private static final int AUTOUR = 40;

    private static TableDesDelais table;
    private static List<Place> places;
    private static Map<String, String> textes;
    private static Map<String, List<Dite>> dites;

    private final List<String> fautes = new ArrayList<>();

    @BeforeAll
    static void toutLire() {
        table = TableDesDelais.lire();
        places = DelaisDesModeles.places();
        textes = TextesPourLesGens.tous();
        dites = new TreeMap<>();
        textes.forEach((fichier, texte) -> dites.put(fichier, DureesDites.dans(texte)));
    }

    @Test
    void lesModelesAppliquentLesDelaisDeLaTable() {
        table.delais()
                .forEach(delai -> delai.attentes().forEach(attente -> comparer(delai.nom(), attente, dit(delai))));
        new TableDesDelais(List.of(), table.dates(), List.of())
                .attentes()
                .forEach(attente -> comparer("a date set elsewhere", attente, ""));

        assertThat(fautes).as("what the models apply and %s", TABLE).isEmpty();
    }

    @Test
    void chaqueDelaiDUnModeleEstDansLaTable() {
        List<Attente> attentes = table.attentes();

        assertThat(places)
                .filteredOn(place -> attentes.stream().noneMatch(attente -> attente.de(place)))
                .as("durations of the models that no row of %s knows", TABLE)
                .isEmpty();
    }

    @Test
    void leCodeEtLesReglagesAppliquentLesDelaisDeLaTable() {
        Map<String, String> reglages = DelaisDuCode.reglages();
        for (Delai delai : table.delais()) {
            delai.applique().stream()
                    .filter(application -> !application.dansUnModele())
                    .forEach(application -> comparer(delai, application, reglages));
        }

        assertThat(fautes).as("what the code applies and %s", TABLE).isEmpty();
    }

    @Test
    void chaqueDelaiDuCodeEtDesReglagesEstUneConstanteDeLaTable() {
        Set<String> connus = new HashSet<>();
        table.delais().forEach(delai -> delai.applique().forEach(application -> connus.add(application.lieu())));
        Set<String> inconnus = new TreeSet<>(DelaisDuCode.constantes());
        inconnus.addAll(DelaisDuCode.reglages().keySet());
        inconnus.removeAll(connus);

        assertThat(inconnus)
                .as("durations of the code and settings that no row of %s knows", TABLE)
                .isEmpty();
        assertThat(DelaisDuCode.sansNom())
                .as("durations without a name: make them constants, with a row in %s", TABLE)
                .isEmpty();
    }

    @Test
    void unDelaiEstAppliqueOuEstLaSommeDeDelaisQuiLeSont() {
        Map<String, Long> jours = table.delais().stream()
                .collect(Collectors.toMap(Delai::id, delai -> delai.valeur().nombre()));

        assertThat(table.delais()).allSatisfy(delai -> {
            assertThat(delai.applique().isEmpty())
                    .as(delai.nom())
                    .isNotEqualTo(delai.somme().isEmpty());
            assertThat(delai.somme().stream().mapToLong(jours::get).sum())
                    .as("%s, as the sum of %s", delai.nom(), delai.somme())
                    .isIn(0L, delai.valeur().nombre());
        });
    }

    @Test
    void chaqueDelaiDitEstCeluiQuiSApplique() {
        table.delais().forEach(delai -> delai.dit().forEach(phrase -> verifier(delai, phrase)));

        assertThat(fautes).as("what is said and what is applied").isEmpty();
    }

    @Test
    void chaqueDelaiDitEstDansLaTable() {
        List<Phrase> connues = Stream.concat(
                        table.delais().stream().flatMap(delai -> delai.dit().stream()), table.sansRegle().stream())
                .toList();
        textes.forEach((fichier, texte) -> dites.get(fichier).stream()
                .filter(dite -> connues.stream()
                        .noneMatch(phrase -> phrase.fichier().equals(fichier) && phrase.designe(texte, dite)))
                .forEach(dite -> fautes.add(fichier + " says « " + dite.mots() + " » in « " + autour(texte, dite)
                        + " », which no row knows")));
        table.sansRegle().stream()
                .filter(phrase -> designees(phrase).isEmpty())
                .forEach(phrase -> fautes.add(phrase.fichier() + " does not say « " + phrase.texte() + " » any more"));

        assertThat(fautes).as("what is said and %s", TABLE).isEmpty();
    }

    private void verifier(Delai delai, Phrase phrase) {
        List<Dite> designees = designees(phrase);
        if (designees.isEmpty()) {
            fautes.add(delai.nom() + ": " + phrase.fichier() + " does not say « " + phrase.texte()
                    + " » any more, though it is applied by " + delai.lieux());
        }
        designees.stream()
                .filter(dite -> !delai.estDitPar(dite.duree(), phrase.moinsUn()))
                .forEach(
                        dite -> fautes.add(delai.nom() + ": " + phrase.fichier() + " says « " + dite.mots() + " » in « "
                                + autour(textes.get(phrase.fichier()), dite) + " », but " + delai.valeur()
                                + (phrase.moinsUn() ? ", less one," : "") + " is applied by " + delai.lieux()));
    }

    private List<Dite> designees(Phrase phrase) {
        String texte = textes.get(phrase.fichier());
        return dites.getOrDefault(phrase.fichier(), List.of()).stream()
                .filter(dite -> phrase.designe(texte, dite))
                .toList();
    }

    private static String autour(String texte, Dite dite) {
        return texte.substring(Math.max(0, dite.debut() - AUTOUR), Math.min(texte.length(), dite.fin() + AUTOUR));
    }

    private void comparer(String nom, Attente attente, String dit) {
        List<Place> trouvees = places.stream().filter(attente::de).toList();
        if (trouvees.isEmpty()) {
            fautes.add(nom + ": there is no " + attente.lieu());
        }
        trouvees.stream()
                .filter(place -> !place.texte().equals(attente.texte()))
                .forEach(place -> fautes.add(nom + ": " + place.nom() + " applies " + place.texte() + " instead of "
                        + attente.texte() + dit));
    }

    private void comparer(Delai delai, Application application, Map<String, String> reglages) {
        String[] lieu = application.lieu().split(" ", -1);
        if (lieu.length == 1) {
            String texte = textes.getOrDefault(lieu[0], "");
            if (!texte.contains(application.attendu(delai.valeur()))) {
                fautes.add(delai.nom() + ": " + lieu[0] + " does not contain " + application.attendu(delai.valeur())
                        + dit(delai));
            }
        } else if (lieu[0].endsWith(".yml")) {
            String reglage = reglages.get(application.lieu());
            if (!application.attendu(delai.valeur()).equals(reglage)) {
                fautes.add(delai.nom() + ": " + application.lieu() + " is " + reglage + dit(delai));
            }
        } else {
            Object constante = DelaisDuCode.valeur(lieu[0], lieu[1]);
            boolean juste = application.modele() == null
                    ? delai.valeur().vaut(constante)
                    : application.attendu(delai.valeur()).equals(String.valueOf(constante));
            if (!juste) {
                fautes.add(delai.nom() + ": " + application.lieu() + " is " + constante + dit(delai));
            }
        }
    }

    private static String dit(Delai delai) {
        return delai.dit().isEmpty()
                ? ""
                : ", and is said in "
                        + String.join(
                                ", ",
                                new TreeSet<>(delai.dit().stream()
                                        .map(Phrase::fichier)
                                        .toList()));
    }
}
