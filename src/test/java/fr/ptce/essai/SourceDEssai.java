package fr.ptce.essai;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The data source of an application under test. What is behind it changes: the database is put back, not the
 * application.
 *
 * <p>For one test at a time.
 */
public final class SourceDEssai extends DelegatingDataSource implements AutoCloseable {

    /** As many as the application has. */
    private static final int CONNEXIONS = 30;

    private final BaseDEssai base;
    private final Serveur serveur;
    /** Names, by what is in them. */
    private final Map<Depart, String> modeles = new EnumMap<>(Depart.class);

    private String courante;
    private HikariDataSource connexions;

    SourceDEssai(@Value("${" + ChoixDeLaBase.PROPRIETE + "}") BaseDEssai base) {
        this.base = base;
        this.serveur = base == BaseDEssai.H2 ? new ServeurH2() : new ServeurPostgres();
        ouvrir(Serveur.nouveauNom());
    }

    /**
     * Puts the database back.
     *
     * @param remplissage makes what this start is, beyond the database of the first start; run once
     */
    public void revenir(Depart depart, Runnable remplissage) {
        if (modeles.isEmpty()) {
            garder(Depart.COMPTES);
        }
        String modele = modeles.get(depart);
        if (modele == null) {
            remplacer(Depart.COMPTES);
            remplissage.run();
            garder(depart);
            modele = modeles.get(depart);
        }
        remplacer(depart);
    }

    /** What is there now becomes a model. */
    private void garder(Depart depart) {
        connexions.close();
        modeles.put(depart, courante);
        courante = null;
    }

    private void remplacer(Depart depart) {
        String ancienne = courante;
        if (ancienne != null) {
            connexions.close();
        }
        String copie = Serveur.nouveauNom();
        serveur.copier(modeles.get(depart), copie);
        ouvrir(copie);
        if (ancienne != null) {
            serveur.supprimer(ancienne);
        }
    }

    private void ouvrir(String nom) {
        HikariConfig reglages = new HikariConfig();
        reglages.setDataSource(serveur.ouvrir(nom));
        reglages.setMaximumPoolSize(CONNEXIONS);
        reglages.setMinimumIdle(1);
        connexions = new HikariDataSource(reglages);
        courante = nom;
        DataSource ecoutee = ProxyDataSourceBuilder.create(connexions)
                .listener(RequetesVues.de(base))
                .build();
        setTargetDataSource(ecoutee);
    }

    @Override
    public void close() {
        connexions.close();
    }
}
