package fr.ptce.libelles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.ptce.libelles.LibellesDesFormulaires.Champ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * A label that people read, kept as data or as a constant, changes with its approved file or not at all. These files are in
 * {@code src/test/resources/libelles}, one line a label: id;label. What the programme gave is compared with what it gave.
 */
class LibellesApprouvesTest {

    private static final Path APPROUVES = Path.of("src/test/resources/libelles");

    static Stream<Arguments> sources() {
        return Stream.of(
                arguments("besoins.csv", LibellesDesDonnees.besoins()),
                arguments("themes.csv", LibellesDesDonnees.themes()),
                arguments("groupes.csv", LibellesDesDonnees.groupes()),
                arguments("chapitres.csv", LibellesDesDonnees.chapitres()),
                arguments("variables.csv", LibellesDesDonnees.variables()),
                arguments("grille.csv", LibellesDesDonnees.grille()),
                arguments("enumerations.csv", LibellesDuCode.desEnumerations()),
                arguments("listes.csv", LibellesDuCode.desListes()),
                arguments("formulaires.csv", LibellesDesFormulaires.desChoix()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void unLibelleEstCeluiQuiEstApprouve(String fichier, Map<String, String> lus) throws IOException {
        Map<String, String> approuves = approuves(fichier);
        TreeSet<String> ids = new TreeSet<>(approuves.keySet());
        ids.addAll(lus.keySet());

        assertThat(ids.stream()
                        .filter(id -> !String.valueOf(lus.get(id)).equals(approuves.get(id)))
                        .map(id -> id + " reads « " + lus.get(id) + " », approved « " + approuves.get(id) + " »"))
                .as("labels that are not those of %s", APPROUVES.resolve(fichier))
                .isEmpty();
        assertThat(ids).as("labels of %s", fichier).isNotEmpty();
    }

    @Test
    void lesRegionsSontCellesDuProgramme() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/main/resources/annuaire/regions.csv")))
                .as("annuaire/regions.csv, as the programme gave it")
                .containsExactlyElementsOf(Files.readAllLines(APPROUVES.resolve("programme/regions.csv")));
    }

    @Test
    void leReferentielEstCeluiDuProgrammeAvecNosApostrophes() throws IOException {
        Map<String, Object> lu = yaml(Path.of("src/main/resources/annuaire/referentiel-2013-01.yaml"));

        assertThat(lu)
                .as("annuaire/referentiel-2013-01.yaml, as the programme gave it")
                .isEqualTo(yaml(APPROUVES.resolve("programme/referentiel-ptce.yaml")));
    }

    @Test
    void lesGroupesDUneRegionPortentSonNom() {
        Map<String, String> attendus = new TreeMap<>();
        LibellesDesDonnees.regions().forEach((code, region) -> {
            attendus.put("pilotes-" + code, "Pilotes " + region + " (CRESS)");
            attendus.put("accompagnateurs-" + code, "Accompagnateurs " + region);
        });
        attendus.keySet().removeIf(id -> id.endsWith("-FR"));

        assertThat(LibellesDesDonnees.groupesDesRegions()).containsExactlyInAnyOrderEntriesOf(attendus);
    }

    @Test
    void lesFormulairesOffrentLesThemesEtLesRegionsDesListes() {
        Map<String, String> regions = LibellesDesDonnees.regions();
        regions.put("FR", "National (plusieurs régions)");
        assertThat(LibellesDesFormulaires.champs())
                .filteredOn(champ -> "themes".equals(champ.cle()))
                .isNotEmpty()
                .allSatisfy(champ -> assertThat(champ.choix())
                        .as("themes of %s", champ.formulaire())
                        .containsExactlyEntriesOf(LibellesDesDonnees.themes()));
        assertThat(LibellesDesFormulaires.champs())
                .filteredOn(champ -> "region".equals(champ.cle()))
                .isNotEmpty()
                .allSatisfy(champ -> {
                    Map<String, String> choix = new TreeMap<>(champ.choix());
                    choix.replaceAll((code, nom) -> nom.replace('\'', '’'));
                    assertThat(choix)
                            .as("regions of %s", champ.formulaire())
                            .containsExactlyInAnyOrderEntriesOf(regions);
                });
    }

    @Test
    void lesFormulairesNommentLesBesoinsCommeLaListe() {
        Map<String, String> besoins = new LinkedHashMap<>();
        LibellesDesDonnees.besoins().forEach((id, libelle) -> besoins.put(id.replaceFirst(".* ", ""), libelle));
        Map<String, Map<String, String>> parFormulaire = new TreeMap<>();
        LibellesDesFormulaires.champs().stream()
                .filter(champ -> champ.famille().endsWith("_*"))
                .forEach(champ -> parFormulaire
                        .computeIfAbsent(champ.formulaire(), absent -> new LinkedHashMap<>())
                        .put(besoin(champ), champ.libelle()));

        assertThat(parFormulaire)
                .containsOnlyKeys(
                        "modifier-fiche", "recensement-accompagnateur", "recueillir-besoins", "repondre-questionnaire")
                .allSatisfy((formulaire, libelles) ->
                        assertThat(libelles).as("needs of %s", formulaire).containsExactlyEntriesOf(besoins));
    }

    private static String besoin(Champ champ) {
        return champ.cle().replaceFirst("^[a-z]+_", "").replace('_', '-');
    }

    private static Map<String, String> approuves(String fichier) throws IOException {
        Map<String, String> approuves = new LinkedHashMap<>();
        for (String ligne : Files.readAllLines(APPROUVES.resolve(fichier))) {
            String[] parties = ligne.split(";", 2);
            assertThat(approuves.put(parties[0], parties[1]))
                    .as("a line before « %s » of %s", ligne, fichier)
                    .isNull();
        }
        return approuves;
    }

    private static Map<String, Object> yaml(Path fichier) throws IOException {
        return new Yaml().load(Files.readString(fichier).replace('\'', '’'));
    }
}
