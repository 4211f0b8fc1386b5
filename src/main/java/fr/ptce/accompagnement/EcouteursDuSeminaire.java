package fr.ptce.accompagnement;

import fr.ptce.accompagnement.SeminaireProcess.Variables;
import fr.ptce.formulaire.Markdown;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.moteur.NomDeTache;
import fr.ptce.moteur.OptionsDeListe;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task listeners of {@code seminaire.bpmn}: bean name = delegate expression. */
@Configuration
class EcouteursDuSeminaire {

    private final Seminaires seminaires;
    private final Invites invites;
    private final ConduiteDuSeminaire conduite;
    private final CarnetDesInvites carnet;
    private final AffichageDesAccompagnateurs aff;
    private final OptionsDeListe options;

    EcouteursDuSeminaire(
            Seminaires seminaires,
            Invites invites,
            ConduiteDuSeminaire conduite,
            CarnetDesInvites carnet,
            AffichageDesAccompagnateurs aff,
            OptionsDeListe options) {
        this.seminaires = seminaires;
        this.invites = invites;
        this.conduite = conduite;
        this.carnet = carnet;
        this.aff = aff;
        this.options = options;
    }

    @Bean
    TaskListener nommerTacheDeSeminaire() {
        return tache -> {
            Seminaire seminaire = seminaire(tache);
            NomDeTache.completer(
                    tache,
                    seminaire.reference(),
                    seminaire.theme() == null ? aff.region(seminaire.region()) : seminaire.theme());
        };
    }

    @Bean
    TaskListener montrerSeminaireAPreparer() {
        return tache -> {
            Seminaire seminaire = seminaire(tache);
            tache.setVariableLocal(
                    "seminaireEnClair",
                    "**Séminaire n°\u00a0" + seminaire.rang() + " de " + seminaire.annee() + "**, "
                            + aff.region(seminaire.region())
                            + (seminaire.motif() == null
                                    ? ""
                                    : "\n\nReporté\u00a0: " + Markdown.citer(seminaire.motif())));
            rappeler(tache, seminaire);
        };
    }

    /** What was said before the seminar was put off, but for its date. */
    private static void rappeler(DelegateTask tache, Seminaire seminaire) {
        tache.getExecution().setVariableLocal("theme", seminaire.theme());
        tache.getExecution().setVariableLocal("lieu", seminaire.lieu());
        tache.getExecution().setVariableLocal("programme", seminaire.programme());
    }

    @Bean
    TaskListener enregistrerDate() {
        return tache -> {
            Seminaire fixe = conduite.fixer(id(tache), ValeursLues.de(tache));
            tache.getExecution()
                    .getProcessInstance()
                    .setVariables(Map.of(
                            Variables.DEBUT, Date.from(fixe.debut()),
                            Variables.REPONSE_AVANT, conduite.reponseAvant(fixe)));
        };
    }

    @Bean
    TaskListener montrerInvitation() {
        return tache -> {
            tache.setVariableLocal("seminaireEnClair", enClair(seminaire(tache)));
            invites.tacheDeReponse(invite(tache), tache.getId());
        };
    }

    @Bean
    TaskListener enregistrerReponseALInvitation() {
        return tache -> tache.setVariable(Variables.REMPLACE, conduite.repondre(invite(tache), ValeursLues.de(tache)));
    }

    @Bean
    TaskListener montrerPresence() {
        return tache -> {
            List<Invite> tous = invites.duSeminaire(id(tache));
            tache.getExecution().setVariableLocal("presents", options.rienDeCoche());
            tache.setVariableLocal("seminaireEnClair", enClair(seminaire(tache)));
            tache.setVariableLocal(
                    "invitesProposes",
                    options.de(
                            tous,
                            invite -> String.valueOf(invite.id()),
                            invite -> invite.nom() + " – " + invite.reponseEnClair()));
        };
    }

    @Bean
    TaskListener enregistrerCompteRendu() {
        return tache -> tache.getExecution()
                .getProcessInstance()
                .setVariable(Variables.TENU, conduite.raconter(id(tache), ValeursLues.de(tache)));
    }

    @Bean
    TaskListener montrerSeminaireAEvaluer() {
        return tache -> {
            tache.setVariableLocal("seminaireEnClair", enClair(seminaire(tache)));
            invites.tacheDEvaluation(invite(tache), tache.getId());
        };
    }

    @Bean
    TaskListener enregistrerAvisSurLeSeminaire() {
        return tache -> conduite.evaluer(invite(tache), ValeursLues.de(tache));
    }

    private String enClair(Seminaire seminaire) {
        Map<String, Object> details = carnet.details(seminaire);
        return "**" + Markdown.citer(seminaire.theme()) + "**  \n" + Markdown.citer((String) details.get("quand"))
                + "  \n" + Markdown.citer(seminaire.lieu()) + "\n\n"
                + Markdown.citer(Markdown.abreger(seminaire.programme(), 1500));
    }

    private Seminaire seminaire(DelegateTask tache) {
        return seminaires.lire(id(tache));
    }

    private static long id(DelegateTask tache) {
        return (Long) tache.getVariable(Variables.SEMINAIRE);
    }

    private static long invite(DelegateTask tache) {
        return (Long) tache.getVariable(Variables.INVITE);
    }
}
