package fr.ptce.pilotage;

import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Journal;
import fr.ptce.portail.PiecesJointes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Dossiers with a story, and tasks about anything, without the processes that lead to them. */
@TestComponent
class TachesDEssai {

    static final String RELECTEUR = "pilote.mes";
    static final String COMMENTAIRE = "Porteur fragile, à ne pas ébruiter.";
    static final String MOTIF = "La présidente ne répond plus.";

    private final RepositoryService modeles;
    private final RuntimeService execution;
    private final TaskService taches;
    private final Initiatives initiatives;
    private final Journal journal;
    private final PiecesJointes pieces;
    private final JdbcClient jdbc;

    TachesDEssai(
            RepositoryService modeles,
            RuntimeService execution,
            TaskService taches,
            Initiatives initiatives,
            Journal journal,
            PiecesJointes pieces,
            JdbcClient jdbc) {
        this.modeles = modeles;
        this.execution = execution;
        this.taches = taches;
        this.initiatives = initiatives;
        this.journal = journal;
        this.pieces = pieces;
        this.jdbc = jdbc;
    }

    void deployer() {
        modeles.createDeployment()
                .name("essai des tâches")
                .addClasspathResource("habilitations/dossier-essai.bpmn")
                .enableDuplicateFiltering(false)
                .deploy();
    }

    /** A task that waits for somebody of a group. */
    Task proposer(String reference, String region, String groupe) {
        return demarrer("dossier-essai", reference, Map.of("region", region, "groupes", groupe));
    }

    /** A task that one person has. */
    Task confier(String reference, String region, String personne) {
        return demarrer("accompagnateur-essai", reference, Map.of("region", region, "personne", personne));
    }

    private Task demarrer(String processus, String reference, Map<String, Object> variables) {
        ProcessInstance instance = execution.startProcessInstanceByKey(processus, reference, variables);
        return taches.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    void terminer(Task tache) {
        execution.deleteProcessInstanceIfExists(
                tache.getProcessInstanceId(), "fin de l’essai", true, true, true, false);
    }

    /** A retained initiative with its dossier, a review, a comment, and an explained decision. */
    void retenir(String numero, String region) {
        jdbc.sql("""
                        insert into dossier (numero, campagne, etat, origine, initiative, structure, type_structure, region,
                          commune, code_postal, themes, stade, activite_economique, nombre_partenaires, partenaires,
                          territoire, contact_nom, contact_courriel, contact_telephone, depose_le, maj_le, categorie)
                        values (:numero, :campagne, 'retenu', 'formulaire', :nom, 'Les Ateliers du Trégor', 'association',
                          :region, 'Lannion', '22300', 'culture', 'projet', 'oui', 4, 'Une SCIC et deux associations',
                          'Un tiers-lieu ouvert aux habitants.', 'Camille Exemple', 'camille@porteur.example',
                          '02 00 00 00 00', :le, :le, 'en-projet')
                        """)
                .param("numero", numero)
                .param("campagne", campagne())
                .param("nom", "Pôle " + numero)
                .param("region", region)
                .param("le", Timestamp.from(Instant.now()))
                .update();
        initiatives.inscrire(new Initiative(
                numero,
                "ONGLET",
                "Pôle " + numero,
                region,
                List.of("culture"),
                "en-projet",
                "Camille Exemple",
                "camille@porteur.example",
                "02 00 00 00 00",
                null));
        raconter(numero);
    }

    private void raconter(String numero) {
        journal.consigner(numero, "depot", null, "Dossier déposé en ligne.");
        journal.consigner(numero, "relecture", RELECTEUR, "Relecture n° 1 rendue.");
        journal.consigner(numero, "commentaire", RELECTEUR, COMMENTAIRE);
        journal.consigner(numero, "etat", null, "Retenu.");
        jdbc.sql("insert into evaluation (dossier, rang, groupe, relecteur, commentaire_territoire, demandee_le)"
                        + " values (:numero, 1, 'pilotes-mes', :relecteur, 'Territoire mal choisi.', :le)")
                .param("numero", numero)
                .param("relecteur", RELECTEUR)
                .param("le", Timestamp.from(Instant.now()))
                .update();
        jdbc.sql("""
                        insert into decision_expliquee (dossier, process_instance, decision, nom, version, evaluee_le,
                          entrees, regles, resultat)
                        values (:numero, 'essai', 'recevabilite', 'Recevabilité', 1, :le, 'Stade : projet',
                          'Règle 2 : complet', 'recevable')
                        """)
                .param("numero", numero)
                .param("le", Timestamp.from(Instant.now()))
                .update();
    }

    private long campagne() {
        return jdbc.sql("select id from campagne where code = 'ONGLET'")
                .query(Long.class)
                .optional()
                .orElseGet(() -> {
                    jdbc.sql("""
                                    insert into campagne (code, nom, ouverture, fermeture, decoupage, seuil_divergence, cree_le)
                                    values ('ONGLET', 'Appel de l’onglet', :hier, :demain, 2012, 2, :hier)
                                    """)
                            .param("hier", Timestamp.from(Instant.now().minusSeconds(86_400)))
                            .param("demain", Timestamp.from(Instant.now().plusSeconds(86_400)))
                            .update();
                    return campagne();
                });
    }

    /** {@return id of the document} */
    long joindre(String proprietaire) {
        byte[] pdf = "%PDF-1.4\n%essai\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return pieces.deposer(proprietaire, "statuts.pdf", new ByteArrayInputStream(pdf))
                .id();
    }

    void qualifier(String numero) {
        journal.consigner(numero, "besoins", RELECTEUR, "Besoins qualifiés. Proposition corrigée : " + MOTIF);
        GeneratedKeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into questionnaire (initiative, courant, version, etat, ouvert_le, repondu_le, qualifie_le, stade,
                          priorite)
                        values (:numero, true, '2013', 'qualifie', :le, :le, :le, 'structuration', 'haute')
                        """)
                .param("numero", numero)
                .param("le", Timestamp.from(Instant.now()))
                .update(cle, "id");
        jdbc.sql("insert into besoin_exprime (questionnaire, besoin, importance) values (:id, 'gouvernance', 4)")
                .param("id", Objects.requireNonNull(cle.getKey()).longValue())
                .update();
    }

    /** {@return reference of the monograph} */
    String monographie(String numero, String region) {
        GeneratedKeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into monographie (initiative, region, milieu, genre, grille, etat, tour, choisie_par, ouverte_le)
                        values (:numero, :region, 'rural', 'territorial', '2013', 'redaction', 0, 'essai', :le)
                        """)
                .param("numero", numero)
                .param("region", region)
                .param("le", Timestamp.from(Instant.now()))
                .update(cle, "id");
        return "MONO-%04d".formatted(Objects.requireNonNull(cle.getKey()).longValue());
    }

    void seDeclarerEnConflit(String numero, String utilisateur) {
        jdbc.sql("insert into conflit_interets (dossier, utilisateur, groupe, motif, declare_le)"
                        + " values (:numero, :utilisateur, 'pilotes-53', 'Administrateur de la structure.', :le)")
                .param("numero", numero)
                .param("utilisateur", utilisateur)
                .param("le", Timestamp.from(Instant.now()))
                .update();
    }
}
