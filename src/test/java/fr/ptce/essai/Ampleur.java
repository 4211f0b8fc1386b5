package fr.ptce.essai;

/** How much of a thing a test does: a sample each time, all of it in the long ring ({@code .ci/long}). */
public final class Ampleur {

    private static final boolean ENTIERE = Boolean.getBoolean("ptce.essai.long");

    private Ampleur() {}

    public static int de(int echantillon, int entiere) {
        return ENTIERE ? entiere : echantillon;
    }
}
