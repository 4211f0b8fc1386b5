package fr.ptce.formulaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.base.HeureDeParis;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaireTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OBLIGATOIRE = "Ce champ est obligatoire.";
    private static final Clock HORLOGE = Clock.fixed(Instant.parse("2013-03-14T23:30:00Z"), HeureDeParis.ZONE);

    /** Apostrophes stand for quotes, to keep schemas readable. */
    static Formulaire formulaire(String... composants) {
        try {
            String json = ("{'type':'default','id':'essai','schemaVersion':16,'components':["
                            + String.join(",", composants) + "]}")
                    .replace('\'', '"');
            JsonNode schema = JSON.readTree(json);
            return new Formulaire(json, schema, HORLOGE);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static String champ(String type, String reste) {
        return "{'type':'" + type + "','key':'c','label':'Champ'" + reste + "}";
    }

    static Map<String, Object> c(Object valeur) {
        Map<String, Object> soumission = new HashMap<>();
        soumission.put("c", valeur);
        return soumission;
    }

    static List<String> messages(Formulaire formulaire, Map<String, Object> soumission) {
        return messages(formulaire, soumission, Map.of());
    }

    private static List<String> messages(
            Formulaire formulaire, Map<String, Object> soumission, Map<String, Object> contexte) {
        return formulaire.valider(soumission, contexte).stream()
                .map(ErreurDeChamp::message)
                .toList();
    }

    static Object lue(String json) {
        try {
            return JSON.readValue(json.replace('\'', '"'), Object.class);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"textfield", "textarea", "number", "datetime", "radio", "select", "checklist", "taglist"})
    void unChampObligatoireDoitEtreRempli(String type) {
        Formulaire formulaire = formulaire(champ(type, ",'validate':{'required':true}"));
        assertThat(messages(formulaire, Map.of())).containsExactly(OBLIGATOIRE);
        assertThat(messages(formulaire, c(null))).containsExactly(OBLIGATOIRE);
        assertThat(messages(formulaire, c(""))).containsExactly(OBLIGATOIRE);
        assertThat(formulaire.validerPartiel(Map.of(), Map.of())).isEmpty();
    }

    @Test
    void uneVariableAncienneNeRemplitPasUnChampObligatoire() {
        Formulaire formulaire = formulaire(champ("textfield", ",'validate':{'required':true}"));
        assertThat(messages(formulaire, Map.of(), c("ancien"))).containsExactly(OBLIGATOIRE);
    }

    @Test
    void uneCaseObligatoireDoitEtreCochee() {
        Formulaire formulaire = formulaire(champ("checkbox", ",'validate':{'required':true}"));
        assertThat(messages(formulaire, c(false))).containsExactly("Cette case doit être cochée.");
        assertThat(messages(formulaire, c(true))).isEmpty();
        assertThat(messages(formulaire, c("true"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6       | Indiquez un nombre entre 0 et 5.",
                "-0.5    | Indiquez un nombre entre 0 et 5.",
                "beaucoup| Indiquez un nombre entre 0 et 5.",
                "1e9999  | Indiquez un nombre entre 0 et 5.",
                "NaN     | Indiquez un nombre entre 0 et 5.",
                "2.25    | 1\u00a0décimale au maximum.",
                "0.3     | Indiquez un multiple de 0,5.",
                "'2,5'   |",
                "5       |"
            })
    void unNombreRespecteSesBornesSesDecimalesEtSonPas(String texte, String message) {
        Formulaire formulaire =
                formulaire(champ("number", ",'decimalDigits':1,'increment':'0.5','validate':{'min':0,'max':5}"));
        assertThat(messages(formulaire, c(texte))).isEqualTo(message == null ? List.of() : List.of(message));
    }

    @Test
    void unNombreArriveEnNombreOuEnTexteDUnePage() {
        Formulaire formulaire = formulaire(champ("number", ",'decimalDigits':0,'validate':{'min':'=minimum'}"));
        Map<String, Object> contexte = Map.of("minimum", 3);
        assertThat(messages(formulaire, c(4), contexte)).isEmpty();
        assertThat(messages(formulaire, c(4.0d), contexte)).isEmpty();
        assertThat(messages(formulaire, c(2), contexte)).containsExactly("Indiquez un nombre supérieur ou égal à 3.");
        assertThat(messages(formulaire, c(3.5d), contexte)).containsExactly("Indiquez un nombre entier.");
        assertThat(messages(formulaire, c(true), contexte)).hasSize(1);
        assertThat(messages(formulaire, c(Double.NaN), contexte)).hasSize(1);
        assertThat(formulaire.retenir(c("4"), contexte)).isEqualTo(c(4));
        assertThat(formulaire.retenir(c(""), contexte)).isEqualTo(c(null));
    }

    @Test
    void unTexteRespecteSaLongueur() {
        Formulaire formulaire = formulaire(champ("textarea", ",'validate':{'minLength':3,'maxLength':2000}"));
        assertThat(messages(formulaire, c("x".repeat(2315))))
                .containsExactly("2\u202f000\u00a0caractères au maximum\u00a0; vous en avez saisi 2\u202f315.");
        assertThat(messages(formulaire, c("ab")))
                .containsExactly("3\u00a0caractères au minimum\u00a0; vous en avez saisi 2.");
        assertThat(messages(formulaire, c("x".repeat(2000)))).isEmpty();
        assertThat(messages(formulaire, c(12))).containsExactly("Indiquez un texte.");
        assertThat(messages(formulaire, c("abc\0"))).containsExactly("Ce texte contient un caractère interdit.");
    }

    @Test
    void lesTaillesSontBorneesMemeSiLeFormulaireNeDitRien() {
        assertThat(messages(formulaire(champ("textfield", "")), c("x".repeat(20_001))))
                .hasSize(1);
        assertThat(messages(formulaire(champ("textfield", "")), c(" ".repeat(20_001))))
                .hasSize(1);
        Formulaire liste = formulaire(champ("taglist", ",'valuesKey':'options'"));
        List<Integer> options = java.util.stream.IntStream.range(0, 201).boxed().toList();
        assertThat(messages(liste, c(options), Map.of("options", options)))
                .containsExactly("200\u00a0réponses au maximum\u00a0; vous en avez choisi 201.");
    }

    @ParameterizedTest
    @CsvSource({
        "email,pilote@ptce.example,true",
        "email,pilote@@ptce.example,false",
        "email,pilote,false",
        "phone,+33612345678,true",
        "phone,06 12,false"
    })
    void unTexteALaFormeDemandee(String genre, String texte, boolean accepte) {
        Formulaire formulaire = formulaire(champ("textfield", ",'validate':{'validationType':'" + genre + "'}"));
        assertThat(messages(formulaire, c(texte)).isEmpty()).isEqualTo(accepte);
    }

    @Test
    void unFormatEstRespecteEtPeutAvoirSonMessage() {
        Formulaire formulaire = formulaire(champ(
                "textfield",
                ",'validate':{'pattern':'^[0-9]{5}$'},'properties':{'messageDeFormat':'Indiquez cinq chiffres.'}"));
        assertThat(messages(formulaire, c("3500"))).containsExactly("Indiquez cinq chiffres.");
        assertThat(messages(formulaire, c("35000"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"radio", "select"})
    void unChoixUniqueEstParmiLesReponsesProposees(String type) {
        Formulaire formulaire = formulaire(champ(type, ",'values':[{'label':'Oui','value':'oui'}]"));
        assertThat(messages(formulaire, c("oui"))).isEmpty();
        assertThat(messages(formulaire, c("non"))).containsExactly("Choisissez une des réponses proposées.");
        assertThat(messages(formulaire, c(List.of("oui")))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"checklist", "taglist"})
    void unChoixMultipleArriveEnListeOuEnJson(String type) throws Exception {
        Formulaire formulaire =
                formulaire(champ(type, ",'values':[{'label':'A','value':'a'},{'label':'B','value':'b'}]"));
        Object commeSpin = new Object() {
            @Override
            public String toString() {
                return "[\"a\"]";
            }
        };
        for (Object valeur :
                Arrays.asList(List.of("a", "b"), "[\"a\"]", JSON.readTree("[\"b\"]"), commeSpin, List.of(), null)) {
            assertThat(messages(formulaire, c(valeur))).as("%s", valeur).isEmpty();
        }
        for (Object valeur : List.of(List.of("z"), "[\"a\",\"z\"]", "a", List.of("a", "a"), Map.of("a", 1))) {
            assertThat(messages(formulaire, c(valeur)))
                    .as("%s", valeur)
                    .containsExactly("Choisissez parmi les réponses proposées.");
        }
        assertThat(formulaire.retenir(c("[\"a\"]"))).isEqualTo(c(List.of("a")));
    }

    @Test
    void lesReponsesProposeesPeuventVenirDUneVariableOuDUneExpression() {
        Formulaire parCle = formulaire(champ("select", ",'valuesKey':'relecteurs'"));
        Map<String, Object> contexte =
                Map.of("relecteurs", List.of(Map.of("label", "Anne", "value", "anne"), "basile"));
        assertThat(messages(parCle, c("anne"), contexte)).isEmpty();
        assertThat(messages(parCle, c("basile"), contexte)).isEmpty();
        assertThat(messages(parCle, c("carole"), contexte)).hasSize(1);
        assertThat(messages(parCle, c("anne"))).hasSize(1);
        Formulaire parExpression =
                formulaire(champ("select", ",'valuesExpression':'=for r in relecteurs return r.value'"));
        contexte = Map.of("relecteurs", List.of(Map.of("value", "anne")));
        assertThat(messages(parExpression, c("anne"), contexte)).isEmpty();
        assertThat(messages(parExpression, c("carole"), contexte)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "date,2013-03-15,''",
        "date,2013-02-30,Indiquez une date qui existe.",
        "date,15/03/2013,Indiquez une date qui existe.",
        "date,2013-03-14,Indiquez une date à partir d’aujourd’hui.",
        "time,14:30+01:00,''",
        "time,14:30,''",
        "time,25:00,Indiquez une heure qui existe.",
        "datetime,2013-03-15T14:30+01:00,''",
        "datetime,2013-03-15T14:30Z,''",
        "datetime,2013-03-15T14:30,''",
        "datetime,2013-02-29T14:30Z,Indiquez une date et une heure qui existent.",
        "datetime,2013-03-14T22:30Z,Indiquez une date à partir d’aujourd’hui."
    })
    void uneDateExisteEtNEstPasPasseeSiLePasseEstRefuse(String genre, String texte, String message) {
        Formulaire formulaire = formulaire(champ("datetime", ",'subtype':'" + genre + "','disallowPassedDates':true"));
        assertThat(messages(formulaire, c(texte))).isEqualTo(message.isEmpty() ? List.of() : List.of(message));
    }

    @Test
    void unChampInconnuEstRefuse() {
        Formulaire formulaire = formulaire(
                champ("textfield", ""),
                "{'type':'group','path':'adresse','components':[{'type':'textfield','key':'rue','label':'Rue'}]}");
        assertThat(formulaire.valider(
                        Map.of("administrateur", true, "adresse", Map.of("rue", "x", "porte", "y")), Map.of()))
                .extracting(ErreurDeChamp::cle)
                .containsExactlyInAnyOrder("administrateur", "adresse.porte");
        assertThat(formulaire.valider(Map.of("adresse", "texte"), Map.of())).hasSize(1);
    }

    @Test
    void unChampFigeGardeLaValeurQuIlAvait() {
        for (String fige : List.of("'readonly':true", "'disabled':true", "'readonly':'=verrou'")) {
            Formulaire formulaire = formulaire(champ("number", "," + fige));
            Map<String, Object> contexte = Map.of("c", 4, "verrou", true);
            assertThat(messages(formulaire, c(4.0), contexte)).isEmpty();
            assertThat(messages(formulaire, Map.of(), contexte)).isEmpty();
            assertThat(messages(formulaire, c(5), contexte)).containsExactly("Ce champ ne peut pas être modifié.");
            assertThat(formulaire.retenir(c(4), contexte)).isEmpty();
        }
        assertThat(messages(formulaire(champ("number", ",'readonly':'=verrou'")), c(5), Map.of("verrou", false)))
                .isEmpty();
    }

    @Test
    void unChampFigePeutArriverAvecSaValeurParDefaut() {
        Formulaire formulaire = formulaire(champ("textfield", ",'readonly':true,'defaultValue':'x'"));
        assertThat(messages(formulaire, c("x"))).isEmpty();
        assertThat(messages(formulaire, c("y"))).hasSize(1);
        assertThat(messages(formulaire(champ("number", ",'readonly':true")), c(Double.NaN)))
                .hasSize(1);
    }

    @Test
    void unChampCalculePorteCeQueLeServeurCalcule() {
        Formulaire formulaire =
                formulaire(champ("number", ""), "{'type':'expression','key':'double','expression':'=c * 2'}");
        assertThat(messages(formulaire, Map.of("c", 2, "double", 4))).isEmpty();
        assertThat(messages(formulaire, Map.of("c", 2, "double", 5)))
                .containsExactly("Ce champ ne peut pas être modifié.");
    }

    @Test
    void unChampCacheNEstPasDemandeEtDoitEtreVide() {
        Formulaire formulaire = formulaire(
                "{'type':'radio','key':'avis','label':'Avis','values':[{'value':'oui'},{'value':'non'}]}",
                champ("textfield", ",'validate':{'required':true},'conditional':{'hide':'=avis = \\'oui\\''}")
                        .replace("\\'", "\\\""));
        assertThat(messages(formulaire, Map.of("avis", "oui"))).isEmpty();
        assertThat(messages(formulaire, Map.of("avis", "non"))).containsExactly(OBLIGATOIRE);
        assertThat(messages(formulaire, Map.of("avis", "oui", "c", "x")))
                .containsExactly("Ce champ n’est pas demandé ici\u00a0: laissez-le vide.");
        assertThat(messages(formulaire, Map.of("avis", "oui", "c", ""))).isEmpty();
        assertThat(formulaire.retenir(Map.of("avis", "oui", "c", ""))).isEqualTo(Map.of("avis", "oui"));
        assertThat(messages(formulaire, Map.of(), Map.of("avis", "oui")))
                .as("the variable of before does not hide")
                .containsExactly(OBLIGATOIRE);
    }

    @Test
    void unGroupeCacheCacheSesChamps() {
        Formulaire formulaire = formulaire("{'type':'group','path':'g','conditional':{'hide':'=sans'},'components':["
                + champ("textfield", ",'validate':{'required':true}") + "]}");
        assertThat(messages(formulaire, Map.of(), Map.of("sans", true))).isEmpty();
        assertThat(formulaire.valider(Map.of(), Map.of("sans", false)))
                .containsExactly(new ErreurDeChamp("g.c", "Champ", OBLIGATOIRE));
        assertThat(messages(formulaire, Map.of("g", Map.of("c", "x")), Map.of("sans", false)))
                .isEmpty();
    }

    @Test
    void chaqueLigneDUneListeEstVerifiee() {
        Formulaire formulaire = formulaire(
                "{'type':'dynamiclist','path':'partenaires','label':'Partenaires','properties':{'minLignes':'1'},"
                        + "'components':[{'type':'textfield','key':'nom','label':'Nom','validate':{'required':true}},"
                        + "{'type':'number','key':'part','label':'Part','validate':{'max':100},"
                        + "'conditional':{'hide':'=nom = null'}}]}");
        assertThat(messages(formulaire, Map.of())).containsExactly("Remplissez au moins 1\u00a0ligne.");
        assertThat(messages(formulaire, Map.of("partenaires", lue("[{'nom':'A','part':10}]"))))
                .isEmpty();
        assertThat(formulaire.valider(
                        Map.of("partenaires", lue("[{'nom':'A'},{'nom':'','part':101,'x':1},3]")), Map.of()))
                .containsExactly(
                        new ErreurDeChamp("partenaires[1].nom", "Partenaires, ligne 2\u00a0: Nom", OBLIGATOIRE),
                        new ErreurDeChamp(
                                "partenaires[1].part",
                                "Partenaires, ligne 2\u00a0: Part",
                                "Indiquez un nombre inférieur ou égal à 100."),
                        new ErreurDeChamp(
                                "partenaires[1].x",
                                "Partenaires, ligne 2\u00a0: x",
                                "Ce champ n’existe pas dans le formulaire."),
                        new ErreurDeChamp("partenaires", "Partenaires", "La ligne 3 est illisible."));
    }

    @Test
    void unFichierOuUnObjetSerialiseNeConvientAAucunChamp() {
        Object java = Variables.serializedObjectValue("rO0=")
                .serializationDataFormat("application/x-java-serialized-object")
                .objectTypeName("x.Y")
                .create();
        assertThat(messages(formulaire(champ("textfield", "")), c(java))).containsExactly("Indiquez un texte.");
        assertThat(messages(formulaire(champ("textfield", "")), c(new byte[] {1})))
                .containsExactly("Indiquez un texte.");
    }

    @Test
    void lesChampsSontListesAvecLeurLibelle() {
        assertThat(formulaire("{'type':'text','text':'Bonjour'}", champ("textfield", ""))
                        .champs())
                .containsExactly(new Champ("c", "Champ", "textfield", false, List.of()));
    }

    @Test
    void unFormulaireQueLeServeurNePeutVerifierNEstPasLu() {
        assertThatThrownBy(() -> formulaire(champ("filepicker", ""))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> formulaire(champ("textfield", ""), champ("number", "")))
                .hasMessageContaining("same key");
        assertThatThrownBy(() -> formulaire(champ("textfield", ",'conditional':{'hide':'=1 +'}")))
                .hasMessageContaining("FEEL");
    }

    @Test
    void unRefusNommeChaqueChampEtSonErreurEnFrancais() {
        SoumissionRefusee refus = new SoumissionRefusee(List.of(
                new ErreurDeChamp("note", "Note territoire", "Indiquez un nombre entre 0 et 5."),
                new ErreurDeChamp("avis", "Avis", OBLIGATOIRE)));
        assertThat(refus)
                .hasMessage(
                        "Le formulaire n’est pas complet\u00a0: «\u00a0Note territoire\u00a0»\u00a0: indiquez un nombre"
                                + " entre 0 et 5\u00a0; «\u00a0Avis\u00a0»\u00a0: ce champ est obligatoire.");
        assertThat(refus.erreurs()).hasSize(2);
    }
}
