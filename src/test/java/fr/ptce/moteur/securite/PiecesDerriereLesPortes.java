package fr.ptce.moteur.securite;

import fr.ptce.annuaire.Initiative;
import fr.ptce.monographie.PolesDEssai;
import fr.ptce.pilotage.DossiersEnCours;
import fr.ptce.portail.Liens;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;

/** One of each thing that addresses name, all of Bretagne, so that who asks for an address finds something there. */
@TestComponent
class PiecesDerriereLesPortes {

    private static final String BRETAGNE = "53";
    private static final int ANNEE = 2027;
    private static final String GRILLE = "2013-01";
    private static final String PORTEUR = "camille@essai.example";

    private final DossiersEnCours dossiers;
    private final PolesDEssai poles;
    private final Liens liens;
    private final TaskService taches;
    private final JdbcTemplate base;
    private final JdbcClient jdbc;

    PiecesDerriereLesPortes(
            DossiersEnCours dossiers,
            PolesDEssai poles,
            Liens liens,
            TaskService taches,
            JdbcTemplate base,
            JdbcClient jdbc) {
        this.dossiers = dossiers;
        this.poles = poles;
        this.liens = liens;
        this.taches = taches;
        this.base = base;
        this.jdbc = jdbc;
    }

    /** Makes them. Gives what stands for each variable of an address, by the step before it and its name. */
    Map<String, String> installer() {
        Map<String, String> valeurs =
                new HashMap<>(Map.of("modeles/nom", "accuse-reception", "responsables/groupe", "pilotes-53"));
        unDossier(valeurs);
        desLiens(valeurs);
        Initiative pole = poles.operationnel(BRETAGNE);
        valeurs.put("initiatives/numero", pole.numero());
        valeurs.put("poles/numero", pole.numero());
        uneMonographie(pole, valeurs);
        uneAnalyse(valeurs);
        unePublication(pole, valeurs);
        unAccompagnement(pole, valeurs);
        unAccompagnateur(valeurs);
        unLancement(valeurs);
        return valeurs;
    }

    private void unDossier(Map<String, String> valeurs) {
        String numero = dossiers.enRelecture(BRETAGNE);
        Task tache = taches.createTaskQuery()
                .processInstanceBusinessKey(numero)
                .orderByTaskId()
                .asc()
                .list()
                .get(0);
        valeurs.put("dossiers/numero", numero);
        valeurs.put("taches/id", tache.getId());
        valeurs.put("taches/tache", tache.getId());
        valeurs.put("instances/id", tache.getProcessInstanceId());
        valeurs.put("processus/definition", tache.getProcessDefinitionId());
        String campagne = texte("select campagne from dossier");
        valeurs.put("campagnes/id", campagne);
        valeurs.put("campagnes/campagne", campagne);
    }

    private void desLiens(Map<String, String> valeurs) {
        String dossier = valeurs.get("dossiers/numero");
        String tache = valeurs.get("taches/id");
        Instant demain = Instant.now().plus(Duration.ofDays(1));
        valeurs.put("suivi/jeton", jeton(liens.creerSuivi(dossier, PORTEUR)));
        valeurs.put("lien/jeton", jeton(liens.creer(dossier, PORTEUR, Liens.TACHE, tache, demain)));
        valeurs.put("mot-de-passe/jeton", jeton(liens.creerMotDePasse("pilote.mes", PORTEUR)));
        valeurs.put("agenda/jeton", jeton(liens.creer("agenda:pilote.mes", "pilote.mes", Liens.AGENDA, null, demain)));
    }

    private static String jeton(String adresse) {
        return adresse.substring(adresse.lastIndexOf('/') + 1);
    }

    private void uneMonographie(Initiative pole, Map<String, String> valeurs) {
        valeurs.put("lecture/jeton", "jeton-de-lecture");
        valeurs.put(
                "monographies/id",
                inserer(
                        "monographie initiative region milieu genre grille etat tour jeton choisie_par ouverte_le",
                        pole.numero(),
                        BRETAGNE,
                        "rural",
                        "territoire",
                        GRILLE,
                        "relecture",
                        1,
                        valeurs.get("lecture/jeton"),
                        "pilote.national",
                        maintenant()));
    }

    private void uneAnalyse(Map<String, String> valeurs) {
        valeurs.put("texte/rubrique", "finalites");
        valeurs.put("analyses/id", inserer("analyse_transversale ouverte_le grille", maintenant(), GRILLE));
    }

    private void unePublication(Initiative pole, Map<String, String> valeurs) {
        String id = inserer(
                "publication ouvrage genre initiative region etat version recue_le",
                "MONO-0001",
                "monographie",
                pole.numero(),
                BRETAGNE,
                "en-ligne",
                1,
                maintenant());
        jdbc.sql("insert into publication_version (publication, numero, titre, auteurs, licence, pdf, publiee_le)"
                        + " values (:id, 1, 'Essai', 'Essai', 'reserves', :pdf, :le)")
                .param("id", Long.valueOf(id))
                .param("pdf", new byte[] {'%', 'P', 'D', 'F'})
                .param("le", maintenant())
                .update();
        valeurs.put("publications/id", "%04d".formatted(Long.valueOf(id)));
        valeurs.put("versions/numero", "1");
        valeurs.put("chapitres/id", texte("select min(id) from chapitre_outils"));
    }

    private void unAccompagnement(Initiative pole, Map<String, String> valeurs) {
        String annee = inserer(
                "accompagnement_regional region annee etat seminaires_prevus ouvert_par ouvert_le",
                BRETAGNE,
                ANNEE,
                "accompagnement",
                3,
                "pilote.bretagne",
                maintenant());
        valeurs.put("regions/id", annee);
        valeurs.put(
                "projets/id",
                inserer(
                        "accompagnement_projet regional initiative etat entre_le ouvert_le",
                        Long.valueOf(annee),
                        pole.numero(),
                        "a-affecter",
                        maintenant(),
                        maintenant()));
        valeurs.put(
                "seminaires/id",
                inserer(
                        "seminaire region annee rang etat ouvert_le instance changements",
                        BRETAGNE,
                        ANNEE,
                        1,
                        "a-fixer",
                        maintenant(),
                        "essai",
                        0));
    }

    private void unAccompagnateur(Map<String, String> valeurs) {
        String id = inserer(
                "accompagnateur etat prenom nom courriel region capacite experience consentement_version depose_le",
                "inscrit",
                "Alix",
                "Essai",
                "alix@essai.example",
                BRETAGNE,
                2,
                "Dix ans",
                "1",
                maintenant());
        jdbc.sql("insert into accompagnateur_region (accompagnateur, region) values (:id, :region)")
                .param("id", Long.valueOf(id))
                .param("region", BRETAGNE)
                .update();
        valeurs.put("accompagnateurs/id", id);
    }

    private void unLancement(Map<String, String> valeurs) {
        valeurs.put(
                "lancements/id",
                inserer(
                        "lancement_besoins selection regions categories a_nouveau par_telephone prepare_par prepare_le",
                        false,
                        BRETAGNE,
                        "",
                        false,
                        false,
                        "pilote.bretagne",
                        maintenant()));
    }

    /** @param quoi the table, then its columns */
    private String inserer(String quoi, Object... valeurs) {
        List<String> mots = List.of(quoi.split(" "));
        List<String> colonnes = mots.subList(1, mots.size());
        Map<String, Object> ligne = new HashMap<>();
        for (int rang = 0; rang < valeurs.length; rang++) {
            ligne.put(colonnes.get(rang), valeurs[rang]);
        }
        return new SimpleJdbcInsert(base)
                .withTableName(mots.get(0))
                .usingColumns(colonnes.toArray(String[]::new))
                .usingGeneratedKeyColumns("id")
                .executeAndReturnKey(ligne)
                .toString();
    }

    private String texte(String requete) {
        return jdbc.sql(requete).query(String.class).single();
    }

    private static Timestamp maintenant() {
        return Timestamp.from(Instant.now());
    }
}
