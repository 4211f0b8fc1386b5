package fr.ptce.monographie;

import fr.ptce.formulaire.Markdown;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.monographie.AnalyseProcess.Variables;
import fr.ptce.moteur.NomDeTache;
import fr.ptce.moteur.UtilisateurCourant;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code analyse-transversale.bpmn} calls: bean name = delegate expression. */
@Configuration
class EcouteursDAnalyse {

    private final AnalysesTransversales analyses;
    private final Monographies monographies;
    private final Redactions redactions;
    private final Grilles grilles;
    private final UtilisateurCourant utilisateur;

    EcouteursDAnalyse(
            AnalysesTransversales analyses,
            Monographies monographies,
            Redactions redactions,
            Grilles grilles,
            UtilisateurCourant utilisateur) {
        this.analyses = analyses;
        this.monographies = monographies;
        this.redactions = redactions;
        this.grilles = grilles;
        this.utilisateur = utilisateur;
    }

    @Bean
    TaskListener nommerTacheDAnalyse() {
        return tache -> NomDeTache.completer(tache, analyse(tache).reference(), "Trois monographies");
    }

    @Bean
    TaskListener montrerAnalyse() {
        return tache -> {
            AnalysesTransversales.Analyse analyse = analyse(tache);
            tache.setVariableLocal(
                    "analyseEnClair",
                    "Les monographies de "
                            + monographies.deLAnalyse(analyse.id()).stream()
                                    .map(monographie -> "**" + Markdown.citer(monographie.nom()) + "**")
                                    .collect(Collectors.joining(", "))
                            + "\n\n[Ouvrir le tableau des rubriques et le texte](/monographies/analyses/" + analyse.id()
                            + ")"
                            + (analyse.remarque() == null
                                    ? ""
                                    : "\n\nLe comité demande de la reprendre\u00a0: "
                                            + Markdown.citer(analyse.remarque())));
        };
    }

    /** @throws SoumissionRefusee when a rubric is empty */
    @Bean
    TaskListener enregistrerAnalyse() {
        return tache -> {
            AnalysesTransversales.Analyse analyse = analyse(tache);
            String vides = grilles.version(analyse.grille()).vides(redactions.textes(analyse.reference()));
            if (!vides.isEmpty()) {
                throw new SoumissionRefusee(
                        "mot_aux_relecteurs", "Texte", "Rubriques encore vides\u00a0: " + vides + ".");
            }
            analyses.rediger(analyse.id(), utilisateur.identifiant().orElse(null));
        };
    }

    @Bean
    TaskListener enregistrerValidationDeLAnalyse() {
        return tache -> {
            ValeursLues saisie = ValeursLues.de(tache);
            boolean valide = saisie.est("analyse_validee", "oui");
            if (valide) {
                analyses.valider(id(tache));
            } else {
                analyses.renvoyer(id(tache), saisie.texte("remarque_generale"));
            }
            tache.getExecution().getProcessInstance().setVariable(Variables.VALIDEE, valide);
        };
    }

    @Bean
    JavaDelegate transmettreAnalyse(RemiseALEditeur remise) {
        return execution -> remise.remettreLAnalyse((Long) execution.getVariable(Variables.ANALYSE));
    }

    private AnalysesTransversales.Analyse analyse(DelegateTask tache) {
        return analyses.lire(id(tache));
    }

    private static long id(DelegateTask tache) {
        return (Long) tache.getVariable(Variables.ANALYSE);
    }
}
