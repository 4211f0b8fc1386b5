package fr.ptce.courriel;

/** The recipient's address cannot be written to: trying again is useless until somebody corrects it. */
public class AdresseInvalide extends IllegalArgumentException {

    AdresseInvalide(String raison) {
        super("Adresse électronique invalide : " + raison);
    }
}
