package fr.ptce.candidature.importation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts compared without what differs from one hand to another: accents, case, spaces and punctuation. */
final class Ecriture {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NI_LETTRE_NI_CHIFFRE = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Ecriture() {}

    /** Empty for null and for a text without letter or digit. */
    static String reduite(String texte) {
        if (texte == null) {
            return "";
        }
        String sansAccents = ACCENTS.matcher(Normalizer.normalize(texte, Normalizer.Form.NFKD))
                .replaceAll("");
        return NI_LETTRE_NI_CHIFFRE
                .matcher(sansAccents.toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replace("œ", "oe")
                .replace("æ", "ae");
    }

    /** What makes two candidatures of a campaign the same one; 64 hexadecimal digits. */
    static String cle(String initiative, String structure, String region) {
        String identite = String.join("|", reduite(initiative), reduite(structure), region);
        return empreinte(identite.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 in hexadecimal. */
    static String empreinte(byte[] contenu) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(contenu));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
