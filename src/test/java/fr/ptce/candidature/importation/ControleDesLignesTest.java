package fr.ptce.candidature.importation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.annuaire.AnnuaireDEssai;
import fr.ptce.formulaire.FormulairesDEssai;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row of a file: its verdict and what its author reads. */
class ControleDesLignesTest {

    private static final ControleDesLignes CONTROLE = controle();

    private static ControleDesLignes controle() {
        try {
            return new ControleDesLignes(AnnuaireDEssai.regions(), FormulairesDEssai.sansMoteur(), new ObjectMapper());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row that is accepted as it is, with these cells changed: name and value, a null value for an empty cell. */
    private static LigneControlee ligne(String... changements) {
        return CONTROLE.controler(new Tableau.Ligne(2, cellules(changements), 0), 2016);
    }

    private static Map<String, String> cellules(String... changements) {
        Map<String, String> cellules = new LinkedHashMap<>(
                Map.of("region", "Bretagne", "initiative", "Pôle du Trégor", "structure_porteuse", "Les Tisserands"));
        for (int rang = 0; rang < changements.length; rang += 2) {
            if (changements[rang + 1] == null) {
                cellules.remove(changements[rang]);
            } else {
                cellules.put(changements[rang], changements[rang + 1]);
            }
        }
        return cellules;
    }

    @Test
    void uneLigneSansRienARedireEstAccepteeTelleQuelle() {
        assertThat(ligne())
                .isEqualTo(new LigneControlee(
                        2,
                        "Bretagne",
                        "53",
                        Map.of("initiative", "Pôle du Trégor", "structure", "Les Tisserands"),
                        Verdict.ACCEPTEE,
                        null,
                        Ecriture.cle("Pôle du Trégor", "Les Tisserands", "53")));
    }

    @Test
    void chaqueColonneDevientUnChampDuFormulaire() {
        LigneControlee lue = ligne(
                "commune", "Lannion",
                "code_postal", "22300",
                "themes", "Arts et culture; emploi",
                "stade", "projet",
                "nombre_partenaires", "12",
                "type_structure", "association",
                "contact_nom", "Camille Exemple",
                "contact_courriel", "camille@tisserands.example",
                "contact_telephone", "06 12 34 56 78",
                "partenaires", "Deux SCOP",
                "territoire", "Le Trégor",
                "cooperations", "Oui",
                "economie", "Aussi");

        assertThat(lue.verdict()).as("%s", lue.message()).isEqualTo(Verdict.ACCEPTEE);
        assertThat(lue.champs())
                .isEqualTo(Map.ofEntries(
                        Map.entry("initiative", "Pôle du Trégor"),
                        Map.entry("structure", "Les Tisserands"),
                        Map.entry("commune", "Lannion"),
                        Map.entry("code_postal", "22300"),
                        Map.entry("themes", List.of("culture", "emploi")),
                        Map.entry("stade", "projet"),
                        Map.entry("nombre_partenaires", 12),
                        Map.entry("type_structure", "association"),
                        Map.entry("contact_nom", "Camille Exemple"),
                        Map.entry("contact_courriel", "camille@tisserands.example"),
                        Map.entry("contact_telephone", "06 12 34 56 78"),
                        Map.entry("partenaires", "Deux SCOP"),
                        Map.entry("territoire", "Le Trégor"),
                        Map.entry("cooperations", "Oui"),
                        Map.entry("economie", "Aussi")));
    }

    @Test
    void uneInitiativeSansNomPrendCeluiDeLaStructure() {
        LigneControlee lue = ligne("initiative", "—");

        assertThat(lue.verdict()).isEqualTo(Verdict.ACCEPTEE);
        assertThat(lue.champs()).containsEntry("initiative", "Les Tisserands");
        assertThat(lue.message()).isEqualTo("Initiative sans nom\u00a0: celui de la structure est repris.");
    }

    @Test
    void uneStructureSansNomEstAbsente() {
        LigneControlee lue = ligne("structure_porteuse", "???");

        assertThat(lue.verdict()).isEqualTo(Verdict.ACCEPTEE);
        assertThat(lue.message()).isNull();
        assertThat(lue.champs()).isEqualTo(Map.of("initiative", "Pôle du Trégor"));
        assertThat(lue.cle()).isEqualTo(Ecriture.cle("Pôle du Trégor", null, "53"));
    }

    @Test
    void uneLigneSansAucunNomEstRefuseeEtGardeSaRegion() {
        LigneControlee lue = ligne("initiative", null, "structure_porteuse", "…");

        assertThat(lue.verdict()).isEqualTo(Verdict.NOM_MANQUANT);
        assertThat(lue.message()).isEqualTo("Ni l’initiative ni la structure porteuse ne sont nommées.");
        assertThat(lue.region()).isEqualTo("53");
        assertThat(lue.cle()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                            | 2016 | La région n’est pas indiquée.
                    Bavière | 2016 | « Bavière » n’est pas une région connue.
                    Alsace  | 2016 | « Alsace » n’est pas une région du découpage de 2016, celui de la campagne ; elle fait aujourd’hui partie de « Grand Est ».
                    Grand Est | 2012 | « Grand Est » n’est pas une région du découpage de 2012, celui de la campagne.
                    """)
    void uneRegionHorsDuDecoupageDitPourquoi(String region, int decoupage, String message) {
        LigneControlee lue = CONTROLE.controler(new Tableau.Ligne(2, cellules("region", region), 0), decoupage);

        assertThat(lue.verdict()).isEqualTo(Verdict.REGION_INCONNUE);
        assertThat(lue.message().replace('\u00a0', ' ')).isEqualTo(message);
        assertThat(lue.regionSaisie()).isEqualTo(region);
        assertThat(lue.region()).isNull();
        assertThat(lue.cle()).isNull();
    }

    @Test
    void uneRegionAbregeeEstCorrigeeEtLaCorrectionSeLit() {
        LigneControlee lue = ligne("region", "PACA");

        assertThat(lue.verdict()).isEqualTo(Verdict.NORMALISEE);
        assertThat(lue.region()).isEqualTo("93");
        assertThat(lue.message().replace('\u00a0', ' '))
                .isEqualTo("Région « PACA » lue comme « Provence-Alpes-Côte d’Azur ».");
        assertThat(ligne("region", "Provence-Alpes-Côte d'Azur").verdict())
                .as("the straight apostrophe of a keyboard is no correction")
                .isEqualTo(Verdict.ACCEPTEE);
    }

    @Test
    void unCodePostalQuiAPerduSonZeroLeRetrouve() {
        LigneControlee lue = ligne("code_postal", "1000", "initiative", "");

        assertThat(lue.champs()).containsEntry("code_postal", "01000");
        assertThat(lue.verdict()).isEqualTo(Verdict.NORMALISEE);
        assertThat(lue.message().replace('\u00a0', ' '))
                .as("corrections first, then remarks")
                .isEqualTo("Code postal « 1000 » lu comme « 01000 ». Initiative sans nom : celui de la structure est"
                        + " repris.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nombre_partenaires | une dizaine | Nombre de structures partenaires : « une dizaine » n’est pas un nombre entier.
                    nombre_partenaires | 1234567890 | Nombre de structures partenaires : « 1234567890 » n’est pas un nombre entier.
                    nombre_partenaires | 501 | Nombre de structures partenaires : Indiquez un nombre entre 0 et 500.
                    themes | culture, magie | Thèmes : « magie » n’est pas une valeur connue.
                    stade | fini | Stade d’avancement : « fini » n’est pas une valeur connue.
                    type_structure | club | Nature de la structure porteuse : « club » n’est pas une valeur connue.
                    contact_courriel | camille | Adresse de courriel : Indiquez une adresse e-mail, par exemple prenom.nom@structure.fr.
                    code_postal | 223 | Code postal : Ce texte n’a pas la forme attendue.
                    """)
    void unChampInvalideEstNomme(String colonne, String valeur, String message) {
        LigneControlee lue = ligne(colonne, valeur);

        assertThat(lue.verdict()).isEqualTo(Verdict.CHAMP_INVALIDE);
        assertThat(lue.message().replace('\u00a0', ' ')).isEqualTo(message);
        assertThat(lue.region()).isEqualTo("53");
        assertThat(lue.cle()).isNull();
    }

    @Test
    void plusieursChampsInvalidesSontTousNommes() {
        assertThat(ligne("stade", "fini", "type_structure", "club").message())
                .contains("« fini »".replace(' ', '\u00a0'), "« club »".replace(' ', '\u00a0'));
    }

    @Test
    void uneLignePlusLongueQueLEnTeteEstRefusee() {
        LigneControlee lue = CONTROLE.controler(new Tableau.Ligne(2, cellules(), 1), 2016);

        assertThat(lue.verdict()).isEqualTo(Verdict.CHAMP_INVALIDE);
        assertThat(lue.message()).startsWith("La ligne a plus de cellules que l’en-tête");
    }

    @Test
    void lesThemesSeSeparentDeTroisFaconsEtNeComptentQuUneFois() {
        assertThat(ligne("themes", "culture ; Arts et culture, , emploi|habitat")
                        .champs())
                .containsEntry("themes", List.of("culture", "emploi", "habitat"));
    }

    @Test
    void uneValeurTropLongueEstCiteeParSonDebut() {
        assertThat(ligne("stade", "x".repeat(61)).message())
                .contains("x".repeat(59) + "…")
                .doesNotContain("x".repeat(60));
        assertThat(ligne("stade", "x".repeat(60)).message()).contains("x".repeat(60));
    }
}
