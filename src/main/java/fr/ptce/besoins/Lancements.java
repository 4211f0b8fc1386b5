package fr.ptce.besoins;

import fr.ptce.base.Sql;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Perimetre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables of the launches. */
@Repository
class Lancements {

    /** One initiative of a launch. */
    record Ligne(String numero, String nom, String region, VerdictDeLancement verdict) {}

    private static final Duration CONSERVATION_DES_APERCUS = Duration.ofDays(30);
    private static final int DERNIERS = 20;
    private static final List<String> FAVORABLES =
            List.of(VerdictDeLancement.A_INTERROGER.id(), VerdictDeLancement.A_APPELER.id());

    private final JdbcClient jdbc;
    private final Clock horloge;

    Lancements(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Keeps a launch with what becomes of each initiative that it is about and that the agent meets. */
    @Transactional
    long preparer(Agent agent, CriteresDeLancement criteres) {
        oublierLesAnciensApercus();
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into lancement_besoins (campagne, selection, regions, categories, echeance, message,
                          a_nouveau, par_telephone, prepare_par, prepare_le)
                        values (:campagne, :selection, :regions, :categories, :echeance, :message, :aNouveau,
                          :parTelephone, :par, :le)
                        """)
                .param("campagne", criteres.campagne())
                .param("selection", !criteres.initiatives().isEmpty())
                .param("regions", String.join(",", criteres.regions()))
                .param("categories", String.join(",", criteres.categories()))
                .param("echeance", criteres.echeance())
                .param("message", criteres.message())
                .param("aNouveau", criteres.aNouveau())
                .param("parTelephone", criteres.parTelephone())
                .param("par", agent.id())
                .param("le", Timestamp.from(horloge.instant()))
                .update(cle, "id");
        long lancement = cle.getKeyAs(Long.class);
        juger(lancement, agent, criteres);
        return lancement;
    }

    private void juger(long lancement, Agent agent, CriteresDeLancement criteres) {
        Perimetre perimetre = Perimetre.sur("i.region", agent);
        Map<String, Object> parametres = new HashMap<>(perimetre.parametres());
        StringBuilder condition = new StringBuilder(perimetre.condition());
        if (criteres.initiatives().isEmpty()) {
            parmi(
                    condition,
                    parametres,
                    "campagne",
                    criteres.campagne() == null ? List.of() : List.of(criteres.campagne()));
            parmi(condition, parametres, "region", criteres.regions());
            parmi(condition, parametres, "categorie", criteres.categories());
        } else {
            parmi(condition, parametres, "numero", criteres.initiatives());
        }
        jdbc.sql("insert into lancement_initiative (lancement, initiative, verdict, lancee) select "
                        + lancement + ", i.numero, " + verdict(criteres) + ", false from initiative i"
                        + " left join questionnaire q on q.initiative = i.numero and q.courant where " + condition)
                .params(parametres)
                .update();
    }

    private static void parmi(
            StringBuilder condition, Map<String, Object> parametres, String colonne, List<String> valeurs) {
        if (!valeurs.isEmpty()) {
            condition
                    .append(" and i.")
                    .append(colonne)
                    .append(" in (:")
                    .append(colonne)
                    .append(')');
            parametres.put(colonne, valeurs);
        }
    }

    private static String verdict(CriteresDeLancement criteres) {
        String cas = "case when i.retiree_le is not null then " + texte(VerdictDeLancement.RETIREE)
                + " when q.clos_le is null and q.id is not null then " + texte(VerdictDeLancement.EN_COURS);
        if (!criteres.aNouveau()) {
            cas += " when q.repondu_le is not null then " + texte(VerdictDeLancement.DEJA_REPONDU);
        }
        return cas + " when trim(coalesce(i.contact_courriel, '')) = '' then "
                + texte(criteres.parTelephone() ? VerdictDeLancement.A_APPELER : VerdictDeLancement.SANS_ADRESSE)
                + " else " + texte(VerdictDeLancement.A_INTERROGER) + " end";
    }

    private static String texte(VerdictDeLancement verdict) {
        return "'" + verdict.id() + "'";
    }

    private void oublierLesAnciensApercus() {
        String anciens = "select id from lancement_besoins where lance_le is null and prepare_le < :avant";
        for (String table : List.of("lancement_initiative where lancement", "lancement_besoins where id")) {
            jdbc.sql("delete from " + table + " in (" + anciens + ")")
                    .param("avant", Timestamp.from(horloge.instant().minus(CONSERVATION_DES_APERCUS)))
                    .update();
        }
    }

    Optional<Lancement> chercher(long id) {
        return jdbc.sql("select * from lancement_besoins where id = :id")
                .param("id", id)
                .query(Lancements::lancement)
                .optional();
    }

    /** The confirmed launches of a person, the latest twenty first. */
    List<Lancement> confirmesPar(String personne) {
        return jdbc.sql("select * from lancement_besoins where prepare_par = :par and lance_le is not null"
                        + " order by prepare_le desc limit " + DERNIERS)
                .param("par", personne)
                .query(Lancements::lancement)
                .list();
    }

    /** How many initiatives have each verdict; those without any are absent. */
    Map<VerdictDeLancement, Long> parVerdict(long lancement) {
        Map<VerdictDeLancement, Long> nombres = new EnumMap<>(VerdictDeLancement.class);
        jdbc.sql("select verdict, count(*) as nombre from lancement_initiative where lancement = :lancement"
                        + " group by verdict")
                .param("lancement", lancement)
                .query(r -> {
                    nombres.put(VerdictDeLancement.de(r.getString("verdict")), r.getLong("nombre"));
                });
        return nombres;
    }

    /** @param verdict null for all of them */
    List<Ligne> lignes(long lancement, VerdictDeLancement verdict, int nombre, int depuis) {
        return jdbc.sql("select i.numero, i.nom, i.region, l.verdict from lancement_initiative l"
                        + " join initiative i on i.numero = l.initiative where l.lancement = :lancement"
                        + (verdict == null ? "" : " and l.verdict = :verdict")
                        + " order by i.numero limit :nombre offset :depuis")
                .param("lancement", lancement)
                .param("verdict", verdict == null ? null : verdict.id())
                .param("nombre", nombre)
                .param("depuis", depuis)
                .query((r, rang) -> new Ligne(
                        r.getString("numero"),
                        r.getString("nom"),
                        r.getString("region"),
                        VerdictDeLancement.de(r.getString("verdict"))))
                .list();
    }

    long lancees(long lancement) {
        return jdbc.sql("select count(*) from lancement_initiative where lancement = :lancement"
                        + " and verdict in (:favorables) and lancee")
                .param("lancement", lancement)
                .param("favorables", FAVORABLES)
                .query(Long.class)
                .single();
    }

    /** {@return whether it was not confirmed before} */
    boolean confirmer(long id) {
        return jdbc.sql("update lancement_besoins set lance_le = :le where id = :id and lance_le is null")
                        .param("le", Timestamp.from(horloge.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    void terminer(long id) {
        jdbc.sql("update lancement_besoins set termine_le = :le where id = :id")
                .param("le", Timestamp.from(horloge.instant()))
                .param("id", id)
                .update();
    }

    /** The next initiatives whose questionnaire is to be started: number and code of the region. */
    Map<String, String> suivantes(long lancement, int nombre) {
        Map<String, String> regions = new LinkedHashMap<>();
        jdbc.sql("select i.numero, i.region from lancement_initiative l join initiative i on i.numero = l.initiative"
                        + " where l.lancement = :lancement and l.verdict in (:favorables) and not l.lancee"
                        + " order by i.numero limit :nombre")
                .param("lancement", lancement)
                .param("favorables", FAVORABLES)
                .param("nombre", nombre)
                .query(r -> {
                    regions.put(r.getString("numero"), r.getString("region"));
                });
        return regions;
    }

    void marquerLancees(long lancement, Iterable<String> numeros) {
        jdbc.sql("update lancement_initiative set lancee = true where lancement = :lancement"
                        + " and initiative in (:numeros)")
                .param("lancement", lancement)
                .param("numeros", numeros)
                .update();
    }

    private static Lancement lancement(ResultSet r, int rang) throws SQLException {
        return new Lancement(
                r.getLong("id"),
                r.getString("campagne"),
                r.getBoolean("selection"),
                Questionnaires.liste(r.getString("regions")),
                Questionnaires.liste(r.getString("categories")),
                r.getObject("echeance", LocalDate.class),
                r.getString("message"),
                r.getBoolean("a_nouveau"),
                r.getBoolean("par_telephone"),
                r.getString("prepare_par"),
                Sql.instant(r, "prepare_le"),
                Sql.instant(r, "lance_le"),
                Sql.instant(r, "termine_le"));
    }
}
