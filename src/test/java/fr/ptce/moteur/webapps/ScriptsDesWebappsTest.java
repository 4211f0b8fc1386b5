package fr.ptce.moteur.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.moteur.securite.ClientHttp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The stock policy carries a nonce that the webapps keep in one place for all requests: two at the same moment leave a
 * white page. Ours names the inline scripts by their hash.
 */
@ApplicationDeTest
class ScriptsDesWebappsTest {

    private static final Pattern EN_LIGNE =
            Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void laPolitiqueNommeChaqueScriptEnLigneParSonEmpreinte(String application) throws Exception {
        HttpResponse<String> page = new ClientHttp(port).get("/camunda/app/" + application + "/default/");
        String politique = page.headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(politique).contains("script-src 'self'").doesNotContain("nonce-", "script-src 'unsafe-inline'");
        Matcher script = EN_LIGNE.matcher(page.body());
        while (script.find()) {
            byte[] empreinte =
                    MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(politique)
                    .as(application + script.group(1))
                    .contains("'sha256-" + Base64.getEncoder().encodeToString(empreinte) + "'");
        }
    }
}
