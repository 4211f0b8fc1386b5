package fr.ptce.candidature;

import fr.ptce.base.ChampsJson;
import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drafts of the public form. A draft is never mistaken for a filed dossier: it has no number. */
@Repository
class Brouillons {

    private static final int TAILLE_MAXIMALE = 60_000;
    private static final String COURRIEL = "[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}";

    private final JdbcClient jdbc;
    private final Clock horloge;

    Brouillons(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** An empty draft; the id (122 random bits) is what its holder needs to come back to it. */
    Brouillon ouvrir(long campagne) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into brouillon (id, campagne, champs, maj_le) values (:id, :campagne, '{}', :le)")
                .param("id", id)
                .param("campagne", campagne)
                .param("le", Timestamp.from(horloge.instant()))
                .update();
        return lire(id).orElseThrow();
    }

    Optional<Brouillon> lire(String id) {
        return jdbc.sql("select * from brouillon where id = :id")
                .param("id", id)
                .query(this::ligne)
                .optional();
    }

    /**
     * Keeps what the porteur wrote so far; a filed draft is not changed any more.
     *
     * @throws ActionImpossible when there is more than a form can hold
     */
    void enregistrer(String id, Map<String, Object> champs) {
        String texte = ChampsJson.ecrire(champs);
        if (texte.length() > TAILLE_MAXIMALE) {
            throw new ActionImpossible("Le brouillon est trop long pour être enregistré.", null);
        }
        jdbc.sql("""
                        update brouillon set champs = :champs, courriel = :courriel, maj_le = :le
                        where id = :id and depose_numero is null
                        """)
                .param("champs", texte)
                .param("courriel", courriel(champs))
                .param("le", Timestamp.from(horloge.instant()))
                .param("id", id)
                .update();
    }

    /** Reads a draft that no other transaction can file or change until this one ends. */
    Optional<Brouillon> verrouiller(String id) {
        return jdbc.sql("select * from brouillon where id = :id for update")
                .param("id", id)
                .query(this::ligne)
                .optional();
    }

    void marquerDepose(String id, String numero) {
        jdbc.sql("update brouillon set depose_numero = :numero where id = :id")
                .param("numero", numero)
                .param("id", id)
                .update();
    }

    /** Ids of the drafts of a campaign that have an address and are not filed. */
    List<String> aRappeler(long campagne) {
        return jdbc.sql("""
                        select id from brouillon
                        where campagne = :campagne and depose_numero is null and courriel is not null
                        order by id
                        """).param("campagne", campagne).query(String.class).list();
    }

    private static String courriel(Map<String, Object> champs) {
        Object valeur = champs.get("contact_courriel");
        return valeur instanceof String adresse && adresse.strip().matches(COURRIEL) ? adresse.strip() : null;
    }

    private Brouillon ligne(ResultSet r, int rang) throws SQLException {
        return new Brouillon(
                r.getString("id"),
                r.getLong("campagne"),
                r.getString("courriel"),
                ChampsJson.lire(r.getString("champs")),
                Sql.instant(r, "maj_le"),
                r.getString("depose_numero"));
    }
}
