package fr.ptce.moteur.habilitations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Talks to the webapps as a browser does: cookies, CSRF token, session. */
final class Navigateur {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MOTEUR = "/camunda/api/engine/engine/default";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String adresse;

    record Reponse(int code, JsonNode corps) {}

    private Navigateur(int port) {
        this.adresse = "http://localhost:" + port;
    }

    static Navigateur anonyme(int port) {
        Navigateur navigateur = new Navigateur(port);
        navigateur.envoyer("GET", "/camunda/app/tasklist/default/", null, "application/json");
        return navigateur;
    }

    static Navigateur connecte(int port, String utilisateur) {
        Navigateur navigateur = anonyme(port);
        Reponse reponse = navigateur.envoyer(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=" + utilisateur + "&password=demo",
                "application/x-www-form-urlencoded");
        if (reponse.code() != 200) {
            throw new AssertionError("login of " + utilisateur + " answered " + reponse.code());
        }
        // The CSRF token changes at login.
        navigateur.envoyer("GET", "/camunda/app/tasklist/default/", null, "application/json");
        return navigateur;
    }

    Reponse get(String chemin) {
        return envoyer("GET", MOTEUR + chemin, null, "application/json");
    }

    Reponse post(String chemin, String json) {
        return envoyer("POST", MOTEUR + chemin, json, "application/json");
    }

    Reponse delete(String chemin) {
        return envoyer("DELETE", MOTEUR + chemin, null, "application/json");
    }

    /** Path below {@code /camunda/api}. */
    Reponse getApi(String chemin) {
        return envoyer("GET", "/camunda/api" + chemin, null, "application/json");
    }

    Reponse postApi(String chemin, String json) {
        return envoyer("POST", "/camunda/api" + chemin, json, "application/json");
    }

    private Reponse envoyer(String methode, String chemin, String corps, String type) {
        HttpRequest requete = HttpRequest.newBuilder(URI.create(adresse + chemin))
                .method(methode, corps == null ? BodyPublishers.noBody() : BodyPublishers.ofString(corps))
                .header("Content-Type", type)
                .header("Accept", "application/json, text/html")
                .header("X-XSRF-TOKEN", jeton())
                .build();
        try {
            HttpResponse<String> reponse = client.send(requete, BodyHandlers.ofString());
            return new Reponse(reponse.statusCode(), json(reponse.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String jeton() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("-");
    }

    private static JsonNode json(String corps) throws IOException {
        String debut = corps.stripLeading();
        return debut.startsWith("{") || debut.startsWith("[") ? JSON.readTree(corps) : JSON.nullNode();
    }
}
