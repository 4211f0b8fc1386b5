package fr.ptce.besoins;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an initiative stands in the census. The sets overlap: those that were asked comprise those that answered. The
 * order is that of the page.
 */
enum Situation {
    INTERROGEES("interrogees", "Interrogées", Condition.EN_LICE + " and q.id is not null"),
    REPONSES("reponses", "Réponses reçues", Condition.REPONDU),
    EN_LIGNE("en-ligne", "Réponses en ligne", Condition.REPONDU + " and q.repondu_par is null"),
    TELEPHONE("telephone", "Réponses par téléphone", Condition.REPONDU + " and q.repondu_par is not null"),
    EN_ATTENTE(EtatQuestionnaire.EN_ATTENTE),
    A_APPELER(EtatQuestionnaire.A_APPELER),
    A_QUALIFIER(EtatQuestionnaire.A_QUALIFIER),
    QUALIFIEES(EtatQuestionnaire.QUALIFIE),
    INJOIGNABLES(EtatQuestionnaire.INJOIGNABLE),
    JAMAIS("jamais", "Jamais interrogées", Condition.EN_LICE + " and q.id is null"),
    RETIREES("retirees", "Initiatives retirées", "i.retiree_le is not null");

    private static final class Condition {
        static final String EN_LICE = "i.retiree_le is null";
        static final String REPONDU = EN_LICE + " and q.repondu_le is not null";
    }

    private final String id;
    private final String libelle;
    private final String condition;

    Situation(String id, String libelle, String condition) {
        this.id = id;
        this.libelle = libelle;
        this.condition = condition;
    }

    Situation(EtatQuestionnaire etat) {
        this(etat.id(), etat.libelle(), Condition.EN_LICE + " and q.etat = '" + etat.id() + "'");
    }

    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** SQL on {@code initiative i} and its current {@code questionnaire q}, which may be absent. */
    String condition() {
        return condition;
    }

    /** The situation of an id; empty when unknown or null. */
    static Optional<Situation> de(String id) {
        return Stream.of(values()).filter(situation -> situation.id.equals(id)).findFirst();
    }
}
