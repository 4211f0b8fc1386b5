package fr.ptce.besoins;

import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Retained initiatives and their questionnaires, without the examination that comes before. */
@TestComponent
class InitiativesDEssai {

    static final String CAMPAGNE = "BESOINS";

    private final Initiatives initiatives;
    private final RuntimeService runtimeService;
    private final JdbcClient jdbc;

    InitiativesDEssai(Initiatives initiatives, RuntimeService runtimeService, JdbcClient jdbc) {
        this.initiatives = initiatives;
        this.runtimeService = runtimeService;
        this.jdbc = jdbc;
    }

    /** A retained initiative of the category {@code en-projet}; without an address when {@code courriel} is null. */
    Initiative retenir(String numero, String region, String courriel, String... themes) {
        return inscrire(CAMPAGNE, numero, region, "en-projet", courriel, themes);
    }

    Initiative inscrire(
            String campagne, String numero, String region, String categorie, String courriel, String... themes) {
        Timestamp maintenant = Timestamp.from(Instant.now());
        jdbc.sql("""
                        insert into dossier (numero, campagne, etat, origine, initiative, region, categorie, contact_courriel,
                          depose_le, maj_le)
                        values (:numero, :campagne, 'retenu', 'formulaire', :nom, :region, :categorie, :courriel, :le, :le)
                        """)
                .param("numero", numero)
                .param("campagne", campagne(campagne))
                .param("nom", "Pôle " + numero)
                .param("region", region)
                .param("categorie", categorie)
                .param("courriel", courriel)
                .param("le", maintenant)
                .update();
        initiatives.inscrire(new Initiative(
                numero,
                campagne,
                "Pôle " + numero,
                region,
                List.of(themes),
                categorie,
                "Camille Exemple",
                courriel,
                "02 00 00 00 00",
                null));
        return initiatives.chercher(numero).orElseThrow();
    }

    private long campagne(String code) {
        return jdbc.sql("select id from campagne where code = :code")
                .param("code", code)
                .query(Long.class)
                .optional()
                .orElseGet(() -> {
                    jdbc.sql("""
                                    insert into campagne (code, nom, ouverture, fermeture, decoupage, seuil_divergence, cree_le)
                                    values (:code, :nom, :hier, :demain, 2012, 2, :hier)
                                    """)
                            .param("code", code)
                            .param("nom", "Appel " + code)
                            .param("hier", Timestamp.from(Instant.now().minusSeconds(86_400)))
                            .param("demain", Timestamp.from(Instant.now().plusSeconds(86_400)))
                            .update();
                    return campagne(code);
                });
    }

    /** Starts a questionnaire as a pilot's launch does. */
    void lancer(Initiative initiative, Map<String, Object> autres) {
        Map<String, Object> variables = new HashMap<>(autres);
        variables.put(QuestionnaireBesoinsProcess.Variables.REGION, initiative.region());
        runtimeService
                .createProcessInstanceByKey(QuestionnaireBesoinsProcess.CLE)
                .businessKey(initiative.numero())
                .setVariables(variables)
                .startBeforeActivity(QuestionnaireBesoinsProcess.Elements.LANCEMENT)
                .execute();
    }

    /** Answers that pass the form: the given needs with their importance, then other fields. */
    static Map<String, Object> reponses(String stade, Map<String, Integer> besoins) {
        Map<String, Object> champs = new HashMap<>();
        champs.put("stade_maturite", stade);
        champs.put("territoire_projet", "Le Trégor");
        champs.put("filiere", "Bois");
        champs.put("experimentation", "oui");
        champs.put("consentement", true);
        besoins.forEach((besoin, importance) -> champs.put(Reponses.champ(besoin), String.valueOf(importance)));
        return champs;
    }
}
