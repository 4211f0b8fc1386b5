package fr.ptce.candidature.demonstration;

import fr.ptce.candidature.Campagne;
import fr.ptce.candidature.Campagnes;
import fr.ptce.candidature.CandidatureProcess.Elements;
import fr.ptce.candidature.ChampsDuDossier;
import fr.ptce.candidature.Instruction;
import fr.ptce.candidature.LanceurDeCandidature;
import fr.ptce.candidature.importation.ImportCandidatures;
import fr.ptce.moteur.PasDeDemonstration;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the demonstration alive at its first start: the 2011 call (annexe 2 of the plan d'action) is imported and spread
 * over the states of a real call, a few fictitious dossiers are filed on line. It goes through the same services,
 * forms and processes as everybody, and does nothing when the campaign exists.
 */
@Component
@Order(1)
@Profile("demo")
@ConditionalOnProperty(name = "ptce.demo.donnees", havingValue = "true", matchIfMissing = true)
class DemonstrationCandidatures implements ApplicationRunner {

    static final String CODE = "PTCE-2011";

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationCandidatures.class);
    private static final String COMITE = "comite";
    /** Rank of a review that gives good marks. */
    private static final int BONNE_NOTE = 2;

    private final Campagnes campagnes;
    private final ImportCandidatures importation;
    private final JdbcClient jdbc;
    private final LanceurDeCandidature lanceur;
    private final PasDeDemonstration pas;
    private final TaskService taskService;
    private final Clock horloge;

    DemonstrationCandidatures(
            Campagnes campagnes,
            ImportCandidatures importation,
            JdbcClient jdbc,
            LanceurDeCandidature lanceur,
            PasDeDemonstration pas,
            TaskService taskService,
            Clock horloge) {
        this.campagnes = campagnes;
        this.importation = importation;
        this.jdbc = jdbc;
        this.lanceur = lanceur;
        this.pas = pas;
        this.taskService = taskService;
        this.horloge = horloge;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (campagnes.parCode(CODE).isPresent()) {
            return;
        }
        Instant debut = horloge.instant();
        Campagne campagne = campagnes.creer(
                CODE,
                "Appel à candidatures 2011 – valoriser et développer les PTCE",
                debut.minus(Duration.ofDays(20)),
                debut.plus(Duration.ofDays(45)),
                2012,
                2);
        List<String> numeros = reprendre(campagne);
        for (int rang = 0; rang < numeros.size(); rang++) {
            pas.avancer(numeros.get(rang));
            mener(numeros.get(rang), rang);
        }
        deposerEnLigne(campagne);
        retenirDesPolesOperationnels(debut);
        LOG.info(
                "Demonstration ready: {} dossiers of the 2011 call in {} s.",
                numeros.size(),
                Duration.between(debut, horloge.instant()).toSeconds());
    }

    private List<String> reprendre(Campagne campagne) throws IOException {
        byte[] fichier = new ClassPathResource("demo/appel-2011.csv").getContentAsByteArray();
        importation.importerTout(campagne.id(), "appel-2011.csv", fichier, null);
        return jdbc.sql("select numero from dossier where campagne = :campagne order by numero")
                .param("campagne", campagne.id())
                .query(String.class)
                .list();
    }

    /** How far a dossier goes: the same at every first start, and about as in the middle of a real call. */
    private void mener(String numero, int rang) {
        int etape = rang % 8;
        if (rang == 5) {
            lanceur.retirer(numero, "Le projet est porté par une autre structure.", null);
            pas.avancer(numero);
            return;
        }
        if (etape == 1) {
            prendre(numero);
        }
        if (etape >= 2) {
            relire(numero, rang);
        }
        if (etape >= 4) {
            relire(numero, rang + 1);
            relire(numero, rang + 2);
        }
        if (etape >= 6) {
            decider(numero);
        }
        if (etape == 7) {
            pas.declencher(numero, "event_delaiRecours");
        }
    }

    private void prendre(String numero) {
        pas.tache(numero, Elements.DECLARER_INTERETS)
                .ifPresent(tache -> pas.accomplir(numero, tache, membre(tache), Map.of("conflit", "non")));
    }

    /** One reviewer declares no interest and gives a review; a third round has one review only. */
    private void relire(String numero, int rang) {
        Optional<Task> declaration = pas.tache(numero, Elements.DECLARER_INTERETS);
        if (declaration.isEmpty()) {
            return;
        }
        String relecteur = membre(declaration.get());
        prendre(numero);
        pas.tache(numero, Elements.EVALUER_DOSSIER)
                .ifPresent(tache -> pas.accomplir(numero, tache, relecteur, evaluation(rang)));
    }

    private void decider(String numero) {
        pas.tache(numero, Elements.DECIDER).ifPresent(tache -> {
            String proposition = (String) taskService.getVariable(tache.getId(), "proposition");
            pas.accomplir(
                    numero,
                    tache,
                    COMITE,
                    Map.of(
                            "decision",
                            proposition,
                            "motif_decision",
                            "Le comité de pilotage suit l’avis des relecteurs sur l’ancrage territorial"
                                    + " et les coopérations engagées."));
        });
    }

    private void deposerEnLigne(Campagne campagne) {
        deposer(campagne, "53", "Pôle des métiers d’art du Trégor", "Les Tisserands du Trégor", "culture", null);
        deposer(campagne, "82", "Réemploi et réparation en vallée", "SCIC Rebond", "eco-activites", "operationnel");
        deposer(campagne, "11", "Cuisine partagée des faubourgs", "La Grande Tablée", "alimentation", "projet");
        deposer(campagne, "93", "Habitats légers du pays", "Toits communs", "habitat", null);
        retenir(deposer(campagne, "53", "Filière bois locale du Trégor", "Bois d’ici", "eco-activites", "projet"));
        retenir(deposer(campagne, "53", "Cantines et maraîchage", "SCIC Terre à table", "alimentation", "projet"));
        retenir(deposer(campagne, "82", "Atelier mobile de réparation", "La Roue commune", "mobilite", "projet"));
        retenir(deposer(campagne, "11", "Fabrique des arts de la rue", "Les Échassiers", "culture", "projet"));
    }

    /** A call that is over, whose three pôles are operational: monographs are written of them. */
    private void retenirDesPolesOperationnels(Instant debut) {
        Campagne temoins = campagnes.creer(
                "PTCE-TEMOINS",
                "Pôles témoins",
                debut.minus(Duration.ofDays(200)),
                debut.minus(Duration.ofDays(150)),
                2012,
                2);
        retenir(deposer(temoins, "53", "Pôle culturel des Abers", "Les Quais partagés", "culture", "operationnel"));
        retenir(deposer(temoins, "82", "Habiter ensemble en Diois", "Toits d’abord", "habitat", "operationnel"));
        retenir(deposer(temoins, "11", "Éco-activités du canal", "Canal commun", "eco-activites", "operationnel"));
    }

    /** Two good reviews, the committee's decision and the end of the time for a review of it. */
    private void retenir(String numero) {
        for (int relecture = 0; relecture < 2; relecture++) {
            relire(numero, BONNE_NOTE);
        }
        decider(numero);
        pas.declencher(numero, "event_delaiRecours");
    }

    /** Without a stage ({@code stade} null) the dossier waits for complements. */
    private String deposer(
            Campagne campagne, String region, String initiative, String structure, String theme, String stade) {
        Map<String, Object> champs = new HashMap<>();
        champs.put("initiative", initiative);
        champs.put("structure", structure);
        champs.put("type_structure", "association");
        champs.put("themes", List.of(theme));
        champs.put("stade", stade);
        champs.put("activite_economique", "oui");
        champs.put("nombre_partenaires", 3);
        champs.put("partenaires", "Deux associations et une commune.");
        champs.put("territoire", "Le projet s’appuie sur un lieu ouvert et sur les savoir-faire du bassin de vie.");
        champs.put("cooperations", "Les membres partagent un local, des outils et deux emplois.");
        champs.put("economie", "La vente, des prestations aux collectivités et une part de dons.");
        champs.put("contact_nom", "Camille Exemple");
        champs.put("contact_courriel", "contact-" + theme + "@demo.example");
        champs.put("consentement", true);
        String numero =
                lanceur.deposer(campagne.id(), Instruction.FORMULAIRE, region, ChampsDuDossier.de(champs), null);
        pas.avancer(numero);
        return numero;
    }

    private String membre(Task tache) {
        return taskService.getIdentityLinksForTask(tache.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(pas::membre)
                .orElseThrow();
    }

    private static Map<String, Object> evaluation(int rang) {
        int note = 2 + rang % 4;
        Map<String, Object> reponses = new HashMap<>();
        reponses.put("note_territoire", note);
        reponses.put("commentaire_territoire", "Un ancrage réel, avec des partenaires identifiés.");
        reponses.put("note_cooperations", Math.min(5, note + rang % 2));
        reponses.put("commentaire_cooperations", "Des mutualisations déjà engagées ; la gouvernance reste à écrire.");
        reponses.put("note_economie", Math.max(1, note - rang % 3));
        reponses.put("commentaire_economie", "Un modèle économique à consolider.");
        reponses.put("recommandation", note >= 4 ? "retenir" : note == 3 ? "reserves" : "ecarter");
        return reponses;
    }
}
