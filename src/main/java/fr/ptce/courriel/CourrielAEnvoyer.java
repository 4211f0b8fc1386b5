package fr.ptce.courriel;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An e-mail to send, to one person, written from a model.
 *
 * @param cle what makes this e-mail unique: the task or event and the occasion, for example
 *     {@code accuse-reception:PTCE-0042}; at most 200 characters. One key leaves once.
 * @param dossier business key such as {@code PTCE-0042}, shown in the subject and used for threading; {@code null} when
 *     the e-mail belongs to no dossier
 * @param destinataire bare address ({@code nom@domaine}), checked when sending
 * @param modele name of the model, for example {@code accuse-reception}
 * @param variables variables of the model; values may be null where the model says that they are optional; {@code null}
 *     is the same as empty
 * @param pieces attachments; {@code null} is the same as empty
 */
public record CourrielAEnvoyer(
        String cle,
        String dossier,
        String destinataire,
        String modele,
        Map<String, Object> variables,
        List<PieceAJoindre> pieces) {

    private static final int LONGUEUR_CLE = 200;

    /** @throws IllegalArgumentException when the key is missing or too long, or the model is missing */
    public CourrielAEnvoyer {
        if (cle == null || cle.isBlank() || cle.length() > LONGUEUR_CLE) {
            throw new IllegalArgumentException("La clé d’un courriel compte de 1 à 200 caractères : " + cle);
        }
        if (modele == null || modele.isBlank()) {
            throw new IllegalArgumentException("Le courriel " + cle + " n’a pas de modèle.");
        }
        variables = variables == null ? Map.of() : Collections.unmodifiableMap(new HashMap<>(variables));
        pieces = pieces == null ? List.of() : List.copyOf(pieces);
    }
}
