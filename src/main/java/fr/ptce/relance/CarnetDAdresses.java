package fr.ptce.relance;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

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

    /** Writes into the dossier's journal what its pilots must know, such as that nobody could be written to. */
    void signaler(String dossier, String alerte);
}
