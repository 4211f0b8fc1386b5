package fr.ptce.accompagnement;

import fr.ptce.accompagnement.ProjetAccompagne.Avis;
import fr.ptce.accompagnement.ProjetAccompagne.Bilan;
import fr.ptce.accompagnement.ProjetAccompagne.Diagnostic;
import fr.ptce.accompagnement.ProjetAccompagne.Plan;
import fr.ptce.base.Sql;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table of the accompanied projects; public for the expressions of the diagrams. */
@Repository
public class ProjetsAccompagnes {

    private static final String LECTURE = """
            select p.*, r.region, r.annee, i.nom, m.accompagnateur, a.compte, a.prenom, a.nom as nom_accompagnateur
            from accompagnement_projet p
              join accompagnement_regional r on r.id = p.regional
              join initiative i on i.numero = p.initiative
              left join mission m on m.projet = p.id and m.etat in ('proposee', 'acceptee')
              left join accompagnateur a on a.id = m.accompagnateur
            """;

    private final JdbcClient jdbc;
    private final Clock horloge;

    ProjetsAccompagnes(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when this year has this initiative already */
    long ouvrir(long regional, String initiative) {
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into accompagnement_projet (regional, initiative, etat, entre_le, ouvert_le)
                        values (:regional, :initiative, :etat, :le, :le)
                        """)
                .param("regional", regional)
                .param("initiative", initiative)
                .param("etat", EtatDuProjet.A_AFFECTER.id())
                .param("le", maintenant())
                .update(cle, "id");
        return cle.getKeyAs(Long.class);
    }

    /** Ids of the projects of a year that wait for their accompaniment to begin, in the order of their selection. */
    public List<Long> aAccompagner(long regional) {
        return jdbc.sql("select id from accompagnement_projet where regional = :regional and etat = :etat order by id")
                .param("regional", regional)
                .param("etat", EtatDuProjet.A_AFFECTER.id())
                .query(Long.class)
                .list();
    }

    /** Number of the initiative of a project: business key of its process. */
    public String numero(long projet) {
        return jdbc.sql("select initiative from accompagnement_projet where id = :id")
                .param("id", projet)
                .query(String.class)
                .single();
    }

    /** How many projects of a year go on or were led to their end. */
    public long nombreEnVie(long regional) {
        return jdbc.sql("select count(*) from accompagnement_projet where regional = :regional and etat <> :etat")
                .param("regional", regional)
                .param("etat", EtatDuProjet.ABANDONNE.id())
                .query(Long.class)
                .single();
    }

    /** @throws EmptyResultDataAccessException when there is none */
    ProjetAccompagne lire(long id) {
        return chercher(id).orElseThrow(() -> new EmptyResultDataAccessException(1));
    }

    Optional<ProjetAccompagne> chercher(long id) {
        return jdbc.sql(LECTURE + " where p.id = :id")
                .param("id", id)
                .query(ProjetsAccompagnes::ligne)
                .optional();
    }

    /** Reads a project and keeps others from changing it until the transaction ends. */
    ProjetAccompagne verrouiller(long id) {
        jdbc.sql("select id from accompagnement_projet where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .single();
        return lire(id);
    }

    /** The projects of a year, in the order of their selection. */
    List<ProjetAccompagne> deLAnnee(long regional) {
        return jdbc.sql(LECTURE + " where p.regional = :regional order by p.id")
                .param("regional", regional)
                .query(ProjetsAccompagnes::ligne)
                .list();
    }

    /** Those of these initiatives that are accompanied now, or were in this year. */
    List<String> dejaPris(Collection<String> initiatives, long regional) {
        return initiatives.isEmpty()
                ? List.of()
                : jdbc.sql("select distinct initiative from accompagnement_projet where initiative in (:initiatives)"
                                + " and (regional = :regional or etat not in ('clos', 'abandonne'))")
                        .param("initiatives", initiatives)
                        .param("regional", regional)
                        .query(String.class)
                        .list();
    }

    void etat(long id, EtatDuProjet etat) {
        modifier(id, "etat = :etat, entre_le = :le")
                .param("etat", etat.id())
                .param("le", maintenant())
                .update();
    }

    void instance(long id, String instance) {
        modifier(id, "instance = :instance").param("instance", instance).update();
    }

    void diagnostic(long id, LocalDate le, String forces, String freins, String priorites) {
        modifier(
                        id,
                        "diagnostic_le = :le, diagnostic_forces = :forces, diagnostic_freins = :freins,"
                                + " diagnostic_priorites = :priorites")
                .param("le", Date.valueOf(le))
                .param("forces", forces)
                .param("freins", freins)
                .param("priorites", priorites)
                .update();
    }

    void plan(long id, String objectifs, String partiesPrenantes, int seances) {
        modifier(id, "plan_objectifs = :objectifs, plan_parties_prenantes = :parties, seances_prevues = :seances")
                .param("objectifs", objectifs)
                .param("parties", partiesPrenantes)
                .param("seances", seances)
                .update();
    }

    void validerLePlan(long id, String par) {
        modifier(id, "plan_valide_le = :le, plan_valide_par = :par, plan_remarque = null")
                .param("le", maintenant())
                .param("par", par)
                .update();
    }

    void renvoyerLePlan(long id, String remarque) {
        modifier(id, "plan_remarque = :remarque").param("remarque", remarque).update();
    }

    void bilan(long id, String resultats, String reste, String methode) {
        modifier(id, "bilan_resultats = :resultats, bilan_reste = :reste, bilan_methode = :methode, bilan_le = :le")
                .param("resultats", resultats)
                .param("reste", reste)
                .param("methode", methode)
                .param("le", maintenant())
                .update();
    }

    void avis(long id, int satisfaction, String apports, String manques) {
        modifier(id, "satisfaction = :satisfaction, avis_apports = :apports, avis_manques = :manques, avis_le = :le")
                .param("satisfaction", satisfaction)
                .param("apports", apports)
                .param("manques", manques)
                .param("le", maintenant())
                .update();
    }

    void conclure(long id, String conclusion, String par) {
        modifier(id, "conclusion = :conclusion, clos_par = :par, clos_le = :le")
                .param("conclusion", conclusion)
                .param("par", par)
                .param("le", maintenant())
                .update();
    }

    /** @param par null when the porteur withdrew the initiative */
    void arreter(long id, String motif, String par) {
        modifier(id, "motif_arret = :motif, clos_par = :par, clos_le = :le")
                .param("motif", motif)
                .param("par", par)
                .param("le", maintenant())
                .update();
    }

    private StatementSpec modifier(long id, String valeurs) {
        return jdbc.sql("update accompagnement_projet set " + valeurs + " where id = :id")
                .param("id", id);
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }

    private static ProjetAccompagne ligne(ResultSet r, int rang) throws SQLException {
        return new ProjetAccompagne(
                r.getLong("id"),
                r.getLong("regional"),
                r.getString("region"),
                r.getInt("annee"),
                r.getString("initiative"),
                r.getString("nom"),
                EtatDuProjet.de(r.getString("etat")),
                Sql.instant(r, "entre_le"),
                Sql.instant(r, "ouvert_le"),
                r.getString("instance"),
                r.getObject("accompagnateur", Long.class),
                r.getString("compte"),
                r.getString("prenom") == null ? null : r.getString("prenom") + " " + r.getString("nom_accompagnateur"),
                diagnostic(r),
                plan(r),
                bilan(r),
                avis(r),
                r.getString("conclusion"),
                r.getString("motif_arret"),
                Sql.instant(r, "clos_le"));
    }

    private static Diagnostic diagnostic(ResultSet r) throws SQLException {
        return r.getDate("diagnostic_le") == null
                ? null
                : new Diagnostic(
                        r.getDate("diagnostic_le").toLocalDate(),
                        r.getString("diagnostic_forces"),
                        r.getString("diagnostic_freins"),
                        r.getString("diagnostic_priorites"));
    }

    private static Plan plan(ResultSet r) throws SQLException {
        return r.getString("plan_objectifs") == null
                ? null
                : new Plan(
                        r.getString("plan_objectifs"),
                        r.getString("plan_parties_prenantes"),
                        r.getInt("seances_prevues"),
                        r.getString("plan_remarque"),
                        Sql.instant(r, "plan_valide_le"));
    }

    private static Bilan bilan(ResultSet r) throws SQLException {
        return r.getString("bilan_resultats") == null
                ? null
                : new Bilan(
                        r.getString("bilan_resultats"),
                        r.getString("bilan_reste"),
                        r.getString("bilan_methode"),
                        Sql.instant(r, "bilan_le"));
    }

    private static Avis avis(ResultSet r) throws SQLException {
        return r.getObject("satisfaction") == null
                ? null
                : new Avis(
                        r.getInt("satisfaction"),
                        r.getString("avis_apports"),
                        r.getString("avis_manques"),
                        Sql.instant(r, "avis_le"));
    }
}
