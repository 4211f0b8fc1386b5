package fr.ptce.candidature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * One candidature, as our table holds it: the truth of the dossier. Texts the porteur did not give are null.
 *
 * @param numero number of the initiative, {@code PTCE-0042}; business key of its processes
 * @param origine {@code formulaire} or {@code import}
 * @param region code of the region, never null
 * @param themes ids separated by commas, or null
 * @param contactNom person to write to
 * @param contactCourriel their address; may be null for an imported dossier
 */
public record Dossier(
        String numero,
        long campagne,
        EtatDossier etat,
        String origine,
        String initiative,
        String structure,
        String typeStructure,
        String region,
        String commune,
        String codePostal,
        String themes,
        String stade,
        String activiteEconomique,
        Integer nombrePartenaires,
        String partenaires,
        String territoire,
        String cooperations,
        String economie,
        String contactNom,
        String contactCourriel,
        String contactTelephone,
        Instant deposeLe,
        Instant majLe,
        String categorie,
        String categorieMotif,
        boolean categorieCorrigee,
        String decision,
        String decisionMotif,
        Instant decisionLe,
        LocalDate recoursAvantLe,
        boolean vivierMonographie) {

    /** Ids of the themes, empty when none is known. */
    public List<String> listeDesThemes() {
        return themes == null || themes.isBlank() ? List.of() : Arrays.asList(themes.split(","));
    }

    /** Name for a salutation; « Madame, Monsieur » when the contact is not known. */
    public String salutation() {
        return contactNom == null || contactNom.isBlank() ? "Madame, Monsieur" : contactNom;
    }

    public boolean aUneAdresse() {
        return contactCourriel != null && !contactCourriel.isBlank();
    }
}
