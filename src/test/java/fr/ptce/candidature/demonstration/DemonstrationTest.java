package fr.ptce.candidature.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Groupes;
import fr.ptce.essai.Depart;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

/** What a newcomer finds at the first start: the 2011 call under review. */
@ApplicationDeTest(depart = Depart.DEMONSTRATION)
class DemonstrationTest {

    @Autowired
    private AutowireCapableBeanFactory fabrique;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TaskService taskService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private Groupes groupes;

    @Autowired
    private Clock horloge;

    @Test
    void lAppelDe2011EstChargeEtReparti() {
        assertThat(nombre("select count(*) from dossier where origine = 'import'"))
                .isEqualTo(112);
        assertThat(nombre("select count(*) from dossier where origine = 'formulaire'"))
                .isEqualTo(11);
        assertThat(textes("select distinct etat from dossier"))
                .contains("a-completer", "en-relecture", "en-decision", "notifie", "retenu", "non-retenu", "retire");
        assertThat(nombre("select count(*) from dossier where categorie is null and etat not in ('a-completer')"))
                .isZero();
        assertThat(textes("select distinct groupe from evaluation"))
                .allMatch(groupe -> groupes.parId(groupe).isPresent());
        assertThat(taskService.createTaskQuery().taskAssigned().count()).isPositive();
        assertThat(managementService.createJobQuery().noRetriesLeft().count()).isZero();
    }

    @Test
    void unSecondDemarrageNAjouteRien() throws IOException {
        Map<String, Long> avant = lignes();
        for (Class<?> histoire : histoires()) {
            assertThatCode(() ->
                            ((ApplicationRunner) fabrique.createBean(histoire)).run(new DefaultApplicationArguments()))
                    .as("second passage de %s", histoire.getSimpleName())
                    .doesNotThrowAnyException();
            assertThat(lignes())
                    .as("lignes de nos tables après un second passage de %s", histoire.getSimpleName())
                    .isEqualTo(avant);
        }
    }

    /** What tells the demonstration, in the order of a start. */
    private static List<Class<?>> histoires() throws IOException {
        List<Class<?>> histoires = new ArrayList<>();
        for (Resource classe :
                new PathMatchingResourcePatternResolver().getResources("classpath*:fr/ptce/**/Demonstration*.class")) {
            String chemin = classe.getURL().getPath();
            String nom = chemin.substring(chemin.lastIndexOf("/fr/ptce/") + 1, chemin.length() - ".class".length());
            Class<?> trouvee = ClassUtils.resolveClassName(nom.replace('/', '.'), null);
            if (ApplicationRunner.class.isAssignableFrom(trouvee)) {
                histoires.add(trouvee);
            }
        }
        histoires.sort(AnnotationAwareOrderComparator.INSTANCE);
        assertThat(histoires).hasSizeGreaterThan(1);
        return histoires;
    }

    private Map<String, Long> lignes() {
        Map<String, Long> lignes = new TreeMap<>();
        textes(
                        "select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'"
                                + " and lower(table_name) not like 'act\\_%' and lower(table_name) not like 'flyway%' and table_type = 'BASE TABLE'")
                .forEach(table -> lignes.put(
                        table,
                        jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
        return lignes;
    }

    /** A newcomer finds a census with every kind of answer. */
    @Test
    void lesInitiativesRetenuesSontInterrogees() {
        assertThat(nombre("select count(*) from initiative")).isEqualTo(17);
        assertThat(textes("select distinct etat from questionnaire"))
                .contains("en-attente", "a-appeler", "a-qualifier", "qualifie", "injoignable");
        assertThat(nombre("select count(*) from questionnaire where repondu_par is not null"))
                .isPositive();
        assertThat(nombre("select count(*) from questionnaire where motif_correction is not null"))
                .isPositive();
    }

    /** A newcomer finds a publication in the toolbox, a monograph to write and one to accept. */
    @Test
    void desMonographiesSontPublieesEnCoursEtProposees() {
        assertThat(textes("select distinct categorie from initiative i join monographie m on m.initiative = i.numero"))
                .containsExactly("operationnel");
        assertThat(textes("select etat from monographie"))
                .containsExactlyInAnyOrder("validee", "redaction", "auteur-propose");
        assertThat(nombre("select count(*) from publication where etat = 'en-ligne' and version = 1"))
                .isEqualTo(1);
    }

    /** A newcomer finds months of work: steps that took days, some tasks late, most of them not. */
    @Test
    void laDemonstrationAUnPasse() {
        assertThat(nombre("select count(distinct mois) from etape_franchie")).isGreaterThanOrEqualTo(5);
        assertThat(textes("select nom from etape_franchie group by nom having max(jours) > min(jours)"))
                .contains("Évaluer le dossier", "Déclarer ses intérêts", "Répondre au questionnaire");
        assertThat(nombre("select count(*) from etape_franchie where jours = 60"))
                .isZero();
        assertThat(nombre("select count(distinct cast(envoye_le as date)) from courriel"))
                .isGreaterThan(30);
        int ouvertes = nombre("select count(*) from tache_suivie");
        int enRetard = nombre("select count(*) from tache_suivie where echeance < current_timestamp");
        assertThat(enRetard).isBetween(ouvertes / 20, ouvertes / 2);
    }

    /** The past ends: nothing is dated later than now, and time goes on from now. */
    @Test
    void leTempsEstRevenuAAujourdhui() {
        assertThat(Duration.between(horloge.instant(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(Duration.between(ClockUtil.getCurrentTime().toInstant(), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
        for (String date :
                List.of("survenu_le from evenement", "franchie_le from etape_franchie", "envoye_le from courriel")) {
            assertThat(nombre("select count(*) from (select " + date + ") as dates(le) where le > current_timestamp"))
                    .as(date)
                    .isZero();
        }
    }

    /** Whatever the diagrams do by themselves at a date was done at that date: nothing happens at once after the loading. */
    @Test
    void aucunMinuteurDUnDossierNEstDepasse() {
        assertThat(
                        managementService
                                .createJobQuery()
                                .timers()
                                .duedateLowerThan(Date.from(Instant.now()))
                                .list()
                                .stream()
                                .filter(minuteur -> minuteur.getProcessInstanceId() != null)
                                .map(Job::getProcessDefinitionKey)
                                .filter(processus -> !processus.equals("campagne")))
                .isEmpty();
    }

    /** A newcomer finds a region with its three projects: in its sessions, at its diagnostic, waiting for an answer. */
    @Test
    void troisProjetsSontAccompagnesATroisEtapes() {
        assertThat(textes("select etat from accompagnement_projet"))
                .containsExactlyInAnyOrder("seances", "diagnostic", "mission-proposee");
    }

    @Test
    void chaqueAccompagnateurAUneFiche() {
        assertThat(nombre("select count(*) from accompagnateur where etat = 'inscrit'"))
                .isEqualTo(nombre("select count(*) from act_id_user where id_ like 'accompagnateur.%'"))
                .isPositive();
        assertThat(nombre("select count(*) from accompagnateur where etat = 'a-valider'"))
                .isEqualTo(2);
    }

    private int nombre(String requete) {
        return jdbc.sql(requete).query(Integer.class).single();
    }

    private List<String> textes(String requete) {
        return jdbc.sql(requete).query(String.class).list();
    }
}
