package fr.ptce.pilotage;

import fr.ptce.base.Identifie;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a step could not be done, in the words of who follows a dossier: what it means and what helps. */
enum CauseDIncident implements Identifie {
    ADRESSE(
            "adresse",
            "Une adresse de courriel n’est pas valable",
            "Un courriel n’a pas pu partir\u00a0: l’adresse n’en est pas une. Corrigez-la dans le dossier, puis réessayez.",
            "Adresse électronique invalide"),
    REGLAGE(
            "reglage",
            "L’envoi des courriels n’est pas réglé",
            "Aucun courriel ne peut partir\u00a0: il manque un réglage au serveur de courriel. Prévenez l’administration, puis"
                    + " réessayez.",
            "propriété (spring\\.mail|ptce\\.courriel)"),
    SERVEUR_MUET(
            "serveur-muet",
            "Le serveur de courriel ne répond pas",
            "Un courriel n’a pas pu partir\u00a0: le serveur de courriel ne répond pas. L’envoi reprend de lui-même quelque"
                    + " temps\u00a0; ensuite, réessayez quand le serveur est revenu.",
            "n’est pas parti.*(connect|timed? ?out|refused|unknown ?host|read|reset|EOF|closed|aucun serveur)"),
    SERVEUR_REFUSE(
            "serveur-refuse",
            "Le serveur de courriel a refusé un courriel",
            "Un courriel n’a pas pu partir\u00a0: le serveur de courriel l’a refusé. Si cela recommence après un nouvel"
                    + " essai, prévenez l’administration.",
            "n’est pas parti"),
    MODELE(
            "modele",
            "Un modèle de courriel est à corriger",
            "Un courriel ou une lettre n’a pas pu être écrit\u00a0: son modèle ne va pas. Prévenez l’administration, puis"
                    + " réessayez quand il est corrigé.",
            "(Il manque au modèle|[Mm]odèle inconnu|template|Template)"),
    TABLE(
            "table",
            "Une table de décision est à corriger",
            "Une table de décision a répondu ce que l’application ne comprend pas. Prévenez l’administration, puis réessayez"
                    + " quand la table est corrigée.",
            "La table de décision .* a répondu"),
    EN_MEME_TEMPS(
            "en-meme-temps",
            "Deux actions se sont croisées",
            "Quelqu’un, ou le parcours lui-même, a changé le dossier au même moment. Rien n’est perdu\u00a0: réessayez.",
            "(concurrently|OptimisticLocking|could not serialize|lock|deadlock)"),
    INCONNUE(
            "inconnue",
            "Une étape automatique a échoué",
            "L’étape n’a pas pu être faite, pour une raison que l’application ne sait pas dire. Réessayez une fois\u00a0; si"
                    + " cela recommence, prévenez l’administration.",
            "");

    private final String id;
    private final String titre;
    private final String explication;
    private final Pattern signe;

    CauseDIncident(String id, String titre, String explication, String signe) {
        this.id = id;
        this.titre = titre;
        this.explication = explication;
        this.signe = Pattern.compile(signe, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** @param message of the exception, as the engine keeps it; null when it had none */
    static CauseDIncident de(String message) {
        String dit = message == null ? "" : message;
        return Stream.of(values())
                .filter(cause -> cause.signe.matcher(dit).find())
                .findFirst()
                .orElseThrow();
    }

    /** Empty when no cause has this id. */
    static Optional<CauseDIncident> parId(String id) {
        return Stream.of(values()).filter(cause -> cause.id.equals(id)).findFirst();
    }

    @Override
    public String id() {
        return id;
    }

    public String titre() {
        return titre;
    }

    public String explication() {
        return explication;
    }
}
