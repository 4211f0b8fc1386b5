package fr.ptce.candidature;

import fr.ptce.annuaire.Journal;
import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of the dossiers. Every change of a state is also written to the {@link Journal}. */
@Repository
public class Dossiers {

    private static final String REPONSES = Stream.of(ChampDuDossier.values())
            .map(champ -> champ.cle() + " = :" + champ.cle())
            .collect(Collectors.joining(", ", "update dossier set ", ", maj_le = :le where numero = :numero"));

    private final JdbcClient jdbc;
    private final Clock horloge;

    Dossiers(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /**
     * The dossier of this number.
     *
     * @throws DossierInconnu when there is no such dossier
     */
    public Dossier lire(String numero) {
        return chercher(numero).orElseThrow(() -> new DossierInconnu(numero));
    }

    public Optional<Dossier> chercher(String numero) {
        return jdbc.sql("select * from dossier where numero = :numero")
                .param("numero", numero)
                .query(Dossiers::ligne)
                .optional();
    }

    /** The contact addresses of these dossiers, by number; one without an address is absent. */
    Map<String, String> adresses(Collection<String> numeros) {
        Map<String, String> adresses = new HashMap<>();
        jdbc.sql("select numero, contact_courriel from dossier where numero in (:numeros)"
                        + " and contact_courriel is not null and contact_courriel <> ''")
                .param("numeros", numeros)
                .query((ligne, rang) -> adresses.put(ligne.getString("numero"), ligne.getString("contact_courriel")))
                .list();
        return adresses;
    }

    /** Writes a new dossier in state {@link EtatDossier#DEPOSE} and returns its number, {@code PTCE-0042}. */
    @Transactional
    String creer(long campagne, String origine, String region, ChampsDuDossier champs, String versionConsentement) {
        String numero = "PTCE-%04d".formatted(rangSuivant());
        Timestamp maintenant = Timestamp.from(horloge.instant());
        jdbc.sql("""
                        insert into dossier (numero, campagne, etat, origine, initiative, region, depose_le, maj_le,
                            consentement_version, consentement_le)
                        values (:numero, :campagne, 'depose', :origine, '', :region, :le, :le, :version, :consentementLe)
                        """)
                .param("numero", numero)
                .param("campagne", campagne)
                .param("origine", origine)
                .param("region", region)
                .param("le", maintenant)
                .param("version", versionConsentement)
                .param("consentementLe", versionConsentement == null ? null : maintenant)
                .update();
        ecrireChamps(numero, champs);
        return numero;
    }

    private long rangSuivant() {
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("insert into numero_dossier default values").update(cle, "rang");
        return cle.getKeyAs(Long.class);
    }

    /** Replaces what the porteur says of the project; the region is corrected by {@link #corrigerRegion}. */
    @Transactional
    void ecrireChamps(String numero, ChampsDuDossier champs) {
        Map<String, Object> reponses = new HashMap<>();
        Stream.of(ChampDuDossier.values()).forEach(champ -> reponses.put(champ.cle(), champ.aEcrire(champs)));
        // An initiative without a name goes by that of its structure.
        reponses.putIfAbsent(ChampDuDossier.INITIATIVE.cle(), reponses.get(ChampDuDossier.STRUCTURE.cle()));
        jdbc.sql(REPONSES)
                .params(reponses)
                .param("le", Timestamp.from(horloge.instant()))
                .param("numero", numero)
                .update();
    }

    void etat(String numero, EtatDossier etat) {
        modifier(numero, "etat", etat.id());
    }

    void categorie(String numero, String categorie, String motif, boolean corrigee) {
        jdbc.sql("""
                        update dossier set categorie = :categorie, categorie_motif = :motif,
                          categorie_corrigee = :corrigee, maj_le = :le
                        where numero = :numero
                        """)
                .param("categorie", categorie)
                .param("motif", motif)
                .param("corrigee", corrigee)
                .param("le", Timestamp.from(horloge.instant()))
                .param("numero", numero)
                .update();
    }

    void corrigerRegion(String numero, String region) {
        modifier(numero, "region", region);
    }

    void decision(String numero, String decision, String motif) {
        jdbc.sql("""
                        update dossier set decision = :decision, decision_motif = :motif, decision_le = :le, maj_le = :le
                        where numero = :numero
                        """)
                .param("decision", decision)
                .param("motif", motif)
                .param("le", Timestamp.from(horloge.instant()))
                .param("numero", numero)
                .update();
    }

    /** The dossier is examined again: a former decision stays in the journal only. */
    void oublierLaDecision(String numero) {
        jdbc.sql("""
                        update dossier set decision = null, decision_motif = null, decision_le = null,
                          recours_avant_le = null, maj_le = :le
                        where numero = :numero
                        """)
                .param("le", Timestamp.from(horloge.instant()))
                .param("numero", numero)
                .update();
    }

    void recoursAvantLe(String numero, LocalDate date) {
        modifier(numero, "recours_avant_le", date);
    }

    void inscrireAuVivier(String numero) {
        modifier(numero, "vivier_monographie", true);
    }

    private void modifier(String numero, String colonne, Object valeur) {
        jdbc.sql("update dossier set " + colonne + " = :valeur, maj_le = :le where numero = :numero")
                .param("valeur", valeur)
                .param("le", Timestamp.from(horloge.instant()))
                .param("numero", numero)
                .update();
    }

    static Dossier ligne(ResultSet r, int rang) throws SQLException {
        return new Dossier(
                r.getString("numero"),
                r.getLong("campagne"),
                EtatDossier.de(r.getString("etat")),
                r.getString("origine"),
                r.getString("initiative"),
                r.getString("structure"),
                r.getString("type_structure"),
                r.getString("region"),
                r.getString("commune"),
                r.getString("code_postal"),
                r.getString("themes"),
                r.getString("stade"),
                r.getString("activite_economique"),
                r.getObject("nombre_partenaires", Integer.class),
                r.getString("partenaires"),
                r.getString("territoire"),
                r.getString("cooperations"),
                r.getString("economie"),
                r.getString("contact_nom"),
                r.getString("contact_courriel"),
                r.getString("contact_telephone"),
                Sql.instant(r, "depose_le"),
                Sql.instant(r, "maj_le"),
                r.getString("categorie"),
                r.getString("categorie_motif"),
                r.getBoolean("categorie_corrigee"),
                r.getString("decision"),
                r.getString("decision_motif"),
                Sql.instant(r, "decision_le"),
                r.getObject("recours_avant_le", LocalDate.class),
                r.getBoolean("vivier_monographie"));
    }
}
