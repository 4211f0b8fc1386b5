package fr.ptce.delais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.base.HeureDeParis;
import fr.ptce.delais.DelaisDesModeles.Place;
import fr.ptce.delais.TableDesDelais.Attente;
import fr.ptce.relance.CalendrierDEssai;
import fr.ptce.relance.JoursOuvres;
import jakarta.el.ELProcessor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The expressions of the models that count working days give the date that the table says, when they are evaluated: the
 * bean, the method and what it is given, the holidays of the region too.
 */
class EcheancesCalculeesTest {

    private static final String LUNDI_DE_LA_SEMAINE_SAINTE = "2026-03-30T09:00:00Z";
    private static final Date DATE_CHOISIE = Date.from(Instant.EPOCH);

    private final List<Attente> table = TableDesDelais.lire().attentes();
    private final JoursOuvres joursOuvres = CalendrierDEssai.le(LUNDI_DE_LA_SEMAINE_SAINTE);

    /** What a model may ask of its execution; public for the evaluator. */
    public record Execution(boolean choisie) {

        public boolean hasVariable(String nom) {
            return choisie && List.of("echeanceDeReponse", "repriseLe").contains(nom);
        }
    }

    static Stream<Place> expressions() {
        return DelaisDesModeles.places().stream().filter(place -> place.texte().contains(".echeance("));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void unDelaiEnJoursOuvresFinitALaFinDuDernier(Place place) {
        Duree jours = table.stream()
                .filter(attente -> attente.de(place))
                .map(Attente::duree)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row of the table knows " + place.nom()));
        for (String region : List.of("53", "42")) {
            assertThat(evaluer(place.texte(), region, false))
                    .as("%s in region %s, %s", place.nom(), region, jours)
                    .isEqualTo(finDu(jours.nombre(), region));
        }
        if (place.texte().contains("hasVariable")) {
            assertThat(evaluer(place.texte(), "53", true))
                    .as("%s, chosen", place.nom())
                    .isEqualTo(DATE_CHOISIE);
        }
    }

    private Object evaluer(String texte, String region, boolean choisie) {
        ELProcessor evaluateur = new ELProcessor();
        evaluateur.defineBean("joursOuvres", joursOuvres);
        evaluateur.defineBean("execution", new Execution(choisie));
        evaluateur.defineBean("echeanceDeReponse", DATE_CHOISIE);
        evaluateur.defineBean("repriseLe", DATE_CHOISIE);
        evaluateur.defineBean("region", region);
        return evaluateur.eval(texte.substring(2, texte.length() - 1));
    }

    /** Counted here day by day, apart from the application: Good Friday is the 3rd of April, Easter Monday the 6th. */
    private static Date finDu(long jours, String region) {
        List<LocalDate> feries = Stream.of(
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-08",
                        "2026-05-14",
                        "2026-05-25",
                        "42".equals(region) ? "2026-04-03" : "2026-04-06")
                .map(LocalDate::parse)
                .toList();
        LocalDate jour = LocalDate.parse("2026-03-30");
        for (long compte = 0; compte < jours; ) {
            jour = jour.plusDays(1);
            compte += jour.getDayOfWeek().getValue() < 6 && !feries.contains(jour) ? 1 : 0;
        }
        LocalDateTime fin = jour.atTime(18, 0);
        return Date.from(fin.atZone(HeureDeParis.ZONE).toInstant());
    }
}
