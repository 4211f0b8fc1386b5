package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.SansApplication;
import fr.ptce.annuaire.Besoins;
import fr.ptce.formulaire.Ecarts;
import fr.ptce.formulaire.Formulaires;
import fr.ptce.formulaire.SaisieDEssai;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No answer of the sheet of an accompagnateur is lost: in the table, and when they open it again to correct it. */
class ChampsDeLaFicheTest {

    private static final List<String> REGIONS = List.of("53", "11", "42");
    private static final SaisieDEssai RECENSEMENT =
            new SaisieDEssai("accompagnement/recensement-accompagnateur", Map.of("regionsProposees", REGIONS));
    private static final SaisieDEssai MODIFICATION = new SaisieDEssai("accompagnement/modifier-fiche");

    /** Kept as the version of its wording. */
    private static final String CONSENTEMENT = "consentement";

    /** Neither the address, which is that of the account, nor the regions, which are groups, are changed by the person. */
    private static final Set<String> SANS_RETOUR =
            Set.of("courriel", "region_principale", "autres_regions", CONSENTEMENT);

    private static SansApplication pieces;

    @BeforeAll
    static void ouvrir() {
        pieces = new SansApplication(Accompagnateurs.class, Besoins.class, Formulaires.class);
    }

    @AfterAll
    static void fermer() {
        pieces.close();
    }

    static List<String> questions() {
        return RECENSEMENT.cles().stream()
                .filter(cle -> !cle.equals(CONSENTEMENT))
                .toList();
    }

    static List<String> questionsALaCorrection() {
        return MODIFICATION.cles();
    }

    @Test
    void onCorrigeToutCeQuOnADitHorsAdresseEtRegions() {
        assertThat(Ecarts.entre(
                        "modifier-fiche.form",
                        MODIFICATION.cles(),
                        "recensement-accompagnateur.form",
                        RECENSEMENT.cles().stream()
                                .filter(cle -> !SANS_RETOUR.contains(cle))
                                .toList()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void chaqueReponseEstGardeeDansLaTable(String cle) {
        Accompagnateurs accompagnateurs = pieces.donner(Accompagnateurs.class);
        Fiche autre = accompagnateurs.lire(deposer(RECENSEMENT.autrement(cle))).fiche();
        assertThat(autre.equals(
                        accompagnateurs.lire(deposer(RECENSEMENT.complete())).fiche()))
                .as("« %s » ne change rien à la fiche gardée (Fiche, Accompagnateurs.deposer)", cle)
                .isFalse();
    }

    @Test
    void laFicheSeRouvreAvecToutesSesReponses() {
        Map<String, Object> saisie = RECENSEMENT.complete();
        Map<String, Object> montree = pieces.donner(Accompagnateurs.class)
                .lire(deposer(saisie))
                .fiche()
                .champs();
        assertThat(Ecarts.entre("modifier-fiche.form", MODIFICATION.cles(), "Fiche.champs", montree.keySet()))
                .isEmpty();
        assertThat(Ecarts.desReponses(saisie, montree))
                .as("réponses montrées dans modifier-fiche.form")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("questionsALaCorrection")
    void chaqueCorrectionEstGardee(String cle) {
        long id = deposer(RECENSEMENT.complete());
        Fiche avant = pieces.donner(Accompagnateurs.class).lire(id).fiche();
        pieces.donner(Accompagnateurs.class)
                .modifier(id, fiche("accompagnement/modifier-fiche.form", autrement(cle), Map.of()));
        assertThat(pieces.donner(Accompagnateurs.class).lire(id).fiche().equals(avant))
                .as("« %s » corrigé ne change rien à la fiche (Accompagnateurs.modifier)", cle)
                .isFalse();
    }

    /** What the sheet says already, but for one answer. */
    private static Map<String, Object> autrement(String cle) {
        Map<String, Object> saisie = new HashMap<>(RECENSEMENT.complete());
        saisie.keySet().retainAll(MODIFICATION.cles());
        saisie.put(cle, MODIFICATION.autrement(cle).get(cle));
        return saisie;
    }

    private static long deposer(Map<String, Object> saisie) {
        Map<String, Object> propositions = Map.of(
                "regionsProposees",
                REGIONS.stream()
                        .map(code -> Map.of("value", code, "label", code))
                        .toList());
        Accompagnateurs accompagnateurs = pieces.donner(Accompagnateurs.class);
        long id = accompagnateurs.deposer(
                fiche("accompagnement/recensement-accompagnateur.form", saisie, propositions), "essai");
        // So that the next one may have the same address.
        accompagnateurs.partir(id);
        return id;
    }

    private static Fiche fiche(String formulaire, Map<String, Object> saisie, Map<String, Object> contexte) {
        Besoins besoins = pieces.donner(Besoins.class);
        return Fiche.de(
                pieces.donner(Formulaires.class).lire(formulaire).accepter(saisie, contexte),
                besoins.liste(besoins.version()));
    }
}
