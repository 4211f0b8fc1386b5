package fr.ptce.publication;

import fr.ptce.base.Identifie;

/** What readers may do with a publication. */
enum Licence implements Identifie {
    CC_BY_SA("cc-by-sa", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/deed.fr"),
    RESERVES("reserves", "Tous droits réservés", null);

    private final String id;
    private final String libelle;
    private final String adresse;

    Licence(String id, String libelle, String adresse) {
        this.id = id;
        this.libelle = libelle;
        this.adresse = adresse;
    }

    @Override
    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** Where it is written; null when nothing is granted. */
    public String adresse() {
        return adresse;
    }

    /** @throws IllegalArgumentException when none has this id */
    static Licence de(String id) {
        return Identifie.de(Licence.class, id);
    }
}
