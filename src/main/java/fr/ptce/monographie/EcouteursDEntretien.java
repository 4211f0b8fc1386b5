package fr.ptce.monographie;

import fr.ptce.formulaire.Markdown;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.monographie.MonographieProcess.Variables;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task listeners of {@code entretien.bpmn}: bean name = delegate expression. */
@Configuration
class EcouteursDEntretien {

    private final Entretiens entretiens;
    private final Monographies monographies;
    private final ConduiteDesEntretiens conduite;
    private final CarnetDesPersonnes carnet;

    EcouteursDEntretien(
            Entretiens entretiens,
            Monographies monographies,
            ConduiteDesEntretiens conduite,
            CarnetDesPersonnes carnet) {
        this.entretiens = entretiens;
        this.monographies = monographies;
        this.conduite = conduite;
        this.carnet = carnet;
    }

    @Bean
    TaskListener montrerPersonneARencontrer() {
        return tache -> {
            Entretien entretien = entretien(tache);
            tache.setVariableLocal("personneEnClair", personne(entretien) + reponse(entretien) + page(entretien));
            tache.getExecution().setVariableLocal("lieu", entretien.lieu());
            tache.getExecution().setVariableLocal("objet", entretien.objet());
        };
    }

    @Bean
    TaskListener enregistrerRendezVous() {
        return tache -> conduite.proposer(id(tache), ValeursLues.de(tache));
    }

    @Bean
    TaskListener montrerRendezVous() {
        return tache -> {
            Entretien entretien = entretien(tache);
            Map<String, Object> details = carnet.details(entretien);
            tache.setVariableLocal(
                    "rendezVousEnClair",
                    "**Monographie\u00a0: " + Markdown.citer((String) details.get("pole")) + "**  \n"
                            + Markdown.citer((String) details.get("quand")) + "  \n"
                            + Markdown.citer(entretien.lieu())
                            + (entretien.objet() == null ? "" : "\n\n" + Markdown.citer(entretien.objet())));
            entretiens.tache(entretien.id(), tache.getId());
        };
    }

    @Bean
    TaskListener enregistrerReponseALEntretien() {
        return tache -> {
            tache.setVariable(Variables.REPONSE, conduite.repondre(id(tache), ValeursLues.de(tache)));
            tache.setVariable(Variables.COMPTE_RENDU_AVANT, conduite.compteRenduAvant(entretien(tache), (String)
                    tache.getVariable(Variables.REGION)));
        };
    }

    @Bean
    TaskListener montrerEntretien() {
        return tache -> {
            Entretien entretien = entretien(tache);
            tache.setVariableLocal(
                    "personneEnClair",
                    personne(entretien) + "\n\n"
                            + Markdown.citer((String) carnet.details(entretien).get("quand")) + "\n\nCette personne "
                            + entretien.consentement().libelle() + "."
                            + "\n\n[Écrire les notes de l’entretien](/monographies/" + entretien.monographie()
                            + "/entretiens/" + entretien.id()
                            + ")\u00a0: elles restent confidentielles, entre vous et les pilotes.");
        };
    }

    @Bean
    TaskListener enregistrerEntretien() {
        return tache ->
                tache.setVariable(Variables.ENTRETIEN_TENU, conduite.rendreCompte(id(tache), ValeursLues.de(tache)));
    }

    @Bean
    TaskListener montrerPersonneARemplacer() {
        return tache -> {
            Entretien entretien = entretien(tache);
            String raison = entretien.etat() == EtatDEntretien.REFUSE
                    ? reponse(entretien)
                    : "\n\nCette personne n’a pas répondu à l’invitation, malgré les rappels.";
            tache.setVariableLocal("personneEnClair", personne(entretien) + raison + page(entretien));
        };
    }

    @Bean
    TaskListener enregistrerPersonneRemplacee() {
        return tache -> {
            long suivant = conduite.remplacer(id(tache), ValeursLues.de(tache));
            tache.setVariable(Variables.PERSONNE_REMPLACEE, suivant != id(tache));
            tache.setVariable(Variables.ENTRETIEN, suivant);
        };
    }

    private String personne(Entretien entretien) {
        Monographie monographie = monographies.lire(entretien.monographie());
        return "**" + Markdown.citer(entretien.nom()) + "**, " + Markdown.citer(entretien.role())
                + ", pour la monographie de " + Markdown.citer(monographie.nom());
    }

    private static String reponse(Entretien entretien) {
        return entretien.message() == null
                ? ""
                : "\n\n" + entretien.etat().libelle() + "\u00a0: " + Markdown.citer(entretien.message());
    }

    private static String page(Entretien entretien) {
        return "\n\n[Ouvrir la page de la monographie](/monographies/" + entretien.monographie() + ")";
    }

    private Entretien entretien(DelegateTask tache) {
        return entretiens.lire(id(tache));
    }

    private static long id(DelegateTask tache) {
        return (Long) tache.getVariable(Variables.ENTRETIEN);
    }
}
