package fr.ptce.relance;

import fr.ptce.courriel.PieceAJoindre;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is meant by the property {@code destinataire} of an external task: a bean of the room that holds the dossiers, one
 * for each role.
 */
public interface CarnetDAdresses {

    /** Value of the property {@code destinataire}, for example {@code porteur}. */
    String role();

    /**
     * Who is awaited.
     *
     * @param dossier business key of the task's process
     * @param tache id of the task, which may be over; for a role that several people of one dossier have
     * @return empty when the dossier is not known here
     */
    Optional<Correspondant> correspondant(String dossier, String tache);

    /** The e-mail addresses for many tasks of the role at once, by id of the task; one without an address is absent. */
    Map<String, String> adresses(Collection<TacheSuivie> taches);

    /** What goes with the invitation to a task, such as an appointment; nothing for most roles. */
    default List<PieceAJoindre> pieces(String dossier, String tache) {
        return List.of();
    }

    /** Writes into the dossier's journal what its pilots must know, such as that nobody could be written to. */
    void signaler(String dossier, String alerte);

    /**
     * For a role that one person of each dossier has: {@link #adresses} by way of the dossiers.
     *
     * @param parDossier gives the addresses of dossiers, by dossier; one without an address is absent
     */
    static Map<String, String> parTache(
            Collection<TacheSuivie> taches, Function<Set<String>, Map<String, String>> parDossier) {
        Map<String, String> adresses =
                parDossier.apply(taches.stream().map(TacheSuivie::dossier).collect(Collectors.toSet()));
        return taches.stream()
                .filter(tache -> adresses.containsKey(tache.dossier()))
                .collect(Collectors.toMap(TacheSuivie::tache, tache -> adresses.get(tache.dossier())));
    }
}
