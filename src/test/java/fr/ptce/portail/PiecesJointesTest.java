package fr.ptce.portail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import fr.ptce.ApplicationDeTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationDeTest
class PiecesJointesTest {

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private PiecesJointes pieces;

    @Autowired
    private PlatformTransactionManager transactions;

    @LocalServerPort
    private int port;

    private final String proprietaire = "brouillon:" + UUID.randomUUID();

    @Test
    void unePieceEstRendueOctetPourOctet() {
        PieceJointe piece = pieces.deposer(proprietaire, "statuts.pdf", flux(PDF));

        assertThat(pieces.liste(proprietaire)).containsExactly(piece);
        assertThat(piece.type()).isEqualTo("application/pdf");
        assertThat(piece.taille()).isEqualTo(PDF.length);
        assertThat(piece.sha256()).matches("[0-9a-f]{64}");
        assertThat(pieces.ouvrir(piece.id())).hasValueSatisfying(ouverte -> {
            assertThat(ouverte.piece()).isEqualTo(piece);
            assertThat(octets(ouverte)).isEqualTo(PDF);
        });
    }

    @Test
    void leTypeSeLitDansLeContenuQuoiQueDiseLeNom() throws IOException {
        assertThat(pieces.deposer(proprietaire, "photo.pdf", flux(image("png"))))
                .satisfies(piece -> {
                    assertThat(piece.type()).isEqualTo("image/png");
                    assertThat(piece.nom()).isEqualTo("photo.pdf.png");
                });
        assertThat(pieces.deposer(proprietaire, "photo.JPEG", flux(image("jpg"))))
                .satisfies(piece -> {
                    assertThat(piece.type()).isEqualTo("image/jpeg");
                    assertThat(piece.nom()).isEqualTo("photo.jpg");
                });
        assertThat(pieces.deposer(proprietaire, "x", flux(docx())).nom()).isEqualTo("x.docx");
        assertThat(pieces.deposer(proprietaire, "x", flux(odt())).type())
                .isEqualTo("application/vnd.oasis.opendocument.text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html><script>alert(1)</script>", "MZ program", "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    void unFichierQuiNAQueLeNomDUnPdfEstRefuse(String contenu) {
        refuse("statuts.pdf", contenu.getBytes(StandardCharsets.UTF_8), "ni un PDF");
    }

    @Test
    void unZipQuiNEstPasUnDocumentTexteEstRefuse() throws IOException {
        refuse("a.docx", zip(Map.of("lisez-moi.txt", "bonjour")), "ni un PDF");
        refuse("a.docx", zip(Map.of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>")), "ni un PDF");
        refuse("a.docx", zip(Map.of("[Content_Types].xml", "<Types/>", "word/document.xml", "MZ")), "ni un PDF");
        refuse("a.odt", zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text")), "ni un PDF");
        refuse("a.docx", new byte[] {'P', 'K', 3, 4, 0, 0, 0}, "ni un PDF");
    }

    @Test
    void unDocumentTexteAvecMacrosEstRefuse() throws IOException {
        refuse(
                "a.docx",
                zip(Map.of(
                        "[Content_Types].xml",
                        "<Types/>",
                        "word/document.xml",
                        "<w/>",
                        "word/vbaProject.bin",
                        "macro")),
                "sans macros");
    }

    @Test
    void unZipQuiRempliraitLeDisqueUneFoisOuvertEstRefuse() throws IOException {
        Map<String, String> entrees = new LinkedHashMap<>();
        entrees.put("[Content_Types].xml", "<Types/>");
        entrees.put("word/document.xml", "<w/>");
        String zeros = "0".repeat(30 * 1024 * 1024);
        IntStream.range(0, 8).forEach(rang -> entrees.put("word/media/" + rang, zeros));
        byte[] bombe = zip(entrees);

        assertThat(bombe).hasSizeLessThan(1024 * 1024);
        refuse("a.docx", bombe, "ni un PDF");
    }

    @Test
    void unePieceVideEstRefusee() {
        refuse("a.pdf", new byte[0], "vide");
    }

    @Test
    void laLectureDUnFluxSansFinSArreteALaLimite() {
        AtomicLong lus = new AtomicLong();
        InputStream sansFin = new InputStream() {
            @Override
            public int read() {
                lus.incrementAndGet();
                return 'x';
            }

            @Override
            public int read(byte[] tampon, int debut, int longueur) {
                lus.addAndGet(longueur);
                return longueur;
            }
        };

        assertThatThrownBy(() -> pieces.deposer(proprietaire, "a.pdf", sansFin))
                .isInstanceOf(PieceRefusee.class)
                .hasMessageContaining("dépasse 20\u00a0Mo");
        assertThat(lus.get()).isLessThan(PiecesJointes.TAILLE_MAXIMALE + 100_000L);
    }

    @Test
    void unePieceDeLaTailleLimiteEstGardee() {
        byte[] plein = new byte[PiecesJointes.TAILLE_MAXIMALE];
        System.arraycopy(PDF, 0, plein, 0, PDF.length);

        PieceJointe piece = pieces.deposer(proprietaire, "a.pdf", flux(plein));

        assertThat(piece.taille()).isEqualTo(PiecesJointes.TAILLE_MAXIMALE);
        pieces.supprimer(proprietaire, piece.id());
    }

    @Test
    void unProprietaireADixPiecesAuPlusMemeArriveesEnsemble() {
        long recues = IntStream.range(0, 16)
                .parallel()
                .filter(rang -> {
                    try {
                        pieces.deposer(proprietaire, rang + ".pdf", flux(PDF));
                        return true;
                    } catch (PieceRefusee e) {
                        return false;
                    }
                })
                .count();

        assertThat(recues).isEqualTo(PiecesJointes.NOMBRE_MAXIMAL);
        assertThat(pieces.liste(proprietaire)).hasSize(PiecesJointes.NOMBRE_MAXIMAL);
        refuse("onze.pdf", PDF, "10 documents");
    }

    @Test
    void seulLeProprietaireRetireUnePiece() {
        PieceJointe piece = pieces.deposer(proprietaire, "a.pdf", flux(PDF));

        assertThat(pieces.supprimer("brouillon:autre", piece.id())).isFalse();
        assertThat(pieces.liste(proprietaire)).hasSize(1);
        assertThat(pieces.supprimer(proprietaire, piece.id())).isTrue();
        assertThat(pieces.ouvrir(piece.id())).isEmpty();
    }

    @Test
    void lesPiecesDUnBrouillonVontAuDossierSaufSiSaTransactionEchoue() {
        String dossier = "PTCE-" + UUID.randomUUID();
        pieces.deposer(dossier, "deja.pdf", flux(PDF));
        pieces.deposer(proprietaire, "un.pdf", flux(PDF));
        pieces.deposer(proprietaire, "deux.pdf", flux(PDF));

        new TransactionTemplate(transactions).executeWithoutResult(statut -> {
            pieces.transferer(proprietaire, dossier);
            statut.setRollbackOnly();
        });
        assertThat(pieces.liste(proprietaire)).hasSize(2);

        pieces.transferer(proprietaire, dossier);
        pieces.transferer(dossier, dossier);
        assertThat(pieces.liste(proprietaire)).isEmpty();
        assertThat(pieces.liste(dossier))
                .extracting(PieceJointe::nom)
                .containsExactly("deja.pdf", "un.pdf", "deux.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Users\\moi\\statuts.pdf, statuts.pdf",
        "../../etc/passwd, passwd.pdf",
        "'Écrit d’été.PDF', 'Écrit d’été.pdf'",
        "'a<b>\"c|d?.pdf', 'a b c d.pdf'",
        "'.htaccess', 'htaccess.pdf'",
        "'', document.pdf",
        "'...', document.pdf",
        "'facture\u202Efdp.exe', 'facture fdp.exe.pdf'",
        "'a\u0000\r\nb.pdf', 'a b.pdf'"
    })
    void unNomEstRenduInoffensif(String recu, String garde) {
        assertThat(NomDeFichier.sur(recu, ".pdf")).isEqualTo(garde);
    }

    @Test
    void unNomTropLongOuAbsentEstRenduInoffensif() {
        assertThat(NomDeFichier.sur("é".repeat(500) + ".pdf", ".pdf"))
                .hasSize(120)
                .endsWith("é.pdf");
        assertThat(NomDeFichier.sur(null, ".odt")).isEqualTo("document.odt");
    }

    @Test
    void enHttpUnePieceSeTelechargeEtNeSAfficheJamais() throws IOException {
        try (BrowserContext session = Navigateur.session()) {
            APIResponse depot = envoyer(session, "Règles d’été.pdf", PDF);
            assertThat(depot.status()).isEqualTo(200);
            JsonNode piece = new ObjectMapper().readTree(depot.body());

            APIResponse reponse = session.request().get(adresse("/candidater/essai/pieces/" + piece.path("id")));

            assertThat(reponse.body()).isEqualTo(PDF);
            assertThat(reponse.headers())
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("cache-control", "no-store");
            assertThat(reponse.headers().get("content-type")).startsWith("application/pdf");
            assertThat(reponse.headers().get("content-disposition"))
                    .startsWith("attachment;")
                    .contains("filename*=UTF-8''R%C3%A8gles%20d%E2%80%99%C3%A9t%C3%A9.pdf");
        }
    }

    @Test
    void enHttpUnRefusDitPourquoiEnFrancais() {
        try (BrowserContext session = Navigateur.session()) {
            APIResponse reponse = envoyer(session, "a.pdf", "bonjour".getBytes(StandardCharsets.UTF_8));

            assertThat(reponse.status()).isEqualTo(422);
            assertThat(reponse.text()).contains("\"message\":\"ce document n’est ni un PDF");
        }
    }

    @Test
    void enHttpUnFichierDe21MegaoctetsEstRefuse() {
        try (BrowserContext session = Navigateur.session()) {
            APIResponse reponse = envoyer(session, "a.pdf", new byte[21 * 1024 * 1024]);

            assertThat(reponse.status()).isEqualTo(413);
            assertThat(reponse.text()).contains("\"message\":\"Ce document dépasse 20\u00a0Mo.");
        }
    }

    private APIResponse envoyer(BrowserContext session, String nom, byte[] contenu) {
        Page page = session.newPage();
        page.navigate(adresse("/candidater/essai/composants"));
        return session.request()
                .post(
                        adresse("/candidater/essai/pieces"),
                        RequestOptions.create()
                                .setHeader("Accept", "application/json")
                                .setHeader(
                                        "X-CSRF-TOKEN",
                                        page.locator("meta[name=_csrf]").getAttribute("content"))
                                .setMultipart(FormData.create()
                                        .set("fichier", new FilePayload(nom, "application/pdf", contenu))));
    }

    private String adresse(String chemin) {
        return "http://localhost:" + port + chemin;
    }

    private void refuse(String nom, byte[] contenu, String raison) {
        assertThatThrownBy(() -> pieces.deposer(proprietaire, nom, flux(contenu)))
                .isInstanceOf(PieceRefusee.class)
                .hasMessageContaining(raison);
    }

    private static byte[] octets(PieceOuverte ouverte) {
        try {
            return ouverte.telecharger().getBody().getContentAsByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream flux(byte[] octets) {
        return new ByteArrayInputStream(octets);
    }

    private static byte[] image(String format) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, sortie);
        return sortie.toByteArray();
    }

    private static byte[] docx() throws IOException {
        return zip(Map.of(
                "[Content_Types].xml",
                "<?xml version=\"1.0\"?><Types/>",
                "word/document.xml",
                "\uFEFF<?xml version=\"1.0\"?><w:document/>"));
    }

    private static byte[] odt() throws IOException {
        return zip(Map.of(
                "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<office:document-content/>"));
    }

    private static byte[] zip(Map<String, String> entrees) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(sortie)) {
            for (Map.Entry<String, String> entree : entrees.entrySet()) {
                zip.putNextEntry(new ZipEntry(entree.getKey()));
                zip.write(entree.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return sortie.toByteArray();
    }
}
