package fr.ptce.courriel;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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
 * @param reglages absolute http(s) address of the page where the reader sets how often they hear from us, at most 500
 *     characters; shown at the end of the message and in {@code List-Unsubscribe}. It wants a login, so there is no
 *     one-click unsubscription (RFC 8058). {@code null} for a message that nobody can turn off
 */
public record CourrielAEnvoyer(
        String cle,
        String dossier,
        String destinataire,
        String modele,
        Map<String, Object> variables,
        List<PieceAJoindre> pieces,
        String reglages) {

    private static final int LONGUEUR_CLE = 200;
    private static final int LONGUEUR_REGLAGES = 500;
    private static final Pattern ADRESSE_DE_PAGE = Pattern.compile("https?://[!-~&&[^<>\"]]+");

    /** An e-mail that its reader cannot turn off. */
    public CourrielAEnvoyer(
            String cle,
            String dossier,
            String destinataire,
            String modele,
            Map<String, Object> variables,
            List<PieceAJoindre> pieces) {
        this(cle, dossier, destinataire, modele, variables, pieces, null);
    }

    /**
     * @throws IllegalArgumentException when the key is missing or too long, the model is missing, or the page of settings
     *     is no address
     */
    public CourrielAEnvoyer {
        if (cle == null || cle.isBlank() || cle.length() > LONGUEUR_CLE) {
            throw new IllegalArgumentException("La clé d’un courriel compte de 1 à 200 caractères : " + cle);
        }
        if (modele == null || modele.isBlank()) {
            throw new IllegalArgumentException("Le courriel " + cle + " n’a pas de modèle.");
        }
        if (reglages != null
                && (reglages.length() > LONGUEUR_REGLAGES
                        || !ADRESSE_DE_PAGE.matcher(reglages).matches())) {
            throw new IllegalArgumentException("Le courriel " + cle + " renvoie à des réglages sans adresse correcte.");
        }
        variables = variables == null ? Map.of() : Collections.unmodifiableMap(new HashMap<>(variables));
        pieces = pieces == null ? List.of() : List.copyOf(pieces);
    }
}
