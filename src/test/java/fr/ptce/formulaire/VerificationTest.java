package fr.ptce.formulaire;

import static fr.ptce.formulaire.FormulaireTest.c;
import static fr.ptce.formulaire.FormulaireTest.champ;
import static fr.ptce.formulaire.FormulaireTest.formulaire;
import static fr.ptce.formulaire.FormulaireTest.lue;
import static fr.ptce.formulaire.FormulaireTest.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of each rule, and rows within rows. */
class VerificationTest {

    private static final String INTERDIT = "Ce texte contient un caractère interdit.";

    private static Formulaire lignes(String reste, String... composants) {
        return formulaire("{'type':'dynamiclist','path':'lignes','label':'Lignes'" + reste + ",'components':["
                + String.join(",", composants) + "]}");
    }

    private static Map<String, Object> lignes(int nombre) {
        return Map.of("lignes", Collections.nCopies(nombre, Map.of("c", "x")));
    }

    @Test
    void uneSoumissionCompleteEstRetenueEtUneAutreRefusee() {
        Formulaire formulaire = formulaire(champ("textfield", ",'validate':{'required':true}"));

        assertThat(formulaire.accepter(c("x"), Map.of())).isEqualTo(c("x"));
        assertThatExceptionOfType(SoumissionRefusee.class)
                .isThrownBy(() -> formulaire.accepter(c(""), Map.of()))
                .satisfies(refus -> assertThat(refus.erreurs())
                        .containsExactly(new ErreurDeChamp("c", "Champ", "Ce champ est obligatoire.")));
    }

    @ParameterizedTest
    @CsvSource({"3, true", "4, true", "2, false", "9, true", "10, false"})
    void uneLongueurCompteSansLesBlancsAutour(int longueur, boolean acceptee) {
        Formulaire formulaire = formulaire(champ("textarea", ",'validate':{'minLength':3,'maxLength':9}"));

        assertThat(messages(formulaire, c("  " + "x".repeat(longueur) + "  ")).isEmpty())
                .isEqualTo(acceptee);
    }

    @Test
    void unTexteDeBlancsTropLongDitCombienIlEnA() {
        assertThat(messages(formulaire(champ("textfield", "")), c(" ".repeat(20_001))))
                .containsExactly("20\u202f000\u00a0caractères au maximum\u00a0; vous en avez saisi 20\u202f001.");
        assertThat(messages(formulaire(champ("textfield", "")), c("x".repeat(20_000))))
                .isEmpty();
    }

    @Test
    void unMaximumPlusGrandQueLaLimiteEstRespecte() {
        Formulaire formulaire = formulaire(champ("textarea", ",'validate':{'maxLength':30000}"));

        assertThat(messages(formulaire, c("x".repeat(30_000)))).isEmpty();
        assertThat(messages(formulaire, c("x".repeat(30_001))))
                .containsExactly("30\u202f000\u00a0caractères au maximum\u00a0; vous en avez saisi 30\u202f001.");
    }

    @Test
    void leCaractereNulEstInterditOuQuIlSoit() {
        assertThat(messages(formulaire(champ("textfield", "")), c("\0abc"))).containsExactly(INTERDIT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'min':2|2||",
                "'min':2|1|Indiquez un nombre supérieur ou égal à 2.|",
                "'max':2|2||",
                "'max':2|3|Indiquez un nombre inférieur ou égal à 2.|",
                "'x':1|deux|Indiquez un nombre.|",
                "'x':1|1000000000000000||",
                "'x':1|1000000000000001|Indiquez un nombre.|"
            })
    void uneBorneEstPermiseEtCeQuiLaDepasseEstRefuse(String regles, String saisi, String message) {
        Object valeur = saisi.matches("\\d+") ? Long.valueOf(saisi) : saisi;

        assertThat(messages(formulaire(champ("number", ",'validate':{" + regles + "}")), c(valeur)))
                .isEqualTo(message == null ? List.of() : List.of(message));
    }

    @Test
    void uneBorneQuiNeSeCalculePasNEstPasUneBorne() {
        assertThat(messages(formulaire(champ("number", ",'validate':{'min':'=absente'}")), c(-5)))
                .isEmpty();
    }

    @Test
    void lesDecimalesEtLePasSontSeulementCeuxQuiSontDemandes() {
        assertThat(messages(formulaire(champ("number", "")), c(1.23456))).isEmpty();
        assertThat(messages(formulaire(champ("number", ",'decimalDigits':null")), c(1.5)))
                .isEmpty();
        assertThat(messages(formulaire(champ("number", ",'decimalDigits':2")), c(1.25)))
                .isEmpty();
        assertThat(messages(formulaire(champ("number", ",'increment':'5'")), c(15)))
                .isEmpty();
        assertThat(messages(formulaire(champ("number", ",'increment':'5'")), c(16)))
                .containsExactly("Indiquez un multiple de 5.");
    }

    @ParameterizedTest
    @CsvSource({", true", "'', true", "oui, false"})
    void uneCaseFacultativePeutResterVide(String valeur, boolean acceptee) {
        assertThat(messages(formulaire(champ("checkbox", "")), c(valeur)).isEmpty())
                .isEqualTo(acceptee);
    }

    @Test
    void uneCaseObligatoireNEstPasDemandeeAUnBrouillon() {
        Formulaire formulaire = formulaire(champ("checkbox", ",'validate':{'required':true}"));

        assertThat(formulaire.validerPartiel(c(false), Map.of())).isEmpty();
        assertThat(formulaire.validerPartiel(c("oui"), Map.of()))
                .extracting(ErreurDeChamp::message)
                .containsExactly("Cochez la case ou laissez-la vide.");
    }

    @Test
    void uneAdresseEtUnTelephoneFauxDisentCeQuiEstAttendu() {
        assertThat(messages(formulaire(champ("textfield", ",'validate':{'validationType':'email'}")), c("camille")))
                .containsExactly("Indiquez une adresse e-mail, par exemple prenom.nom@structure.fr.");
        assertThat(messages(formulaire(champ("textfield", ",'validate':{'validationType':'phone'}")), c("06 12")))
                .containsExactly("Indiquez un numéro au format international, par exemple +33612345678.");
        assertThat(messages(formulaire(champ("textfield", ",'validate':{'pattern':'^[0-9]$'}")), c("a")))
                .containsExactly("Ce texte n’a pas la forme attendue.");
    }

    @Test
    void uneDatePasseeNEstRefuseeQueSiLeFormulaireLeDit() {
        assertThat(messages(formulaire(champ("datetime", ",'subtype':'date'")), c("1999-01-01")))
                .isEmpty();
        assertThat(messages(formulaire(champ("datetime", ",'disallowPassedDates':true")), c("2013-03-15")))
                .as("today in Paris")
                .isEmpty();
    }

    @Test
    void deuxCentsReponsesSontPermises() {
        Formulaire liste = formulaire(champ("taglist", ",'valuesKey':'options.proposees'"));
        List<Integer> options = java.util.stream.IntStream.range(0, 200).boxed().toList();

        assertThat(liste.valider(c(options), Map.of("options", Map.of("proposees", options))))
                .isEmpty();
    }

    @Test
    void uneListeQuiNEnEstPasUneEstRefusee() {
        assertThat(messages(lignes("", champ("textfield", "")), Map.of("lignes", "texte")))
                .containsExactly("Indiquez une liste.");
        assertThat(messages(lignes("", champ("textfield", "")), Map.of("lignes", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200, ",
        "201, '200\u00a0lignes au maximum\u00a0; vous en avez saisi 201.'",
        "0, Remplissez au moins 1\u00a0ligne.",
        "1, "
    })
    void uneListeObligatoireAUneADeuxCentsLignes(int nombre, String message) {
        assertThat(messages(lignes(",'validate':{'required':true}", champ("textfield", "")), lignes(nombre)))
                .isEqualTo(message == null ? List.of() : List.of(message));
    }

    @Test
    void uneListeDitSesPropresLimites() {
        Formulaire formulaire = lignes(",'properties':{'minLignes':'2','maxLignes':'3'}", champ("textfield", ""));

        assertThat(messages(formulaire, lignes(1))).containsExactly("Remplissez au moins 2\u00a0lignes.");
        assertThat(messages(formulaire, lignes(2))).isEmpty();
        assertThat(messages(formulaire, lignes(3))).isEmpty();
        assertThat(messages(formulaire, lignes(4)))
                .containsExactly("3\u00a0lignes au maximum\u00a0; vous en avez saisi 4.");
        assertThat(formulaire.validerPartiel(Map.of(), Map.of())).isEmpty();
        assertThat(messages(lignes("", champ("textfield", "")), Map.of())).isEmpty();
    }

    @Test
    void uneListeTropLongueNEstPasLue() {
        Formulaire formulaire = lignes(",'properties':{'maxLignes':'1'}", champ("textfield", ""));

        assertThat(messages(formulaire, Map.of("lignes", List.of(Map.of("c", 1), Map.of("c", 2)))))
                .containsExactly("1\u00a0ligne au maximum\u00a0; vous en avez saisi 2.");
    }

    @Test
    void uneListeFigeeNePeutPasSAllonger() {
        Formulaire formulaire = lignes(",'allowAddRemove':false,'defaultRepetitions':2", champ("textfield", ""));

        assertThat(messages(formulaire, lignes(2))).isEmpty();
        assertThat(messages(formulaire, lignes(3))).containsExactly("Cette liste ne peut pas être allongée.");
        assertThat(formulaire.valider(lignes(3), lignes(3)))
                .as("as many as before")
                .isEmpty();
        assertThat(messages(lignes(",'allowAddRemove':true", champ("textfield", "")), lignes(3)))
                .isEmpty();
        assertThat(messages(lignes(",'allowAddRemove':false", champ("textfield", "")), lignes(1)))
                .isEmpty();
    }

    @Test
    void uneLigneVoitSonRangSesChampsEtLeFormulaire() {
        Formulaire formulaire = formulaire(
                "{'type':'checkbox','key':'detail'}",
                "{'type':'dynamiclist','path':'lignes','label':'Lignes','components':["
                        + champ("textfield", ",'validate':{'required':true},'conditional':{'hide':'=parent.detail'}")
                        + ",{'type':'expression','key':'rang','expression':'=i[1] * 10'}]}");

        assertThat(formulaire.valider(Map.of("detail", true, "lignes", lue("[{'rang':10},{'rang':20}]")), Map.of()))
                .isEmpty();
        assertThat(formulaire.valider(Map.of("detail", false, "lignes", lue("[{'rang':20},{'c':'x'}]")), Map.of()))
                .containsExactly(
                        new ErreurDeChamp("lignes[0].c", "Lignes, ligne 1\u00a0: Champ", "Ce champ est obligatoire."),
                        new ErreurDeChamp(
                                "lignes[0].rang", "Lignes, ligne 1\u00a0: rang", "Ce champ ne peut pas être modifié."));
    }

    @Test
    void unChampFigeDUneLigneGardeLaValeurDeSaLigne() {
        Formulaire formulaire = lignes("", champ("textfield", ",'readonly':true"));
        Map<String, Object> avant = Map.of("lignes", lue("[{'c':'un'},{'c':'deux'}]"));

        assertThat(formulaire.valider(Map.of("lignes", lue("[{'c':'un'},{'c':'deux'}]")), avant))
                .isEmpty();
        assertThat(formulaire.valider(Map.of("lignes", lue("[{'c':'deux'},{'c':'deux'},{'c':'trois'}]")), avant))
                .extracting(ErreurDeChamp::cle)
                .containsExactly("lignes[0].c", "lignes[2].c");
    }

    @Test
    void lesLignesRetenuesSontCellesDesChampsModifiables() {
        Formulaire formulaire = lignes("", champ("number", ""));

        assertThat(formulaire.retenir(Map.of("lignes", "[{\"c\":\"4\"},{}]")))
                .isEqualTo(Map.of("lignes", List.of(c(4), Map.of())));
        assertThat(formulaire.retenir(Map.of("lignes", lue("[3]"))))
                .as("a row that is no group stays as it came")
                .isEqualTo(Map.of("lignes", List.of(3)));
    }

    @Test
    void unNombreQuiSEcritEnTexteResteUnTexte() {
        assertThat(formulaire(champ("number", ",'serializeToString':true")).retenir(c("4")))
                .isEqualTo(c("4"));
    }

    @Test
    void unGroupeArriveEnJsonEtSesChampsSontLus() {
        Formulaire formulaire = formulaire("{'type':'group','path':'g','components':[" + champ("number", "") + "]}");

        assertThat(formulaire.retenir(Map.of("g", "{\"c\":\"4\"}"))).isEqualTo(Map.of("g", c(4)));
    }

    @Test
    void unChampInconnuTresLongEstCiteParSonDebut() {
        assertThat(formulaire(champ("textfield", "")).valider(Map.of("x".repeat(61), 1, "y".repeat(60), 1), Map.of()))
                .extracting(ErreurDeChamp::cle)
                .containsExactlyInAnyOrder("x".repeat(60) + "…", "y".repeat(60));
    }

    @Test
    void unGroupeVideOuInattenduSeDistingueDUnChampInconnu() {
        Formulaire formulaire = formulaire("{'type':'group','path':'g','components':[" + champ("textfield", "") + "]}");

        assertThat(formulaire.valider(Map.of("g", ""), Map.of())).isEmpty();
        assertThat(formulaire.valider(Map.of("g", "texte"), Map.of()))
                .extracting(ErreurDeChamp::cle)
                .containsExactly("g");
        assertThat(formulaire.valider(Map.of("h", ""), Map.of()))
                .extracting(ErreurDeChamp::cle)
                .containsExactly("h");
    }

    @Test
    void unChampCalculeSansResultatDoitResterVide() {
        Formulaire formulaire = formulaire("{'type':'expression','key':'somme','expression':'=absente + 1'}");

        assertThat(messages(formulaire, Map.of("somme", ""))).isEmpty();
        assertThat(messages(formulaire, Map.of("somme", 4))).hasSize(1);
        assertThat(formulaire.retenir(Map.of("somme", ""))).isEmpty();
    }

    @Test
    void uneVariableAncienneNeNourritPasUneCondition() {
        Formulaire formulaire = formulaire(
                champ("textfield", ""),
                "{'type':'textfield','key':'d','label':'Suite','validate':{'required':true},"
                        + "'conditional':{'hide':'=c = null'}}");

        assertThat(formulaire.valider(Map.of(), c("ancienne"))).isEmpty();
        assertThat(formulaire.valider(c("nouvelle"), Map.of()))
                .extracting(ErreurDeChamp::cle)
                .containsExactly("d");
    }

    @Test
    void unChampCacheNeNourritPasLesConditionsSuivantes() {
        Formulaire formulaire = formulaire(
                "{'type':'textfield','key':'d','label':'Premier','conditional':{'hide':'=cache'}}",
                champ("textfield", ",'validate':{'required':true},'conditional':{'hide':'=d = null'}"));

        assertThat(formulaire.valider(Map.of("d", "x"), Map.of("cache", true)))
                .as("the hidden field counts as empty")
                .extracting(ErreurDeChamp::message)
                .containsExactly("Ce champ n’est pas demandé ici\u00a0: laissez-le vide.");
    }

    @Test
    void unTexteQuiRessembleAUneListeResteUnTexte() {
        assertThat(formulaire(champ("textfield", "")).retenir(c("[1]"))).isEqualTo(c("[1]"));
    }

    @Test
    void unChoixMultipleObligatoireNEstPasUneListeVide() {
        assertThat(messages(
                        formulaire(champ("checklist", ",'values':[{'value':'a'}],'validate':{'required':true}")),
                        c(List.of())))
                .containsExactly("Ce champ est obligatoire.");
    }

    @Test
    void unChoixEstUneValeurSimpleDontLeTexteEstPropose() {
        Formulaire formulaire = formulaire(
                champ("radio", ",'values':[{'value':'true'},{'value':'4'},{'value':'[oui]'},{'value':'{a=1}'}]"));

        assertThat(messages(formulaire, c(true))).isEmpty();
        assertThat(messages(formulaire, c(4))).isEmpty();
        assertThat(messages(formulaire, c(List.of("oui")))).containsExactly("Choisissez une des réponses proposées.");
        assertThat(messages(formulaire, c(Map.of("a", 1)))).containsExactly("Choisissez une des réponses proposées.");
    }

    @Test
    void uneListeRefuseeEnEntierEstRendueCommeElleEstVenue() {
        Map<String, Object> texte = Map.of("lignes", "texte");
        Map<String, Object> tropLongue = Map.of("lignes", List.of(c("1"), c("2")));

        assertThat(lignes("", champ("number", "")).retenir(texte)).isEqualTo(texte);
        assertThat(lignes(",'properties':{'maxLignes':'1'}", champ("number", ""))
                        .retenir(tropLongue))
                .isEqualTo(tropLongue);
    }

    @Test
    void laDerniereLignePermiseEstLueAussi() {
        assertThat(messages(
                        lignes(",'properties':{'maxLignes':'1'}", champ("number", "")),
                        Map.of("lignes", List.of(c("deux")))))
                .containsExactly("Indiquez un nombre.");
    }
}
