package fr.ptce.moteur.securite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One browser, as far as a test over HTTP needs one: keeps cookies, follows no redirect, logs in as the webapps do, and
 * sends the CSRF token that the path wants (the webapps' header under {@code /camunda}, ours elsewhere).
 */
public class ClientHttp {

    private static final Pattern JETON = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final int port;

    /** An anonymous browser on {@code localhost:port}. */
    public ClientHttp(int port) {
        this.port = port;
    }

    /** Logs in as Tasklist does; throws {@link AssertionError} when refused. Needs the right to use Tasklist. */
    public ClientHttp connecter(String identifiant, String motDePasse) {
        return connecter(identifiant, motDePasse, "tasklist");
    }

    /** Logs in as the webapp does; {@code welcome} is open to every account. */
    public ClientHttp connecter(String identifiant, String motDePasse, String application) {
        int statut = tenterConnexionWebapp(identifiant, motDePasse, application).statusCode();
        if (statut != 200) {
            throw new AssertionError("login of " + identifiant + " answered " + statut);
        }
        // The login drops the session and its CSRF token; this GET brings the new one.
        get("/camunda/app/welcome/default/");
        return this;
    }

    /** One attempt to log in to a webapp, whatever comes of it. */
    public HttpResponse<String> tenterConnexionWebapp(String identifiant, String motDePasse, String application) {
        get("/camunda/app/welcome/default/");
        return postFormulaire(
                "/camunda/api/admin/auth/user/default/login/" + application,
                Map.of("username", identifiant, "password", motDePasse));
    }

    /** One attempt to log in on our page. */
    public HttpResponse<String> tenterConnexionPage(String identifiant, String motDePasse, String retour) {
        return postFormulaire(
                "/connexion", Map.of("identifiant", identifiant, "motDePasse", motDePasse, "retour", retour));
    }

    /** Headers are given as name, value, name, value. */
    public HttpResponse<String> get(String chemin, String... entetes) {
        return envoyer(requete(chemin, entetes).GET());
    }

    /** Any method and any body, without a CSRF token unless it is one of the headers. */
    public HttpResponse<String> demander(String methode, String chemin, String corps, String... entetes) {
        return envoyer(requete(chemin, entetes).method(methode, BodyPublishers.ofString(corps)));
    }

    /** POST with the CSRF token of the path. */
    public HttpResponse<String> postJson(String chemin, String json) {
        return envoyer(requete(chemin, "Content-Type", "application/json")
                .headers(csrf(chemin))
                .POST(BodyPublishers.ofString(json)));
    }

    /** POST of a body of any type with the CSRF token of the path. */
    public HttpResponse<String> postCorps(String chemin, String type, String corps) {
        return envoyer(
                requete(chemin, "Content-Type", type).headers(csrf(chemin)).POST(BodyPublishers.ofString(corps)));
    }

    /** PUT with the CSRF token of the path. */
    public HttpResponse<String> putJson(String chemin, String json) {
        return envoyer(requete(chemin, "Content-Type", "application/json")
                .headers(csrf(chemin))
                .PUT(BodyPublishers.ofString(json)));
    }

    /** POST of form fields with the CSRF token of the path. */
    public HttpResponse<String> postFormulaire(String chemin, Map<String, String> champs) {
        return envoyer(requete(chemin, "Content-Type", "application/x-www-form-urlencoded")
                .headers(csrf(chemin))
                .POST(BodyPublishers.ofString(encoder(champs))));
    }

    /** POST of a file as a browser does: the CSRF token is a field of the form. */
    public HttpResponse<String> postFichier(String chemin, String champ, String nomDuFichier, byte[] contenu) {
        return postFichier(chemin, Map.of(), champ, nomDuFichier, contenu);
    }

    /** A form with a file, as a browser sends it. */
    public HttpResponse<String> postFichier(
            String chemin, Map<String, String> champs, String champ, String nomDuFichier, byte[] contenu) {
        String limite = "limite-des-parties";
        ByteArrayOutputStream corps = new ByteArrayOutputStream();
        StringBuilder debut = new StringBuilder();
        Map<String, String> avecJeton = new LinkedHashMap<>(champs);
        avecJeton.put("_csrf", jetonDesPages());
        avecJeton.forEach((nom, valeur) -> debut.append("--" + limite + "\r\nContent-Disposition: form-data; name=\""
                + nom + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + valeur + "\r\n"));
        debut.append("--" + limite + "\r\nContent-Disposition: form-data; name=\"" + champ + "\"; filename=\""
                + nomDuFichier + "\"\r\nContent-Type: text/csv\r\n\r\n");
        corps.writeBytes(debut.toString().getBytes(StandardCharsets.UTF_8));
        corps.writeBytes(contenu);
        corps.writeBytes(("\r\n--" + limite + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return envoyer(requete(chemin, "Content-Type", "multipart/form-data; boundary=" + limite)
                .POST(BodyPublishers.ofByteArray(corps.toByteArray())));
    }

    /** POST of form fields without any CSRF token. */
    public HttpResponse<String> postSansJeton(String chemin, Map<String, String> champs) {
        return envoyer(requete(chemin, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoder(champs))));
    }

    /** Lets the cookies marked {@code Secure} travel over the test's plain HTTP, as a proxy that ends TLS would. */
    public ClientHttp commeDerriereUnProxy() {
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        return this;
    }

    /** Value of a cookie, or null. */
    public String cookie(String nom) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(nom))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The CSRF token of our pages for this session. */
    public String jetonDesPages() {
        Matcher jeton = JETON.matcher(get("/connexion").body());
        if (!jeton.find()) {
            throw new AssertionError("no CSRF token on the login page");
        }
        return jeton.group(1);
    }

    /**
     * Sends one request line as it is, without cookies, so that no library repairs an odd path.
     *
     * @return the raw response, status line first
     */
    public String brut(String methode, String chemin, String corps) {
        try (Socket prise = new Socket("localhost", port)) {
            prise.setSoTimeout(20_000);
            OutputStream sortie = prise.getOutputStream();
            String tete = methode + " " + chemin + " HTTP/1.1\r\nHost: localhost:" + port
                    + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " + corps.length()
                    + "\r\n\r\n";
            sortie.write((tete + corps).getBytes(StandardCharsets.ISO_8859_1));
            sortie.flush();
            InputStream entree = prise.getInputStream();
            return new String(entree.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] csrf(String chemin) {
        if (!chemin.startsWith("/camunda")) {
            return new String[] {"X-CSRF-TOKEN", jetonDesPages()};
        }
        String jeton = cookie("XSRF-TOKEN");
        return new String[] {"X-XSRF-TOKEN", jeton == null ? "none" : jeton};
    }

    private HttpRequest.Builder requete(String chemin, String... entetes) {
        HttpRequest.Builder requete = HttpRequest.newBuilder(URI.create("http://localhost:" + port + chemin))
                .timeout(Duration.ofSeconds(30));
        return entetes.length == 0 ? requete : requete.headers(entetes);
    }

    /** What an address gives, as it is. */
    public byte[] telecharger(String chemin) {
        return envoyer(requete(chemin).GET(), BodyHandlers.ofByteArray()).body();
    }

    private HttpResponse<String> envoyer(HttpRequest.Builder requete) {
        return envoyer(requete, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> envoyer(HttpRequest.Builder requete, HttpResponse.BodyHandler<T> lecture) {
        try {
            return client.send(requete.build(), lecture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoder(Map<String, String> champs) {
        return champs.entrySet().stream()
                .map(champ -> champ.getKey() + "=" + URLEncoder.encode(champ.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
