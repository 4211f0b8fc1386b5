package fr.ptce.portail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine without a browser takes Playwright's: here a server of the test's own hands out archives that hold the browser
 * of this machine. Playwright's real server is not asked.
 */
@Tag("long")
class NavigateurTelechargeTest {

    private static final List<String> EXECUTABLES = List.of(
            "chrome-linux/chrome",
            "chrome-linux64/chrome",
            "chrome-linux/headless_shell",
            "chrome-headless-shell-linux64/chrome-headless-shell",
            "ffmpeg-linux");

    @TempDir
    private Path dossier;

    private final List<String> demandes = new CopyOnWriteArrayList<>();
    private HttpServer serveur;

    @BeforeEach
    void servir() throws IOException {
        byte[] archive = archive(Navigateur.installe().orElseThrow());
        serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serveur.createContext("/", echange -> {
            demandes.add(echange.getRequestURI().getPath());
            echange.sendResponseHeaders(200, archive.length);
            echange.getResponseBody().write(archive);
            echange.close();
        });
        serveur.start();
    }

    @AfterEach
    void arreter() {
        serveur.stop(0);
    }

    @Test
    void sansNavigateurCeluiDePlaywrightEstTelecharge() {
        Map<String, String> environnement = environnement();

        Navigateur.telecharger(environnement);

        assertThat(demandes).isNotEmpty().allMatch(chemin -> chemin.endsWith(".zip"));
        try (Browser navigateur = Navigateur.lancer(Optional.empty(), environnement)) {
            Page page = navigateur.newPage();
            page.navigate("data:text/html,<title>PTCE</title>");
            assertThat(page.title()).isEqualTo("PTCE");
        }
    }

    @Test
    void sansNavigateurNiTelechargementUneLigneDitQuoiInstaller() {
        Map<String, String> environnement = environnement();
        serveur.stop(0);

        assertThatThrownBy(() -> Navigateur.telecharger(environnement))
                .hasMessage(Navigateur.AUCUN)
                .hasMessageContaining("apt-get install chromium")
                .hasMessageNotContaining("\n");
    }

    private Map<String, String> environnement() {
        return Map.of(
                "PLAYWRIGHT_DOWNLOAD_HOST",
                "http://localhost:" + serveur.getAddress().getPort(),
                "PLAYWRIGHT_BROWSERS_PATH",
                dossier.toString());
    }

    private static byte[] archive(Path navigateur) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            for (String executable : EXECUTABLES) {
                zip.putNextEntry(new ZipEntry(executable));
                zip.write(("#!/bin/sh\nexec " + navigateur + " \"$@\"\n").getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return octets.toByteArray();
    }
}
