package fr.ptce.besoins.demonstration;

import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.base.Sql;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Elements;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Variables;
import fr.ptce.moteur.PasDeDemonstration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives the retained initiatives of the demonstration answers of every kind at its first start: on line, by telephone,
 * unreachable, awaited. It comes after the room that retains them, and does nothing when one was answered or closed.
 */
@Component
@Order(2)
@Profile("demo")
@ConditionalOnProperty(name = "ptce.demo.donnees", havingValue = "true", matchIfMissing = true)
class DemonstrationBesoins implements ApplicationRunner {

    private static final String ILE_DE_FRANCE = "11";
    private static final List<String> STADES = List.of("emergence", "structuration", "developpement");
    private static final List<String> BESOINS = List.of(
            "gouvernance",
            "modele_economique",
            "financement",
            "foncier",
            "juridique",
            "animation",
            "collectivites",
            "competences",
            "communication");
    /** Days: the twenty working days of the diagram, with a day off. */
    private static final int DELAI_DE_REPONSE = 30;

    /** Days: an initiative retained before then is one of the call that is over. */
    private static final int LONGTEMPS = 100;

    private record Retenue(String numero, Instant le) {}

    private final Initiatives initiatives;
    private final PasDeDemonstration pas;
    private final RuntimeService runtimeService;
    private final JdbcClient jdbc;

    DemonstrationBesoins(
            Initiatives initiatives, PasDeDemonstration pas, RuntimeService runtimeService, JdbcClient jdbc) {
        this.initiatives = initiatives;
        this.pas = pas;
        this.runtimeService = runtimeService;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        if (jdbc.sql("select count(*) from questionnaire where repondu_le is not null or clos_le is not null")
                        .query(Long.class)
                        .single()
                == 0) {
            pas.raconter(this::interroger);
        }
    }

    private void interroger() {
        List<Retenue> retenues = jdbc.sql(
                        "select numero, retenue_le from initiative where retiree_le is null order by numero")
                .query((r, rang) -> new Retenue(r.getString("numero"), Sql.instant(r, "retenue_le")))
                .list();
        for (int rang = 0; rang < retenues.size(); rang++) {
            Initiative initiative =
                    initiatives.chercher(retenues.get(rang).numero()).orElseThrow();
            int retenue = pas.joursDepuis(retenues.get(rang).le());
            pas.ilYA(retenue);
            pas.avancer(initiative.numero());
            if (retenue > LONGTEMPS && rang % 7 > 0) {
                finir(initiative, rang, retenue);
            } else {
                mener(initiative, rang, retenue);
            }
        }
    }

    /**
     * How far a questionnaire goes: the same at every first start. One region gets the three projects of a year.
     *
     * @param retenue days ago that it was sent
     */
    private void mener(Initiative initiative, int rang, int retenue) {
        switch (rang % 7) {
            case 0, 6 -> {
                repondre(initiative, rang, retenue - 2 - rang % 7);
                qualifier(initiative, rang, retenue - 12 - rang % 5);
            }
            case 2 -> {
                laisserPasserLeDelai(initiative, retenue);
                repondre(initiative, rang, retenue - DELAI_DE_REPONSE - 5);
            }
            case 3 -> {
                laisserPasserLeDelai(initiative, retenue);
                appeler(initiative, rang, retenue - DELAI_DE_REPONSE - 3);
                qualifier(initiative, rang, retenue - DELAI_DE_REPONSE - 6);
            }
            case 4 -> {
                laisserPasserLeDelai(initiative, retenue);
                renoncer(initiative, retenue - DELAI_DE_REPONSE - 9);
            }
            case 5 -> {
                laisserPasserLeDelai(initiative, retenue);
                if (ILE_DE_FRANCE.equals(initiative.region())) {
                    appeler(initiative, rang + 1, retenue - DELAI_DE_REPONSE - 2);
                    qualifier(initiative, rang, retenue - DELAI_DE_REPONSE - 4);
                }
            }
            default -> {
                // The porteur still has time to answer.
            }
        }
    }

    /** Of an initiative that was retained long ago, nothing is left open. */
    private void finir(Initiative initiative, int rang, int retenue) {
        laisserPasserLeDelai(initiative, retenue);
        appeler(initiative, rang + 1, retenue - DELAI_DE_REPONSE - 3);
        qualifier(initiative, rang, retenue - DELAI_DE_REPONSE - 8);
    }

    private void repondre(Initiative initiative, int rang, int ilYA) {
        String numero = initiative.numero();
        pas.ilYA(ilYA);
        pas.tache(numero, Elements.REPONDRE).ifPresent(tache -> pas.repondre(numero, tache, reponses(rang)));
    }

    private void appeler(Initiative initiative, int rang, int ilYA) {
        Map<String, Object> appel = new HashMap<>(reponses(rang));
        appel.put("porteur_joint", "oui");
        recueillir(initiative, appel, ilYA);
    }

    private void renoncer(Initiative initiative, int ilYA) {
        recueillir(
                initiative,
                Map.of(
                        "porteur_joint",
                        "non",
                        "motif_injoignable",
                        "Trois appels en deux semaines, un message laissé au standard\u00a0; pas de réponse."),
                ilYA);
    }

    private void laisserPasserLeDelai(Initiative initiative, int retenue) {
        pas.ilYA(retenue - DELAI_DE_REPONSE);
        pas.declencher(initiative.numero(), Elements.SANS_REPONSE);
    }

    private void recueillir(Initiative initiative, Map<String, Object> appel, int ilYA) {
        pas.ilYA(ilYA);
        pas.tache(initiative.numero(), Elements.RECUEILLIR)
                .ifPresent(tache -> pas.accomplir(initiative.numero(), tache, pilote(initiative), appel));
    }

    private void qualifier(Initiative initiative, int rang, int ilYA) {
        pas.ilYA(ilYA);
        pas.tache(initiative.numero(), Elements.QUALIFIER)
                .ifPresent(tache ->
                        pas.accomplir(initiative.numero(), tache, pilote(initiative), qualification(tache, rang)));
    }

    /** Most proposals are followed, some are corrected. */
    private Map<String, Object> qualification(Task tache, int rang) {
        List<?> proposes =
                (List<?>) runtimeService.getVariable(tache.getProcessInstanceId(), Variables.ACCOMPAGNEMENTS_PROPOSES);
        Map<String, Object> qualification = new HashMap<>();
        boolean corrigee = proposes.isEmpty() || rang % 3 == 0;
        qualification.put(
                "accompagnements",
                corrigee
                        ? List.of("individuel", "pairs")
                        : proposes.stream().distinct().toList());
        qualification.put(
                "priorite", runtimeService.getVariable(tache.getProcessInstanceId(), Variables.PRIORITE_PROPOSEE));
        if (corrigee) {
            qualification.put(
                    "motif_correction", "Le pôle voisin est prêt à partager son expérience avec cette équipe.");
        }
        return qualification;
    }

    private String pilote(Initiative initiative) {
        return pas.membre("pilotes-" + initiative.region()).orElse("admin");
    }

    private static Map<String, Object> reponses(int rang) {
        Map<String, Object> reponses = new HashMap<>();
        reponses.put("stade_maturite", STADES.get(rang % STADES.size()));
        reponses.put("territoire_projet", "Le bassin de vie");
        reponses.put("filiere", "Activités locales");
        reponses.put("partenaires_actuels", "Deux associations, une SCIC et la communauté de communes.");
        reponses.put("experimentation", List.of("oui", "a-discuter", "non").get(rang % 3));
        reponses.put("consentement", true);
        for (int besoin = 0; besoin < 2 + rang % 4; besoin++) {
            reponses.put(
                    "besoin_" + BESOINS.get((rang * 2 + besoin * (1 + rang % 2)) % BESOINS.size()),
                    String.valueOf(4 - (rang + besoin) % 4));
        }
        return reponses;
    }
}
