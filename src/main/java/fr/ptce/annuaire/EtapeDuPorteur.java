package fr.ptce.annuaire;

import fr.ptce.base.HeureDeParis;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One step of the way of a dossier, as its porteur understands it: neither the name of anybody inside, nor a note, nor
 * how people inside disagreed. Days are those of Paris.
 *
 * @param le when it was done or stopped, or since when it is current; null when that is not known or has not come
 * @param attendu who is awaited, as one says it to the porteur, such as {@link #VOUS}; null when nobody is
 * @param avantLe last day for what the porteur is awaited for; null when there is none
 * @param ensuite what comes next, in sentences; null when the step says nothing of it
 */
public record EtapeDuPorteur(
        String nom, Avancement avancement, LocalDate le, String attendu, LocalDate avantLe, String ensuite) {

    public static final String VOUS = "vous";
    public static final String PILOTES_DE_LA_REGION = "les pilotes de votre région";
    public static final String PILOTES_DU_PROGRAMME = "les pilotes du programme";
    public static final String COMITE = "le comité de pilotage";

    /** How far a step has come, in the words that its porteur reads. */
    public enum Avancement {
        FAITE("fait"),
        EN_COURS("en cours"),
        A_VENIR("à venir"),
        ARRETEE("arrêté"),
        PAS_NECESSAIRE("pas nécessaire"),
        PAS_EU_LIEU("n’a pas eu lieu");

        private final String libelle;

        Avancement(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    /** A step that nothing is known of but how far it has come. */
    public static EtapeDuPorteur de(String nom, Avancement avancement) {
        return new EtapeDuPorteur(nom, avancement, null, null, null, null);
    }

    /**
     * A step that is over.
     *
     * @param le may be null
     */
    public static EtapeDuPorteur faite(String nom, Instant le) {
        return de(nom, Avancement.FAITE).depuis(le);
    }

    /**
     * The step under way.
     *
     * @param depuis may be null
     */
    public static EtapeDuPorteur enCours(String nom, Instant depuis) {
        return de(nom, Avancement.EN_COURS).depuis(depuis);
    }

    /**
     * The step at which it all stopped.
     *
     * @param le may be null
     */
    public static EtapeDuPorteur arretee(String nom, Instant le) {
        return de(nom, Avancement.ARRETEE).depuis(le);
    }

    private EtapeDuPorteur depuis(Instant instant) {
        return new EtapeDuPorteur(nom, avancement, jour(instant), attendu, avantLe, ensuite);
    }

    /** The same step, with who is awaited. */
    public EtapeDuPorteur attendre(String qui) {
        return new EtapeDuPorteur(nom, avancement, le, qui, avantLe, ensuite);
    }

    /** The same step, with the last day for the porteur to act; null for none. */
    public EtapeDuPorteur avant(Instant echeance) {
        return avant(jour(echeance));
    }

    /** The same step, with the last day for the porteur to act; null for none. */
    public EtapeDuPorteur avant(LocalDate echeance) {
        return new EtapeDuPorteur(nom, avancement, le, attendu, echeance, ensuite);
    }

    /** The same step, with what comes next. */
    public EtapeDuPorteur puis(String suite) {
        return new EtapeDuPorteur(nom, avancement, le, attendu, avantLe, suite);
    }

    public boolean enCours() {
        return avancement == Avancement.EN_COURS;
    }

    /** Whether the step goes on when the porteur has acted. */
    public boolean attendLePorteur() {
        return enCours() && VOUS.equals(attendu);
    }

    private static LocalDate jour(Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, HeureDeParis.ZONE);
    }
}
