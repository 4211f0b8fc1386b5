package fr.ptce.portail;

import java.util.Map;
import org.springframework.stereotype.Component;

/** What the error page says for each HTTP status: in French, without any technical detail. */
@Component("messagesDErreur")
public class MessagesDErreur {

    private record Message(String titre, String explication) {}

    private static final Message AUTRE = new Message(
            "Une erreur est survenue", "Rien n’a été perdu de ce qui était déjà enregistré. Réessayez dans un moment.");

    private static final Map<Integer, Message> MESSAGES = Map.of(
            400,
                    new Message(
                            "Demande incomprise",
                            "L’adresse ou les informations envoyées ne sont pas celles que nous attendions."),
            401, new Message("Connexion nécessaire", "Connectez-vous pour voir cette page."),
            403,
                    new Message(
                            "Accès refusé",
                            "Votre compte ne donne pas accès à cette page. Si vous pensez que c’est une erreur,"
                                    + " adressez-vous aux pilotes nationaux."),
            404,
                    new Message(
                            "Page introuvable",
                            "Cette page n’existe pas, n’existe plus, ou n’est pas accessible avec ce lien."),
            413, new Message("Envoi trop volumineux", "Un fichier ne peut pas dépasser 20 Mo."),
            429,
                    new Message(
                            "Trop de demandes",
                            "Vous avez envoyé beaucoup de demandes en peu de temps. Patientez une minute, puis réessayez."));

    /** Title for an HTTP status; a general one for null and for what has none of its own. */
    public String titre(Integer statut) {
        return message(statut).titre();
    }

    /** Explanation for an HTTP status; a general one for null and for what has none of its own. */
    public String explication(Integer statut) {
        return message(statut).explication();
    }

    private static Message message(Integer statut) {
        return statut == null ? AUTRE : MESSAGES.getOrDefault(statut, AUTRE);
    }
}
