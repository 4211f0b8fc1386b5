package fr.ptce.accompagnement;

import fr.ptce.accompagnement.CahierProcess.Variables;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.moteur.NomDeTache;
import fr.ptce.moteur.OptionsDeListe;
import fr.ptce.moteur.UtilisateurCourant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task listeners of {@code cahier-methodologique.bpmn}: bean name = delegate expression. */
@Configuration
class EcouteursDuCahier {

    private final Cahiers cahiers;
    private final RedacteurDeLAccompagnement redacteur;
    private final UtilisateurCourant utilisateur;
    private final OptionsDeListe options;

    EcouteursDuCahier(
            Cahiers cahiers,
            RedacteurDeLAccompagnement redacteur,
            UtilisateurCourant utilisateur,
            OptionsDeListe options) {
        this.cahiers = cahiers;
        this.redacteur = redacteur;
        this.utilisateur = utilisateur;
        this.options = options;
    }

    @Bean
    TaskListener nommerTacheDuCahier() {
        return tache -> NomDeTache.completer(
                tache,
                CahierProcess.reference(annee(tache)),
                tache.hasVariable(Variables.CHAPITRE) ? chapitre(tache).titre() : "Cahier méthodologique");
    }

    @Bean
    TaskListener montrerMatiere() {
        return tache -> {
            Chapitre chapitre = chapitre(tache);
            tache.setVariableLocal("matiereEnClair", redacteur.matiere(chapitre));
            if (chapitre.texte() != null) {
                tache.getExecution()
                        .setVariableLocal("chapitre_essentiel", chapitre.texte().essentiel());
                tache.getExecution()
                        .setVariableLocal(
                                "chapitre_developpement", chapitre.texte().developpement());
                tache.getExecution()
                        .setVariableLocal("chapitre_outils", chapitre.texte().outils());
            }
        };
    }

    @Bean
    TaskListener enregistrerChapitre() {
        return tache -> cahiers.rediger(
                id(tache),
                new Chapitre.Texte(
                        ValeursLues.de(tache).texte("chapitre_essentiel"),
                        ValeursLues.de(tache).texte("chapitre_developpement"),
                        ValeursLues.de(tache).texte("chapitre_outils")),
                auteur());
    }

    @Bean
    TaskListener montrerChapitre() {
        return tache -> tache.setVariableLocal("chapitreEnClair", redacteur.chapitre(chapitre(tache)));
    }

    @Bean
    TaskListener enregistrerRelectureDuChapitre() {
        return tache -> {
            ValeursLues saisie = ValeursLues.de(tache);
            boolean accepte = saisie.est("chapitre_accepte", "oui");
            if (accepte) {
                cahiers.accepter(id(tache), auteur());
            } else {
                cahiers.renvoyer(List.of(id(tache)), saisie.texte("remarque_chapitre"));
            }
            tache.setVariable(Variables.CHAPITRE_ACCEPTE, accepte);
        };
    }

    @Bean
    TaskListener montrerCahier() {
        return tache -> {
            List<Chapitre> chapitres = cahiers.chapitres(annee(tache));
            tache.setVariableLocal("cahierEnClair", redacteur.cahier(chapitres));
            tache.getExecution().setVariableLocal("chapitres_a_reprendre", options.rienDeCoche());
            tache.setVariableLocal(
                    "chapitresProposes",
                    options.de(
                            chapitres,
                            chapitre -> String.valueOf(chapitre.id()),
                            chapitre -> chapitre.rang() + ". " + chapitre.titre()));
        };
    }

    @Bean
    TaskListener enregistrerValidationDuCahier() {
        return tache -> {
            ValeursLues saisie = ValeursLues.de(tache);
            boolean valide = saisie.est("cahier_valide", "oui");
            if (valide) {
                cahiers.valider(annee(tache), auteur());
            } else {
                cahiers.renvoyer(
                        saisie.liste("chapitres_a_reprendre").stream()
                                .map(Long::valueOf)
                                .toList(),
                        saisie.texte("remarque_cahier"));
            }
            tache.getExecution().getProcessInstance().setVariables(Map.of(Variables.CAHIER_VALIDE, valide));
        };
    }

    private Chapitre chapitre(DelegateTask tache) {
        return cahiers.lire(id(tache));
    }

    private static long id(DelegateTask tache) {
        return (Long) tache.getVariable(Variables.CHAPITRE);
    }

    private static int annee(DelegateTask tache) {
        return (Integer) tache.getVariable(Variables.ANNEE);
    }

    private String auteur() {
        return utilisateur.identifiant().orElse(null);
    }
}
