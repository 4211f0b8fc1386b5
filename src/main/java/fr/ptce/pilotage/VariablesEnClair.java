package fr.ptce.pilotage;

import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.LecteurCsv;
import fr.ptce.annuaire.Themes;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.moteur.AuNomDeLApplication;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/**
 * The variables of a process instance as a pilot reads them. Only those that {@code pilotage/variables.csv} names are
 * shown, and only those of the instance as a whole: what is local to a task holds answers of forms, reviews among them.
 */
@Component
class VariablesEnClair {

    /** One variable, label and value in French. */
    record Variable(String nom, String libelle, String valeur) {}

    /** @param valeurs words for ids, or {@code region}, {@code groupes}, {@code themes}; empty for a value that reads as it is */
    private record Connue(String nom, String libelle, String valeurs) {}

    private static final Pattern JOUR = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d");
    private static final String VIDE = "non précisé";

    private final Map<String, Connue> connues = new LinkedHashMap<>();
    private final List<String> ordre;
    private final FormatFrancais francais = new FormatFrancais();
    private final HistoryService historique;
    private final AuNomDeLApplication application;
    private final Groupes groupes;
    private final Themes themes;
    private final AffichageDuSuivi affichage;

    VariablesEnClair(
            HistoryService historique,
            AuNomDeLApplication application,
            Groupes groupes,
            Themes themes,
            AffichageDuSuivi affichage) {
        this.historique = historique;
        this.application = application;
        this.groupes = groupes;
        this.themes = themes;
        this.affichage = affichage;
        LecteurCsv.lire("pilotage/variables.csv", VariablesEnClair::connue)
                .forEach(variable -> connues.put(variable.nom(), variable));
        ordre = List.copyOf(connues.keySet());
    }

    private static Connue connue(CSVRecord ligne) {
        return new Connue(ligne.get("nom"), ligne.get("libelle"), ligne.get("valeurs"));
    }

    /**
     * Those of an instance, running or over, in the order of the file.
     *
     * @param visible whether the reader may see the variable of this name
     */
    List<Variable> deLInstance(String instance, Predicate<String> visible) {
        return application
                .faire(() -> historique
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableNameIn(ordre.toArray(String[]::new))
                        .activityInstanceIdIn(instance)
                        .listPage(0, ordre.size()))
                .stream()
                .filter(variable -> visible.test(variable.getName()))
                .sorted(Comparator.comparing(variable -> ordre.indexOf(variable.getName())))
                .map(this::enClair)
                .toList();
    }

    private Variable enClair(HistoricVariableInstance variable) {
        Connue connue = connues.get(variable.getName());
        return new Variable(connue.nom(), connue.libelle(), valeur(connue, variable.getValue()));
    }

    private String valeur(Connue connue, Object valeur) {
        if (valeur == null || valeur.toString().isEmpty()) {
            return VIDE;
        }
        if (valeur instanceof Boolean vrai) {
            return vrai ? "oui" : "non";
        }
        if (valeur instanceof Date moment) {
            return francais.dateHeure(moment);
        }
        if (valeur instanceof Double nombre) {
            return String.format(Locale.FRANCE, "%.2f", nombre).replaceFirst(",00$", "");
        }
        List<String> textes = valeur instanceof Collection<?> plusieurs
                ? plusieurs.stream().map(Object::toString).toList()
                : List.of(valeur.toString().split(","));
        return textes.isEmpty()
                ? "aucun"
                : textes.stream().map(texte -> mot(connue, texte.strip())).collect(Collectors.joining(", "));
    }

    private String mot(Connue connue, String id) {
        return switch (connue.valeurs()) {
            case "" -> JOUR.matcher(id).find() ? francais.date(id) : id;
            case "region" -> affichage.region(id);
            case "groupes" -> groupes.nom(id);
            case "themes" -> themes.libelle(id);
            default ->
                Stream.of(connue.valeurs().split("\\|"))
                        .map(paire -> paire.split("=", 2))
                        .filter(paire -> paire[0].equals(id))
                        .map(paire -> paire[1])
                        .findFirst()
                        .orElse(id);
        };
    }
}
