package fr.ptce.monographie;

import fr.ptce.base.Identifie;

/** How far a monograph has come; the elements of {@code monographie.bpmn} carry the ids. */
public enum EtatDeMonographie implements Identifie {
    CHOISIE("choisie", "Pôle retenu"),
    AUTEUR_A_DESIGNER("auteur-a-designer", "Auteur à désigner"),
    AUTEUR_PROPOSE("auteur-propose", "Réponse de l’auteur attendue"),
    GRILLE("grille", "Grille à préparer"),
    TERRAIN("terrain", "Entretiens et documents"),
    REDACTION("redaction", "Rédaction"),
    RELECTURE("relecture", "Relecture par le pôle et un pilote"),
    CORRECTIONS("corrections", "Corrections"),
    VALIDATION("validation", "Validation par le comité"),
    VALIDEE("validee", "Validée"),
    ABANDONNEE("abandonnee", "Abandonnée");

    private final String id;
    private final String libelle;

    EtatDeMonographie(String id, String libelle) {
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
    static EtatDeMonographie de(String id) {
        return Identifie.de(EtatDeMonographie.class, id);
    }
}
