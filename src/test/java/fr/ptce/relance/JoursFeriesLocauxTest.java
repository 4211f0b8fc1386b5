package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.annuaire.LecteurCsv;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every day off of seven years, for every region, as the law says: Code du travail, L3133-1 for all of them, L3134-13 for
 * Alsace-Moselle, L3422-2 (abolition of slavery) overseas. What the law does not say is a working day. The whole of Lorraine
 * and of Grand Est keep the days of Alsace-Moselle.
 */
class JoursFeriesLocauxTest {

    private static final List<MonthDay> PARTOUT = Stream.of(
                    "01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25")
            .map(jour -> MonthDay.parse("--" + jour))
            .toList();
    private static final int LUNDI_DE_PAQUES = 1;
    private static final int ASCENSION = 39;
    private static final int LUNDI_DE_PENTECOTE = 50;

    private static final Map<Integer, LocalDate> PAQUES = Stream.of(
                    "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21")
            .map(LocalDate::parse)
            .collect(Collectors.toMap(LocalDate::getYear, jour -> jour));

    /** By region: its own days; VS is Good Friday. */
    private static final Map<String, List<String>> LOCAUX = Map.of(
            "41", List.of("VS", "12-26"),
            "42", List.of("VS", "12-26"),
            "44", List.of("VS", "12-26"),
            "01", List.of("05-27"),
            "02", List.of("05-22"),
            "03", List.of("06-10"),
            "04", List.of("12-20"),
            "06", List.of("04-27"));

    private final JoursOuvres jours = CalendrierDEssai.le("2026-01-05T09:00:00Z");

    static List<String> regions() {
        return LecteurCsv.lire("annuaire/regions.csv", ligne -> ligne.get("code"));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void uneRegionChomeLesJoursDeLaLoiEtAucunAutre(String region) {
        for (int annee : PAQUES.keySet()) {
            assertThat(jours(annee).filter(jour -> !jours.ouvre(jour, region)))
                    .as("days off of region %s in %d", region, annee)
                    .containsExactlyElementsOf(jours(annee)
                            .filter(jour -> ferie(jour) || ferieDans(region, jour))
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-03, 41 42 44, Vendredi saint",
        "2029-03-30, 41 42 44, Vendredi saint",
        "2025-12-26, 41 42 44, lendemain de Noël",
        "2026-05-27, 01, abolition de l’esclavage en Guadeloupe",
        "2026-05-22, 02, abolition de l’esclavage en Martinique",
        "2026-06-10, 03, abolition de l’esclavage en Guyane",
        "2027-12-20, 04, abolition de l’esclavage à La Réunion",
        "2026-04-27, 06, abolition de l’esclavage à Mayotte"
    })
    void unJourFerieLocalLEstLaEtPasAilleurs(LocalDate jour, String ouIlLEst, String nom) {
        assertThat(regions().stream().filter(region -> !jours.ouvre(jour, region)))
                .as("regions that do not work on %s, %s", jour, nom)
                .containsExactlyInAnyOrder(ouIlLEst.split(" "));
    }

    private static Stream<LocalDate> jours(int annee) {
        return IntStream.rangeClosed(1, Year.of(annee).length())
                .mapToObj(rang -> LocalDate.ofYearDay(annee, rang))
                .filter(jour -> jour.getDayOfWeek() != DayOfWeek.SATURDAY && jour.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    private static boolean ferie(LocalDate jour) {
        LocalDate paques = PAQUES.get(jour.getYear());
        return PARTOUT.contains(MonthDay.from(jour))
                || Stream.of(LUNDI_DE_PAQUES, ASCENSION, LUNDI_DE_PENTECOTE)
                        .anyMatch(apres -> paques.plusDays(apres).equals(jour));
    }

    private static boolean ferieDans(String region, LocalDate jour) {
        return LOCAUX.getOrDefault(region, List.of()).stream()
                .anyMatch(local -> "VS".equals(local)
                        ? PAQUES.get(jour.getYear()).minusDays(2).equals(jour)
                        : MonthDay.parse("--" + local).equals(MonthDay.from(jour)));
    }
}
