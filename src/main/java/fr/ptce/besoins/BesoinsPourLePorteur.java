package fr.ptce.besoins;

import fr.ptce.annuaire.EtapeDuPorteur;
import fr.ptce.annuaire.EtapeDuPorteur.Avancement;
import fr.ptce.annuaire.SuiteDeLInitiative;
import fr.ptce.relance.CourrielsImmediats;
import fr.ptce.relance.TacheSuivie;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The questionnaire that counts for an initiative, as its porteur follows it. */
@Component
@Order(1)
class BesoinsPourLePorteur implements SuiteDeLInitiative {

    private static final String NOM = "Besoins";
    private static final String QUALIFICATION =
            "Les pilotes de votre région liront vos réponses et diront quel accompagnement vous conviendrait.";
    private static final String SELECTION = "Vos besoins sont qualifiés. Chaque région choisit les projets qu’elle"
            + " accompagne\u00a0: si le vôtre est choisi, vous le lirez ici.";
    private static final String SANS_EXPERIMENTATION =
            "Vos besoins sont qualifiés. Vous avez préféré ne pas participer à l’expérimentation de votre région\u00a0:"
                    + " rien d’autre n’est prévu pour l’instant.";
    private static final String INJOIGNABLE = "Nous n’avons pas réussi à vous joindre. Les pilotes de votre région"
            + " peuvent vous interroger à nouveau\u00a0: faites-leur signe en rappelant le numéro de votre dossier.";

    private final Questionnaires questionnaires;
    private final CourrielsImmediats courriels;

    BesoinsPourLePorteur(Questionnaires questionnaires, CourrielsImmediats courriels) {
        this.questionnaires = questionnaires;
        this.courriels = courriels;
    }

    @Override
    public Optional<EtapeDuPorteur> etape(String initiative) {
        return Optional.of(questionnaires
                .courant(initiative)
                .map(questionnaire -> questionnaire.etat().clos() ? close(questionnaire) : ouverte(questionnaire))
                .orElseGet(() -> EtapeDuPorteur.de(NOM, Avancement.A_VENIR)
                        .puis("Nous vous interrogerons sur vos besoins d’accompagnement par un questionnaire.")));
    }

    private static EtapeDuPorteur close(Questionnaire questionnaire) {
        return switch (questionnaire.etat()) {
            case INJOIGNABLE -> EtapeDuPorteur.arretee(NOM, null).puis(INJOIGNABLE);
            case RETIRE -> EtapeDuPorteur.arretee(NOM, null);
            default ->
                EtapeDuPorteur.faite(NOM, questionnaire.qualifieLe())
                        .puis(
                                "non".equals(questionnaire.reponses().experimentation())
                                        ? SANS_EXPERIMENTATION
                                        : SELECTION);
        };
    }

    /** Answered, it waits to be qualified, even before the diagram has moved on. */
    private EtapeDuPorteur ouverte(Questionnaire questionnaire) {
        if (questionnaire.repondu()) {
            return EtapeDuPorteur.enCours(NOM, questionnaire.reponduLe())
                    .attendre(EtapeDuPorteur.PILOTES_DE_LA_REGION)
                    .puis(QUALIFICATION + " C’est prévu sous 10\u00a0jours ouvrés.");
        }
        Optional<TacheSuivie> enLigne = enLigne(questionnaire.initiative());
        if (questionnaire.etat() == EtatQuestionnaire.A_APPELER) {
            return EtapeDuPorteur.enCours(NOM, null)
                    .attendre("les accompagnateurs et les pilotes de votre région")
                    .puis("L’un d’eux va vous téléphoner pour recueillir vos besoins, en principe sous 10\u00a0jours"
                            + " ouvrés."
                            + (enLigne.isPresent() ? " Vous pouvez encore répondre en ligne d’ici là." : ""));
        }
        return EtapeDuPorteur.enCours(NOM, questionnaire.ouvertLe())
                .attendre(EtapeDuPorteur.VOUS)
                .avant(enLigne.map(TacheSuivie::echeance).orElse(null))
                .puis(QUALIFICATION + " Sans réponse de votre part à la date prévue, nous vous téléphonerons.");
    }

    private Optional<TacheSuivie> enLigne(String initiative) {
        return courriels.tachesExterieures(initiative).stream()
                .filter(tache -> QuestionnaireBesoinsProcess.Elements.REPONDRE.equals(tache.element()))
                .findFirst();
    }
}
