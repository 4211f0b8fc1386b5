package fr.ptce.courriel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Looks at a PDF with veraPDF, the validator of the PDF Association, and reads it with PDFBox. */
public final class PdfConforme {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfConforme() {}

    /** Fails when the PDF breaks a rule of PDF/UA-1. */
    public static void verifier(byte[] pdf) throws Exception {
        try (var lecteur =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validateur = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult resultat = validateur.validate(lecteur);
            assertThat(resultat.getTestAssertions()).isEmpty();
            assertThat(resultat.isCompliant()).isTrue();
        }
    }

    /** The text, with single blanks. */
    public static String texte(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    /** The alternative texts of the figures. */
    public static List<String> textesDeRemplacement(PDDocument document) {
        List<String> textes = new ArrayList<>();
        chercher(document.getDocumentCatalog().getStructureTreeRoot(), textes);
        return textes;
    }

    private static void chercher(PDStructureNode noeud, List<String> textes) {
        if (noeud instanceof PDStructureElement element && element.getAlternateDescription() != null) {
            textes.add(element.getAlternateDescription());
        }
        noeud.getKids().stream()
                .filter(PDStructureNode.class::isInstance)
                .forEach(enfant -> chercher((PDStructureNode) enfant, textes));
    }
}
