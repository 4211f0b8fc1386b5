package fr.ptce.formulaire;

import java.util.List;

/**
 * A field of a form, as shown to whoever lists the answers (receipt, timeline).
 *
 * @param cle path of its value in the submission, for example {@code adresse.rue}; in a row, relative to the row
 * @param libelle its label, or its key when it has none
 * @param type type of form-js ({@code textfield}, {@code number}, {@code dynamiclist}…)
 * @param obligatoire whether a value must be given when the field is visible
 * @param champs fields of a row of a {@code dynamiclist}; empty otherwise
 */
public record Champ(String cle, String libelle, String type, boolean obligatoire, List<Champ> champs) {}
