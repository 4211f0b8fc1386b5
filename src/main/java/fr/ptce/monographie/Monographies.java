package fr.ptce.monographie;

import fr.ptce.base.Sql;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Perimetre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table of the monographs. */
@Repository
class Monographies {

    private static final String LECTURE =
            "select m.*, i.nom, i.retiree_le from monographie m join initiative i on i.numero = m.initiative ";

    private final JdbcClient jdbc;
    private final Clock horloge;

    Monographies(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Opens the monograph of an initiative, which the caller has locked. */
    long ouvrir(String initiative, String region, Milieu milieu, GenreDePole genre, String par) {
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into monographie (initiative, region, milieu, genre, grille, etat, tour, choisie_par, ouverte_le)
                        values (:initiative, :region, :milieu, :genre, :grille, :etat, 0, :par, :le)
                        """)
                .param("initiative", initiative)
                .param("region", region)
                .param("milieu", milieu.id())
                .param("genre", genre.id())
                .param("grille", Grille.COURANTE)
                .param("etat", EtatDeMonographie.CHOISIE.id())
                .param("par", par)
                .param("le", Timestamp.from(horloge.instant()))
                .update(cle, "id");
        return cle.getKeyAs(Long.class);
    }

    /** Whether there is a monograph of the initiative that was not given up. */
    boolean existePour(String initiative) {
        return jdbc.sql("select count(*) from monographie where initiative = :initiative and etat <> 'abandonnee'")
                        .param("initiative", initiative)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws EmptyResultDataAccessException when there is none */
    Monographie lire(long id) {
        return chercher(id).orElseThrow(() -> new EmptyResultDataAccessException(1));
    }

    Optional<Monographie> chercher(long id) {
        return jdbc.sql(LECTURE + "where m.id = :id")
                .param("id", id)
                .query(Monographies::ligne)
                .optional();
    }

    /** A monograph that the agent may see. */
    Optional<Monographie> pour(Agent agent, long id) {
        return chercher(id).filter(monographie -> Acces.voit(agent, monographie));
    }

    /** The monograph whose current round this token opens. */
    Optional<Monographie> parJeton(String jeton) {
        return jdbc.sql(LECTURE + "where m.jeton = :jeton")
                .param("jeton", jeton)
                .query(Monographies::ligne)
                .optional();
    }

    /** Keeps others from changing the monograph until the transaction ends. */
    void verrouiller(long id) {
        jdbc.sql("select id from monographie where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    void instance(long id, String instance) {
        changer(id, "instance", instance);
    }

    void etat(long id, EtatDeMonographie etat) {
        changer(id, "etat", etat.id());
    }

    void auteur(long id, String auteur) {
        changer(id, "auteur", auteur);
    }

    void motif(long id, String motif) {
        changer(id, "motif", motif);
    }

    void angle(long id, String angle) {
        changer(id, "angle", angle);
    }

    void documentsSynthese(long id, String synthese) {
        changer(id, "documents_synthese", synthese);
    }

    void alerter(long id, String alerte) {
        changer(id, "alerte", alerte);
    }

    /** @param jeton null when the round is over */
    void jeton(long id, String jeton) {
        changer(id, "jeton", jeton);
    }

    void tour(long id, int tour) {
        changer(id, "tour", tour);
    }

    void valider(long id) {
        changer(id, "validee_le", Timestamp.from(horloge.instant()));
    }

    /** @param colonne a name of ours */
    private void changer(long id, String colonne, Object valeur) {
        jdbc.sql("update monographie set " + colonne + " = :valeur where id = :id")
                .param("valeur", valeur)
                .param("id", id)
                .update();
    }

    /** The addresses of the pôles of monographs, by reference; one without an address is absent. */
    Map<String, String> adresses(Collection<String> references) {
        Map<String, String> adresses = new HashMap<>();
        jdbc.sql("select m.id, i.contact_courriel from monographie m join initiative i on i.numero = m.initiative"
                        + " where m.id in (:ids) and trim(i.contact_courriel) <> ''")
                .param("ids", references.stream().map(Monographie::id).toList())
                .query(r -> {
                    adresses.put(Monographie.reference(r.getLong("id")), r.getString("contact_courriel"));
                });
        return adresses;
    }

    /** How many monographs the agent may see. */
    long nombre(Agent agent) {
        Perimetre perimetre = Perimetre.sur("region", agent);
        return jdbc.sql("select count(*) from monographie where " + perimetre.condition())
                .params(perimetre.parametres())
                .query(Long.class)
                .single();
    }

    /** The monographs in the territories of the agent, those under way first, the latest first. */
    List<Monographie> liste(Agent agent, int nombre, int depuis) {
        Perimetre perimetre = Perimetre.sur("m.region", agent);
        return jdbc.sql(LECTURE + "where " + perimetre.condition()
                        + " order by case when m.etat in ('validee', 'abandonnee') then 1 else 0 end, m.id desc"
                        + " limit :nombre offset :depuis")
                .params(perimetre.parametres())
                .param("nombre", nombre)
                .param("depuis", depuis)
                .query(Monographies::ligne)
                .list();
    }

    /** The monographs that an analysis is made of, in the order of their opening. */
    List<Monographie> deLAnalyse(long analyse) {
        return jdbc.sql(LECTURE + "where m.analyse_transversale = :analyse order by m.id")
                .param("analyse", analyse)
                .query(Monographies::ligne)
                .list();
    }

    private static Monographie ligne(ResultSet r, int rang) throws SQLException {
        return new Monographie(
                r.getLong("id"),
                r.getString("initiative"),
                r.getString("nom"),
                Sql.instant(r, "retiree_le") != null,
                r.getString("region"),
                Milieu.de(r.getString("milieu")),
                GenreDePole.de(r.getString("genre")),
                r.getString("grille"),
                EtatDeMonographie.de(r.getString("etat")),
                r.getString("auteur"),
                r.getString("motif"),
                r.getString("angle"),
                r.getString("documents_synthese"),
                r.getInt("tour"),
                r.getString("jeton"),
                r.getString("instance"),
                r.getString("alerte"),
                Sql.instant(r, "ouverte_le"),
                Sql.instant(r, "validee_le"));
    }
}
