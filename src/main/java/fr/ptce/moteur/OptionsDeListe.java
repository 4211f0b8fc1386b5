package fr.ptce.moteur;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** What a list of a form offers ({@code valuesKey}), as a variable of its task. */
@Component
public class OptionsDeListe {

    private final ObjectMapper json = new ObjectMapper();
    private final ValeursJson valeurs;

    OptionsDeListe(ValeursJson valeurs) {
        this.valeurs = valeurs;
    }

    /** What a checklist holds before anything is ticked: Tasklist sends lists only for what is a list already. */
    public TypedValue rienDeCoche() {
        return valeurs.de(List.of());
    }

    /** Choices in this order, each with what it gives and what is read. */
    public <T> TypedValue de(List<T> choix, Function<T, String> valeur, Function<T, String> libelle) {
        try {
            return valeurs.de(json.writeValueAsString(choix.stream()
                    .map(un -> Map.of("value", valeur.apply(un), "label", libelle.apply(un)))
                    .toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
