package fr.ptce.moteur;

import java.util.Optional;

/** Who acts in the engine right now. */
public interface UtilisateurCourant {

    /** Id of the logged-in user; empty for a porteur's personal link, a job or start-up code. */
    Optional<String> identifiant();
}
