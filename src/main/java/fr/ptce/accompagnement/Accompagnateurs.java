package fr.ptce.accompagnement;

import fr.ptce.base.Sql;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Perimetre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables of the accompagnateurs. */
@Repository
class Accompagnateurs {

    private final JdbcClient jdbc;
    private final Clock horloge;

    Accompagnateurs(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /**
     * Keeps a sheet.
     *
     * @throws org.springframework.dao.DuplicateKeyException when this address has one that waits or is accepted
     */
    @Transactional
    long deposer(Fiche fiche, String versionDuConsentement) {
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into accompagnateur (etat, prenom, nom, courriel, cle, telephone, structure, region, capacite,
                          langues, experience, consentement_version, depose_le)
                        values (:etat, :prenom, :nom, :courriel, :cle, :telephone, :structure, :region, :capacite, :langues,
                          :experience, :consentement, :le)
                        """)
                .param("etat", EtatAccompagnateur.A_VALIDER.id())
                .param("prenom", fiche.prenom())
                .param("nom", fiche.nom())
                .param("courriel", fiche.courriel())
                .param("cle", cle(fiche.courriel()))
                .param("telephone", fiche.telephone())
                .param("structure", fiche.structure())
                .param("region", fiche.region())
                .param("capacite", fiche.capacite())
                .param("langues", fiche.langues())
                .param("experience", fiche.experience())
                .param("consentement", versionDuConsentement)
                .param("le", Timestamp.from(horloge.instant()))
                .update(cle, "id");
        long id = cle.getKeyAs(Long.class);
        fiche.regions().forEach(region -> jdbc.sql("insert into accompagnateur_region values (:id, :region)")
                .param("id", id)
                .param("region", region)
                .update());
        ecrireLesCompetences(id, fiche);
        return id;
    }

    private void ecrireLesCompetences(long id, Fiche fiche) {
        fiche.competences().forEach((besoin, niveau) -> jdbc.sql(
                        "insert into accompagnateur_competence values (:id, :besoin, :niveau)")
                .param("id", id)
                .param("besoin", besoin)
                .param("niveau", niveau)
                .update());
    }

    /** Writes what the person may change of their sheet: neither the address nor the regions. */
    @Transactional
    void modifier(long id, Fiche fiche) {
        jdbc.sql("""
                        update accompagnateur set prenom = :prenom, nom = :nom, telephone = :telephone,
                          structure = :structure, capacite = :capacite, langues = :langues, experience = :experience
                        where id = :id
                        """)
                .param("prenom", fiche.prenom())
                .param("nom", fiche.nom())
                .param("telephone", fiche.telephone())
                .param("structure", fiche.structure())
                .param("capacite", fiche.capacite())
                .param("langues", fiche.langues())
                .param("experience", fiche.experience())
                .param("id", id)
                .update();
        jdbc.sql("delete from accompagnateur_competence where accompagnateur = :id")
                .param("id", id)
                .update();
        ecrireLesCompetences(id, fiche);
    }

    void confirmer(long id) {
        jdbc.sql("update accompagnateur set confirme_le = :le where id = :id")
                .param("le", Timestamp.from(horloge.instant()))
                .param("id", id)
                .update();
    }

    /** The person may file another sheet later. */
    void partir(long id) {
        jdbc.sql("update accompagnateur set etat = :etat, cle = null, compte = null where id = :id")
                .param("etat", EtatAccompagnateur.PARTI.id())
                .param("id", id)
                .update();
    }

    /** The sheet of somebody registered, by their account. */
    Optional<Accompagnateur> duCompte(String compte) {
        return jdbc.sql("select * from accompagnateur where compte = :compte and etat = :etat")
                .param("compte", compte)
                .param("etat", EtatAccompagnateur.INSCRIT.id())
                .query(this::ligne)
                .optional();
    }

    /** Whether this address has a sheet that waits or is accepted, whatever its capitals. */
    boolean connue(String courriel) {
        return jdbc.sql("select count(*) from accompagnateur where cle = :cle")
                        .param("cle", cle(courriel))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static String cle(String courriel) {
        return courriel.toLowerCase(Locale.ROOT);
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none */
    Accompagnateur lire(long id) {
        return chercher(id).orElseThrow(() -> new EmptyResultDataAccessException(1));
    }

    Optional<Accompagnateur> chercher(long id) {
        return jdbc.sql("select * from accompagnateur where id = :id")
                .param("id", id)
                .query(this::ligne)
                .optional();
    }

    /** Reads a sheet and keeps others from giving its person anything until the transaction ends. */
    Optional<Accompagnateur> verrouiller(long id) {
        return jdbc.sql("select * from accompagnateur where id = :id for update")
                .param("id", id)
                .query(this::ligne)
                .optional();
    }

    /** Adds a region to those of a sheet; does nothing when it is there. */
    void ajouterLaRegion(long id, String region) {
        jdbc.sql("insert into accompagnateur_region select :id, :region where not exists"
                        + " (select 1 from accompagnateur_region where accompagnateur = :id and region = :region)")
                .param("id", id)
                .param("region", region)
                .update();
    }

    void accepter(long id, String par) {
        decider(id, EtatAccompagnateur.INSCRIT, null, par, "cle");
    }

    /** The person may file another sheet later. */
    void refuser(long id, String motif, String par) {
        decider(id, EtatAccompagnateur.NON_RETENU, motif, par, "null");
    }

    private void decider(long id, EtatAccompagnateur etat, String motif, String par, String cle) {
        jdbc.sql("update accompagnateur set etat = :etat, motif = :motif, decide_par = :par, decide_le = :le, cle = "
                        + cle + " where id = :id")
                .param("etat", etat.id())
                .param("motif", motif)
                .param("par", par)
                .param("le", Timestamp.from(horloge.instant()))
                .param("id", id)
                .update();
    }

    void compte(long id, String compte) {
        jdbc.sql("update accompagnateur set compte = :compte where id = :id")
                .param("compte", compte)
                .param("id", id)
                .update();
    }

    private Accompagnateur ligne(ResultSet r, int rang) throws SQLException {
        return new Accompagnateur(
                r.getLong("id"),
                EtatAccompagnateur.de(r.getString("etat")),
                new Fiche(
                        r.getString("prenom"),
                        r.getString("nom"),
                        r.getString("courriel"),
                        r.getString("telephone"),
                        r.getString("structure"),
                        r.getString("region"),
                        regions(r.getLong("id"), r.getString("region")),
                        r.getInt("capacite"),
                        r.getString("langues"),
                        r.getString("experience"),
                        competences(r.getLong("id"))),
                Sql.instant(r, "depose_le"),
                r.getString("decide_par"),
                Sql.instant(r, "decide_le"),
                r.getString("motif"),
                Sql.instant(r, "confirme_le"),
                r.getString("compte"));
    }

    private Set<String> regions(long id, String principale) {
        Set<String> regions = new LinkedHashSet<>();
        regions.add(principale);
        regions.addAll(jdbc.sql("select region from accompagnateur_region where accompagnateur = :id order by region")
                .param("id", id)
                .query(String.class)
                .list());
        return regions;
    }

    private Map<String, Integer> competences(long id) {
        Map<String, Integer> competences = new LinkedHashMap<>();
        jdbc.sql("select besoin, niveau from accompagnateur_competence where accompagnateur = :id"
                        + " order by niveau desc, besoin")
                .param("id", id)
                .query(r -> {
                    competences.put(r.getString("besoin"), r.getInt("niveau"));
                });
        return competences;
    }

    /** Parameters are ids of ours. */
    record Critere(EtatAccompagnateur etat, String region, String besoin, int niveau) {}

    /** One row of a list. */
    record Ligne(long id, EtatAccompagnateur etat, String nomComplet, String structure, String region, int capacite) {

        public String reference() {
            return Accompagnateur.reference(id);
        }
    }

    /** How many sheets a search finds in the territories of the agent. */
    long nombre(Agent agent, Critere critere) {
        Map<String, Object> parametres = new HashMap<>();
        return jdbc.sql("select count(*) from accompagnateur a where " + condition(agent, critere, parametres))
                .params(parametres)
                .query(Long.class)
                .single();
    }

    /** The sheets that a search finds in the territories of the agent, by name. */
    List<Ligne> liste(Agent agent, Critere critere, int nombre, int depuis) {
        Map<String, Object> parametres = new HashMap<>();
        String condition = condition(agent, critere, parametres);
        return jdbc.sql("select a.* from accompagnateur a where " + condition
                        + " order by lower(a.nom), lower(a.prenom), a.id limit :nombre offset :depuis")
                .params(parametres)
                .param("nombre", nombre)
                .param("depuis", depuis)
                .query((r, rang) -> new Ligne(
                        r.getLong("id"),
                        EtatAccompagnateur.de(r.getString("etat")),
                        r.getString("prenom") + " " + r.getString("nom"),
                        r.getString("structure"),
                        r.getString("region"),
                        r.getInt("capacite")))
                .list();
    }

    private static String condition(Agent agent, Critere critere, Map<String, Object> parametres) {
        Perimetre perimetre = Perimetre.sur("r.region", agent);
        parametres.putAll(perimetre.parametres());
        StringBuilder condition = new StringBuilder("exists (select 1 from accompagnateur_region r")
                .append(" where r.accompagnateur = a.id and ")
                .append(perimetre.condition());
        if (critere.region() != null) {
            condition.append(" and r.region = :region");
            parametres.put("region", critere.region());
        }
        condition.append(')');
        if (critere.etat() != null) {
            condition.append(" and a.etat = :etat");
            parametres.put("etat", critere.etat().id());
        }
        if (critere.besoin() != null) {
            condition.append(" and exists (select 1 from accompagnateur_competence c where c.accompagnateur = a.id"
                    + " and c.besoin = :besoin and c.niveau >= :niveau)");
            parametres.put("besoin", critere.besoin());
            parametres.put("niveau", critere.niveau());
        }
        return condition.toString();
    }
}
