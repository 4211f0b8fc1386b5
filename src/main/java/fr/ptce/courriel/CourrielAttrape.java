package fr.ptce.courriel;

import java.util.List;

/**
 * An e-mail as the demo's catcher received it.
 *
 * @param n number, growing with each arrival, from 1 at each start
 * @param date when it arrived, written in French
 * @param entetes all headers, decoded, in the order of the message
 * @param texte text version, {@code null} when there is none
 * @param html HTML version, {@code null} when there is none
 */
record CourrielAttrape(
        long n,
        String date,
        String destinataire,
        String objet,
        List<EnTete> entetes,
        String texte,
        String html,
        List<Piece> pieces) {

    /** A line of the list. */
    record Resume(long n, String date, String destinataire, String objet) {}

    record EnTete(String nom, String valeur) {}

    /** @param contenu the bytes, decoded; two pieces are never compared */
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(String nom, String type, byte[] contenu) {

        /** Size in kilobytes, at least 1. */
        public long taille() {
            return Math.max(1, contenu.length / 1000);
        }
    }
}
