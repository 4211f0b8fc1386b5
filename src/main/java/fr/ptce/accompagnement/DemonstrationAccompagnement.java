package fr.ptce.accompagnement;

import fr.ptce.accompagnement.RecensementAccompagnateurProcess.Elements;
import fr.ptce.annuaire.Besoin;
import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.BesoinsQualifies.BesoinsDUneInitiative;
import fr.ptce.annuaire.CompteDeDemonstration;
import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.PasDeDemonstration;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives each accompagnateur of the demonstration a sheet at its first start, two sheets to validate, and a region its year
 * of experimentation. It does nothing
 * when there is a sheet.
 */
@Component
@Order(3)
@Profile("demo")
@ConditionalOnProperty(name = "ptce.demo.donnees", havingValue = "true", matchIfMissing = true)
class DemonstrationAccompagnement implements ApplicationRunner {

    private static final String ILE_DE_FRANCE = "11";
    private static final String GROUPE_DE_REGION = "accompagnateurs-";
    /** Days ago that the first sheet was filled in. */
    private static final int RECENSEMENT = 80;

    private final Accompagnateurs accompagnateurs;
    private final RecensementDesAccompagnateurs recensement;
    private final PasDeDemonstration pas;
    private final Besoins besoins;
    private final ConduiteDeLAnnee conduite;
    private final AnneesRegionales annees;
    private final TaskService taskService;
    private final Clock horloge;

    DemonstrationAccompagnement(
            Accompagnateurs accompagnateurs,
            RecensementDesAccompagnateurs recensement,
            PasDeDemonstration pas,
            Besoins besoins,
            ConduiteDeLAnnee conduite,
            AnneesRegionales annees,
            TaskService taskService,
            Clock horloge) {
        this.accompagnateurs = accompagnateurs;
        this.recensement = recensement;
        this.pas = pas;
        this.besoins = besoins;
        this.conduite = conduite;
        this.annees = annees;
        this.taskService = taskService;
        this.horloge = horloge;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        if (accompagnateurs.chercher(1).isEmpty()) {
            pas.raconter(this::recenserPuisExperimenter);
        }
    }

    private void recenserPuisExperimenter() {
        List<CompteDeDemonstration> comptes = CompteDeDemonstration.tous().stream()
                .filter(compte -> region(compte) != null)
                .toList();
        for (int rang = 0; rang < comptes.size(); rang++) {
            CompteDeDemonstration compte = comptes.get(rang);
            int ilYA = RECENSEMENT - rang;
            pas.ilYA(ilYA);
            String reference =
                    deposer(compte.prenom(), compte.nom(), compte.id() + "@demo.example", region(compte), rang);
            pas.ilYA(ilYA - 3 - rang % 8);
            valider(reference, region(compte));
        }
        pas.ilYA(9);
        deposer("Dominique", "Volontaire", "dominique@demo.example", "53", 3);
        pas.ilYA(2);
        deposer("Alix", "Disponible", "alix@demo.example", "82", 5);
        experimenter();
    }

    private static String region(CompteDeDemonstration compte) {
        return compte.groupes().stream()
                .filter(groupe -> groupe.startsWith(GROUPE_DE_REGION))
                .map(groupe -> groupe.substring(GROUPE_DE_REGION.length()))
                .findFirst()
                .orElse(null);
    }

    /** A region with three projects: one in its sessions, one with its diagnostic to come, one mission to be answered. */
    private void experimenter() {
        String pilote = pas.membre("pilotes-" + ILE_DE_FRANCE).orElse("admin");
        pas.ilYA(14);
        long id = conduite.ouvrir(
                new Agent(pilote, Set.of(), Set.of(ILE_DE_FRANCE)),
                Map.of("region", ILE_DE_FRANCE, "annee", conduite.anneeProposee(), "seminaires", "3"));
        String reference = annees.lire(id).reference();
        pas.avancer(reference);
        List<String> projets = conduite.eligibles(id).stream()
                .map(BesoinsDUneInitiative::initiative)
                .toList();
        if (projets.size() < AnneeRegionale.PROJETS_AU_MOINS) {
            return;
        }
        pas.ilYA(13);
        accomplir(
                reference,
                AccompagnementRegionalProcess.Elements.SELECTIONNER,
                pilote,
                Map.of("projets", projets, "motif_selection", "Trois stades et trois territoires différents."));
        engager(projets.get(0), pilote, 12, 11);
        engager(projets.get(1), pilote, 10, 6);
        menerAuxSeances(projets.get(0), pilote);
        projets.subList(2, projets.size()).forEach(projet -> {
            // Nobody of the region has time left: the search is widened, then somebody of another region is asked.
            pas.ilYA(6);
            affecter(projet, pilote);
            pas.ilYA(3);
            affecter(projet, pilote);
        });
    }

    private void engager(String projet, String pilote, int affecteIlYA, int accepteIlYA) {
        pas.ilYA(affecteIlYA);
        affecter(projet, pilote);
        pas.ilYA(accepteIlYA);
        accomplir(projet, AccompagnementProjetProcess.Elements.REPONDRE_MISSION, pilote, Map.of("mission", "oui"));
    }

    private void affecter(String projet, String pilote) {
        accomplir(projet, AccompagnementProjetProcess.Elements.AFFECTER, pilote, affectation(projet));
    }

    private Map<String, Object> affectation(String projet) {
        return pas.tache(projet, AccompagnementProjetProcess.Elements.AFFECTER)
                .map(tache -> taskService.getVariable(tache.getId(), "accompagnateurConseille"))
                .<Map<String, Object>>map(conseille -> Map.of("choix", "affecter", "accompagnateur", conseille))
                .orElse(Map.of("choix", "elargir"));
    }

    private void menerAuxSeances(String projet, String pilote) {
        pas.ilYA(8);
        LocalDate jour = HeureDeParis.aujourdhui(horloge);
        accomplir(
                projet,
                AccompagnementProjetProcess.Elements.DIAGNOSTIC,
                pilote,
                Map.of(
                        "diagnostic_le", jour.toString(),
                        "diagnostic_forces", "Des partenaires nombreux, un lieu connu de tous.",
                        "diagnostic_freins", "Une gouvernance à clarifier, peu de moyens propres.",
                        "diagnostic_priorites", "Écrire les règles de décision, puis chercher des financements."));
        pas.ilYA(6);
        accomplir(
                projet,
                AccompagnementProjetProcess.Elements.PLAN,
                pilote,
                Map.of(
                        "plan_objectifs", "Une gouvernance partagée, écrite et comprise de tous.",
                        "plan_parties_prenantes", "Les associations fondatrices, la SCIC, la communauté de communes.",
                        "seances_prevues", 5));
        pas.ilYA(5);
        accomplir(projet, AccompagnementProjetProcess.Elements.VALIDER_PLAN, pilote, Map.of("plan_valide", "oui"));
        pas.ilYA(1);
        accomplir(
                projet,
                AccompagnementProjetProcess.Elements.COMPTE_RENDU,
                pilote,
                Map.of(
                        "seance_le",
                                HeureDeParis.aujourdhui(horloge).minusDays(1).toString(),
                        "duree_minutes", 150,
                        "participants", "Sept personnes de quatre structures.",
                        "decisions", "Un comité de pilotage se réunit chaque mois.",
                        "suite", "Rédiger un projet de charte.",
                        "derniere_seance", "non"));
    }

    private void accomplir(String dossier, String element, String personne, Map<String, Object> reponses) {
        pas.tache(dossier, element)
                .ifPresent(tache -> pas.accomplir(
                        dossier, tache, tache.getAssignee() == null ? personne : tache.getAssignee(), reponses));
    }

    private void valider(String reference, String region) {
        pas.tache(reference, Elements.VALIDER)
                .ifPresent(tache -> pas.accomplir(
                        reference,
                        tache,
                        pas.membre("pilotes-" + region).orElse("admin"),
                        Map.of("validation", "oui")));
    }

    /** Skills differ from one person to the next, the same at every first start. */
    private String deposer(String prenom, String nom, String courriel, String region, int rang) {
        Map<String, Object> champs = new HashMap<>();
        champs.put("prenom", prenom);
        champs.put("nom", nom);
        champs.put("courriel", courriel);
        champs.put("structure", rang % 3 == 0 ? null : "Réseau régional de l’économie sociale et solidaire");
        champs.put("region_principale", region);
        champs.put("capacite", 1 + rang % 4);
        champs.put("experience", "Accompagnement de coopératives et d’associations sur leur territoire.");
        champs.put("consentement", true);
        List<Besoin> tous = besoins.liste(besoins.version());
        for (int competence = 0; competence < 3 + rang % 3; competence++) {
            champs.put(
                    Fiche.champ(
                            tous.get((rang * 5 + competence * 2) % tous.size()).id()),
                    String.valueOf(1 + (rang + competence) % 3));
        }
        String reference = Accompagnateur.reference(recensement.deposer(champs));
        pas.avancer(reference);
        return reference;
    }
}
