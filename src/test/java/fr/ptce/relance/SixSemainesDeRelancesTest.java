package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.HorlogeReglable;
import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.AdressesSuspendues;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Six weeks of a fictitious campaign, day by day, with Easter Monday, Labour Day and an absence: the e-mails are exactly
 * those of {@code relance/six-semaines.csv}.
 */
@ApplicationDeTest
@TousLesChemins(RelancesQuotidiennesProcess.CLE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SixSemainesDeRelancesTest {

    private static final Pattern LIGNE = Pattern.compile("^- (.+) – (.+?)(?:, échéance le .*)?$", Pattern.MULTILINE);

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private Preferences preferences;

    @Autowired
    private Responsables responsables;

    @Autowired
    private AdressesSuspendues adresses;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Pas pas;

    private final List<String> partis = new ArrayList<>();
    private long dernierCourriel;

    @BeforeAll
    void preparer() {
        TimeZone.setDefault(TimeZone.getTimeZone(HeureDeParis.ZONE));
        horloge.regler(LocalDate.of(2013, 3, 25), LocalTime.of(7, 0));
        repositoryService
                .createDeployment()
                .addClasspathResource("relance/essai-relance.bpmn")
                .addClasspathResource("relance/essai-interne.bpmn")
                .deploy();
        identityService.deleteMembership("pilote.bretagne", "pilotes-53");
        Stream.of("anne", "bruno").forEach(personne -> creer(personne, "pilotes-53"));
        creer("claire", "pilotes-culture");
        creer("dora", "pilotes-culture");
        // The models were deployed at the time of the test machine.
        managementService.setJobDuedate(
                minuteur().getId(), Date.from(horloge.instant().plusSeconds(3600)));
        responsables.designer("pilotes-53", "anne");
        preferences.choisir("claire", Rythme.HEBDOMADAIRE);
    }

    @Test
    void lesCourrielsSontExactementCeuxDuTableau() throws IOException {
        interne("ESSAI-A", LocalDate.of(2013, 4, 2), null);
        interne("ESSAI-B", LocalDate.of(2013, 4, 10), "bruno");
        externe("ESSAI-C", LocalDate.of(2013, 4, 15));
        externe("ESSAI-D", LocalDate.of(2013, 4, 19));
        interne("ESSAI-E", LocalDate.of(2013, 4, 26), "claire");
        interne("ESSAI-F", LocalDate.of(2013, 5, 28), null);
        interne("ESSAI-G", LocalDate.of(2013, 4, 23), "anne");
        interne("ESSAI-H", LocalDate.of(2013, 4, 30), "dora");
        adresses.suspendre("dora@pilote.example", "Message revenu");
        absent("bruno", LocalDate.of(2013, 4, 8), LocalDate.of(2013, 4, 12));

        LocalDate fin = LocalDate.of(2013, 5, 3);
        for (LocalDate jour = LocalDate.of(2013, 3, 25); !jour.isAfter(fin); jour = jour.plusDays(1)) {
            matinee(jour);
            journee(jour);
            releverLesCourriels(jour);
        }

        assertThat(partis).isEqualTo(tableau());
        assertThat(jdbc.sql("select distinct raison from relance where destinataire = 'dora'")
                        .query(String.class)
                        .list())
                .containsExactly("L’adresse est suspendue.");
        assertThat(pas.tache("ESSAI-B", "Tache_instruire").getAssignee()).isNull();
    }

    /** At 8 o'clock the engine's own timer is due, from Monday to Friday. */
    private void matinee(LocalDate jour) {
        horloge.regler(jour, LocalTime.of(8, 0, 1));
        Job minuteur = minuteur();
        boolean semaine = jour.getDayOfWeek() != DayOfWeek.SATURDAY && jour.getDayOfWeek() != DayOfWeek.SUNDAY;
        assertThat(minuteur.getDuedate()
                        .toInstant()
                        .atZone(HeureDeParis.ZONE)
                        .toLocalDate()
                        .equals(jour))
                .as("run on " + jour)
                .isEqualTo(semaine);
        if (!semaine) {
            return;
        }
        managementService.executeJob(minuteur.getId());
        avancer(1);
        if (jour.equals(LocalDate.of(2013, 4, 19))) {
            // Decided, not yet sent.
            taskService.complete(pas.tache("ESSAI-G", "Tache_instruire").getId());
        }
        avancer(100);
    }

    private Job minuteur() {
        return managementService
                .createJobQuery()
                .processDefinitionKey(RelancesQuotidiennesProcess.CLE)
                .timers()
                .singleResult();
    }

    /** What people do during the day. */
    private void journee(LocalDate jour) {
        horloge.regler(jour, LocalTime.of(10, 0));
        switch (jour.toString()) {
            case "2013-04-11" -> {
                taskService.complete(pas.tache("ESSAI-C", "Tache_repondre").getId());
                taskService.complete(pas.tache("ESSAI-C", "Tache_traiter").getId());
            }
            case "2013-04-16" -> {
                identityService.setAuthentication("comite", List.of("camunda-admin"), List.of("53"));
                taskService.setAssignee(pas.tache("ESSAI-F", "Tache_instruire").getId(), "bruno");
                identityService.clearAuthentication();
            }
            default -> {}
        }
        Stream.of("ESSAI-C", "ESSAI-D").forEach(pas::avancer);
    }

    private void avancer(int jobs) {
        for (int tour = 0; tour < jobs; tour++) {
            List<Job> suivants = managementService
                    .createJobQuery()
                    .processDefinitionKey(RelancesQuotidiennesProcess.CLE)
                    .messages()
                    .list();
            if (suivants.isEmpty()) {
                return;
            }
            managementService.executeJob(suivants.get(0).getId());
        }
    }

    private void releverLesCourriels(LocalDate jour) {
        List<String> nouveaux = jdbc.sql(
                        "select id, destinataire, modele, objet, texte from courriel where id > :dernier and etat = 'envoye'")
                .param("dernier", dernierCourriel)
                .query((ligne, rang) -> {
                    dernierCourriel = Math.max(dernierCourriel, ligne.getLong("id"));
                    boolean resume = "resume-quotidien".equals(ligne.getString("modele"));
                    return String.join(
                            ";",
                            jour.toString(),
                            ligne.getString("destinataire"),
                            ligne.getString("modele"),
                            resume ? contenu(ligne.getString("texte")) : ligne.getString("objet"));
                })
                .list();
        nouveaux.stream()
                .map(ligne -> ligne.replace('\u00a0', ' '))
                .sorted(Comparator.naturalOrder())
                .forEach(partis::add);
    }

    /** Dossier, task and situation of each line of a digest. */
    private static String contenu(String texte) {
        List<String> lignes = new ArrayList<>();
        String dossier = "";
        for (String ligne : texte.split("\n", -1)) {
            Matcher tache = LIGNE.matcher(ligne);
            if (ligne.startsWith("ESSAI-")) {
                dossier = ligne.strip();
            } else if (tache.matches()) {
                lignes.add(dossier + " " + tache.group(1) + ", " + tache.group(2));
            }
        }
        return String.join(" + ", lignes);
    }

    private static List<String> tableau() throws IOException {
        try (var flux = SixSemainesDeRelancesTest.class.getResourceAsStream("/relance/six-semaines.csv")) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .collect(Collectors.toList());
        }
    }

    private void interne(String dossier, LocalDate echeance, String responsable) {
        demarrer("essai-interne", dossier, echeance);
        if (responsable != null) {
            taskService.setAssignee(pas.tache(dossier, "Tache_instruire").getId(), responsable);
        }
    }

    private void externe(String dossier, LocalDate echeance) {
        demarrer("essai-relance", dossier, echeance);
    }

    private void demarrer(String processus, String dossier, LocalDate echeance) {
        Date fin = Date.from(echeance.atTime(18, 0).atZone(HeureDeParis.ZONE).toInstant());
        runtimeService.startProcessInstanceByKey(processus, dossier, Map.of("region", "53", "echeance", fin));
    }

    private void absent(String personne, LocalDate du, LocalDate au) {
        jdbc.sql("insert into absence (personne, du, au, retour, saisie_par, saisie_le)"
                        + " values (:personne, :du, :au, true, :personne, current_timestamp)")
                .param("personne", personne)
                .param("du", du)
                .param("au", au)
                .update();
    }

    private void creer(String personne, String groupe) {
        User compte = identityService.newUser(personne);
        compte.setFirstName(personne);
        compte.setLastName("Essai");
        compte.setEmail(personne + "@pilote.example");
        identityService.saveUser(compte);
        identityService.createMembership(personne, groupe);
    }
}
