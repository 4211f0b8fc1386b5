package fr.ptce.moteur.interne;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * A refusal that the REST API of the engine answers with 400.
 *
 * <p>Its {@code complete} and {@code submit-form} turn every engine exception into a 500, {@code BadUserRequestException}
 * included, except the refusals of the engine's own form fields: hence this ancestor.
 */
public abstract class RefusPresentable extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    protected RefusPresentable(String message) {
        super(null, message);
    }
}
