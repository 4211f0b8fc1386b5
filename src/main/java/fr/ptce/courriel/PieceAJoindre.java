package fr.ptce.courriel;

/**
 * An attachment.
 *
 * @param nom file name shown to the reader; control characters and path separators are replaced when sending
 * @param type media type, for example {@code application/pdf}
 * @param contenu the bytes; not copied, must not be changed afterwards; two attachments are never compared
 */
@SuppressWarnings("ArrayRecordComponent")
public record PieceAJoindre(String nom, String type, byte[] contenu) {}
