package fr.ptce.annuaire;

import java.util.List;
import java.util.Set;

/**
 * A made-up account of the demonstration.
 *
 * @param id user name
 * @param prenom first name shown, made from the role
 * @param nom last name shown, made from the role
 * @param groupes ids of its groups
 */
public record CompteDeDemonstration(String id, String prenom, String nom, Set<String> groupes) {

    public CompteDeDemonstration {
        groupes = Set.copyOf(groupes);
    }

    /** The accounts of {@code annuaire/comptes-de-demonstration.csv}, in the order of the file. */
    public static List<CompteDeDemonstration> tous() {
        return LecteurCsv.lire(
                "annuaire/comptes-de-demonstration.csv",
                ligne -> new CompteDeDemonstration(
                        ligne.get("id"),
                        ligne.get("prenom"),
                        ligne.get("nom"),
                        LecteurCsv.liste(ligne.get("groupes"))));
    }
}
