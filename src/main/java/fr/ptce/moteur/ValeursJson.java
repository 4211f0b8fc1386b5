package fr.ptce.moteur;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Values of the engine's {@code Json} type, which Tasklist and form-js read as lists and objects. */
public interface ValeursJson {

    /**
     * A process variable of type {@code Json}.
     *
     * @param json a valid JSON text
     */
    TypedValue de(String json);

    /** The same for a list of texts, such as the ticked values of a checklist. */
    default TypedValue de(List<String> valeurs) {
        try {
            return de(new ObjectMapper().writeValueAsString(valeurs));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
