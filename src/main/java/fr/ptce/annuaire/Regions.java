package fr.ptce.annuaire;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** The regions of both maps of France (before and since 2016), overseas, and the national level. Immutable. */
@Component
public class Regions {

    /** Code of the whole country, for what belongs to no region. */
    public static final String FRANCE = "FR";

    private static final int ANNEE_DU_DECOUPAGE_ACTUEL = 2016;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NI_LETTRE_NI_CHIFFRE = Pattern.compile("[^a-z0-9]+");
    /** People write "Région Bretagne", "la Réunion", "région d'Île-de-France". */
    private static final Pattern MOTS_DE_LIAISON = Pattern.compile("^((region|la|le|les|l|de|du|des|d) )+");

    private static final List<String> ORDRE_DES_TYPES = List.of("region", "outre-mer", "national");

    private final Map<String, Region> parCode = new LinkedHashMap<>();
    private final Map<String, Region> parEcriture = new HashMap<>();

    Regions() {
        LecteurCsv.lire("annuaire/regions.csv", Regions::region).forEach(this::retenir);
    }

    private static Region region(CSVRecord ligne) {
        return new Region(
                ligne.get("code"),
                LecteurCsv.typographie(ligne.get("nom")),
                ligne.get("type"),
                Optional.ofNullable(annee(ligne.get("depuis"))).orElse(0),
                annee(ligne.get("jusqua")),
                ligne.get("devenue").isEmpty() ? null : ligne.get("devenue"),
                LecteurCsv.liste(ligne.get("variantes")));
    }

    private static Integer annee(String valeur) {
        return valeur.isEmpty() ? null : Integer.valueOf(valeur);
    }

    private void retenir(Region region) {
        parCode.put(region.code(), region);
        parEcriture.put(ecriture(region.nom()), region);
        region.variantes().forEach(variante -> parEcriture.put(ecriture(variante), region));
    }

    /**
     * The region that a text names, whatever its accents, case, hyphens, spaces and apostrophes. Codes are not
     * recognised: "53" may be the département as well.
     *
     * @param saisie what somebody wrote; null and blank name nothing
     */
    public Optional<Region> reconnaitre(String saisie) {
        return Optional.ofNullable(saisie).map(Regions::ecriture).map(parEcriture::get);
    }

    private static String ecriture(String saisie) {
        String sansAccents = ACCENTS.matcher(Normalizer.normalize(saisie, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String mots = NI_LETTRE_NI_CHIFFRE.matcher(sansAccents).replaceAll(" ").strip();
        return MOTS_DE_LIAISON.matcher(mots).replaceFirst("").replace(" ", "");
    }

    /**
     * The region of a code.
     *
     * @throws IllegalArgumentException when no region has this code
     */
    public Region parCode(String code) {
        Region region = parCode.get(code);
        if (region == null) {
            throw new IllegalArgumentException("Unknown region code: " + code);
        }
        return region;
    }

    /** Whether a region has this code; false for null. */
    public boolean existe(String code) {
        return parCode.containsKey(code);
    }

    /** All of them, in the order of the file. */
    public List<Region> toutes() {
        return List.copyOf(parCode.values());
    }

    /** All of them, by name. */
    public List<Region> parNom() {
        return parCode.values().stream()
                .sorted(Comparator.comparing(Region::nom, Collator.getInstance(Locale.FRENCH)))
                .toList();
    }

    /**
     * The map of a given year: regions by name, then overseas by name, then the national level.
     *
     * @param annee 2012 gives the 22 former regions, 2016 the 13 present ones
     */
    public List<Region> decoupage(int annee) {
        Comparator<Region> parType = Comparator.comparingInt(region -> ORDRE_DES_TYPES.indexOf(region.type()));
        return parCode.values().stream()
                .filter(region -> region.existeEn(annee))
                .sorted(parType.thenComparing(Region::nom, Collator.getInstance(Locale.FRENCH)))
                .toList();
    }

    /**
     * The region by which another one counts in a map.
     *
     * @param annee 2016 gives the present region; 2012 the region itself: one that was born in 2016 has no former one
     */
    public Region dans(int annee, Region region) {
        return annee == ANNEE_DU_DECOUPAGE_ACTUEL ? actuelle(region) : region;
    }

    /** The codes of the regions that count as this one in a map; the code itself alone when it is unknown there. */
    public List<String> codesDans(int annee, String code) {
        List<String> codes = parCode.values().stream()
                .filter(region -> dans(annee, region).code().equals(code))
                .map(Region::code)
                .toList();
        return codes.isEmpty() ? List.of(code) : codes;
    }

    /** The region that stands there today: itself, or the one it was merged into in 2016. */
    public Region actuelle(Region region) {
        return region.devenue() == null ? region : actuelle(parCode(region.devenue()));
    }
}
