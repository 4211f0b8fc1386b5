package fr.ptce.accompagnement;

import fr.ptce.accompagnement.AccompagnementRegionalProcess.Variables;
import fr.ptce.annuaire.BesoinsQualifies.BesoinsDUneInitiative;
import fr.ptce.annuaire.Regions;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.moteur.NomDeTache;
import fr.ptce.moteur.OptionsDeListe;
import fr.ptce.moteur.UtilisateurCourant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task listeners of {@code accompagnement-regional.bpmn}: bean name = delegate expression. */
@Configuration
class EcouteursDeLAnnee {

    private final AnneesRegionales annees;
    private final ConduiteDeLAnnee conduite;
    private final RedacteurDeLAccompagnement redacteur;
    private final Regions regions;
    private final UtilisateurCourant utilisateur;
    private final OptionsDeListe options;

    EcouteursDeLAnnee(
            AnneesRegionales annees,
            ConduiteDeLAnnee conduite,
            RedacteurDeLAccompagnement redacteur,
            Regions regions,
            UtilisateurCourant utilisateur,
            OptionsDeListe options) {
        this.annees = annees;
        this.conduite = conduite;
        this.redacteur = redacteur;
        this.regions = regions;
        this.utilisateur = utilisateur;
        this.options = options;
    }

    @Bean
    TaskListener nommerTacheDeRegion() {
        return tache -> {
            AnneeRegionale annee = annees.lire(id(tache));
            NomDeTache.completer(
                    tache, annee.reference(), regions.parCode(annee.region()).nom());
        };
    }

    @Bean
    TaskListener montrerSituationDeLaRegion() {
        return tache -> tache.setVariableLocal(
                "situationEnClair", redacteur.situation(annees.lire(id(tache)), conduite.eligibles(id(tache))));
    }

    @Bean
    TaskListener enregistrerMobilisation() {
        return tache -> conduite.mobiliser(id(tache), ValeursLues.de(tache), auteur());
    }

    @Bean
    TaskListener montrerProjetsEligibles() {
        return tache -> {
            List<BesoinsDUneInitiative> eligibles = conduite.eligibles(id(tache));
            tache.setVariableLocal("projetsEnClair", redacteur.projets(eligibles));
            tache.getExecution().setVariableLocal("projets", options.rienDeCoche());
            proposer(tache, eligibles);
        };
    }

    @Bean
    TaskListener enregistrerSelection() {
        return tache -> conduite.selectionner(id(tache), ValeursLues.de(tache), auteur());
    }

    @Bean
    TaskListener montrerRemplacants() {
        return tache -> {
            List<BesoinsDUneInitiative> eligibles = conduite.eligibles(id(tache));
            long arrete = (Long) tache.getVariable(Variables.PROJET);
            tache.setVariableLocal("situationEnClair", redacteur.place(arrete, eligibles));
            proposer(tache, eligibles);
        };
    }

    private void proposer(DelegateTask tache, List<BesoinsDUneInitiative> eligibles) {
        tache.setVariableLocal(
                "projetsProposes",
                options.de(
                        eligibles,
                        BesoinsDUneInitiative::initiative,
                        projet -> projet.initiative() + " – " + projet.nom()));
    }

    @Bean
    TaskListener enregistrerRemplacement() {
        return tache -> {
            Optional<Long> remplacant = conduite.remplacer(id(tache), ValeursLues.de(tache), auteur());
            remplacant.ifPresent(projet -> tache.setVariable(Variables.PROJET, projet));
            tache.setVariable(Variables.REMPLACANT_TROUVE, remplacant.isPresent());
        };
    }

    @Bean
    TaskListener montrerSituationDesSeminaires() {
        return tache -> tache.setVariableLocal("situationEnClair", redacteur.seminaires(annees.lire(id(tache)), (Long)
                tache.getVariable(Variables.SEMINAIRES_TENUS)));
    }

    @Bean
    TaskListener enregistrerSuiteDesSeminaires() {
        return tache -> {
            boolean autre = conduite.statuerSurLesSeminaires(id(tache), ValeursLues.de(tache), auteur());
            tache.getExecution()
                    .getProcessInstance()
                    .setVariables(Map.of(Variables.AUTRE_SEMINAIRE, autre, Variables.SEMINAIRES_A_ORGANISER, 1));
        };
    }

    @Bean
    TaskListener montrerAnnee() {
        return tache -> tache.setVariableLocal("anneeEnClair", redacteur.annee(annees.lire(id(tache))));
    }

    @Bean
    TaskListener enregistrerBilanRegional() {
        return tache -> conduite.rendreLeBilan(id(tache), ValeursLues.de(tache), auteur());
    }

    private static long id(DelegateTask tache) {
        return (Long) tache.getVariable(Variables.ACCOMPAGNEMENT_REGIONAL);
    }

    private String auteur() {
        return utilisateur.identifiant().orElse(null);
    }
}
