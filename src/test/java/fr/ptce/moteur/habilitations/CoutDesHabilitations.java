package fr.ptce.moteur.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.PtceApplication;
import fr.ptce.annuaire.Groupes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the limit to a region costs Tasklist (a page of 15 tasks, newest first, and their number) with many open tasks,
 * against the same question without any check. {@code mvn test -Pbenchmark -Dtaches=100000}.
 */
@Tag("benchmark")
class CoutDesHabilitations {

    private static final int TACHES = Integer.getInteger("taches", 100_000);
    private static final int REGIONS = 30;
    private static final int MESURES = 7;
    private static final long TROP_LONG_MS = 3_000;
    private static final String TROP_LONG_POUR_LA_BASE = "90s";
    private static final int ECHAUFFEMENT = 40;
    private static final Set<String> RECOPIES =
            Set.of("ID_", "PROC_INST_ID_", "ROOT_PROC_INST_ID_", "EXECUTION_ID_", "TASK_ID_");

    private record Pilote(String id, String territoire) {}

    private static final List<Pilote> PILOTES =
            List.of(new Pilote("pilote.bretagne", "53"), new Pilote("pilote.national", null));

    private ProcessEngine moteur;
    private JdbcClient sql;
    private final Map<String, Long> reference = new LinkedHashMap<>();

    /** Without OPTIMIZE_REUSE_RESULTS=0, H2 answers a question asked twice from memory. */
    @Test
    void surH2ChaquePiloteTrouveDesTaches() {
        mesurer("H2", "jdbc:h2:mem:cout;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0", "ptce", "blob");
    }

    @Test
    void surPostgresChaquePiloteTrouveDesTaches() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("statement_timeout", TROP_LONG_POUR_LA_BASE)
                .start()) {
            mesurer("PostgreSQL", postgres.getJdbcUrl("postgres", "postgres"), "postgres", "bytea");
        }
    }

    private void mesurer(String base, String url, String utilisateur, String blob) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(PtceApplication.class)
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + utilisateur,
                        "--spring.flyway.placeholders.blob=" + blob,
                        "--camunda.bpm.history-level=none",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--server.port=0")) {
            moteur = application.getBean(ProcessEngine.class);
            sql = application.getBean(JdbcClient.class);
            remplir();
            comparer(base, application.getBean(Dessaisissement.class));
        }
    }

    private void remplir() {
        DossiersDEssai dossiers = new DossiersDEssai(moteur);
        dossiers.deployer();
        List<Tenant> territoires = moteur.getIdentityService()
                .createTenantQuery()
                .orderByTenantId()
                .desc()
                .list();
        territoires.removeIf(territoire -> territoire.getId().equals("FR"));
        territoires.stream()
                .limit(REGIONS)
                .map(Tenant::getId)
                .forEach(region -> dossiers.demarrer(
                        "dossier-essai", Map.of("region", region, "groupes", "pilotes-" + region + ",pilotes-FR")));
        recopier("ACT_RU_EXECUTION");
        recopier("ACT_RU_TASK");
        recopier("ACT_RU_IDENTITYLINK");
        sql.sql("ANALYZE").update();
        assertThat(moteur.getTaskService().createTaskQuery().count()).isEqualTo((long) TACHES / REGIONS * REGIONS);
    }

    /** Copies the rows of the first instance of each region, with ids of their own. */
    private void recopier(String table) {
        List<String> colonnes = sql.sql(
                        "select upper(column_name) from information_schema.columns where upper(table_name) = ? and lower(table_schema) = 'public'")
                .param(table)
                .query(String.class)
                .list();
        String valeurs = colonnes.stream().map(CoutDesHabilitations::copie).collect(Collectors.joining(", "));
        String suite = "with recursive suite(n) as (select 1 union all select n + 1 from suite where n < "
                + (TACHES / REGIONS - 1) + ") select n from suite";
        sql.sql("create table suite_" + table + " as " + suite).update();
        sql.sql("insert into " + table + " (" + String.join(", ", colonnes) + ") select " + valeurs + " from " + table
                        + ", suite_" + table)
                .update();
    }

    private static String copie(String colonne) {
        if (RECOPIES.contains(colonne)) {
            return colonne + " || '-' || n";
        }
        return colonne.equals("CREATE_TIME_") ? "CREATE_TIME_ + INTERVAL '1' SECOND * n" : colonne;
    }

    private void comparer(String base, Dessaisissement dessaisissement) {
        ProcessEngineConfigurationImpl reglages =
                (ProcessEngineConfigurationImpl) moteur.getProcessEngineConfiguration();
        System.out.printf("%n== %s, %d open tasks, %d regions ==%n", base, TACHES, REGIONS);

        reglages.setAuthorizationEnabled(false).setTenantCheckEnabled(false);
        chauffer();
        PILOTES.forEach(pilote -> mesurer("a. no check, the region in the query", pilote, true));
        reglages.setAuthorizationEnabled(true).setTenantCheckEnabled(true);

        PILOTES.forEach(pilote -> mesurer("b. tenant + general grants (chosen)", pilote, false));
        reglages.setAuthorizationCheckRevokes("always");
        PILOTES.forEach(pilote -> mesurer("b'. the same, revokes always checked", pilote, false));
        reglages.setAuthorizationCheckRevokes("auto");

        PILOTES.forEach(pilote ->
                dossiersDe(pilote).forEach(dossier -> dessaisissement.dessaisir(pilote.id(), dossier.getId())));
        PILOTES.forEach(pilote -> mesurer("c. chosen, 20 dossiers taken away", pilote, false));
        supprimer(moteur.getAuthorizationService()
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_REVOKE)
                .list());

        uneLigneParTacheEtGroupe();
        PILOTES.forEach(pilote -> mesurer("d. a row for each task and group (engine's default)", pilote, false));
    }

    /** The reference comes first: without this it would pay for the just-in-time compiler. */
    private void chauffer() {
        for (int tour = 0; tour < ECHAUFFEMENT; tour++) {
            moteur.getTaskService()
                    .createTaskQuery()
                    .tenantIdIn("53")
                    .taskUnassigned()
                    .orderByTaskCreateTime()
                    .desc()
                    .listPage(0, 15);
            moteur.getTaskService()
                    .createTaskQuery()
                    .taskCandidateGroup("pilotes-53")
                    .count();
        }
    }

    private List<ProcessInstance> dossiersDe(Pilote pilote) {
        return moteur.getRuntimeService()
                .createProcessInstanceQuery()
                .tenantIdIn(pilote.territoire() == null ? "82" : pilote.territoire())
                .listPage(0, 20);
    }

    private void supprimer(List<Authorization> lignes) {
        AuthorizationService autorisations = moteur.getAuthorizationService();
        lignes.forEach(ligne -> autorisations.deleteAuthorization(ligne.getId()));
    }

    private void uneLigneParTacheEtGroupe() {
        supprimer(moteur.getAuthorizationService()
                .createAuthorizationQuery()
                .groupIdIn(Groupes.PILOTES)
                .resourceType(Resources.TASK)
                .list());
        sql.sql("insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_)"
                        + " select 'a' || ID_, 1, 1, GROUP_ID_, 7, TASK_ID_, 6 from ACT_RU_IDENTITYLINK")
                .update();
        sql.sql("ANALYZE").update();
    }

    private void mesurer(String moyen, Pilote pilote, boolean sansControle) {
        IdentityService identites = moteur.getIdentityService();
        identites.setAuthentication(
                pilote.id(),
                identites.createGroupQuery().groupMember(pilote.id()).list().stream()
                        .map(Group::getId)
                        .toList(),
                identites.createTenantQuery().userMember(pilote.id()).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .toList());
        try {
            Supplier<TaskQuery> toutes = () -> requete(pilote, sansControle);
            afficher(moyen, pilote, "all, page", () -> toutes.get()
                    .orderByTaskCreateTime()
                    .desc()
                    .listPage(0, 15)
                    .size());
            afficher(moyen, pilote, "all, count", () -> toutes.get().count());
            Supplier<TaskQuery> aPrendre = () ->
                    toutes.get().taskCandidateGroupIn(List.of(groupe(pilote))).taskUnassigned();
            afficher(moyen, pilote, "to take, page", () -> aPrendre.get()
                    .orderByTaskCreateTime()
                    .desc()
                    .listPage(0, 15)
                    .size());
            afficher(moyen, pilote, "to take, count", () -> aPrendre.get().count());
        } finally {
            identites.clearAuthentication();
        }
    }

    private TaskQuery requete(Pilote pilote, boolean sansControle) {
        TaskQuery requete = moteur.getTaskService().createTaskQuery();
        return sansControle && pilote.territoire() != null ? requete.tenantIdIn(pilote.territoire()) : requete;
    }

    private static String groupe(Pilote pilote) {
        return pilote.territoire() == null ? Groupes.PILOTES_NATIONAUX : Groupes.pilotesDe(pilote.territoire());
    }

    private void afficher(String moyen, Pilote pilote, String question, Supplier<Number> requete) {
        long[] durees = new long[MESURES];
        long trouvees = 0;
        int faites = 0;
        while (faites < MESURES) {
            long debut = System.nanoTime();
            try {
                trouvees = requete.get().longValue();
            } catch (ProcessEngineException e) {
                System.out.printf("%-52s %-16s %-15s over %s%n", moyen, pilote.id(), question, TROP_LONG_POUR_LA_BASE);
                return;
            }
            durees[faites++] = (System.nanoTime() - debut) / 1_000;
            if (durees[faites - 1] > TROP_LONG_MS * 1_000) {
                break;
            }
        }
        assertThat(trouvees).isPositive();
        long mediane = LongStream.of(Arrays.copyOf(durees, faites)).sorted().toArray()[faites / 2];
        String cle = pilote.id() + question;
        reference.putIfAbsent(cle, mediane);
        System.out.printf(
                Locale.ROOT,
                "%-52s %-16s %-15s %8d rows %9.1f ms  x%.1f%n",
                moyen,
                pilote.id(),
                question,
                trouvees,
                mediane / 1_000.0,
                (double) mediane / reference.get(cle));
    }
}
