package fr.ptce.annuaire;

import java.util.Set;

/**
 * A territory of the programme, from {@code annuaire/regions.csv}.
 *
 * @param code INSEE code of the region, {@code FR} for the national level
 * @param nom name shown to users
 * @param type {@code region}, {@code outre-mer} or {@code national}
 * @param depuis first year of existence, 0 for the national level
 * @param jusqua last year of existence, null when it still exists
 * @param devenue code of the region that replaced it, null when it still exists
 * @param variantes other spellings, never null
 */
public record Region(
        String code, String nom, String type, int depuis, Integer jusqua, String devenue, Set<String> variantes) {

    public Region {
        variantes = Set.copyOf(variantes);
    }

    boolean existeEn(int annee) {
        return depuis <= annee && (jusqua == null || annee <= jusqua);
    }
}
