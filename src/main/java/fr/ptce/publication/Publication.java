package fr.ptce.publication;

import fr.ptce.annuaire.GenreDePublication;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A publication of the toolbox.
 *
 * @param ouvrage reference of the work, such as {@code MONO-0001}
 * @param initiative number of the pôle that it is about; null for several
 * @param region code, that of the whole country for several regions
 * @param themes ids
 * @param version the one that is online; 0 before the first one
 * @param instance id of its process instance; null until it starts
 * @param motif why it was withdrawn, or what the latest erratum is to correct; null when neither happened
 */
record Publication(
        long id,
        String ouvrage,
        GenreDePublication genre,
        String initiative,
        String region,
        List<String> themes,
        EtatDePublication etat,
        int version,
        String instance,
        String motif,
        Instant recueLe) {

    private static final String PREFIXE = "PUB-";

    /** {@code PUB-0001}: business key of its process and part of its address. */
    public String reference() {
        return reference(id);
    }

    static String reference(long id) {
        return String.format(Locale.ROOT, PREFIXE + "%04d", id);
    }

    /** Whether the public may read it; a version that is being prepared does not take the one before away. */
    public boolean enLigne() {
        return version > 0 && etat != EtatDePublication.RETIREE;
    }

    /** The version that is being prepared. */
    public int enPreparation() {
        return version + 1;
    }

    /**
     * A version of a publication.
     *
     * @param resume null until its notice is written, as {@code licence}
     * @param motsCles null when there are none
     * @param errata what it corrects; null for the first version
     * @param publieeLe null until it is online
     * @param chapitres in the order of the text
     */
    record Version(
            int numero,
            String titre,
            String auteurs,
            String resume,
            String motsCles,
            Licence licence,
            String errata,
            Instant publieeLe,
            List<Chapitre> chapitres) {}

    /**
     * A chapter of a version.
     *
     * @param rang from 1
     * @param texte Markdown
     */
    record Chapitre(int rang, String titre, String texte) {}
}
