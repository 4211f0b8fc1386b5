package fr.ptce.portail;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes the name that a browser gave to a file safe to store, to show and to give back to another computer. */
final class NomDeFichier {

    private static final int LONGUEUR = 120;

    /** Control characters, invisible ones (which may turn the direction of writing), and those Windows refuses. */
    private static final Pattern INTERDITS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}<>:\"|?*]");

    private NomDeFichier() {}

    /** @param extension the one of the type, with its dot: the name ends with it, whatever it ended with before */
    static String sur(String nom, String extension) {
        String brut = nom == null ? "" : Normalizer.normalize(nom, Normalizer.Form.NFC);
        String sansDossier = brut.substring(Math.max(brut.lastIndexOf('/'), brut.lastIndexOf('\\')) + 1);
        String net = INTERDITS.matcher(sansDossier).replaceAll(" ").replaceAll("[\\s\u00a0]+", " ");
        String base = sansExtension(net, extension).replaceAll("^[. ]+|[. ]+$", "");
        return couper(base.isEmpty() ? "document" : base, LONGUEUR - extension.length()) + extension;
    }

    private static String sansExtension(String nom, String extension) {
        String minuscules = nom.toLowerCase(Locale.ROOT);
        String finie = extension.equals(".jpg") && minuscules.endsWith(".jpeg") ? ".jpeg" : extension;
        return minuscules.endsWith(finie) ? nom.substring(0, nom.length() - finie.length()) : nom;
    }

    private static String couper(String nom, int longueur) {
        if (nom.length() <= longueur) {
            return nom;
        }
        int fin = Character.isHighSurrogate(nom.charAt(longueur - 1)) ? longueur - 1 : longueur;
        return nom.substring(0, fin).stripTrailing();
    }
}
