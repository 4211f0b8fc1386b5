package fr.ptce.moteur;

import org.camunda.bpm.engine.variable.value.TypedValue;

/** Values of the engine's {@code Json} type, which Tasklist and form-js read as lists and objects. */
public interface ValeursJson {

    /**
     * A process variable of type {@code Json}.
     *
     * @param json a valid JSON text
     */
    TypedValue de(String json);
}
