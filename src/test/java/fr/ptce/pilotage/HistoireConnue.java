package fr.ptce.pilotage;

import fr.ptce.base.HeureDeParis;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A history small enough to be counted by hand, seen on Monday 15 March 2027 at ten. pilote.bretagne has a conflict of
 * interest on PTCE-S02.
 *
 * <pre>
 * dossier   call region state         filed       themes
 * PTCE-S01  A    53     en-relecture  2027-03-02  culture
 * PTCE-S02  A    53     retenu        2027-03-03  culture,emploi
 * PTCE-S03  A    53     retenu        2027-02-10
 * PTCE-S04  A    82     depose        2027-02-20  emploi
 * PTCE-S05  A    83     non-retenu    2027-01-15  culture
 * PTCE-S06  B    53     en-decision   2026-12-01  emploi
 * PTCE-S07  B    11     retire        2027-03-10  culture
 *
 * task  dossier   region who               created     due             working days late
 * t1    PTCE-S01  53     pilotes-53        2027-03-02  2027-03-12 Fri  1
 * t2    PTCE-S01  53     pilote.bretagne   2027-03-05  2027-03-10 Wed  3
 * t3    PTCE-S04  82     the porteur       2027-02-22  2027-03-01 Mon  10
 * t4    PTCE-S06  53     comite-pilotage   2027-01-04  2027-02-15 Mon  20
 * t5    PTCE-S04  82     pilotes-82        2027-03-01  2027-03-20      -
 * t6    MONO-0001 53     redacteur         2027-03-01                  -
 * t7              none   pilotes-FR        2027-03-08  2027-03-30      -
 * t8    PTCE-S02  53     pilotes-53        2027-03-04  2027-03-12 Fri  1
 *
 * « Évaluer le dossier », planned in 10: in January 2 (region 83), in February 1, 3 (53), in March 2, 4, 6 (53; the 6 is of
 * PTCE-S02), 8, 20 (82; the 20 is late). « Décider », without a plan: in March 5 (53).
 *
 * e-mails: sent S01 in March, S04 in February, S02 in February, one of no dossier in March; failed S03 in February;
 * refused S02 in March.
 * </pre>
 */
final class HistoireConnue {

    static final LocalDate JOUR = LocalDate.of(2027, 3, 15);
    static final LocalTime HEURE = LocalTime.of(10, 0);

    private final JdbcClient jdbc;

    HistoireConnue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes it in the place of whatever there is. */
    void ecrire() {
        effacer();
        long a = campagne("PTCE-A");
        long b = campagne("PTCE-B");
        campagne("PTCE-VIDE");
        dossier("S01", a, "53", "en-relecture", "2027-03-02", "culture");
        dossier("S02", a, "53", "retenu", "2027-03-03", "culture,emploi");
        dossier("S03", a, "53", "retenu", "2027-02-10", null);
        dossier("S04", a, "82", "depose", "2027-02-20", "emploi");
        dossier("S05", a, "83", "non-retenu", "2027-01-15", "culture");
        dossier("S06", b, "53", "en-decision", "2026-12-01", "emploi");
        dossier("S07", b, "11", "retire", "2027-03-10", "culture");
        jdbc.sql("insert into conflit_interets (dossier, utilisateur, groupe, motif, declare_le)"
                        + " values ('PTCE-S02', 'pilote.bretagne', 'pilotes-53', 'Une amie.', :le)")
                .param("le", moment("2027-03-03"))
                .update();
        taches();
        etapes(a);
        courriels();
        monographiesEtExperimentation();
    }

    void effacer() {
        for (String table : new String[] {
            "tache_suivie",
            "etape_franchie",
            "etapes_du_mois",
            "courriels_du_mois",
            "mois_clos",
            "courriel",
            "monographie",
            "accompagnement_projet",
            "accompagnement_regional",
            "initiative",
            "conflit_interets"
        }) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("delete from dossier where numero like 'PTCE-S0%'").update();
        jdbc.sql("delete from campagne where code like 'PTCE-_' or code = 'PTCE-VIDE'")
                .update();
    }

    long campagne(String code) {
        jdbc.sql("insert into campagne (code, nom, ouverture, fermeture, decoupage, seuil_divergence, cree_le)"
                        + " values (:code, :code, :du, :au, 2012, 1, :du)")
                .param("code", code)
                .param("du", moment("2026-11-01"))
                .param("au", moment("2027-04-01"))
                .update();
        return jdbc.sql("select id from campagne where code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private void dossier(String numero, long campagne, String region, String etat, String depose, String themes) {
        jdbc.sql("insert into dossier (numero, campagne, etat, origine, initiative, region, themes, depose_le, maj_le)"
                        + " values (:numero, :campagne, :etat, 'formulaire', :initiative, :region, :themes, :le, :le)")
                .param("numero", "PTCE-" + numero)
                .param("campagne", campagne)
                .param("etat", etat)
                .param("initiative", "Initiative " + numero)
                .param("region", region)
                .param("themes", themes)
                .param("le", moment(depose))
                .update();
    }

    private void taches() {
        tache("t1", "PTCE-S01", "53", null, null, "pilotes-53", "2027-03-02", "2027-03-12");
        tache("t2", "PTCE-S01", "53", null, "pilote.bretagne", "pilotes-53", "2027-03-05", "2027-03-10");
        tache("t3", "PTCE-S04", "82", "porteur", null, "pilotes-82", "2027-02-22", "2027-03-01");
        tache("t4", "PTCE-S06", "53", null, null, "comite-pilotage", "2027-01-04", "2027-02-15");
        tache("t5", "PTCE-S04", "82", null, null, "pilotes-82", "2027-03-01", "2027-03-20");
        tache("t6", "MONO-0001", "53", null, "redacteur", "", "2027-03-01", null);
        tache("t7", null, null, null, null, "pilotes-FR", "2027-03-08", "2027-03-30");
        tache("t8", "PTCE-S02", "53", null, null, "pilotes-53", "2027-03-04", "2027-03-12");
    }

    private void tache(
            String id,
            String dossier,
            String region,
            String correspondant,
            String responsable,
            String groupes,
            String creee,
            String echeance) {
        jdbc.sql("insert into tache_suivie (tache, processus, instance, element, nom, dossier, region, correspondant,"
                        + " responsable, groupes, creee_le, echeance, rappels) values (:id, 'candidature', 'i', 'e', :nom,"
                        + " :dossier, :region, :correspondant, :responsable, :groupes, :creee, :echeance, 0)")
                .param("id", id)
                .param("nom", "Tâche " + id)
                .param("dossier", dossier)
                .param("region", region)
                .param("correspondant", correspondant)
                .param("responsable", responsable)
                .param("groupes", groupes)
                .param("creee", moment(creee))
                .param(
                        "echeance",
                        echeance == null
                                ? null
                                : LocalDate.parse(echeance)
                                        .atTime(18, 0)
                                        .atZone(HeureDeParis.ZONE)
                                        .toOffsetDateTime())
                .update();
    }

    private void etapes(long a) {
        etape(
                "e1",
                "userTask_evaluer",
                "Évaluer le dossier",
                "PTCE-S05",
                a,
                "83",
                ",culture,",
                "2027-01-20",
                2,
                10,
                false);
        etape("e2", "userTask_evaluer", "Évaluer le dossier", "PTCE-S03", a, "53", ",", "2027-02-11", 1, 10, false);
        etape("e3", "userTask_evaluer", "Évaluer le dossier", "PTCE-S03", a, "53", ",", "2027-02-13", 3, 10, false);
        etape(
                "e4",
                "userTask_evaluer",
                "Évaluer le dossier",
                "PTCE-S01",
                a,
                "53",
                ",culture,",
                "2027-03-04",
                2,
                10,
                false);
        etape(
                "e5",
                "userTask_evaluer",
                "Évaluer le dossier",
                "PTCE-S01",
                a,
                "53",
                ",culture,",
                "2027-03-08",
                4,
                10,
                false);
        etape(
                "e6",
                "userTask_evaluer",
                "Évaluer le dossier",
                "PTCE-S02",
                a,
                "53",
                ",culture,emploi,",
                "2027-03-09",
                6,
                10,
                false);
        etape(
                "e7",
                "userTask_evaluer",
                "Évaluer le dossier",
                "PTCE-S04",
                a,
                "82",
                ",emploi,",
                "2027-03-10",
                8,
                10,
                false);
        etape(
                "e8",
                "userTask_evaluer",
                "Évaluer le dossier",
                "PTCE-S04",
                a,
                "82",
                ",emploi,",
                "2027-03-11",
                20,
                10,
                true);
        etape("e9", "userTask_decider", "Décider", "PTCE-S01", a, "53", ",culture,", "2027-03-12", 5, null, false);
    }

    void etape(
            String tache,
            String element,
            String nom,
            String dossier,
            long campagne,
            String region,
            String themes,
            String jour,
            int jours,
            Integer prevus,
            boolean retard) {
        jdbc.sql(
                        "insert into etape_franchie (tache, processus, element, nom, dossier, campagne, region, themes, franchie_le,"
                                + " mois, jours, prevus, retard) values (:tache, 'candidature', :element, :nom, :dossier, :campagne,"
                                + " :region, :themes, :le, :mois, :jours, :prevus, :retard)")
                .param("tache", tache)
                .param("element", element)
                .param("nom", nom)
                .param("dossier", dossier)
                .param("campagne", campagne)
                .param("region", region)
                .param("themes", themes)
                .param("le", moment(jour))
                .param("mois", Mois.numero(YearMonth.from(LocalDate.parse(jour))))
                .param("jours", jours)
                .param("prevus", prevus)
                .param("retard", retard)
                .update();
    }

    private void courriels() {
        courriel("c1", "PTCE-S01", "envoye", "2027-03-03");
        courriel("c2", "PTCE-S04", "envoye", "2027-02-21");
        courriel("c3", "PTCE-S02", "envoye", "2027-02-22");
        courriel("c4", null, "envoye", "2027-03-04");
        courriel("c5", "PTCE-S03", "echec", "2027-02-11");
        courriel("c6", "PTCE-S02", "refuse", "2027-03-05");
    }

    private void courriel(String cle, String dossier, String etat, String jour) {
        jdbc.sql(
                        "insert into courriel (cle, dossier, destinataire, modele, objet, texte, html, message_id, etat, tentatives,"
                                + " renvois, cree_le, envoye_le) values (:cle, :dossier, 'camille@porteur.example', 'accuse', :objet,"
                                + " '', '', :cle, :etat, 1, 0, :le, :envoye)")
                .param("cle", cle)
                .param("dossier", dossier)
                .param("objet", "Objet " + cle)
                .param("etat", etat)
                .param("le", moment(jour))
                .param("envoye", etat.equals("envoye") ? moment(jour) : null)
                .update();
    }

    private void monographiesEtExperimentation() {
        for (String numero : new String[] {"S02", "S03", "S06"}) {
            jdbc.sql("insert into initiative (numero, campagne, nom, region, categorie, retenue_le)"
                            + " values (:numero, 'PTCE-A', 'Initiative', '53', 'operationnel', :le)")
                    .param("numero", "PTCE-" + numero)
                    .param("le", moment("2027-03-03"))
                    .update();
        }
        monographie("PTCE-S03", "redaction", "2027-03-01");
        monographie("PTCE-S02", "validee", "2027-02-01");
        jdbc.sql("insert into accompagnement_regional (region, annee, etat, seminaires_prevus, ouvert_par, ouvert_le)"
                        + " values ('53', 2027, 'accompagnement', 3, 'pilote.bretagne', :le)")
                .param("le", moment("2027-03-01"))
                .update();
        projet("PTCE-S02", "seances");
        projet("PTCE-S03", "clos");
        projet("PTCE-S06", "abandonne");
    }

    private void monographie(String initiative, String etat, String jour) {
        jdbc.sql(
                        "insert into monographie (initiative, region, milieu, genre, grille, etat, tour, choisie_par, ouverte_le)"
                                + " values (:initiative, '53', 'rural', 'pole', '2013-01', :etat, 0, 'pilote.national', :le)")
                .param("initiative", initiative)
                .param("etat", etat)
                .param("le", moment(jour))
                .update();
    }

    private void projet(String initiative, String etat) {
        jdbc.sql("insert into accompagnement_projet (regional, initiative, etat, entre_le, ouvert_le)"
                        + " values ((select max(id) from accompagnement_regional), :initiative, :etat, :le, :le)")
                .param("initiative", initiative)
                .param("etat", etat)
                .param("le", moment("2027-03-02"))
                .update();
    }

    static OffsetDateTime moment(String jour) {
        return LocalDateTime.of(LocalDate.parse(jour), LocalTime.NOON)
                .atZone(HeureDeParis.ZONE)
                .toOffsetDateTime();
    }
}
