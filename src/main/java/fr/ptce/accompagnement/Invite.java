package fr.ptce.accompagnement;

/**
 * Somebody invited to a seminar.
 *
 * @param remplacant whether the person comes instead of somebody who was invited
 * @param reponse {@code oui}, {@code non} or {@code remplace}; null as long as there is no answer
 * @param utilite 1 to 5; null without an evaluation
 */
record Invite(
        long id,
        long seminaire,
        String nom,
        String courriel,
        boolean remplacant,
        String reponse,
        String remplacantNom,
        String remplacantCourriel,
        String message,
        boolean present,
        Integer utilite,
        Integer organisation,
        String commentaire) {

    /** What a pilot reads. */
    public String reponseEnClair() {
        if (reponse == null) {
            return "sans réponse";
        }
        return switch (reponse) {
            case "oui" -> remplacant ? "vient en remplacement" : "vient";
            case "non" -> "ne vient pas";
            default -> "remplacé par " + remplacantNom;
        };
    }
}
