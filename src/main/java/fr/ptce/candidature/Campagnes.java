package fr.ptce.candidature;

import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calls for candidatures; each one has a running {@code campagne} process that reminds of the drafts. */
@Service
public class Campagnes {

    private final JdbcClient jdbc;
    private final Clock horloge;
    private final CampagneProcess processus;

    Campagnes(JdbcClient jdbc, Clock horloge, CampagneProcess processus) {
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.processus = processus;
    }

    /**
     * Creates a campaign and starts its process.
     *
     * @throws CampagneRefusee when a value is missing or out of range, with the reason in French
     */
    @Transactional
    public Campagne creer(String code, String nom, Instant ouverture, Instant fermeture, int decoupage, double seuil) {
        verifier(code, nom, ouverture, fermeture, decoupage, seuil);
        if (parCode(code).isPresent()) {
            throw new CampagneRefusee("Une campagne porte déjà le code « " + code + " ».");
        }
        jdbc.sql("""
                        insert into campagne (code, nom, ouverture, fermeture, decoupage, seuil_divergence, cree_le)
                        values (:code, :nom, :ouverture, :fermeture, :decoupage, :seuil, :le)
                        """)
                .param("code", code)
                .param("nom", nom)
                .param("ouverture", Timestamp.from(ouverture))
                .param("fermeture", Timestamp.from(fermeture))
                .param("decoupage", decoupage)
                .param("seuil", seuil)
                .param("le", Timestamp.from(horloge.instant()))
                .update();
        Campagne campagne = parCode(code).orElseThrow();
        processus.demarrer(campagne);
        return campagne;
    }

    /**
     * Moves the opening and the closing; the reminder of the drafts moves with them.
     *
     * @throws CampagneRefusee when the closing does not follow the opening
     */
    @Transactional
    public Campagne changerLesDates(long id, Instant ouverture, Instant fermeture) {
        Campagne avant = lire(id);
        verifier(avant.code(), avant.nom(), ouverture, fermeture, avant.decoupage(), avant.seuilDivergence());
        jdbc.sql("update campagne set ouverture = :ouverture, fermeture = :fermeture where id = :id")
                .param("ouverture", Timestamp.from(ouverture))
                .param("fermeture", Timestamp.from(fermeture))
                .param("id", id)
                .update();
        Campagne apres = lire(id);
        processus.reprendre(apres);
        return apres;
    }

    public Campagne lire(long id) {
        return jdbc.sql("select * from campagne where id = :id")
                .param("id", id)
                .query(Campagnes::ligne)
                .single();
    }

    public Optional<Campagne> parCode(String code) {
        return jdbc.sql("select * from campagne where code = :code")
                .param("code", code)
                .query(Campagnes::ligne)
                .optional();
    }

    /** The hundred latest campaigns, the latest opening first. */
    public List<Campagne> toutes() {
        return jdbc.sql("select * from campagne order by ouverture desc, id desc limit 100")
                .query(Campagnes::ligne)
                .list();
    }

    /** The campaign to show to a porteur: the open one that closes first, otherwise the next to open, otherwise none. */
    public Optional<Campagne> courante() {
        return jdbc.sql("""
                        select * from campagne where fermeture > :maintenant
                        order by case when ouverture <= :maintenant then 0 else 1 end, fermeture limit 1
                        """)
                .param("maintenant", Timestamp.from(horloge.instant()))
                .query(Campagnes::ligne)
                .optional();
    }

    private static void verifier(
            String code, String nom, Instant ouverture, Instant fermeture, int decoupage, double seuil) {
        exiger(
                code != null && code.matches("[A-Za-z0-9-]{2,40}"),
                "Le code compte 2 à 40 lettres, chiffres ou tirets.");
        exiger(
                nom != null && !nom.isBlank() && nom.length() <= 200,
                "Donnez un nom à la campagne (200 caractères au plus).");
        exiger(ouverture != null && fermeture != null, "Indiquez la date d’ouverture et la date de fermeture.");
        exiger(fermeture.isAfter(ouverture), "La fermeture doit suivre l’ouverture.");
        exiger(decoupage == 2012 || decoupage == 2016, "Choisissez le découpage régional : 2012 ou 2016.");
        exiger(seuil >= 0.5 && seuil <= 5, "Le seuil de divergence est compris entre 0,5 et 5 points.");
    }

    private static void exiger(boolean condition, String message) {
        if (!condition) {
            throw new CampagneRefusee(message);
        }
    }

    private static Campagne ligne(ResultSet r, int rang) throws SQLException {
        return new Campagne(
                r.getLong("id"),
                r.getString("code"),
                r.getString("nom"),
                Sql.instant(r, "ouverture"),
                Sql.instant(r, "fermeture"),
                r.getInt("decoupage"),
                r.getDouble("seuil_divergence"));
    }
}
