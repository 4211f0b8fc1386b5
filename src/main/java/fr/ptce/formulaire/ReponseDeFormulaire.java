package fr.ptce.formulaire;

import java.util.List;

/**
 * What a page answers to a submitted form, as JSON: {@code {"erreurs":[{"cle":…,"libelle":…,"message":…}]}}.
 *
 * @param erreurs empty when everything is accepted; never null
 */
public record ReponseDeFormulaire(List<ErreurDeChamp> erreurs) {

    public ReponseDeFormulaire {
        erreurs = List.copyOf(erreurs);
    }
}
