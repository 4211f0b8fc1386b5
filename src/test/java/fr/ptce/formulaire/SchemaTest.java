package fr.ptce.formulaire;

import static fr.ptce.formulaire.FormulaireTest.c;
import static fr.ptce.formulaire.FormulaireTest.champ;
import static fr.ptce.formulaire.FormulaireTest.formulaire;
import static fr.ptce.formulaire.FormulaireTest.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema says before anybody fills the form. */
class SchemaTest {

    private static String hide(String condition) {
        return ",'conditional':{'hide':'" + condition + "'}";
    }

    @Test
    void unFormulaireGardeSonIdentifiantEtSonTexte() {
        Formulaire formulaire = formulaire(champ("textfield", ""));

        assertThat(formulaire.id()).isEqualTo("essai");
        assertThat(formulaire.texteJson()).startsWith("{\"type\":\"default\"").contains("\"Champ\"");
    }

    @Test
    void unSchemaSansComposantsNEstPasUnFormulaire() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Formulaire("{}", new ObjectMapper().createObjectNode(), Clock.systemUTC()))
                .withMessageContaining("no list of components");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text", "html", "image", "separator", "spacer", "button", "table", "iframe", "documentPreview"})
    void unComposantSansValeurNEstPasUnChamp(String type) {
        assertThat(formulaire("{'type':'" + type + "','id':'x'}").champs()).isEmpty();
    }

    @Test
    void unChampSansCleEstRefuse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formulaire("{'type':'textfield','id':'f1','key':' '}"))
                .withMessageContaining("without a key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formulaire("{'type':'dynamiclist','id':'f1','key':'lignes','components':[]}"))
                .withMessageContaining("without a key");
    }

    @Test
    void unTypeInconnuEstRefuseAvecSonNom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formulaire(champ("filepicker", "")))
                .withMessageContaining("filepicker");
    }

    @Test
    void deuxChampsDUneLigneNOntPasLaMemeCle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formulaire("{'type':'dynamiclist','path':'lignes','components':["
                        + champ("textfield", "") + "," + champ("number", "") + "]}"))
                .withMessageContaining("same key: c");
    }

    @Test
    void unGroupeDonneSonCheminASesChampsEtUnGroupeSansCheminAucun() {
        assertThat(formulaire(
                                "{'type':'group','path':'adresse','components':["
                                        + "{'type':'group','path':'voie.ville','components':[" + champ("textfield", "")
                                        + "]}]}",
                                "{'type':'group','components':[{'type':'textfield','key':'seul'}]}")
                        .champs())
                .extracting(Champ::cle)
                .containsExactly("adresse.voie.ville.c", "seul");
        assertThat(formulaire("{'type':'group','path':'adresse','components':[{'type':'group','components':["
                                + champ("textfield", "") + "]}]}")
                        .champs())
                .extracting(Champ::cle)
                .containsExactly("adresse.c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'label':'Nom'|Nom",
                "'label':' '|c",
                "'dateLabel':'Jour','timeLabel':'Heure'|Jour",
                "'timeLabel':'Heure'|Heure",
                "'label':'','dateLabel':''|c",
                "'x':1|c"
            })
    void leLibelleEstCeluiQueLePublicLitEtSinonLaCle(String attributs, String libelle) {
        assertThat(formulaire("{'type':'datetime','key':'c'," + attributs + "}").champs())
                .extracting(Champ::libelle)
                .containsExactly(libelle);
    }

    @Test
    void uneListeMontreLesChampsDUneLigneEtCeuxQuiSontObligatoires() {
        assertThat(formulaire("{'type':'dynamiclist','path':'lignes','label':'Lignes','components':["
                                + champ("textfield", ",'validate':{'required':true}") + "]}")
                        .champs())
                .containsExactly(new Champ(
                        "lignes",
                        "Lignes",
                        "dynamiclist",
                        false,
                        List.of(new Champ("c", "Champ", "textfield", true, List.of()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'readonly':true",
                "'disabled':true",
                "'readonly':'=verrou'",
                "'disabled':'=verrou'",
                "'valuesKey':'options'",
                "'valuesExpression':'=options'",
                "'expression':'=autre * 2'",
                "'conditional':{'hide':'=autre'}",
                "'validate':{'min':'=minimum'}",
                "'validate':{'max':'=maximum'}",
                "'validate':{'minLength':'=minimum'}",
                "'validate':{'maxLength':'=maximum'}"
            })
    void uneRegleQuiRegardeAilleursDemandeLesAutresVariables(String regle) {
        assertThat(formulaire(champ("textfield", "," + regle)).contexteUtile()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'readonly':false",
                "'validate':{'min':3,'max':5,'minLength':1,'maxLength':9}",
                "'conditional':{'hide':''}",
                "'validate':{'required':true,'pattern':'x'}"
            })
    void uneRegleQuiSeSuffitNeDemandeRien(String regle) {
        assertThat(formulaire(champ("textfield", "," + regle)).contexteUtile()).isFalse();
    }

    @Test
    void uneListeDemandeLesAutresVariables() {
        assertThat(formulaire("{'type':'dynamiclist','path':'lignes','components':[]}")
                        .contexteUtile())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'readonly':'=1 +'",
                "'valuesExpression':'=1 +'",
                "'validate':{'max':'=1 +'}",
                "'conditional':{'hide':'=1 +'}"
            })
    void uneExpressionFausseEstRefuseeALaLecture(String regle) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formulaire(champ("textfield", "," + regle)))
                .withMessageContaining("FEEL");
    }

    @Test
    void unChampDUnGroupeCacheEstCacheParLUneOuLAutreCondition() {
        Formulaire formulaire = formulaire("{'type':'group'" + hide("=un") + ",'components':["
                + champ("textfield", hide("=deux") + ",'validate':{'required':true}") + "]}");

        assertThat(formulaire.valider(Map.of(), Map.of("un", true, "deux", false)))
                .isEmpty();
        assertThat(formulaire.valider(Map.of(), Map.of("un", false, "deux", true)))
                .isEmpty();
        assertThat(formulaire.valider(Map.of(), Map.of("un", false, "deux", false)))
                .hasSize(1);
    }

    @Test
    void unTexteDeConditionQuiNEstPasUneExpressionNeCacheRien() {
        assertThat(messages(formulaire(champ("textfield", hide("oui") + ",'validate':{'required':true}")), c("")))
                .hasSize(1);
    }
}
