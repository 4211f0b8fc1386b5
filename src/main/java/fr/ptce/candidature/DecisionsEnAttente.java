package fr.ptce.candidature;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.portail.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dossiers that wait for the committee: read from our tables, with the tasks of one page in one query. */
@Repository
class DecisionsEnAttente {

    static final int PAR_PAGE = 50;

    /**
     * A dossier that waits.
     *
     * @param proposition id of the decision that the table proposes, null when none is known
     * @param tache null when the engine has none for the reader: the dossier has moved, or is not theirs to decide
     */
    record Attente(
            String numero,
            String initiative,
            String region,
            String categorie,
            String proposition,
            SyntheseDesEvaluations synthese,
            List<Evaluation> evaluations,
            Task tache) {}

    /** @param pages at least 1 */
    record Page(List<Attente> attentes, long total, int page, int pages) {}

    private record Resume(String numero, String initiative, String region, String categorie, String proposition) {}

    private static final String EN_ATTENTE = " from dossier d where d.etat = 'en-decision' and ";

    private final JdbcClient jdbc;
    private final TaskService taches;
    private final RuntimeService processus;
    private final AuNomDeLApplication application;

    DecisionsEnAttente(JdbcClient jdbc, TaskService taches, RuntimeService processus, AuNomDeLApplication application) {
        this.jdbc = jdbc;
        this.taches = taches;
        this.processus = processus;
        this.application = application;
    }

    /** One page, the dossiers that have waited longest first. */
    Page page(Agent agent, int demandee) {
        AccesAuxDossiers.Portee portee = AccesAuxDossiers.portee(agent);
        long total = jdbc.sql("select count(*)" + EN_ATTENTE + portee.condition())
                .params(portee.parametres())
                .query(Long.class)
                .single();
        Pages pages = Pages.de(total, PAR_PAGE, demandee);
        List<Resume> resumes = resumes(
                portee,
                " order by d.maj_le, d.numero limit :parPage offset :depuis",
                Map.of("parPage", PAR_PAGE, "depuis", pages.depuis()));
        return new Page(completer(resumes), total, pages.page(), pages.pages());
    }

    /** Those of these dossiers that wait and that the agent meets; the others are left out. */
    List<Attente> parmi(Agent agent, Collection<String> numeros) {
        if (numeros.isEmpty()) {
            return List.of();
        }
        return completer(resumes(
                AccesAuxDossiers.portee(agent),
                " and d.numero in (:numeros) order by d.maj_le, d.numero",
                Map.of("numeros", numeros)));
    }

    private List<Resume> resumes(AccesAuxDossiers.Portee portee, String suite, Map<String, Object> parametres) {
        return jdbc.sql("""
                        select d.numero, d.initiative, d.region, d.categorie,
                          (select x.resultat from decision_expliquee x
                            where x.dossier = d.numero and x.decision = 'proposition'
                            order by x.evaluee_le desc, x.id desc limit 1) as proposition
                        """ + EN_ATTENTE + portee.condition() + suite)
                .params(portee.parametres())
                .params(parametres)
                .query((r, rang) -> resume(r))
                .list();
    }

    private static Resume resume(ResultSet r) throws SQLException {
        return new Resume(
                r.getString("numero"),
                r.getString("initiative"),
                r.getString("region"),
                r.getString("categorie"),
                r.getString("proposition"));
    }

    private List<Attente> completer(List<Resume> resumes) {
        // An empty list would filter nothing in the engine, and is no SQL.
        if (resumes.isEmpty()) {
            return List.of();
        }
        List<String> numeros = resumes.stream().map(Resume::numero).toList();
        Map<String, List<Evaluation>> avis = evaluations(numeros);
        Map<String, Task> ouvertes = taches(numeros);
        return resumes.stream()
                .map(resume ->
                        attente(resume, avis.getOrDefault(resume.numero(), List.of()), ouvertes.get(resume.numero())))
                .toList();
    }

    private static Attente attente(Resume resume, List<Evaluation> avis, Task tache) {
        return new Attente(
                resume.numero(),
                resume.initiative(),
                resume.region(),
                resume.categorie(),
                Libelles.listeDesDecisions().containsKey(String.valueOf(resume.proposition()))
                        ? resume.proposition()
                        : null,
                SyntheseDesEvaluations.de(avis),
                avis,
                tache);
    }

    private Map<String, List<Evaluation>> evaluations(List<String> numeros) {
        Map<String, List<Evaluation>> parDossier = new HashMap<>();
        jdbc.sql(
                        "select * from evaluation where dossier in (:numeros) and rendue_le is not null order by dossier, rang")
                .param("numeros", numeros)
                .query(Evaluations::ligne)
                .list()
                .forEach(evaluation -> parDossier
                        .computeIfAbsent(evaluation.dossier(), numero -> new ArrayList<>())
                        .add(evaluation));
        return parDossier;
    }

    /** As the reader: the engine gives only the tasks on which they may work. A task does not know its business key. */
    private Map<String, Task> taches(List<String> numeros) {
        List<Task> ouvertes = taches.createTaskQuery()
                .processInstanceBusinessKeyIn(numeros.toArray(String[]::new))
                .processDefinitionKey(CandidatureProcess.CLE)
                .taskDefinitionKey(CandidatureProcess.Elements.DECIDER)
                .list();
        if (ouvertes.isEmpty()) {
            return Map.of();
        }
        Set<String> instances =
                ouvertes.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        Map<String, String> numeroParInstance =
                application
                        .faire(() -> processus
                                .createProcessInstanceQuery()
                                .processInstanceIds(instances)
                                .list())
                        .stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        Map<String, Task> parDossier = new HashMap<>();
        ouvertes.forEach(tache -> parDossier.put(numeroParInstance.get(tache.getProcessInstanceId()), tache));
        return parDossier;
    }
}
