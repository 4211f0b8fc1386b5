package fr.ptce.candidature.demonstration;

import fr.ptce.base.HeureDeParis;
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
import java.time.LocalDate;
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
 * over the states and the weeks of a real call, a few fictitious dossiers are filed on line. It goes through the same
 * services, forms and processes as everybody, and does nothing when the campaign exists.
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
    /** Days ago that the file was imported. */
    private static final int DEPOT = 100;
    /** Days ago that the examination of the dossiers began, by how far they go. */
    private static final List<Integer> EXAMENS = List.of(1, 3, 12, 2, 15, 17, 34, 98);
    /** Of two initiatives that are retained last: their porteurs still have time to answer the questionnaire. */
    private static final int DERNIER_EXAMEN = 62;
    /** Days: more than the fifteen working days of the diagram, with a day off. */
    private static final int RECOURS = 24;

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
    public void run(ApplicationArguments arguments) throws Exception {
        if (campagnes.parCode(CODE).isEmpty()) {
            Instant debut = horloge.instant();
            LocalDate aujourdhui = HeureDeParis.aujourdhui(horloge);
            pas.raconter(() -> appeler(aujourdhui));
            LOG.info(
                    "Demonstration: two calls in {} s.",
                    Duration.between(debut, horloge.instant()).toSeconds());
        }
    }

    private void appeler(LocalDate aujourdhui) throws IOException {
        pas.ilYA(DEPOT + 10);
        Campagne campagne = campagnes.creer(
                CODE,
                "Appel à candidatures 2011 – valoriser et développer les PTCE",
                a(9, aujourdhui.minusDays(DEPOT + 5)),
                a(18, aujourdhui.plusDays(45)),
                2012,
                2);
        pas.ilYA(DEPOT);
        List<String> numeros = reprendre(campagne);
        for (int rang = 0; rang < numeros.size(); rang++) {
            mener(numeros.get(rang), rang);
        }
        deposerEnLigne(campagne);
        retenirDesPolesOperationnels(aujourdhui);
    }

    private static Instant a(int heure, LocalDate jour) {
        return jour.atTime(heure, 0).atZone(HeureDeParis.ZONE).toInstant();
    }

    private List<String> reprendre(Campagne campagne) throws IOException {
        byte[] fichier = new ClassPathResource("demo/appel-2011.csv").getContentAsByteArray();
        importation.importerTout(campagne.id(), "appel-2011.csv", fichier, null);
        return jdbc.sql("select numero from dossier where campagne = :campagne order by numero")
                .param("campagne", campagne.id())
                .query(String.class)
                .list();
    }

    /**
     * How far a dossier goes, and when: the same at every first start, and about as in the middle of a real call. One in
     * eight was examined first; the others follow, and some of them are late.
     */
    private void mener(String numero, int rang) {
        int etape = rang % 8;
        int decalage = rang / 8 % 7;
        int examen = examen(rang, etape, decalage);
        pas.ilYA(examen);
        pas.avancer(numero);
        if (rang == 5) {
            pas.ilYA(examen - 2);
            lanceur.retirer(numero, "Le projet est porté par une autre structure.", null);
            pas.avancer(numero);
            return;
        }
        if (etape == 1) {
            pas.ilYA(examen - 1);
            prendre(numero);
        }
        if (etape >= 2) {
            relire(numero, rang, examen - 1 - rang % 3, 3 + rang % 5);
        }
        if (etape == 2) {
            prendre(numero);
        }
        if (etape >= 4) {
            relire(numero, rang + 1, examen - 2, 4 + rang % 5);
            relire(numero, rang + 2, examen - 12, 2);
        }
        if (etape >= 6) {
            pas.ilYA(examen - 18 - decalage);
            decider(numero);
        }
        if (etape == 7) {
            pas.ilYA(examen - 18 - decalage - RECOURS);
            pas.declencher(numero, "event_delaiRecours");
        }
    }

    /** Days ago that the examination began. */
    private static int examen(int rang, int etape, int decalage) {
        if (rang % 80 == 15) {
            return DERNIER_EXAMEN;
        }
        return EXAMENS.get(etape)
                + switch (etape) {
                    case 0, 1, 3 -> decalage / 2;
                    case 7 -> -decalage / 2;
                    default -> decalage;
                };
    }

    private void prendre(String numero) {
        pas.tache(numero, Elements.DECLARER_INTERETS)
                .ifPresent(tache -> pas.accomplir(numero, tache, membre(tache), Map.of("conflit", "non")));
    }

    /**
     * One reviewer declares no interest and gives a review some days later; a third round has one review only.
     *
     * @param ilYA days ago that they declare it
     * @param duree days that the review takes
     */
    private void relire(String numero, int rang, int ilYA, int duree) {
        pas.ilYA(ilYA);
        Optional<Task> declaration = pas.tache(numero, Elements.DECLARER_INTERETS);
        if (declaration.isEmpty()) {
            return;
        }
        String relecteur = membre(declaration.get());
        prendre(numero);
        pas.ilYA(ilYA - duree);
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
        deposer(campagne, 12, "53", "Pôle des métiers d’art du Trégor", "Les Tisserands du Trégor", "culture", null);
        deposer(campagne, 5, "82", "Réemploi et réparation en vallée", "SCIC Rebond", "eco-activites", "operationnel");
        deposer(campagne, 2, "11", "Cuisine partagée des faubourgs", "La Grande Tablée", "alimentation", "projet");
        deposer(campagne, 1, "93", "Habitats légers du pays", "Toits communs", "habitat", null);
        retenir(campagne, 96, "53", "Filière bois locale du Trégor", "Bois d’ici", "eco-activites", "projet");
        retenir(campagne, 95, "53", "Cantines et maraîchage", "SCIC Terre à table", "alimentation", "projet");
        retenir(campagne, 93, "82", "Atelier mobile de réparation", "La Roue commune", "mobilite", "projet");
        retenir(campagne, 92, "11", "Fabrique des arts de la rue", "Les Échassiers", "culture", "projet");
    }

    /** A call that is over, whose three pôles are operational: monographs are written of them. */
    private void retenirDesPolesOperationnels(LocalDate aujourdhui) {
        pas.ilYA(210);
        Campagne temoins = campagnes.creer(
                "PTCE-TEMOINS",
                "Pôles témoins",
                a(9, aujourdhui.minusDays(200)),
                a(18, aujourdhui.minusDays(150)),
                2012,
                2);
        retenir(temoins, 188, "53", "Pôle culturel des Abers", "Les Quais partagés", "culture", "operationnel");
        retenir(temoins, 181, "82", "Habiter ensemble en Diois", "Toits d’abord", "habitat", "operationnel");
        retenir(temoins, 176, "11", "Éco-activités du canal", "Canal commun", "eco-activites", "operationnel");
    }

    /** Two good reviews, the committee's decision and the end of the time for a review of it. */
    private void retenir(
            Campagne campagne,
            int depot,
            String region,
            String initiative,
            String structure,
            String theme,
            String stade) {
        String numero = deposer(campagne, depot, region, initiative, structure, theme, stade);
        relire(numero, BONNE_NOTE, depot - 1, 6);
        relire(numero, BONNE_NOTE, depot - 3, 8);
        pas.ilYA(depot - 17);
        decider(numero);
        pas.ilYA(depot - 17 - RECOURS);
        pas.declencher(numero, "event_delaiRecours");
    }

    /** Without a stage ({@code stade} null) the dossier waits for complements. */
    private String deposer(
            Campagne campagne,
            int ilYA,
            String region,
            String initiative,
            String structure,
            String theme,
            String stade) {
        pas.ilYA(ilYA);
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
