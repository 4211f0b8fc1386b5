package fr.ptce.candidature.importation;

import fr.ptce.base.ChampsJson;
import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The tables of the files, of their rows and of the identities of what was imported. */
@Repository
class Lots {

    /** State of a row that waits for the import, or for somebody to start it. */
    static final String RETENUE = "retenue";

    static final String IMPORTEE = "importee";
    static final String ECARTEE = "ecartee";

    private static final int PAR_ENVOI = 500;
    private static final int CELLULE_MAXIMUM = 4_001;
    /** A dry run that nobody followed up holds names and addresses: it does not stay. */
    private static final Duration CONSERVATION_DES_ANALYSES = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final JdbcTemplate parEnvois;
    private final Clock horloge;

    Lots(JdbcClient jdbc, JdbcTemplate parEnvois, Clock horloge) {
        this.jdbc = jdbc;
        this.parEnvois = parEnvois;
        this.horloge = horloge;
    }

    /** A row that waits for the import. */
    record ARepartir(int rang, String region, Map<String, Object> champs, String cle) {}

    long creer(long campagne, String nomFichier, String empreinte, List<String> ignorees, String auteur) {
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into import_lot (campagne, nom_fichier, empreinte, colonnes_ignorees, cree_par, cree_le, etat)
                        values (:campagne, :nom, :empreinte, :ignorees, :auteur, :le, 'analyse')
                        """)
                .param("campagne", campagne)
                .param("nom", abrege(nomFichier, 200))
                .param("empreinte", empreinte)
                .param("ignorees", ignorees.isEmpty() ? null : abrege(String.join(", ", ignorees), 1000))
                .param("auteur", auteur)
                .param("le", Timestamp.from(horloge.instant()))
                .update(cle, "id");
        return cle.getKeyAs(Long.class);
    }

    void ajouter(long lot, List<LigneControlee> lignes) {
        parEnvois.batchUpdate("""
                        insert into import_ligne
                          (lot, rang, region_saisie, initiative, structure, region, contenu, verdict, message, cle, etat)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, lignes, PAR_ENVOI, (requete, ligne) -> {
            requete.setLong(1, lot);
            requete.setInt(2, ligne.rang());
            requete.setString(3, abrege(ligne.regionSaisie(), 200));
            requete.setString(4, abrege((String) ligne.champs().get("initiative"), 300));
            requete.setString(5, abrege((String) ligne.champs().get("structure"), 300));
            requete.setString(6, ligne.region());
            requete.setString(
                    7,
                    ligne.verdict().importable() ? ChampsJson.ecrire(ligne.champs()) : enTexteAbrege(ligne.champs()));
            requete.setString(8, ligne.verdict().id());
            requete.setString(9, abrege(ligne.message(), 1000));
            requete.setString(10, ligne.cle());
            requete.setString(11, ligne.verdict().importable() ? RETENUE : ECARTEE);
        });
    }

    Optional<LotDImport> chercher(long id) {
        return jdbc.sql("select * from import_lot where id = :id")
                .param("id", id)
                .query(Lots::lot)
                .optional();
    }

    /** The twenty latest files of a campaign, the latest first. */
    List<LotDImport> deLaCampagne(long campagne) {
        return jdbc.sql("select * from import_lot where campagne = :campagne order by id desc limit 20")
                .param("campagne", campagne)
                .query(Lots::lot)
                .list();
    }

    /** An earlier import of the same file into the same campaign. */
    Optional<LotDImport> memeFichierDejaImporte(LotDImport lot) {
        return jdbc.sql("""
                        select * from import_lot
                        where campagne = :campagne and empreinte = :empreinte and id < :id and etat <> 'analyse'
                        order by id desc limit 1
                        """)
                .param("campagne", lot.campagne())
                .param("empreinte", lot.empreinte())
                .param("id", lot.id())
                .query(Lots::lot)
                .optional();
    }

    /** {@return false when it was started already} */
    boolean marquerLance(long lot) {
        return jdbc.sql("update import_lot set etat = 'en-cours', lance_le = :le where id = :lot and etat = 'analyse'")
                        .param("le", Timestamp.from(horloge.instant()))
                        .param("lot", lot)
                        .update()
                == 1;
    }

    void marquerTermine(long lot) {
        jdbc.sql("update import_lot set etat = 'termine', termine_le = :le where id = :lot and etat = 'en-cours'")
                .param("le", Timestamp.from(horloge.instant()))
                .param("lot", lot)
                .update();
    }

    /** The next rows to import, by rank. */
    List<ARepartir> suivantes(long lot, int nombre) {
        return jdbc.sql("""
                        select rang, region, contenu, cle from import_ligne
                        where lot = :lot and etat = 'retenue' order by rang limit :nombre
                        """)
                .param("lot", lot)
                .param("nombre", nombre)
                .query((r, rang) -> new ARepartir(
                        r.getInt("rang"),
                        r.getString("region"),
                        ChampsJson.lire(r.getString("contenu")),
                        r.getString("cle")))
                .list();
    }

    boolean resteDesLignes(long lot) {
        return jdbc.sql("select rang from import_ligne where lot = :lot and etat = 'retenue' order by rang limit 1")
                .param("lot", lot)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The dossier that an import of this campaign made of this identity. */
    Optional<String> dossierImporte(long campagne, String cle) {
        return jdbc.sql("select dossier from dossier_importe where campagne = :campagne and cle = :cle")
                .param("campagne", campagne)
                .param("cle", cle)
                .query(String.class)
                .optional();
    }

    /**
     * A row became a dossier, which holds its content from now on.
     *
     * @throws org.springframework.dao.DataAccessException when another transaction imports the same identity
     */
    void marquerImportee(long lot, ARepartir ligne, long campagne, String dossier) {
        jdbc.sql("insert into dossier_importe (campagne, cle, dossier) values (:campagne, :cle, :dossier)")
                .param("campagne", campagne)
                .param("cle", ligne.cle())
                .param("dossier", dossier)
                .update();
        jdbc.sql("""
                        update import_ligne set etat = 'importee', dossier = :dossier, contenu = null
                        where lot = :lot and rang = :rang
                        """)
                .param("dossier", dossier)
                .param("lot", lot)
                .param("rang", ligne.rang())
                .update();
    }

    void marquerDoublon(long lot, int rang, String message) {
        jdbc.sql("""
                        update import_ligne set etat = 'ecartee', verdict = 'doublon', message = :message
                        where lot = :lot and rang = :rang
                        """)
                .param("message", message)
                .param("lot", lot)
                .param("rang", rang)
                .update();
    }

    /** Identities of all dossiers of a campaign, filed or imported, with the number of each. */
    Map<String, String> identites(long campagne) {
        Map<String, String> dossiers = new HashMap<>();
        jdbc.sql("select numero, initiative, structure, region from dossier where campagne = :campagne")
                .param("campagne", campagne)
                .query(r -> {
                    dossiers.put(
                            Ecriture.cle(r.getString("initiative"), r.getString("structure"), r.getString("region")),
                            r.getString("numero"));
                });
        // As it was imported: a correction of the dossier since does not make the row a new one.
        jdbc.sql("select cle, dossier from dossier_importe where campagne = :campagne")
                .param("campagne", campagne)
                .query(r -> {
                    dossiers.put(r.getString("cle"), r.getString("dossier"));
                });
        return dossiers;
    }

    /** Identities of the rows that wait for the import, with the rank of each. */
    Map<Integer, String> clesRetenues(long lot) {
        Map<Integer, String> cles = new HashMap<>();
        jdbc.sql("select rang, cle from import_ligne where lot = :lot and etat = 'retenue'")
                .param("lot", lot)
                .query(r -> {
                    cles.put(r.getInt("rang"), r.getString("cle"));
                });
        return cles;
    }

    Bilan bilan(long lot) {
        Map<Verdict, Integer> parVerdict = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            parVerdict.put(verdict, 0);
        }
        jdbc.sql("select verdict, count(*) as nombre from import_ligne where lot = :lot group by verdict")
                .param("lot", lot)
                .query(r -> {
                    parVerdict.put(Verdict.de(r.getString("verdict")), r.getInt("nombre"));
                });
        return new Bilan(parVerdict, compter(lot, IMPORTEE), compter(lot, RETENUE));
    }

    private int compter(long lot, String etat) {
        return jdbc.sql("select count(*) from import_ligne where lot = :lot and etat = :etat")
                .param("lot", lot)
                .param("etat", etat)
                .query(Integer.class)
                .single();
    }

    /** @param verdict null for all of them */
    List<LigneDuRapport> rapport(long lot, Verdict verdict, int depuis, int nombre) {
        String filtre = verdict == null ? "" : " and verdict = :verdict";
        return jdbc.sql("select * from import_ligne where lot = :lot" + filtre
                        + " order by rang limit :nombre offset :depuis")
                .param("lot", lot)
                .param("verdict", verdict == null ? null : verdict.id())
                .param("nombre", nombre)
                .param("depuis", depuis)
                .query(Lots::ligneDuRapport)
                .list();
    }

    /** Forgets the dry runs of a campaign that were not followed by an import in thirty days. */
    void oublierLesAnalysesAnciennes(long campagne) {
        Timestamp avant = Timestamp.from(horloge.instant().minus(CONSERVATION_DES_ANALYSES));
        String anciennes =
                "select id from import_lot where campagne = :campagne and etat = 'analyse' and cree_le < :avant";
        for (String table : List.of("import_ligne where lot", "import_lot where id")) {
            jdbc.sql("delete from " + table + " in (" + anciennes + ")")
                    .param("campagne", campagne)
                    .param("avant", avant)
                    .update();
        }
    }

    private static LotDImport lot(ResultSet r, int rang) throws SQLException {
        return new LotDImport(
                r.getLong("id"),
                r.getLong("campagne"),
                r.getString("nom_fichier"),
                r.getString("empreinte"),
                r.getString("colonnes_ignorees"),
                r.getString("cree_par"),
                Sql.instant(r, "cree_le"),
                r.getString("etat"),
                Sql.instant(r, "lance_le"),
                Sql.instant(r, "termine_le"));
    }

    private static LigneDuRapport ligneDuRapport(ResultSet r, int rang) throws SQLException {
        return new LigneDuRapport(
                r.getInt("rang"),
                r.getString("region_saisie"),
                r.getString("region"),
                r.getString("initiative"),
                r.getString("structure"),
                Verdict.de(r.getString("verdict")),
                r.getString("message"),
                r.getString("dossier"));
    }

    private static String abrege(String texte, int maximum) {
        return texte == null || texte.length() <= maximum ? texte : texte.substring(0, maximum - 1) + "…";
    }

    /** A refused row may hold anything, of any length. */
    private String enTexteAbrege(Map<String, Object> champs) {
        Map<String, Object> abreges = new HashMap<>();
        champs.forEach((champ, valeur) -> abreges.put(champ, abrege(valeur.toString(), CELLULE_MAXIMUM)));
        return ChampsJson.ecrire(abreges);
    }
}
