package fr.ptce.annuaire;

/** The reference files of the programme, read without an application. */
public final class AnnuaireDEssai {

    private AnnuaireDEssai() {}

    public static Regions regions() {
        return new Regions();
    }

    public static Besoins besoins() {
        return new Besoins();
    }
}
