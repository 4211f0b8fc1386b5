package fr.ptce.annuaire;

import java.time.Instant;
import java.util.List;

/**
 * A project that the programme has retained, as all rooms know it.
 *
 * @param numero number, {@code PTCE-0042}; business key of its processes
 * @param campagne code of the call that it answered
 * @param region code of the region, never null
 * @param themes ids, empty when none is known
 * @param categorie id of the category of its dossier, such as {@code en-projet}
 * @param contactCourriel null or empty when there is no address to write to
 * @param retireeLe when its porteur withdrew it; null as long as it takes part
 */
public record Initiative(
        String numero,
        String campagne,
        String nom,
        String region,
        List<String> themes,
        String categorie,
        String contactNom,
        String contactCourriel,
        String contactTelephone,
        Instant retireeLe) {

    public Initiative {
        themes = List.copyOf(themes);
    }

    public boolean aUneAdresse() {
        return contactCourriel != null && !contactCourriel.isBlank();
    }

    public boolean retiree() {
        return retireeLe != null;
    }
}
