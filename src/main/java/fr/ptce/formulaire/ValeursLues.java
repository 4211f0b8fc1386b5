package fr.ptce.formulaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What a form has accepted, read field by field as what it means.
 *
 * @param champs values by key, as the engine or {@link Formulaire#accepter} gives them
 */
public record ValeursLues(Map<String, Object> champs) {

    /** The answers to a task: the variables of its own scope, declared as its inputs in the diagram. */
    public static ValeursLues de(DelegateTask tache) {
        return new ValeursLues(tache.getExecution().getVariablesLocal());
    }

    /** Without blanks around it; null when nothing was given. */
    public String texte(String cle) {
        Object valeur = champs.get(cle);
        return valeur == null || Blancs.seulement(valeur.toString())
                ? null
                : Blancs.retires(valeur.toString());
    }

    /** Whether this is what was chosen. */
    public boolean est(String cle, String valeur) {
        return valeur.equals(champs.get(cle));
    }

    /**
     * A whole number.
     *
     * @throws NullPointerException when the field is empty
     */
    public int entier(String cle) {
        Object valeur = champs.get(cle);
        return valeur instanceof Number nombre ? nombre.intValue() : Integer.parseInt(texte(cle));
    }

    /** A day; null when none was given. */
    public LocalDate jour(String cle) {
        String texte = texte(cle);
        return texte == null ? null : LocalDate.parse(texte.substring(0, 10));
    }

    /** The ticked values: the engine gives a list, or JSON when nobody has changed it. */
    public List<String> liste(String cle) {
        Object valeur = champs.get(cle);
        if (valeur == null) {
            return List.of();
        }
        if (valeur instanceof Collection<?> choisies) {
            return choisies.stream().map(Object::toString).toList();
        }
        try {
            return List.of(new ObjectMapper().readValue(valeur.toString(), String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the form accepted is no list", e);
        }
    }
}
