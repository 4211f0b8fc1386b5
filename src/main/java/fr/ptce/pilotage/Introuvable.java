package fr.ptce.pilotage;

import org.springframework.http.HttpStatus;

/** What a page is about is not there, or no more, or not for this agent: from outside the last two look the same. */
class Introuvable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus statut;
    private final String titre;

    private Introuvable(HttpStatus statut, String titre, String message) {
        super(message);
        this.statut = statut;
        this.titre = titre;
    }

    static Introuvable tache() {
        return new Introuvable(
                HttpStatus.NOT_FOUND, "Tâche introuvable", "Cette tâche n’existe pas, ou n’est pas dans vos régions.");
    }

    /** @param nom of a task that the agent meets, and that is over */
    static Introuvable tacheFinie(String nom) {
        return new Introuvable(
                HttpStatus.CONFLICT,
                "Cette tâche n’est plus à faire",
                "«\u00a0" + nom + "\u00a0» a été faite, ou le parcours l’a retirée. Rien n’a été changé.");
    }

    static Introuvable parcours() {
        return new Introuvable(
                HttpStatus.NOT_FOUND,
                "Parcours introuvable",
                "Ce parcours n’existe pas, ou n’est pas dans vos régions.");
    }

    /** A process or one of its versions. */
    static Introuvable processus() {
        return new Introuvable(
                HttpStatus.NOT_FOUND,
                "Processus introuvable",
                "Ce processus n’existe pas ou plus, ou il ne vous est pas ouvert.");
    }

    HttpStatus statut() {
        return statut;
    }

    String titre() {
        return titre;
    }
}
