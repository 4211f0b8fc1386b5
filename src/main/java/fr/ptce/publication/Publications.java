package fr.ptce.publication;

import fr.ptce.annuaire.GenreDePublication;
import fr.ptce.annuaire.Manuscrit;
import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables of the publications and of their versions. */
@Repository
class Publications {

    /** A publication as a list shows it: with its version that is online. */
    record Ligne(Publication publication, Publication.Version version) {}

    /** Notice of a version, as its form gives it. */
    record Notice(String titre, String auteurs, String resume, String motsCles, Licence licence, String errata) {}

    private static final String EN_LIGNE = "p.version > 0 and p.etat <> 'retiree'";

    private final JdbcClient jdbc;
    private final Clock horloge;

    Publications(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Takes a manuscript with its text as the first version; empty when its work is known already. */
    @Transactional
    Optional<Publication> recevoir(Manuscrit manuscrit) {
        boolean connue = jdbc.sql("select count(*) from publication where ouvrage = :ouvrage")
                        .param("ouvrage", manuscrit.ouvrage())
                        .query(Long.class)
                        .single()
                > 0;
        if (connue) {
            return Optional.empty();
        }
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into publication (ouvrage, genre, initiative, region, themes, etat, version, recue_le)
                        values (:ouvrage, :genre, :initiative, :region, :themes, 'a-preparer', 0, :le)
                        """)
                .param("ouvrage", manuscrit.ouvrage())
                .param("genre", manuscrit.genre().id())
                .param("initiative", manuscrit.initiative())
                .param("region", manuscrit.region())
                .param("themes", String.join(",", manuscrit.themes()))
                .param("le", Timestamp.from(horloge.instant()))
                .update(cle, "id");
        long id = cle.getKeyAs(Long.class);
        jdbc.sql(
                        "insert into publication_version (publication, numero, titre, auteurs) values (:id, 1, :titre, :auteurs)")
                .param("id", id)
                .param("titre", manuscrit.titre())
                .param("auteurs", manuscrit.auteurs())
                .update();
        int rang = 1;
        for (Manuscrit.Chapitre chapitre : manuscrit.chapitres()) {
            jdbc.sql("insert into publication_chapitre (publication, numero, rang, titre, texte)"
                            + " values (:id, 1, :rang, :titre, :texte)")
                    .param("id", id)
                    .param("rang", rang++)
                    .param("titre", chapitre.titre())
                    .param("texte", chapitre.texte())
                    .update();
        }
        return Optional.of(lire(id));
    }

    /** @throws EmptyResultDataAccessException when there is none */
    Publication lire(long id) {
        return chercher(id).orElseThrow(() -> new EmptyResultDataAccessException(1));
    }

    Optional<Publication> chercher(long id) {
        return jdbc.sql("select * from publication where id = :id")
                .param("id", id)
                .query(Publications::ligne)
                .optional();
    }

    /** A version with its chapters; empty when there is none of this number. */
    Optional<Publication.Version> version(long id, int numero) {
        List<Publication.Chapitre> chapitres = jdbc.sql("select * from publication_chapitre"
                        + " where publication = :id and numero = :numero order by rang")
                .param("id", id)
                .param("numero", numero)
                .query((r, rang) ->
                        new Publication.Chapitre(r.getInt("rang"), r.getString("titre"), r.getString("texte")))
                .list();
        return jdbc.sql("select * from publication_version where publication = :id and numero = :numero")
                .param("id", id)
                .param("numero", numero)
                .query((r, rang) -> version(r, chapitres))
                .optional();
    }

    /** The versions that were put online, the latest first, without their chapters. */
    List<Publication.Version> publiees(long id) {
        return jdbc.sql("select * from publication_version where publication = :id and publiee_le is not null"
                        + " order by numero desc")
                .param("id", id)
                .query((r, rang) -> version(r, List.of()))
                .list();
    }

    /** Opens the next version with the text of the one that is online. */
    @Transactional
    void ouvrirLaVersionSuivante(Publication publication, String motif) {
        jdbc.sql("update publication set motif = :motif where id = :id")
                .param("motif", motif)
                .param("id", publication.id())
                .update();
        jdbc.sql("""
                        insert into publication_version (publication, numero, titre, auteurs, resume, mots_cles, licence, errata)
                        select publication, numero + 1, titre, auteurs, resume, mots_cles, licence, :motif
                        from publication_version where publication = :id and numero = :numero
                        """)
                .param("motif", motif)
                .param("id", publication.id())
                .param("numero", publication.version())
                .update();
        jdbc.sql("""
                        insert into publication_chapitre (publication, numero, rang, titre, texte)
                        select publication, numero + 1, rang, titre, texte
                        from publication_chapitre where publication = :id and numero = :numero
                        """)
                .param("id", publication.id())
                .param("numero", publication.version())
                .update();
    }

    void noter(long id, int numero, Notice notice) {
        jdbc.sql("""
                        update publication_version set titre = :titre, auteurs = :auteurs, resume = :resume,
                          mots_cles = :mots, licence = :licence, errata = :errata
                        where publication = :id and numero = :numero
                        """)
                .param("titre", notice.titre())
                .param("auteurs", notice.auteurs())
                .param("resume", notice.resume())
                .param("mots", notice.motsCles())
                .param("licence", notice.licence().id())
                .param("errata", notice.errata())
                .param("id", id)
                .param("numero", numero)
                .update();
    }

    /** Corrects a chapter of the version that is being prepared. */
    void corriger(Publication publication, int rang, String texte) {
        jdbc.sql("update publication_chapitre set texte = :texte"
                        + " where publication = :id and numero = :numero and rang = :rang")
                .param("texte", texte)
                .param("id", publication.id())
                .param("numero", publication.enPreparation())
                .param("rang", rang)
                .update();
    }

    void composer(long id, int numero, byte[] pdf) {
        jdbc.sql("update publication_version set pdf = :pdf where publication = :id and numero = :numero")
                .param("pdf", pdf)
                .param("id", id)
                .param("numero", numero)
                .update();
    }

    /** The PDF of a version; empty when it is not composed. */
    Optional<byte[]> pdf(long id, int numero) {
        return jdbc.sql(
                        "select pdf from publication_version where publication = :id and numero = :numero and pdf is not null")
                .param("id", id)
                .param("numero", numero)
                .query((r, rang) -> r.getBytes("pdf"))
                .optional();
    }

    /** The version that is being prepared is online from now on. */
    @Transactional
    void mettreEnLigne(Publication publication) {
        jdbc.sql("update publication_version set publiee_le = :le where publication = :id and numero = :numero")
                .param("le", Timestamp.from(horloge.instant()))
                .param("id", publication.id())
                .param("numero", publication.enPreparation())
                .update();
        jdbc.sql("update publication set version = version + 1 where id = :id")
                .param("id", publication.id())
                .update();
    }

    void etat(long id, EtatDePublication etat) {
        changer(id, "etat", etat.id());
    }

    void instance(long id, String instance) {
        changer(id, "instance", instance);
    }

    void motif(long id, String motif) {
        changer(id, "motif", motif);
    }

    /** @param colonne a name of ours */
    private void changer(long id, String colonne, String valeur) {
        jdbc.sql("update publication set " + colonne + " = :valeur where id = :id")
                .param("valeur", valeur)
                .param("id", id)
                .update();
    }

    /**
     * What is online and holds all these words, in its notice, its text or the name of its theme.
     *
     * @param recherche null or empty for everything
     */
    List<Ligne> enLigne(String recherche, int nombre, int depuis) {
        return lignes(EN_LIGNE + mots(recherche), recherche, nombre, depuis);
    }

    long nombreEnLigne(String recherche) {
        JdbcClient.StatementSpec requete = jdbc.sql("select count(*) from publication p join publication_version v"
                + " on v.publication = p.id and v.numero = p.version where " + EN_LIGNE + mots(recherche));
        return lier(requete, recherche).query(Long.class).single();
    }

    /** What is online about a pôle, the latest first. */
    List<Ligne> duPole(String initiative) {
        return jdbc.sql(selection() + EN_LIGNE
                        + " and p.initiative = :initiative order by v.publiee_le desc, p.id desc")
                .param("initiative", initiative)
                .query(Publications::ligneDeListe)
                .list();
    }

    /** All publications, those that are being prepared first. */
    List<Publication> toutes(int nombre, int depuis) {
        return jdbc.sql("select * from publication order by case when etat = 'a-preparer' then 0 else 1 end, id desc"
                        + " limit :nombre offset :depuis")
                .param("nombre", nombre)
                .param("depuis", depuis)
                .query(Publications::ligne)
                .list();
    }

    long nombre() {
        return jdbc.sql("select count(*) from publication").query(Long.class).single();
    }

    private static String selection() {
        return "select p.*, v.* from publication p join publication_version v on v.publication = p.id"
                + " and v.numero = p.version where ";
    }

    private List<Ligne> lignes(String condition, String recherche, int nombre, int depuis) {
        return lier(
                        jdbc.sql(selection() + condition
                                + " order by v.publiee_le desc, p.id desc limit :nombre offset :depuis"),
                        recherche)
                .param("nombre", nombre)
                .param("depuis", depuis)
                .query(Publications::ligneDeListe)
                .list();
    }

    private static final int MOTS = 6;

    private static List<String> decouper(String recherche) {
        return recherche == null || recherche.isBlank()
                ? List.of()
                : Arrays.stream(recherche.strip().toLowerCase(Locale.FRENCH).split("\\s+"))
                        .limit(MOTS)
                        .toList();
    }

    private static String mots(String recherche) {
        StringBuilder condition = new StringBuilder();
        for (int rang = 0; rang < decouper(recherche).size(); rang++) {
            condition.append("""
                     and (lower(v.titre || ' ' || v.auteurs || ' ' || coalesce(v.resume, '') || ' ' || coalesce(v.mots_cles, ''))
                       like :mot%1$d escape '!' or exists (select 1 from publication_chapitre c where c.publication = p.id
                       and c.numero = p.version and lower(c.texte) like :mot%1$d escape '!'))""".formatted(rang));
        }
        return condition.toString();
    }

    private static JdbcClient.StatementSpec lier(JdbcClient.StatementSpec requete, String recherche) {
        List<String> mots = decouper(recherche);
        JdbcClient.StatementSpec liee = requete;
        for (int rang = 0; rang < mots.size(); rang++) {
            liee = liee.param("mot" + rang, "%" + mots.get(rang).replaceAll("([%_!])", "!$1") + "%");
        }
        return liee;
    }

    private static Ligne ligneDeListe(ResultSet r, int rang) throws SQLException {
        return new Ligne(ligne(r, rang), version(r, List.of()));
    }

    private static Publication.Version version(ResultSet r, List<Publication.Chapitre> chapitres) throws SQLException {
        String licence = r.getString("licence");
        return new Publication.Version(
                r.getInt("numero"),
                r.getString("titre"),
                r.getString("auteurs"),
                r.getString("resume"),
                r.getString("mots_cles"),
                licence == null ? null : Licence.de(licence),
                r.getString("errata"),
                Sql.instant(r, "publiee_le"),
                chapitres);
    }

    private static Publication ligne(ResultSet r, int rang) throws SQLException {
        return new Publication(
                r.getLong("id"),
                r.getString("ouvrage"),
                GenreDePublication.de(r.getString("genre")),
                r.getString("initiative"),
                r.getString("region"),
                Sql.liste(r, "themes"),
                EtatDePublication.de(r.getString("etat")),
                r.getInt("version"),
                r.getString("instance"),
                r.getString("motif"),
                Sql.instant(r, "recue_le"));
    }
}
