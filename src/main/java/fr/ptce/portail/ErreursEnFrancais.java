package fr.ptce.portail;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * What an error says, in {@code templates/error.html} for a browser and as JSON for a script: {@code status}, {@code
 * titre}, {@code message} and {@code conseil}. Never the exception, its text or the path, which may hold a token.
 */
@Component
class ErreursEnFrancais extends DefaultErrorAttributes {

    private record Texte(String titre, String message, String conseil) {}

    private static final String DEPUIS_LE_COURRIEL =
            "Si vous veniez d’un courriel, copiez le lien en entier dans la barre d’adresse. Sinon, repartez de l’accueil.";

    private static final Texte DEMANDE_REFUSEE = new Texte(
            "Demande non comprise",
            "Votre navigateur a envoyé une demande que ce site ne comprend pas.",
            DEPUIS_LE_COURRIEL);

    private static final Texte PANNE = new Texte(
            "Une erreur s’est produite",
            "Ce n’est pas de votre fait\u00a0: le site n’a pas pu répondre à votre demande, et rien n’a été modifié.",
            "Réessayez dans quelques minutes. Si cela recommence, prévenez la personne qui suit votre dossier.");

    private static final Map<Integer, Texte> TEXTES = Map.of(
            401,
            new Texte(
                    "Connexion nécessaire",
                    "Cette page est réservée aux personnes connectées.",
                    "Connectez-vous, puis recommencez."),
            403,
            new Texte(
                    "Accès refusé",
                    "Vous n’avez pas accès à cette page, ou elle est restée ouverte trop longtemps.",
                    "Revenez à la page précédente, rechargez-la, puis recommencez."),
            404,
            new Texte("Page introuvable", "Cette page n’existe pas, ou n’existe plus.", DEPUIS_LE_COURRIEL),
            413,
            new Texte(
                    "Document trop lourd",
                    "Ce document dépasse 20\u00a0Mo.",
                    "Réduisez-le (par exemple en l’enregistrant en PDF), ou partagez-le en plusieurs documents."),
            429,
            new Texte(
                    "Un instant, s’il vous plaît",
                    "Trop de demandes sont venues de votre connexion en peu de temps.",
                    "Patientez une minute, puis rechargez cette page."));

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest requete, ErrorAttributeOptions options) {
        // An error page sends nothing: no session is opened for whoever meets one.
        requete.setAttribute("sansJeton", true, RequestAttributes.SCOPE_REQUEST);
        int statut = statut(requete);
        Texte texte = TEXTES.getOrDefault(statut, statut < 500 ? DEMANDE_REFUSEE : PANNE);
        Map<String, Object> attributs = new LinkedHashMap<>();
        attributs.put("status", statut);
        attributs.put("titre", texte.titre());
        attributs.put("message", texte.message());
        attributs.put("conseil", texte.conseil());
        return attributs;
    }

    private int statut(WebRequest requete) {
        Object statut = super.getErrorAttributes(
                        requete, ErrorAttributeOptions.of(ErrorAttributeOptions.Include.STATUS))
                .get("status");
        // 999 when /error itself is asked for.
        return statut instanceof Integer nombre && nombre < 600 ? nombre : 404;
    }
}
