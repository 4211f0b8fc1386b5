package fr.ptce.accompagnement;

import fr.ptce.annuaire.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of those who are invited to seminars; public for the expressions of the diagram. */
@Repository
public class Invites {

    /** Where a list of addresses ends: a seminar is no mailing. */
    private static final int MAXIMUM = 300;

    private final JdbcClient jdbc;
    private final Clock horloge;

    Invites(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Ids of those who are asked whether they come, in the order of the list. */
    public List<Long> aInviter(long seminaire) {
        return ids(seminaire, "not remplacant");
    }

    /** Ids of those who were there. */
    public List<Long> presents(long seminaire) {
        return ids(seminaire, "present");
    }

    private List<Long> ids(long seminaire, String condition) {
        return jdbc.sql("select id from seminaire_invite where seminaire = :seminaire and " + condition
                        + " order by id")
                .param("seminaire", seminaire)
                .query(Long.class)
                .list();
    }

    /**
     * The network of a region in a year: its registered accompagnateurs, then the porteurs of the projects accompanied;
     * of all regions for the whole country. 300 people at most, name by address.
     */
    Map<String, String> reseau(String region, int annee) {
        Map<String, String> noms = new HashMap<>();
        boolean toutes = Regions.FRANCE.equals(region);
        jdbc.sql("""
                        select a.courriel, a.prenom || ' ' || a.nom as nom from accompagnateur a
                        where a.etat = 'inscrit' and (:toutes or exists (select 1 from accompagnateur_region r
                          where r.accompagnateur = a.id and r.region = :region))
                        union
                        select i.contact_courriel, coalesce(i.contact_nom, i.nom) from accompagnement_projet p
                          join accompagnement_regional r on r.id = p.regional
                          join initiative i on i.numero = p.initiative
                        where r.annee = :annee and (:toutes or r.region = :region) and p.etat <> 'abandonne'
                          and trim(i.contact_courriel) <> ''
                        order by 1 limit :maximum
                        """)
                .param("toutes", toutes)
                .param("region", region)
                .param("annee", annee)
                .param("maximum", MAXIMUM)
                .query(r -> {
                    noms.putIfAbsent(r.getString("courriel"), r.getString("nom"));
                });
        return noms;
    }

    /** Adds somebody, unless their address is on the list; who was invited before is asked anew. */
    @Transactional
    void ajouter(long seminaire, String nom, String courriel, boolean remplacant) {
        String cle = courriel.toLowerCase(Locale.ROOT);
        boolean connu = jdbc.sql("select count(*) from seminaire_invite where seminaire = :seminaire and cle = :cle")
                        .param("seminaire", seminaire)
                        .param("cle", cle)
                        .query(Long.class)
                        .single()
                > 0;
        if (!connu) {
            jdbc.sql("""
                            insert into seminaire_invite (seminaire, nom, courriel, cle, remplacant, reponse, present)
                            values (:seminaire, :nom, :courriel, :cle, :remplacant, :reponse, false)
                            """)
                    .param("seminaire", seminaire)
                    .param("nom", nom)
                    .param("courriel", courriel)
                    .param("cle", cle)
                    .param("remplacant", remplacant)
                    .param("reponse", remplacant ? "oui" : null)
                    .update();
        }
    }

    /** After a change of date everybody is asked anew, those who would have come instead of others too. */
    void oublierLesReponses(long seminaire) {
        jdbc.sql("update seminaire_invite set reponse = null, remplacant = false, remplacant_nom = null,"
                        + " remplacant_courriel = null, message = null, repondu_le = null, tache_reponse = null"
                        + " where seminaire = :seminaire")
                .param("seminaire", seminaire)
                .update();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none */
    Invite lire(long id) {
        return jdbc.sql("select * from seminaire_invite where id = :id")
                .param("id", id)
                .query(Invites::ligne)
                .single();
    }

    /** All who are invited, by name. */
    List<Invite> duSeminaire(long seminaire) {
        return jdbc.sql("select * from seminaire_invite where seminaire = :seminaire order by lower(nom), id")
                .param("seminaire", seminaire)
                .query(Invites::ligne)
                .list();
    }

    /** Whom a task asks, for an answer or an evaluation; the task may be over. */
    Optional<Invite> deLaTache(String tache) {
        return jdbc.sql("select * from seminaire_invite where tache_reponse = :tache or tache_evaluation = :tache")
                .param("tache", tache)
                .query(Invites::ligne)
                .optional();
    }

    /** Addresses of those whom these tasks ask, by task. */
    Map<String, String> adresses(Collection<String> taches) {
        Map<String, String> adresses = new HashMap<>();
        jdbc.sql("select courriel, tache_reponse, tache_evaluation from seminaire_invite"
                        + " where tache_reponse in (:taches) or tache_evaluation in (:taches)")
                .param("taches", taches)
                .query(r -> {
                    for (String colonne : List.of("tache_reponse", "tache_evaluation")) {
                        if (taches.contains(r.getString(colonne))) {
                            adresses.put(r.getString(colonne), r.getString("courriel"));
                        }
                    }
                });
        return adresses;
    }

    void tacheDeReponse(long id, String tache) {
        jdbc.sql("update seminaire_invite set tache_reponse = :tache where id = :id")
                .param("tache", tache)
                .param("id", id)
                .update();
    }

    void tacheDEvaluation(long id, String tache) {
        jdbc.sql("update seminaire_invite set tache_evaluation = :tache where id = :id")
                .param("tache", tache)
                .param("id", id)
                .update();
    }

    void repondre(long id, String reponse, String remplacantNom, String remplacantCourriel, String message) {
        jdbc.sql("""
                        update seminaire_invite set reponse = :reponse, remplacant_nom = :nom,
                          remplacant_courriel = :courriel, message = :message, repondu_le = :le where id = :id
                        """)
                .param("reponse", reponse)
                .param("nom", remplacantNom)
                .param("courriel", remplacantCourriel)
                .param("message", message)
                .param("le", Timestamp.from(horloge.instant()))
                .param("id", id)
                .update();
    }

    @Transactional
    void marquerPresents(long seminaire, Collection<Long> presents) {
        if (!presents.isEmpty()) {
            jdbc.sql("update seminaire_invite set present = true where seminaire = :seminaire and id in (:ids)")
                    .param("seminaire", seminaire)
                    .param("ids", presents)
                    .update();
        }
    }

    void evaluer(long id, int utilite, int organisation, String commentaire) {
        jdbc.sql("""
                        update seminaire_invite set utilite = :utilite, organisation = :organisation,
                          commentaire = :commentaire, evalue_le = :le where id = :id
                        """)
                .param("utilite", utilite)
                .param("organisation", organisation)
                .param("commentaire", commentaire)
                .param("le", Timestamp.from(horloge.instant()))
                .param("id", id)
                .update();
    }

    private static Invite ligne(ResultSet r, int rang) throws SQLException {
        return new Invite(
                r.getLong("id"),
                r.getLong("seminaire"),
                r.getString("nom"),
                r.getString("courriel"),
                r.getBoolean("remplacant"),
                r.getString("reponse"),
                r.getString("remplacant_nom"),
                r.getString("remplacant_courriel"),
                r.getString("message"),
                r.getBoolean("present"),
                r.getObject("utilite", Integer.class),
                r.getObject("organisation", Integer.class),
                r.getString("commentaire"));
    }
}
