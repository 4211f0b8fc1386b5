package fr.ptce.pilotage;

import fr.ptce.moteur.securite.ClientHttp;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** The people of the demonstration, each logged in once on real HTTP. */
final class Pilotes {

    private final int port;
    private final Map<String, ClientHttp> sessions = new HashMap<>();

    Pilotes(int port) {
        this.port = port;
    }

    ClientHttp session(String compte) {
        return sessions.computeIfAbsent(compte, id -> new ClientHttp(port).connecter(id, "demo"));
    }

    HttpResponse<String> voir(String compte, String chemin) {
        return session(compte).get(chemin);
    }

    int statut(String compte, String chemin) {
        return voir(compte, chemin).statusCode();
    }

    /** Posts, follows the redirection, and gives the text of the page that is shown in the end. */
    String agir(String compte, String chemin, Map<String, String> champs) {
        HttpResponse<String> reponse = session(compte).postFormulaire(chemin, champs);
        if (reponse.statusCode() != 302) {
            throw new AssertionError("POST " + chemin + " answered " + reponse.statusCode() + "\n" + reponse.body());
        }
        return voir(
                        compte,
                        reponse.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", ""))
                .body();
    }

    /** Posts what is to be refused outright, and gives the status. */
    int tenter(String compte, String chemin, Map<String, String> champs) {
        return session(compte).postFormulaire(chemin, champs).statusCode();
    }
}
