package fr.ptce.candidature.importation;

import fr.ptce.base.Identifie;

/** What the dry run says of a row. Every row has exactly one. */
public enum Verdict implements Identifie {
    ACCEPTEE("acceptee", "Acceptée", "badge-succes"),
    NORMALISEE("normalisee", "Acceptée, corrigée", "badge-cours"),
    DOUBLON("doublon", "Doublon", "badge-neutre"),
    NOM_MANQUANT("nom-manquant", "Nom manquant", "badge-erreur"),
    REGION_INCONNUE("region-inconnue", "Région inconnue", "badge-erreur"),
    CHAMP_INVALIDE("champ-invalide", "Champ invalide", "badge-erreur");

    private final String id;
    private final String libelle;
    private final String badge;

    Verdict(String id, String libelle, String badge) {
        this.id = id;
        this.libelle = libelle;
        this.badge = badge;
    }

    @Override
    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** CSS class of its badge. */
    public String badge() {
        return badge;
    }

    /** Whether the row becomes a dossier. */
    public boolean importable() {
        return this == ACCEPTEE || this == NORMALISEE;
    }

    /** @throws IllegalArgumentException when there is none of this id */
    static Verdict de(String id) {
        return Identifie.de(Verdict.class, id);
    }
}
