package fr.ptce.moteur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Groupe;
import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.LecteurCsv;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.courriel.Courriels;
import fr.ptce.moteur.Modeles.Diagramme;
import fr.ptce.moteur.Modeles.Formulaire;
import fr.ptce.moteur.Modeles.Tables;
import fr.ptce.moteur.SortiesDesTables.Sortie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * What a diagram or a table names exists on the other side: groups, for every value of the variables in their
 * expressions; variables; answers of tables; models of e-mail; messages and signals.
 */
class DestinationsTest {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern COMPARAISON = Pattern.compile("([A-Za-z]+) [!=]= '([^']*)'");
    private static final Pattern LITTERAL = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NOM = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern ENVOI = Pattern.compile("([A-Z][a-z]+){2,}");
    private static final Pattern GROUPE = Pattern.compile("(pilotes|accompagnateurs)-[A-Za-z0-9-]+");

    /** What the engine puts into expressions by itself. */
    private static final Set<String> DU_MOTEUR = Set.of("execution", "task");

    /** Words of the FEEL expressions of our tables that are no variables. */
    private static final Set<String> MOTS_DE_FEEL =
            Set.of("if", "then", "else", "null", "true", "false", "not", "and", "or", "count", "flatten", "contains");

    private static final ExpressionFactory EXPRESSIONS = new ExpressionFactoryImpl();
    private static final DmnEngine TABLES =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, List<Map<String, Object>>> REPONSES = new HashMap<>();
    private static final CodeCompile CODE = CodeCompile.deLApplication();

    /** The lists of the programme and what the rooms understand of their tables: no engine, no database, no web. */
    private static AnnotationConfigApplicationContext annuaire;

    @BeforeAll
    static void lireLAnnuaire() {
        annuaire = new AnnotationConfigApplicationContext();
        annuaire.register(Groupes.class, Regions.class, Themes.class, Besoins.class);
        ClassPathBeanDefinitionScanner pieces = new ClassPathBeanDefinitionScanner(annuaire, false);
        pieces.addIncludeFilter(new AssignableTypeFilter(SortiesDesTables.class));
        pieces.scan("fr.ptce");
        annuaire.refresh();
    }

    @AfterAll
    static void fermerLAnnuaire() {
        annuaire.close();
    }

    static List<Diagramme> diagrammes() {
        return Modeles.diagrammes();
    }

    static List<Tables> tables() {
        return Modeles.tables();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void chaqueGroupeDestinataireExisteQuellesQueSoientSesVariables(Diagramme diagramme) {
        List<String> fautes = new ArrayList<>();
        for (UserTask tache : diagramme.modele().getModelElementsByType(UserTask.class)) {
            Set<String> absents = new TreeSet<>();
            for (Map<String, Object> valeurs : combinaisons(tache, fautes)) {
                Stream.of(evaluer(tache.getCamundaCandidateGroups(), valeurs).split(",", -1))
                        .filter(groupe -> groupes().parId(groupe.strip()).isEmpty())
                        .forEach(absents::add);
            }
            if (!absents.isEmpty()) {
                fautes.add(tache.getId() + " : " + tache.getCamundaCandidateGroups()
                        + " donne des groupes qui ne sont pas dans annuaire/groupes.csv : "
                        + String.join(", ", absents));
            }
        }
        assertThat(fautes).as("destinataires de %s", diagramme).isEmpty();
    }

    /** Every combination of the possible values of the variables that the groups of a task are made of. */
    private static List<Map<String, Object>> combinaisons(UserTask tache, List<String> fautes) {
        String expression = tache.getCamundaCandidateGroups();
        if (expression == null || tache.getCamundaCandidateUsers() != null) {
            if (tache.getCamundaAssignee() == null || tache.getCamundaCandidateUsers() != null) {
                fautes.add(tache.getId() + " : ni groupe ni personne, ou des personnes nommées une à une");
            }
            return List.of();
        }
        List<Map<String, Object>> combinaisons = new ArrayList<>(List.of(Map.of()));
        for (String variable : variables(expression)) {
            Collection<String> valeurs = valeursPossibles(variable);
            if (valeurs.isEmpty()) {
                fautes.add(tache.getId() + " : ce test ne sait pas quelles valeurs prend « " + variable + " »");
            }
            combinaisons = combinaisons.stream()
                    .flatMap(avant -> valeurs.stream().map(valeur -> {
                        Map<String, Object> avec = new LinkedHashMap<>(avant);
                        avec.put(variable, valeur);
                        return avec;
                    }))
                    .toList();
        }
        return combinaisons;
    }

    /** The variables of which groups are made; what a table decides is what the table may answer. */
    private static Collection<String> valeursPossibles(String variable) {
        return switch (variable) {
            case "region" -> codesDesRegions();
            case "groupeRelecteur" ->
                reponses("affectation", "groupe").stream().map(String::valueOf).collect(Collectors.toSet());
            default -> Set.of();
        };
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void chaqueVariableLueDansUneExpressionEstEcriteQuelquePart(Diagramme diagramme) {
        Set<String> connues =
                new HashSet<>(CODE.contrats(diagramme.piece() + "/").values());
        connues.addAll(DU_MOTEUR);
        connues.addAll(diagramme.variablesEcrites());
        List<String> fautes = new ArrayList<>();
        Matcher expression = EXPRESSION.matcher(Bpmn.convertToString(diagramme.modele())
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&"));
        while (expression.find()) {
            for (String variable : variables(expression.group())) {
                if (!connues.contains(variable) && !estUnBean(variable, expression.group())) {
                    fautes.add("« " + variable + " », dans " + expression.group()
                            + ", n’est ni écrite par ce diagramme, ni nommée par un contrat de fr.ptce."
                            + diagramme.piece());
                }
            }
        }
        assertThat(fautes).as("variables de %s", diagramme).isEmpty();
    }

    /** A bean is called, or is the whole expression; it is no value. */
    private static boolean estUnBean(String nom, String expression) {
        return CODE.beans().contains(nom) && (expression.equals("${" + nom + "}") || expression.contains(nom + "."));
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void uneConditionCompareUneVariableAvecUneValeurQuElleAParfois(Diagramme diagramme) {
        Map<String, Sortie> sorties = sortiesLues(diagramme);
        Set<String> autres = new HashSet<>(CODE.textes(diagramme.piece()));
        Modeles.formulaires().stream()
                .filter(formulaire -> formulaire.piece().equals(diagramme.piece()))
                .forEach(formulaire -> formulaire.cles().forEach(cle -> autres.addAll(formulaire.options(cle))));
        List<String> fautes = new ArrayList<>();
        for (ConditionExpression condition : diagramme.modele().getModelElementsByType(ConditionExpression.class)) {
            Matcher comparaison = COMPARAISON.matcher(condition.getTextContent());
            while (comparaison.find()) {
                String valeur = comparaison.group(2);
                Sortie sortie = sorties.get(comparaison.group(1));
                if (sortie == null && !autres.contains(valeur)) {
                    fautes.add(condition.getTextContent() + " : rien dans la pièce ne vaut « " + valeur + " »");
                }
                if (sortie != null && !sortie.comprise().test(valeur)) {
                    fautes.add(condition.getTextContent() + " : la table " + sortie.table() + " répond "
                            + sortie.attendu() + ", jamais « " + valeur + " »");
                }
            }
        }
        assertThat(fautes).as("conditions de %s", diagramme).isEmpty();
    }

    /** The outputs of tables that a diagram keeps as variables of one value. */
    private static Map<String, Sortie> sortiesLues(Diagramme diagramme) {
        Map<String, Sortie> lues = new LinkedHashMap<>();
        for (BusinessRuleTask tache : diagramme.modele().getModelElementsByType(BusinessRuleTask.class)) {
            sorties().stream()
                    .filter(sortie -> sortie.table().equals(tache.getCamundaDecisionRef()))
                    .filter(sortie -> "singleEntry".equals(tache.getCamundaMapDecisionResult()))
                    .forEach(sortie -> lues.put(tache.getCamundaResultVariable(), sortie));
        }
        return lues;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void chaqueReponseDUneTableEstComprise(Tables fichier) {
        List<String> fautes = new ArrayList<>();
        for (DecisionTable table : fichier.modele().getModelElementsByType(DecisionTable.class)) {
            String decision = ((Decision) table.getParentElement()).getId();
            table.getOutputs().forEach(sortie -> {
                Optional<Sortie> comprise = sortie(decision, sortie.getName());
                if (comprise.isEmpty()) {
                    fautes.add(decision + " : aucune pièce ne dit ce qu’elle comprend de la sortie « "
                            + sortie.getName() + " » (SortiesDesTables)");
                }
                String inconnues = reponses(decision, sortie.getName()).stream()
                        .filter(reponse -> comprise.isPresent()
                                && !comprise.get().comprise().test(reponse))
                        .map(reponse -> "« " + reponse + " »")
                        .sorted()
                        .collect(Collectors.joining(", "));
                if (!inconnues.isEmpty()) {
                    fautes.add(decision + " répond " + inconnues + " (sortie " + sortie.getName() + ") ; attendu : "
                            + comprise.get().attendu());
                }
            });
        }
        assertThat(fautes).as("réponses de %s", fichier).isEmpty();
    }

    @Test
    void uneSortieQueLeCodeComprendEstCelleDUneTable() {
        Set<String> existantes = tables().stream()
                .flatMap(fichier -> fichier.modele().getModelElementsByType(DecisionTable.class).stream())
                .flatMap(table -> table.getOutputs().stream()
                        .map(sortie -> ((Decision) table.getParentElement()).getId() + "." + sortie.getName()))
                .collect(Collectors.toSet());
        assertThat(sorties()).allSatisfy(sortie -> assertThat(existantes)
                .as("tables dont le code lit la sortie")
                .contains(sortie.table() + "." + sortie.nom()));
    }

    /** Every value that the rules of a table may answer. */
    private static Set<Object> reponses(String decision, String sortie) {
        return REPONSES.computeIfAbsent(decision, DestinationsTest::appliquerToutesLesRegles).stream()
                .map(regle -> regle.get(sortie))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Conditions are taken away, so that all rules fire. */
    private static List<Map<String, Object>> appliquerToutesLesRegles(String decision) {
        DmnDecision table = TABLES.parseDecision(decision, sansCondition(decision));
        return codesDesRegions().stream()
                .flatMap(region ->
                        TABLES.evaluateDecisionTable(table, Map.<String, Object>of("region", region)).stream())
                .map(regle -> regle.getEntryMap())
                .distinct()
                .toList();
    }

    private static DmnModelInstance sansCondition(String decision) {
        DmnModelInstance modele = tables().stream()
                .map(Tables::modele)
                .filter(candidat -> candidat.getModelElementById(decision) instanceof Decision)
                .map(DmnModelInstance::clone)
                .findFirst()
                .orElseThrow(() -> new AssertionError("aucune table " + decision));
        Decision trouvee = modele.getModelElementById(decision);
        trouvee.getInformationRequirements().clear();
        DecisionTable table = (DecisionTable) trouvee.getExpression();
        table.setHitPolicy(HitPolicy.RULE_ORDER);
        table.getInputs()
                .forEach(entree -> entree.getInputExpression().getText().setTextContent("null"));
        for (Rule regle : table.getRules()) {
            regle.getInputEntries().forEach(condition -> condition.getText().setTextContent(""));
        }
        return modele;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void uneTableLitDesVariablesQuOnLuiDonne(Tables fichier) {
        Set<String> connues = new HashSet<>(CODE.textes(fichier.piece()));
        fichier.modele().getModelElementsByType(DecisionTable.class).forEach(table -> table.getOutputs()
                .forEach(sortie -> connues.add(sortie.getName())));
        List<String> fautes = new ArrayList<>();
        fichier.modele().getModelElementsByType(InputExpression.class).forEach(entree -> noms(entree.getText()
                        .getTextContent())
                .filter(nom -> !connues.contains(nom))
                .forEach(nom -> fautes.add("« " + nom + " », que lit " + entree.getId()
                        + ", n’est nommé nulle part dans fr.ptce." + fichier.piece())));
        fichier.modele().getModelElementsByType(OutputEntry.class).forEach(sortie -> noms(sortie.getText()
                        .getTextContent())
                .filter(nom -> !connues.contains(nom))
                .forEach(nom -> fautes.add("« " + nom + " », que lit " + sortie.getId()
                        + ", n’est nommé nulle part dans fr.ptce." + fichier.piece())));
        assertThat(fautes).as("entrées de %s", fichier).isEmpty();
    }

    private static Stream<String> noms(String feel) {
        return NOM.matcher(LITTERAL.matcher(feel).replaceAll(""))
                .results()
                .map(trouve -> trouve.group())
                .filter(nom -> !MOTS_DE_FEEL.contains(nom));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void uneTableAttendDesValeursQuiExistent(Tables fichier) {
        Set<String> valeurs = valeursDeLaPiece(fichier.piece());
        List<String> fautes = new ArrayList<>();
        for (InputEntry condition : fichier.modele().getModelElementsByType(InputEntry.class)) {
            LITTERAL.matcher(condition.getText().getTextContent())
                    .results()
                    .map(trouve -> trouve.group(1).strip())
                    .filter(valeur -> !valeur.isEmpty() && !valeurs.contains(valeur))
                    .forEach(valeur -> fautes.add("« " + valeur + " » (" + condition.getId()
                            + ") n’est une valeur d’aucune donnée : la règle ne s’applique jamais"));
        }
        assertThat(fautes).as("conditions de %s", fichier).isEmpty();
    }

    private static Set<String> valeursDeLaPiece(String piece) {
        Set<String> valeurs = new HashSet<>(CODE.textes(piece));
        valeurs.addAll(codesDesRegions());
        annuaire.getBean(Themes.class).tous().forEach(theme -> valeurs.add(theme.id()));
        Besoins besoins = annuaire.getBean(Besoins.class);
        besoins.liste(besoins.version()).forEach(besoin -> valeurs.add(besoin.id()));
        sorties().stream()
                .flatMap(sortie -> reponses(sortie.table(), sortie.nom()).stream())
                .forEach(reponse -> valeurs.add(String.valueOf(reponse)));
        for (Formulaire formulaire : Modeles.formulaires()) {
            if (formulaire.piece().equals(piece)) {
                formulaire.cles().forEach(cle -> valeurs.addAll(formulaire.options(cle)));
            }
        }
        diagrammes().forEach(diagramme -> valeurs.add(diagramme.fichier().replaceFirst("\\.bpmn$", "")));
        return valeurs;
    }

    @Test
    void lesVariablesQueLisentLesPilotesExistent() {
        Set<String> connues = new HashSet<>(CODE.contrats().values());
        diagrammes().forEach(diagramme -> connues.addAll(diagramme.variablesEcrites()));
        assertThat(LecteurCsv.lire("pilotage/variables.csv", ligne -> ligne.get("nom")).stream()
                        .filter(nom -> !connues.contains(nom)))
                .as("variables de pilotage/variables.csv que rien n’écrit")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void lesModelesDeCourrielNommesExistent(Diagramme diagramme) {
        assertThat(diagramme.modele().getModelElementsByType(CamundaProperty.class).stream()
                        .filter(propriete -> Set.of("invitation", "recu").contains(propriete.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)
                        .filter(modele -> !Courriels.existe(modele)))
                .as("modèles de courriel nommés par %s, sans fichier", diagramme)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void lesMessagesEtLesSignauxSontEnvoyesParLeCodeOuParUnDiagramme(Diagramme diagramme) {
        Set<String> envoyes = new HashSet<>(CODE.textesUtilises());
        envoyes.addAll(signauxLances());
        assertThat(attendus(diagramme).filter(nom -> !envoyes.contains(nom)))
                .as("messages et signaux de %s que personne n’envoie", diagramme)
                .isEmpty();
    }

    @Test
    void leCodeNEnvoieQueDesMessagesQuUnDiagrammeAttend() {
        Set<String> attendus =
                diagrammes().stream().flatMap(DestinationsTest::attendus).collect(Collectors.toSet());
        Map<String, String> perdus = CODE.contrats();
        perdus.values().removeIf(valeur -> !ENVOI.matcher(valeur).matches() || attendus.contains(valeur));
        assertThat(perdus).as("messages qu’aucun diagramme n’attend").isEmpty();
    }

    private static Stream<String> attendus(Diagramme diagramme) {
        return Stream.concat(
                diagramme.modele().getModelElementsByType(Message.class).stream()
                        .map(Message::getName),
                diagramme.modele().getModelElementsByType(Signal.class).stream().map(Signal::getName));
    }

    private static Set<String> signauxLances() {
        return diagrammes().stream()
                .flatMap(diagramme -> diagramme.modele().getModelElementsByType(ThrowEvent.class).stream())
                .flatMap(evenement -> evenement.getEventDefinitions().stream())
                .filter(SignalEventDefinition.class::isInstance)
                .map(SignalEventDefinition.class::cast)
                .map(definition -> definition.getSignal().getName())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void lesErreursAttrapeesSontLanceesParLeCode(Diagramme diagramme) {
        Set<String> lancees = CODE.textes(diagramme.piece());
        assertThat(diagramme.modele().getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Error.class).stream()
                        .map(org.camunda.bpm.model.bpmn.instance.Error::getErrorCode)
                        .filter(code -> !lancees.contains(code)))
                .as("erreurs de %s que le code ne lance pas", diagramme)
                .isEmpty();
    }

    @Test
    void chaqueGroupeNommeParLeCodeExiste() {
        Set<String> types = groupes().tous().stream().map(Groupe::type).collect(Collectors.toSet());
        assertThat(CODE.textesUtilises().stream()
                        .filter(texte -> GROUPE.matcher(texte).matches() && !types.contains(texte))
                        .filter(texte -> groupes().parId(texte).isEmpty()))
                .as("groupes que le code nomme, absents de annuaire/groupes.csv")
                .isEmpty();
    }

    private static Set<String> variables(String expression) {
        Set<String> noms = new TreeSet<>();
        for (IdentifierNode noeud : new Builder(Builder.Feature.METHOD_INVOCATIONS)
                .build(expression)
                .getIdentifierNodes()) {
            noms.add(noeud.getName());
        }
        return noms;
    }

    private static String evaluer(String expression, Map<String, Object> valeurs) {
        SimpleContext contexte = new SimpleContext();
        valeurs.forEach(
                (nom, valeur) -> contexte.setVariable(nom, EXPRESSIONS.createValueExpression(valeur, Object.class)));
        try {
            return Objects.toString(EXPRESSIONS
                    .createValueExpression(contexte, expression, Object.class)
                    .getValue(contexte));
        } catch (ELException e) {
            throw new AssertionError(expression + " avec " + valeurs + " : " + e.getMessage(), e);
        }
    }

    private static Groupes groupes() {
        return annuaire.getBean(Groupes.class);
    }

    private static List<String> codesDesRegions() {
        return annuaire.getBean(Regions.class).toutes().stream()
                .map(Region::code)
                .toList();
    }

    private static List<Sortie> sorties() {
        return annuaire.getBeansOfType(SortiesDesTables.class).values().stream()
                .flatMap(piece -> piece.sorties().stream())
                .toList();
    }

    private static Optional<Sortie> sortie(String table, String nom) {
        return sorties().stream()
                .filter(sortie -> sortie.table().equals(table))
                .filter(sortie -> sortie.nom().equals(nom))
                .findFirst();
    }
}
