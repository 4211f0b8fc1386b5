package fr.ptce.monographie;

import fr.ptce.base.Identifie;

/** What a document analysed for a monograph is (plan of action, axe 1.3). */
enum NatureDeDocument implements Identifie {
    RAPPORT_D_ACTIVITE("rapport-activite", "Rapport d’activité"),
    BILAN("bilan", "Bilan"),
    COMPTE_DE_RESULTAT("compte-resultat", "Compte de résultat"),
    STATUTS("statuts", "Statuts ou convention"),
    AUTRE("autre", "Autre document");

    private final String id;
    private final String libelle;

    NatureDeDocument(String id, String libelle) {
        this.id = id;
        this.libelle = libelle;
    }

    @Override
    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** @throws IllegalArgumentException when none has this id */
    static NatureDeDocument de(String id) {
        return Identifie.de(NatureDeDocument.class, id);
    }
}
