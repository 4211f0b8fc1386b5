package fr.ptce.accompagnement;

import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Initiatives whose needs are qualified and registered accompagnateurs, without what comes before. */
@TestComponent
class ProjetsDEssai {

    private final Initiatives initiatives;
    private final Accompagnateurs accompagnateurs;
    private final RecensementDesAccompagnateurs recensement;
    private final Besoins besoins;
    private final JdbcClient jdbc;
    private final Clock horloge;

    ProjetsDEssai(
            Initiatives initiatives,
            Accompagnateurs accompagnateurs,
            RecensementDesAccompagnateurs recensement,
            Besoins besoins,
            JdbcClient jdbc,
            Clock horloge) {
        this.initiatives = initiatives;
        this.accompagnateurs = accompagnateurs;
        this.recensement = recensement;
        this.besoins = besoins;
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** An initiative that wants governance (4) and financing (3), of high priority. */
    Initiative qualifier(String numero, String region) {
        return qualifier(numero, region, "haute", "oui");
    }

    Initiative qualifier(String numero, String region, String priorite, String experimentation) {
        Timestamp maintenant = Timestamp.from(horloge.instant());
        jdbc.sql("""
                        insert into dossier (numero, campagne, etat, origine, initiative, region, depose_le, maj_le)
                        values (:numero, :campagne, 'retenu', 'formulaire', :nom, :region, :le, :le)
                        """)
                .param("numero", numero)
                .param("campagne", campagne())
                .param("nom", "Pôle " + numero)
                .param("region", region)
                .param("le", maintenant)
                .update();
        initiatives.inscrire(new Initiative(
                numero,
                "ESSAI",
                "Pôle " + numero,
                region,
                List.of(),
                "en-projet",
                "Camille Exemple",
                numero.toLowerCase(Locale.ROOT) + "@porteur.example",
                "02 00 00 00 00",
                null));
        jdbc.sql("""
                        insert into questionnaire (initiative, courant, version, etat, ouvert_le, stade, experimentation, priorite)
                        values (:numero, true, :version, 'qualifie', :le, 'emergence', :experimentation, :priorite)
                        """)
                .param("numero", numero)
                .param("version", besoins.version())
                .param("le", maintenant)
                .param("experimentation", experimentation)
                .param("priorite", priorite)
                .update();
        Map.of("gouvernance", 4, "financement", 3)
                .forEach((besoin, importance) -> jdbc.sql("insert into besoin_exprime select id, :besoin, :importance"
                                + " from questionnaire where initiative = :numero")
                        .param("besoin", besoin)
                        .param("importance", importance)
                        .param("numero", numero)
                        .update());
        return initiatives.chercher(numero).orElseThrow();
    }

    private long campagne() {
        return jdbc.sql("select id from campagne where code = 'ESSAI'")
                .query(Long.class)
                .optional()
                .orElseGet(() -> {
                    jdbc.sql("""
                                    insert into campagne (code, nom, ouverture, fermeture, decoupage, seuil_divergence, cree_le)
                                    values ('ESSAI', 'Appel d’essai', :le, :fin, 2012, 2, :le)
                                    """)
                            .param("le", Timestamp.from(horloge.instant()))
                            .param("fin", Timestamp.from(horloge.instant().plusSeconds(86_400)))
                            .update();
                    return campagne();
                });
    }

    /** Nobody of earlier tests is proposed any more. */
    void oublierLesAccompagnateurs() {
        jdbc.sql("update accompagnateur set etat = 'parti', cle = null where etat = 'inscrit'")
                .update();
    }

    /** Nothing of earlier tests is eligible any more. */
    void oublierLesProjets() {
        jdbc.sql("update questionnaire set etat = 'injoignable' where etat = 'qualifie'")
                .update();
    }

    /** A registered accompagnateur of this region with an account; skills by id of the need. */
    Accompagnateur inscrire(String prenom, String nom, String region, int capacite, Map<String, Integer> competences) {
        Map<String, Object> champs = new HashMap<>(FichesDEssai.fiche(
                prenom, nom, (prenom + "." + nom + "@accompagnateur.example").toLowerCase(Locale.ROOT)));
        champs.keySet().removeIf(champ -> champ.startsWith("competence_"));
        champs.remove("autres_regions");
        champs.put("region_principale", region);
        champs.put("capacite", capacite);
        competences.forEach((besoin, niveau) -> champs.put(Fiche.champ(besoin), String.valueOf(niveau)));
        long id = accompagnateurs.deposer(
                Fiche.de(champs, besoins.liste(besoins.version())), RecensementDesAccompagnateurs.VERSION_CONSENTEMENT);
        accompagnateurs.accepter(id, "comite");
        recensement.ouvrirLeCompte(id);
        return accompagnateurs.lire(id);
    }
}
