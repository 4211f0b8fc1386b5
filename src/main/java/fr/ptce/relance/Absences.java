package fr.ptce.relance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** Declared absences and the tasks that they moved: tables {@code absence} and {@code tache_confiee}. */
@Component
class Absences {

    private static final String LECTURE = "select id, personne, du, au, remplacant, retour from absence ";

    private final JdbcClient jdbc;
    private final Clock horloge;

    Absences(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    long inscrire(String personne, LocalDate du, LocalDate au, String remplacant, boolean retour, String par) {
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("insert into absence (personne, du, au, remplacant, retour, saisie_par, saisie_le)"
                        + " values (:personne, :du, :au, :remplacant, :retour, :par, :le)")
                .param("personne", personne)
                .param("du", du)
                .param("au", au)
                .param("remplacant", remplacant)
                .param("retour", retour)
                .param("par", par)
                .param("le", horloge.instant().atOffset(ZoneOffset.UTC))
                .update(cle, "id");
        return cle.getKey().longValue();
    }

    /** Empty when there is none, or it was cancelled. */
    Optional<Absence> lire(long id) {
        return jdbc.sql(LECTURE + "where id = :id and annulee_le is null")
                .param("id", id)
                .query(Absences::lire)
                .optional();
    }

    /** The absence of that id, cancelled or not. */
    Absence lireMemeAnnulee(long id) {
        return jdbc.sql(LECTURE + "where id = :id")
                .param("id", id)
                .query(Absences::lire)
                .single();
    }

    /** The absence of a person on a day; empty when they are there. */
    Optional<Absence> de(String personne, LocalDate jour) {
        return entre(personne, jour, jour).stream().findFirst();
    }

    /** Absences of a person that touch a period. */
    List<Absence> entre(String personne, LocalDate du, LocalDate au) {
        return jdbc.sql(LECTURE + "where personne = :personne and du <= :au and au >= :du and annulee_le is null")
                .param("personne", personne)
                .param("du", du)
                .param("au", au)
                .query(Absences::lire)
                .list();
    }

    /** Absences in which a person replaces somebody, and that touch a period. */
    List<Absence> remplaceesPar(String personne, LocalDate du, LocalDate au) {
        return jdbc.sql(LECTURE + "where remplacant = :personne and du <= :au and au >= :du and annulee_le is null")
                .param("personne", personne)
                .param("du", du)
                .param("au", au)
                .query(Absences::lire)
                .list();
    }

    /** Absences of these people that are not over, soonest first, two hundred at most. */
    List<Absence> aVenir(Collection<String> personnes, LocalDate jour) {
        return personnes.isEmpty()
                ? List.of()
                : jdbc.sql(LECTURE + "where personne in (:personnes) and au >= :jour and annulee_le is null"
                                + " order by du, id fetch first 200 rows only")
                        .param("personnes", personnes)
                        .param("jour", jour)
                        .query(Absences::lire)
                        .list();
    }

    /** Those of these people who are absent on that day. */
    Set<String> parmi(Collection<String> personnes, LocalDate jour) {
        return personnes.isEmpty()
                ? Set.of()
                : jdbc.sql("select personne from absence where personne in (:personnes)"
                                + " and du <= :jour and au >= :jour and annulee_le is null")
                        .param("personnes", personnes)
                        .param("jour", jour)
                        .query(String.class)
                        .set();
    }

    void annuler(long id) {
        jdbc.sql("update absence set annulee_le = :le where id = :id")
                .param("le", horloge.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Remembers that an absence moved a task; twice is once. */
    void noterLaTache(long absence, String tache) {
        int deja = jdbc.sql("select count(*) from tache_confiee where absence = :absence and tache = :tache")
                .param("absence", absence)
                .param("tache", tache)
                .query(Integer.class)
                .single();
        if (deja == 0) {
            jdbc.sql("insert into tache_confiee (absence, tache) values (:absence, :tache)")
                    .param("absence", absence)
                    .param("tache", tache)
                    .update();
        }
    }

    /** The tasks that an absence moved. */
    List<String> tachesConfiees(long absence) {
        return jdbc.sql("select tache from tache_confiee where absence = :absence")
                .param("absence", absence)
                .query(String.class)
                .list();
    }

    private static Absence lire(ResultSet ligne, int rang) throws SQLException {
        return new Absence(
                ligne.getLong("id"),
                ligne.getString("personne"),
                ligne.getObject("du", LocalDate.class),
                ligne.getObject("au", LocalDate.class),
                ligne.getString("remplacant"),
                ligne.getBoolean("retour"));
    }
}
