package fr.ptce.essai;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FileUtils;

/** H2 as a newcomer runs it, a file a database, in H2's own file system in memory. */
final class ServeurH2 implements Serveur {

    @Override
    public DataSource ouvrir(String nom) {
        JdbcDataSource base = new JdbcDataSource();
        // Closed with its last connection, its file then holds all.
        base.setURL("jdbc:h2:" + chemin(nom) + ";FILE_LOCK=NO;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=30000");
        base.setUser("ptce");
        base.setPassword("");
        return base;
    }

    @Override
    public void copier(String modele, String copie) {
        try (InputStream lecture = FileUtils.newInputStream(chemin(modele) + ".mv.db");
                OutputStream ecriture = FileUtils.newOutputStream(chemin(copie) + ".mv.db", false)) {
            lecture.transferTo(ecriture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void supprimer(String nom) {
        FileUtils.delete(chemin(nom) + ".mv.db");
    }

    private static String chemin(String nom) {
        return "memFS:" + nom;
    }
}
