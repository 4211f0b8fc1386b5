package fr.ptce.monographie;

import fr.ptce.annuaire.Groupes;
import fr.ptce.formulaire.Markdown;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.monographie.MonographieProcess.Variables;
import fr.ptce.moteur.Membres;
import fr.ptce.moteur.NomDeTache;
import fr.ptce.moteur.OptionsDeListe;
import fr.ptce.moteur.UtilisateurCourant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task listeners of {@code monographie.bpmn}: bean name = delegate expression. */
@Configuration
class EcouteursDeMonographie {

    private static final int EXTRAIT = 600;

    private final Monographies monographies;
    private final ConduiteDeLaMonographie conduite;
    private final Relectures relectures;
    private final Grilles grilles;
    private final Membres membres;
    private final OptionsDeListe options;
    private final UtilisateurCourant utilisateur;

    EcouteursDeMonographie(
            Monographies monographies,
            ConduiteDeLaMonographie conduite,
            Relectures relectures,
            Grilles grilles,
            Membres membres,
            OptionsDeListe options,
            UtilisateurCourant utilisateur) {
        this.monographies = monographies;
        this.conduite = conduite;
        this.relectures = relectures;
        this.grilles = grilles;
        this.membres = membres;
        this.options = options;
        this.utilisateur = utilisateur;
    }

    @Bean
    TaskListener nommerTacheDeMonographie() {
        return tache -> {
            Monographie monographie = monographie(tache);
            NomDeTache.completer(tache, monographie.reference(), monographie.nom());
        };
    }

    @Bean
    TaskListener montrerMonographieAConfier() {
        return tache -> {
            Monographie monographie = monographie(tache);
            tache.setVariableLocal(
                    "monographieEnClair",
                    enClair(monographie)
                            + (monographie.motif() == null
                                    ? ""
                                    : "\n\nLa personne proposée a décliné\u00a0: "
                                            + Markdown.citer(monographie.motif())));
            tache.setVariableLocal(
                    "auteursProposes",
                    options.de(membres.duGroupe(Groupes.REDACTEURS), Membres.Membre::id, Membres.Membre::nom));
        };
    }

    @Bean
    TaskListener enregistrerAuteur() {
        return tache -> {
            String auteur = ValeursLues.de(tache).texte("auteur_propose");
            monographies.auteur(id(tache), auteur);
            dire(
                    tache,
                    Map.of(
                            Variables.AUTEUR,
                            auteur,
                            "messageAuteur",
                            Objects.requireNonNullElse(ValeursLues.de(tache).texte("message_auteur"), "")));
        };
    }

    @Bean
    TaskListener montrerMonographieProposee() {
        return tache -> {
            Object message = tache.getVariable("messageAuteur");
            tache.setVariableLocal(
                    "monographieEnClair",
                    enClair(monographie(tache))
                            + (message == null || message.toString().isBlank()
                                    ? ""
                                    : "\n\nMot du pilote\u00a0: " + Markdown.citer(message.toString())));
        };
    }

    @Bean
    TaskListener enregistrerReponseDeLAuteur() {
        return tache ->
                dire(tache, Map.of(Variables.REDACTION_ACCEPTEE, conduite.repondre(id(tache), ValeursLues.de(tache))));
    }

    @Bean
    TaskListener montrerGrille() {
        return tache -> {
            Monographie monographie = monographie(tache);
            tache.setVariableLocal(
                    "monographieEnClair",
                    enClair(monographie)
                            + "\n\nSept rubriques\u00a0: "
                            + grilles.version(monographie.grille()).rubriques().stream()
                                    .map(Grille.Rubrique::libelle)
                                    .collect(Collectors.joining("\u00a0; "))
                            + ".\n\n[Lire la grille et lister les personnes à rencontrer](/monographies/"
                            + monographie.id() + ")");
            tache.getExecution().setVariableLocal("angle", monographie.angle());
        };
    }

    @Bean
    TaskListener enregistrerGrille() {
        return tache -> conduite.preparer(id(tache), ValeursLues.de(tache));
    }

    @Bean
    TaskListener montrerDocuments() {
        return tache -> tache.setVariableLocal(
                "monographieEnClair",
                enClair(monographie(tache))
                        + "\n\nRapports d’activité, bilans, comptes de résultat\u00a0: [listez sur la page de la"
                        + " monographie](/monographies/" + id(tache)
                        + "#documents) ce que vous avez analysé et ce que chaque document apporte.");
    }

    @Bean
    TaskListener enregistrerDocuments() {
        return tache -> conduite.analyser(id(tache), ValeursLues.de(tache));
    }

    @Bean
    TaskListener montrerRedaction() {
        return tache -> {
            Monographie monographie = monographie(tache);
            tache.setVariableLocal(
                    "monographieEnClair",
                    enClair(monographie)
                            + demandes(monographie)
                            + "\n\n[Écrire, rubrique par rubrique](/monographies/" + monographie.id()
                            + "/texte). Terminez cette tâche quand le texte est prêt à être relu par le pôle et par un"
                            + " pilote.");
        };
    }

    /** What the readers of the latest round ask for, as far as a task can show it. */
    private String demandes(Monographie monographie) {
        if (monographie.etat() != EtatDeMonographie.CORRECTIONS) {
            return "";
        }
        return "\n\n"
                + relectures.duTour(monographie).stream()
                        .filter(relecture -> !relecture.accord())
                        .map(relecture -> "- **" + relecture.source().libelle() + "** demande des corrections"
                                + (relecture.remarques().containsKey(Relectures.ENSEMBLE)
                                        ? "\u00a0: "
                                                + Markdown.citer(Markdown.abreger(
                                                        relecture.remarques().get(Relectures.ENSEMBLE), EXTRAIT))
                                        : "."))
                        .collect(Collectors.joining("\n"));
    }

    @Bean
    TaskListener enregistrerRedaction() {
        return tache -> {
            conduite.remettre(id(tache));
            dire(
                    tache,
                    Map.of(
                            "motAuxRelecteurs",
                            Objects.requireNonNullElse(ValeursLues.de(tache).texte("mot_aux_relecteurs"), "")));
        };
    }

    @Bean
    TaskListener montrerTexteAuPole() {
        return tache -> {
            Monographie monographie = monographie(tache);
            tache.setVariableLocal(
                    "monographieEnClair",
                    "**Votre monographie**, tour de relecture n°\u00a0" + monographie.tour() + motAuxRelecteurs(tache)
                            + "\n\n[Lire le texte](" + CarnetDuPole.lecture(monographie)
                            + "), puis dites-nous ce qui est à corriger. Sans réponse de votre part avant l’échéance,"
                            + " votre accord est acquis.");
        };
    }

    @Bean
    TaskListener enregistrerRelectureDuPole() {
        return tache -> conduite.relire(id(tache), SourceDeRelecture.POLE, ValeursLues.de(tache), auteur());
    }

    @Bean
    TaskListener montrerTexteAuPilote() {
        return tache -> tache.setVariableLocal("monographieEnClair", aLire(tache, monographie(tache)));
    }

    @Bean
    TaskListener enregistrerRelectureDuPilote() {
        return tache -> conduite.relire(id(tache), SourceDeRelecture.PILOTE, ValeursLues.de(tache), auteur());
    }

    @Bean
    TaskListener montrerTexteAuComite() {
        return tache -> {
            Monographie monographie = monographie(tache);
            tache.setVariableLocal(
                    "monographieEnClair",
                    aLire(tache, monographie)
                            + "\n\n"
                            + relectures.duTour(monographie).stream()
                                    .map(relecture -> "- " + relecture.source().libelle()
                                            + (relecture.tacite()
                                                    ? "\u00a0: accord acquis, sans réponse dans les quinze jours ouvrés"
                                                    : "\u00a0: accord"))
                                    .collect(Collectors.joining("\n")));
        };
    }

    @Bean
    TaskListener enregistrerValidationDeLaMonographie() {
        return tache ->
                dire(tache, Map.of(Variables.VALIDEE, conduite.valider(id(tache), ValeursLues.de(tache), auteur())));
    }

    private static String aLire(DelegateTask tache, Monographie monographie) {
        return enClair(monographie) + motAuxRelecteurs(tache) + "\n\n[Lire le texte et ce qui a changé"
                + "](/monographies/" + monographie.id() + "/lecture)";
    }

    private static String motAuxRelecteurs(DelegateTask tache) {
        Object mot = tache.getVariable("motAuxRelecteurs");
        return mot == null || mot.toString().isBlank()
                ? ""
                : "\n\nMot de l’auteur\u00a0: " + Markdown.citer(mot.toString());
    }

    private static String enClair(Monographie monographie) {
        return "**" + Markdown.citer(monographie.nom()) + "** (" + monographie.initiative() + "), "
                + monographie.genre().libelle().toLowerCase(Locale.FRENCH) + ", milieu "
                + monographie.milieu().libelle().toLowerCase(Locale.FRENCH);
    }

    private static void dire(DelegateTask tache, Map<String, Object> variables) {
        tache.getExecution().getProcessInstance().setVariables(variables);
    }

    private Monographie monographie(DelegateTask tache) {
        return monographies.lire(id(tache));
    }

    private static long id(DelegateTask tache) {
        return (Long) tache.getVariable(Variables.MONOGRAPHIE);
    }

    private String auteur() {
        return utilisateur.identifiant().orElse(null);
    }
}
