package fr.ptce.moteur;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ptce.moteur.Modeles.Diagramme;
import fr.ptce.moteur.Modeles.Formulaire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a form asks is declared by its task and read by the code that keeps it; what a form shows is written by the code
 * that prepares it. The code is read as it is compiled: whatever can be called from the bean that the diagram names.
 *
 * <p>Of the forms with most questions, other tests follow each answer to the table and back.
 */
class ChampsDesFormulairesTest {

    private static final Pattern VARIABLE_MONTREE = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}}");
    private static final Pattern LITTERAL = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NOM = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Words of the FEEL expressions of our forms that are no variables. */
    private static final Set<String> MOTS_DE_FEEL = Set.of(
            "null",
            "true",
            "false",
            "and",
            "or",
            "not",
            "count",
            "every",
            "some",
            "in",
            "satisfies",
            "list",
            "contains",
            "a",
            "if",
            "then",
            "else");

    /** Asked so that nothing goes on without it, and kept by nothing else than going on. */
    private static final Set<String> CASES_A_COCHER_SEULEMENT = Set.of("consentement", "confirmation");

    private static final CodeCompile CODE = CodeCompile.deLApplication();

    static List<Diagramme> diagrammes() {
        return Modeles.diagrammes();
    }

    /** The forms of pages, which no task names. */
    static List<Formulaire> formulairesDesPages() {
        Set<String> desTaches = diagrammes().stream()
                .flatMap(diagramme ->
                        taches(diagramme).map(tache -> diagramme.piece() + "/" + tache.getCamundaFormRef()))
                .collect(Collectors.toSet());
        return Modeles.formulaires().stream()
                .filter(formulaire -> !desTaches.contains(formulaire.piece() + "/" + formulaire.nom()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void lesEntreesDUneTacheSontLesChampsDeSonFormulaire(Diagramme diagramme) {
        List<String> fautes = new ArrayList<>();
        taches(diagramme).forEach(tache -> {
            Formulaire formulaire = Modeles.formulaire(diagramme, tache).orElseThrow();
            Set<String> entrees = entrees(tache);
            formulaire.cles().stream()
                    .filter(cle -> !entrees.contains(cle))
                    .forEach(cle -> fautes.add(tache.getId() + " : il manque l’entrée camunda:inputParameter « " + cle
                            + " », que demande " + formulaire));
            entrees.stream()
                    .filter(entree -> !formulaire.cles().contains(entree))
                    .forEach(entree -> fautes.add(
                            tache.getId() + " : l’entrée « " + entree + " » n’est pas demandée par " + formulaire));
        });
        assertThat(fautes).as("entrées des tâches de %s", diagramme).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void chaqueReponseEstLueParLeCodeQuiTermineLaTache(Diagramme diagramme) {
        List<String> fautes = new ArrayList<>();
        taches(diagramme).forEach(tache -> {
            Formulaire formulaire = Modeles.formulaire(diagramme, tache).orElseThrow();
            Set<String> lus = atteints(tache, "complete");
            formulaire.cles().stream()
                    .filter(cle -> !CASES_A_COCHER_SEULEMENT.contains(cle))
                    .filter(cle -> !CodeCompile.nomme(lus, cle))
                    .forEach(cle -> fautes.add(tache.getId() + " : « " + cle + " », que demande " + formulaire
                            + ", n’est lu par rien de ce qu’appelle " + ecouteurs(tache, "complete")));
        });
        assertThat(fautes).as("réponses aux tâches de %s", diagramme).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formulairesDesPages")
    void chaqueReponseDUnePageEstLueParLeCodeQuiLaRecoit(Formulaire formulaire) {
        Set<String> lus = CODE.atteintsDepuisCeuxQuiNomment(formulaire.toString());
        assertThat(formulaire.cles().stream()
                        .filter(cle -> !CASES_A_COCHER_SEULEMENT.contains(cle))
                        .filter(cle -> !CodeCompile.nomme(lus, cle)))
                .as("champs de %s que ne lit rien de ce qu’appelle le code qui le nomme", formulaire)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void ceQueMontreUnFormulaireEstEcritQuandSaTacheEstCreee(Diagramme diagramme) {
        List<String> fautes = new ArrayList<>();
        taches(diagramme).forEach(tache -> {
            Formulaire formulaire = Modeles.formulaire(diagramme, tache).orElseThrow();
            Set<String> ecrits = new HashSet<>(atteints(tache, "create"));
            ecrits.addAll(formulaire.cles());
            ecrits.addAll(diagramme.variablesEcrites());
            montres(formulaire.schema()).stream()
                    .filter(variable -> !ecrits.contains(variable))
                    .forEach(variable -> fautes.add(tache.getId() + " : « " + variable + " », que montre " + formulaire
                            + ", n’est écrit par rien de ce qu’appelle " + ecouteurs(tache, "create")));
        });
        assertThat(fautes).as("formulaires de %s", diagramme).isEmpty();
    }

    /** The variables in the texts, the lists and the conditions of a form. */
    private static Set<String> montres(JsonNode noeud) {
        Set<String> montres = new TreeSet<>();
        noeud.properties().forEach(propriete -> {
            JsonNode valeur = propriete.getValue();
            if (valeur.isTextual() && propriete.getKey().equals("valuesKey")) {
                montres.add(valeur.asText());
            } else if (valeur.isTextual() && valeur.asText().startsWith("=")) {
                Matcher nom = NOM.matcher(LITTERAL.matcher(valeur.asText()).replaceAll(""));
                nom.results()
                        .map(trouve -> trouve.group())
                        .filter(mot -> !MOTS_DE_FEEL.contains(mot))
                        .forEach(montres::add);
            } else if (valeur.isTextual()) {
                VARIABLE_MONTREE.matcher(valeur.asText()).results().forEach(trouve -> montres.add(trouve.group(1)));
            }
            montres.addAll(montres(valeur));
        });
        noeud.elements().forEachRemaining(element -> montres.addAll(montres(element)));
        return montres;
    }

    private static Stream<UserTask> taches(Diagramme diagramme) {
        return diagramme.modele().getModelElementsByType(UserTask.class).stream();
    }

    private static Set<String> entrees(UserTask tache) {
        return tache.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                .flatMap(echange -> echange.getCamundaInputParameters().stream())
                .map(entree -> entree.getCamundaName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> atteints(UserTask tache, String evenement) {
        return ecouteurs(tache, evenement).stream()
                .flatMap(bean -> CODE.atteintsDepuisLeBean(bean).stream())
                .collect(Collectors.toSet());
    }

    /** The beans that listen to an event of a task. */
    private static List<String> ecouteurs(UserTask tache, String evenement) {
        return tache.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list().stream()
                .filter(ecouteur -> evenement.equals(ecouteur.getCamundaEvent()))
                .map(ecouteur -> ecouteur.getCamundaDelegateExpression().replaceAll("[${}]", ""))
                .toList();
    }
}
