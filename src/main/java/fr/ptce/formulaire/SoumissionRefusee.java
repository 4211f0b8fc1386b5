package fr.ptce.formulaire;

import fr.ptce.moteur.SaisieRefusee;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A submission does not respect its form; nothing has changed.
 *
 * <p>When it goes through a Spring transaction that was already open, this transaction can only be rolled back.
 */
public class SoumissionRefusee extends SaisieRefusee {

    private static final long serialVersionUID = 1L;
    private static final int ERREURS_CITEES = 20;

    private final transient List<ErreurDeChamp> erreurs;

    /** @param erreurs at least one */
    public SoumissionRefusee(List<ErreurDeChamp> erreurs) {
        super(message(erreurs));
        this.erreurs = List.copyOf(erreurs);
    }

    /** One field is refused, as {@link ErreurDeChamp} says it. */
    public SoumissionRefusee(String cle, String libelle, String message) {
        this(List.of(new ErreurDeChamp(cle, libelle, message)));
    }

    /** In the order of the form; never empty. */
    public List<ErreurDeChamp> erreurs() {
        return erreurs;
    }

    private static String message(List<ErreurDeChamp> erreurs) {
        String citees = erreurs.stream()
                .limit(ERREURS_CITEES)
                .map(erreur -> "«\u00a0" + erreur.libelle() + "\u00a0»\u00a0: " + dansLaPhrase(erreur.message()))
                .collect(Collectors.joining("\u00a0; "));
        int reste = erreurs.size() - ERREURS_CITEES;
        String suite = reste > 0 ? "\u00a0; et " + reste + (reste > 1 ? " autres erreurs" : " autre erreur") : "";
        return "Le formulaire n’est pas complet\u00a0: " + citees + suite + ".";
    }

    private static String dansLaPhrase(String message) {
        String sansPoint = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        return sansPoint.substring(0, 1).toLowerCase(Locale.FRENCH) + sansPoint.substring(1);
    }
}
