package fr.ptce.accompagnement;

import fr.ptce.accompagnement.AccompagnementRegionalProcess.Variables;
import fr.ptce.moteur.ProprietesDuModele;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks and execution listeners of {@code accompagnement-regional.bpmn}: bean name = delegate expression. */
@Configuration
class DeleguesDeLAnnee {

    /** Writes the state that the element of the diagram carries as its property {@code etat}. */
    @Bean
    ExecutionListener noterEtatDeLaRegion(AnneesRegionales annees) {
        return execution -> annees.etat(
                annee(execution),
                EtatDeLAnnee.de(ProprietesDuModele.lire(execution.getBpmnModelElementInstance(), "etat")
                        .orElseThrow()));
    }

    @Bean
    JavaDelegate compterProjetsEligibles(ConduiteDeLAnnee conduite) {
        return execution -> execution.setVariable(Variables.PROJETS_ELIGIBLES, (long)
                conduite.eligibles(annee(execution)).size());
    }

    @Bean
    JavaDelegate apparierLesProjets(ConduiteDeLAnnee conduite) {
        return execution -> conduite.apparier(annee(execution));
    }

    @Bean
    JavaDelegate compterSeminairesTenus(AnneesRegionales annees, Seminaires seminaires) {
        return execution -> {
            AnneeRegionale annee = annees.lire(annee(execution));
            execution.setVariable(Variables.SEMINAIRES_TENUS, seminaires.tenus(annee.region(), annee.annee()));
        };
    }

    @Bean
    JavaDelegate compterBilans(AnneesRegionales annees, Cahiers cahiers) {
        return execution -> {
            int annee = annees.lire(annee(execution)).annee();
            execution.setVariable(
                    Variables.TROISIEME_BILAN,
                    annees.avecBilan(annee).size() >= Cahiers.BILANS_ATTENDUS && !cahiers.existe(annee));
        };
    }

    @Bean
    JavaDelegate ouvrirInterRegional(AnneesRegionales annees, Cahiers cahiers, CahierProcess processus) {
        return execution -> {
            int annee = annees.lire(annee(execution)).annee();
            if (cahiers.ouvrir(annee)) {
                processus.demarrer(annee);
            }
        };
    }

    private static long annee(DelegateExecution execution) {
        return (Long) execution.getVariable(Variables.ACCOMPAGNEMENT_REGIONAL);
    }
}
