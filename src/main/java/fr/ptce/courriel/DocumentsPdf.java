package fr.ptce.courriel;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes letters as accessible PDF (PDF/UA-1: tagged, in French, titled, font embedded) from
 * {@code templates/pdf/<modele>.html}, which must be well-formed XML with a title, a description and {@code lang}.
 * Templates see {@code fr} ({@link FormatFrancais}) besides their own variables.
 *
 * <p>The font is Liberation Sans, one weight, which PDFBox carries; characters it does not have appear as {@code #}.
 */
@Component
public class DocumentsPdf {

    private static final String POLICE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** What XML 1.0 does not allow, and what a pasted text may hold. */
    private static final Pattern INTERDITS =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final SpringTemplateEngine moteur = new SpringTemplateEngine();

    DocumentsPdf(@Value("${spring.thymeleaf.cache:true}") boolean cache) {
        ClassLoaderTemplateResolver resolveur = new ClassLoaderTemplateResolver(DocumentsPdf.class.getClassLoader());
        resolveur.setPrefix("templates/pdf/");
        resolveur.setSuffix(".html");
        resolveur.setTemplateMode(TemplateMode.HTML);
        resolveur.setCharacterEncoding("UTF-8");
        resolveur.setCacheable(cache);
        moteur.setTemplateResolver(resolveur);
        // It tells each font that it loads for each letter.
        XRLog.listRegisteredLoggers().forEach(journal -> XRLog.setLevel(journal, Level.WARNING));
    }

    /**
     * Writes a document. Nothing outside the template is read: neither files nor network.
     *
     * @param modele name of the template, for example {@code lettre-decision}
     * @param variables variables of the template; a missing one is shown as nothing
     * @throws org.thymeleaf.exceptions.TemplateInputException when there is no such template
     * @throws UncheckedIOException when the PDF cannot be written
     */
    public byte[] rendre(String modele, Map<String, Object> variables) {
        Map<String, Object> completes = new HashMap<>(variables);
        completes.put("fr", new FormatFrancais());
        String html = moteur.process(modele, new Context(Locale.FRENCH, completes));
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(DocumentsPdf::police, "Liberation Sans", 400, FontStyle.NORMAL, true)
                    .useExternalResourceAccessControl(
                            DocumentsPdf::estDansLeModele, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            DocumentsPdf::estDansLeModele, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .useUnicodeLineBreaker(new CoupureFrancaise())
                    .withProducer("PTCE")
                    .withHtmlContent(INTERDITS.matcher(html).replaceAll(""), null)
                    .toStream(sortie)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sortie.toByteArray();
    }

    /** An image that the template carries itself is no resource from elsewhere. */
    private static boolean estDansLeModele(String adresse, ExternalResourceType type) {
        return adresse.startsWith("data:image/png;base64,");
    }

    private static InputStream police() {
        return DocumentsPdf.class.getResourceAsStream(POLICE);
    }
}
