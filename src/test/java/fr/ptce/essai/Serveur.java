package fr.ptce.essai;

import java.util.UUID;
import javax.sql.DataSource;

/** Keeps databases by name, and copies them. */
interface Serveur {

    /** A name that no database has. */
    static String nouveauNom() {
        return "b" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Opens a database; an empty one when there is none of that name. */
    DataSource ouvrir(String nom);

    /** Copies a database that nobody has open. */
    void copier(String modele, String copie);

    /** Forgets a database that nobody has open. */
    void supprimer(String nom);
}
