package fr.ptce.courriel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsPdfTest {

    private static final DocumentsPdf DOCUMENTS = new DocumentsPdf(true);

    @ParameterizedTest
    @CsvSource({
        "retenu-operationnel,est retenue\\, au titre des pôles opérationnels",
        "retenu-projet,est retenue\\, au titre des pôles en projet",
        "non-retenu,n’est pas retenue"
    })
    void laLettreEstConformePdfUaEtDitLaDecision(String decision, String attendu) throws Exception {
        byte[] pdf = DOCUMENTS.rendre("lettre-decision", lettre(decision));

        PdfConforme.verifier(pdf);
        assertThat(PdfConforme.texte(pdf)).contains(attendu.replace("\\", ""));
    }

    @Test
    void laLettreEstTitreeEnFrancaisEtBaliseeAvecSesAccents() throws Exception {
        byte[] pdf = DOCUMENTS.rendre("lettre-decision", lettre("retenu-projet"));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr-FR");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Décision sur la candidature PTCE-0042 – Pôle de l’œuvre commune à Plœmeur");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(PdfConforme.texte(pdf))
                .contains(
                        "Pôle de l’œuvre commune à Plœmeur",
                        "Fait le 1er décembre 2026",
                        "Voies de recours",
                        "quinze jours ouvrés",
                        "22 décembre 2026",
                        "Motifs de la décision",
                        "Pour le comité de pilotage,");
    }

    @Test
    void unTexteColleAvecBalisesEtCaracteresInterditsNempechePasLaLettre() throws Exception {
        Map<String, Object> variables = lettre("non-retenu");
        variables.put("motif", "Budget < 10 000 € & flou\u0000\u000b <img src=\"http://ailleurs.example/x.png\">");
        variables.put("contactNom", null);

        byte[] pdf = DOCUMENTS.rendre("lettre-decision", variables);

        PdfConforme.verifier(pdf);
        assertThat(PdfConforme.texte(pdf)).contains("Budget < 10 000 € & flou").doesNotContain("null");
    }

    @Test
    void uneLigneNeFinitJamaisParUneApostrophe() throws Exception {
        Map<String, Object> variables = lettre("retenu-projet");
        variables.put("motif", "C’est l’initiative d’une équipe qu’aujourd’hui l’on reconnaît. ".repeat(20));

        try (PDDocument document = Loader.loadPDF(DOCUMENTS.rendre("lettre-decision", variables))) {
            assertThat(new PDFTextStripper().getText(document).lines().map(String::strip))
                    .hasSizeGreaterThan(20)
                    .noneMatch(ligne -> ligne.endsWith("’"));
        }
    }

    @Test
    void apresReexamenSansDelaiLaLettreNeParlePasDeRecours() throws Exception {
        Map<String, Object> variables = lettre("non-retenu");
        variables.put("recoursAvantLe", null);

        byte[] pdf = DOCUMENTS.rendre("lettre-decision", variables);

        PdfConforme.verifier(pdf);
        assertThat(PdfConforme.texte(pdf)).doesNotContain("recours", "réexamen");
    }

    @Test
    void unMotifDePlusieursPagesResteConforme() throws Exception {
        Map<String, Object> variables = lettre("non-retenu");
        variables.put("motif", "Un motif longuement développé, avec ses raisons. ".repeat(200));

        byte[] pdf = DOCUMENTS.rendre("lettre-decision", variables);

        PdfConforme.verifier(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
    }

    private static Map<String, Object> lettre(String decision) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("numero", "PTCE-0042");
        variables.put("initiative", "Pôle de l’œuvre commune à Plœmeur");
        variables.put("structure", "Association Ty Œuvre");
        variables.put("commune", "Plœmeur");
        variables.put("contactNom", "Jeanne Le Goff");
        variables.put("decision", decision);
        variables.put("motif", "La coopération est engagée.\nLa gouvernance reste à préciser.");
        variables.put("dateDecision", LocalDate.of(2026, 12, 1));
        variables.put("recoursAvantLe", LocalDate.of(2026, 12, 22));
        variables.put("signataire", "La présidente du comité de pilotage");
        return variables;
    }
}
