package fr.ptce.formulaire;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** French wording of counts and numbers. */
public final class Textes {

    private static final int DECIMALES_MAX = 10;

    private Textes() {}

    /** With narrow no-break spaces between thousands and a decimal comma. */
    public static String nombre(Number nombre) {
        NumberFormat format = NumberFormat.getInstance(Locale.FRANCE);
        format.setMaximumFractionDigits(DECIMALES_MAX);
        return format.format(nombre);
    }

    static String nombre(BigDecimal nombre) {
        return nombre((Number) nombre);
    }

    /** {@code 1 ligne}, {@code 2 000 caractères}; zero is singular in French. */
    public static String compte(int nombre, String nom) {
        return nombre((Number) nombre) + "\u00a0" + nom + (nombre >= 2 ? "s" : "");
    }
}
