package fr.ptce.annuaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The groups of the programme. Who belongs to them is data of the engine. Immutable. */
@Component
public class Groupes {

    /** Every pilot is in it, besides the group of their region or network: what all pilots may do is granted here. */
    public static final String PILOTES = "pilotes";

    /** Every accompagnateur is in it, besides the group of their region. */
    public static final String ACCOMPAGNATEURS = "accompagnateurs";

    public static final String COMITE = "comite-pilotage";
    public static final String REDACTEURS = "redacteurs";
    public static final String PILOTES_NATIONAUX = "pilotes-FR";
    public static final String ADMINISTRATION = "camunda-admin";

    private final Map<String, Groupe> parId = new LinkedHashMap<>();

    Groupes() {
        LecteurCsv.lire(
                        "annuaire/groupes.csv",
                        ligne -> new Groupe(
                                ligne.get("id"),
                                ligne.get("nom"),
                                ligne.get("type"),
                                LecteurCsv.liste(ligne.get("territoires"))))
                .forEach(groupe -> parId.put(groupe.id(), groupe));
    }

    /** All of them, in the order of the file. */
    public List<Groupe> tous() {
        return List.copyOf(parId.values());
    }

    /** The group of an id; empty when unknown or null. */
    public Optional<Groupe> parId(String id) {
        return Optional.ofNullable(parId.get(id));
    }

    /** The name to show for a group: that of the file, or the id itself for a group that an administrator added. */
    public String nom(String id) {
        return parId(id).map(Groupe::nom).orElse(id);
    }

    /** The group of the pilots of a region: {@code pilotes-<code>}. */
    public static String pilotesDe(String codeRegion) {
        return "pilotes-" + codeRegion;
    }
}
