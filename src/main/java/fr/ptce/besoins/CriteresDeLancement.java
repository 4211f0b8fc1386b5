package fr.ptce.besoins;

import fr.ptce.formulaire.ValeursLues;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Whom a pilot wants to ask, and how: the fields of {@code lancer-questionnaires.form}, checked by then.
 *
 * @param initiatives numbers chosen one by one, which leave the next three aside; empty for none
 * @param campagne code of the call, null for all
 * @param regions codes, empty for all that the pilot follows
 * @param categories ids, empty for all
 * @param echeance last day for an answer, null for the delay of the diagram
 * @param message what the porteurs read, null for nothing
 * @param aNouveau whether those who have answered are asked again
 * @param parTelephone whether a call is proposed for those without an address
 */
record CriteresDeLancement(
        List<String> initiatives,
        String campagne,
        List<String> regions,
        List<String> categories,
        LocalDate echeance,
        String message,
        boolean aNouveau,
        boolean parTelephone) {

    /** Initiatives that may be chosen one by one. */
    static final int MAXIMUM_D_INITIATIVES = 200;

    CriteresDeLancement {
        initiatives = List.copyOf(initiatives);
        regions = List.copyOf(regions);
        categories = List.copyOf(categories);
    }

    /** Reads the fields of the form. */
    static CriteresDeLancement de(List<String> initiatives, Map<String, Object> champs) {
        ValeursLues saisie = new ValeursLues(champs);
        return new CriteresDeLancement(
                initiatives,
                saisie.texte("campagne"),
                saisie.liste("regions"),
                saisie.liste("categories"),
                saisie.jour("echeance"),
                saisie.texte("message"),
                Boolean.TRUE.equals(champs.get("a_nouveau")),
                Boolean.TRUE.equals(champs.get("par_telephone")));
    }
}
