package fr.ptce.publication;

import fr.ptce.formulaire.Markdown;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.moteur.NomDeTache;
import fr.ptce.moteur.ProprietesDuModele;
import fr.ptce.publication.PublicationProcess.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code publication.bpmn} calls: bean name = delegate expression. */
@Configuration
class EcouteursDePublication {

    private final Publications publications;
    private final ConduiteDeLaPublication conduite;

    EcouteursDePublication(Publications publications, ConduiteDeLaPublication conduite) {
        this.publications = publications;
        this.conduite = conduite;
    }

    @Bean
    TaskListener nommerTacheDePublication() {
        return tache -> NomDeTache.completer(
                tache,
                publication(tache).reference(),
                preparee(publication(tache)).titre());
    }

    @Bean
    TaskListener montrerNotice() {
        return tache -> {
            Publication publication = publication(tache);
            Publication.Version version = preparee(publication);
            tache.setVariableLocal(
                    "publicationEnClair",
                    "**" + Markdown.citer(version.titre()) + "**, version " + version.numero()
                            + "\n\n[Lire le texte et l’aperçu du PDF](/publications/" + publication.id() + ")"
                            + (version.errata() == null
                                    ? ""
                                    : "\n\nErratum signalé\u00a0: " + Markdown.citer(version.errata())));
            DelegateExecution execution = tache.getExecution();
            execution.setVariableLocal("titre", version.titre());
            execution.setVariableLocal("auteurs", version.auteurs());
            execution.setVariableLocal("resume", version.resume());
            execution.setVariableLocal("mots_cles", version.motsCles());
            execution.setVariableLocal(
                    "licence", (version.licence() == null ? Licence.CC_BY_SA : version.licence()).id());
            execution.setVariableLocal("errata", version.errata());
        };
    }

    private Publication.Version preparee(Publication publication) {
        return publications
                .version(publication.id(), publication.enPreparation())
                .orElseThrow();
    }

    @Bean
    TaskListener enregistrerNotice() {
        return tache -> conduite.noter(id(tache), ValeursLues.de(tache));
    }

    /** Writes the state that the element of the diagram carries as its property {@code etat}. */
    @Bean
    ExecutionListener noterEtatDePublication() {
        return execution -> publications.etat(
                id(execution),
                EtatDePublication.de(ProprietesDuModele.lire(execution.getBpmnModelElementInstance(), "etat")
                        .orElseThrow()));
    }

    @Bean
    JavaDelegate composerPdf() {
        return execution -> conduite.composer(id(execution));
    }

    @Bean
    JavaDelegate mettreEnLigne() {
        return execution -> conduite.mettreEnLigne(id(execution));
    }

    @Bean
    JavaDelegate prevenirPole(CourriersDePublication courriers) {
        return execution -> courriers.annoncerLaPublication(id(execution));
    }

    private Publication publication(DelegateTask tache) {
        return publications.lire(id(tache));
    }

    private static long id(DelegateTask tache) {
        return (Long) tache.getVariable(Variables.PUBLICATION);
    }

    private static long id(DelegateExecution execution) {
        return (Long) execution.getVariable(Variables.PUBLICATION);
    }
}
