package fr.ptce.moteur.securite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.LecteurCsv;
import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Each address of the application, asked for by each role, against the table {@code moteur/portes.csv}: one line an address
 * and method, to whom it opens and to whom it says that there is nothing; it is closed to all others. An address without a
 * line fails for each role.
 */
@ApplicationDeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortesTest {

    private static final String ANONYME = "anonyme";
    private static final List<String> PILOTES =
            List.of("pilote.bretagne", "pilote.rhone-alpes", "pilote.national", "pilote.coorace", "comite", "admin");

    /** The words of the table for several roles. */
    private static final Map<String, List<String>> POPULATIONS = Map.of(
            "tous",
            roles().toList(),
            "agents",
            sauf(roles().toList(), ANONYME),
            "redacteurs",
            Stream.concat(Stream.of("redacteur"), PILOTES.stream()).toList(),
            "pilotes",
            PILOTES,
            "pilotes-seuls",
            sauf(PILOTES, "comite"),
            "pilotes-du-pays",
            List.of("pilote.national", "pilote.coorace", "admin"),
            "pilotes-nationaux",
            List.of("pilote.national", "comite", "admin"),
            "direction",
            List.of("comite", "admin"),
            // Pilots who follow Bretagne, where everything of PiecesDerriereLesPortes is.
            "bretagne",
            sauf(PILOTES, "pilote.rhone-alpes"));

    private static final Pattern VARIABLE =
            Pattern.compile("([\\w-]*)/([\\w-]*)\\{(\\w+)(?::((?:[^{}]|\\{[^}]*})+))?}");
    private static final List<String> QUELCONQUES =
            List.of("999999999", "2027", "7", "commentaire", "dossiers", "quelconque");

    /** The last one, since it ends the session. */
    private static final String SORTIE = "/deconnexion";

    private record Porte(String methode, String adresse) {
        @Override
        public String toString() {
            return methode + " " + adresse;
        }
    }

    private record Ligne(Porte porte, Set<String> ouverte, Set<String> introuvable) {

        Accueil pour(String role) {
            if (ouverte.contains(role)) {
                return Accueil.OUVERTE;
            }
            return introuvable.contains(role) ? Accueil.INTROUVABLE : Accueil.FERMEE;
        }
    }

    private enum Accueil {
        OUVERTE,
        INTROUVABLE,
        FERMEE,
        EN_PANNE;

        static Accueil de(HttpResponse<String> reponse) {
            boolean versLaConnexion = reponse.headers()
                    .firstValue("Location")
                    .filter(lieu -> lieu.contains("/connexion"))
                    .isPresent();
            return switch (reponse.statusCode()) {
                case 401, 403 -> FERMEE;
                case 404 -> INTROUVABLE;
                default -> reponse.statusCode() >= 500 ? EN_PANNE : versLaConnexion ? FERMEE : OUVERTE;
            };
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private PiecesDerriereLesPortes pieces;

    private Map<Porte, HandlerMethod> portes;
    private Map<Porte, Ligne> table;
    private Map<String, String> valeurs;

    @BeforeAll
    void ouvrirLaMaison() {
        portes = portes();
        table = LecteurCsv.lire(
                        "moteur/portes.csv",
                        ligne -> new Ligne(
                                new Porte(ligne.get("méthode"), ligne.get("adresse")),
                                personnes(ligne.get("ouverte à")),
                                personnes(ligne.get("introuvable pour"))))
                .stream()
                .collect(Collectors.toMap(Ligne::porte, ligne -> ligne));
        valeurs = pieces.installer();
        ClientHttp porteur = new ClientHttp(port);
        valeurs.put(
                "candidater/id",
                porteur.postFormulaire("/candidater", Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst(".*/", ""));
    }

    static Stream<String> roles() {
        return Stream.of(
                ANONYME,
                "accompagnateur.bretagne",
                "redacteur",
                "pilote.bretagne",
                "pilote.rhone-alpes",
                "pilote.national",
                "pilote.coorace",
                "comite",
                "admin");
    }

    @ParameterizedTest
    @MethodSource("roles")
    void chaqueAdresseRepondAuRoleCeQueDitLaTable(String role) {
        ClientHttp client = new ClientHttp(port);
        if (!role.equals(ANONYME)) {
            client.connecter(role, "demo");
        }
        String jeton = client.jetonDesPages();
        List<String> ecarts = new ArrayList<>();
        portes.forEach((porte, controleur) -> {
            HttpResponse<String> reponse = demander(client, porte, controleur, jeton);
            Accueil accueil = Accueil.de(reponse);
            Ligne ligne = table.get(porte);
            String attendu = ligne == null ? "has no line in portes.csv" : "should be " + ligne.pour(role);
            if (ligne == null || accueil != ligne.pour(role)) {
                ecarts.add("%s (%s) %s; for %s it is %s, with the status %d"
                        .formatted(porte, nom(controleur), attendu, role, accueil, reponse.statusCode()));
            }
        });

        assertThat(ecarts).isEmpty();
    }

    @Test
    void laTableNeParleQueDAdressesQuiExistent() {
        assertThat(table.keySet()).isSubsetOf(portes.keySet());
    }

    private static String nom(HandlerMethod controleur) {
        return controleur.getBeanType().getSimpleName() + "."
                + controleur.getMethod().getName();
    }

    private HttpResponse<String> demander(ClientHttp client, Porte porte, HandlerMethod controleur, String jeton) {
        List<Parameter> parametres = List.of(controleur.getMethod().getParameters());
        Stream<Parameter> champs =
                parametres.stream().filter(parametre -> parametre.isAnnotationPresent(RequestParam.class));
        String type;
        String corps;
        if (parametres.stream().anyMatch(parametre -> parametre.isAnnotationPresent(RequestBody.class))) {
            type = "application/json";
            corps = "{}";
        } else if (parametres.stream().anyMatch(parametre -> parametre.getType() == MultipartFile.class)) {
            type = "multipart/form-data; boundary=limite";
            corps = champs.map(champ -> "--limite\r\nContent-Disposition: form-data; name=\"" + champ.getName()
                            + "\"\r\n\r\n" + valeur(champ) + "\r\n")
                    .collect(Collectors.joining("", "", "--limite--\r\n"));
        } else {
            type = "application/x-www-form-urlencoded";
            corps = champs.map(champ -> champ.getName() + "=" + valeur(champ)).collect(Collectors.joining("&"));
        }
        return client.demander(
                porte.methode(), exemple(porte.adresse()), corps, "Content-Type", type, "X-CSRF-TOKEN", jeton);
    }

    /** Forms are sent blank: the request gets as far as the thing that it is about, and changes nothing there. */
    private static String valeur(Parameter champ) {
        return champ.getType() == int.class || champ.getType() == long.class ? "1" : "";
    }

    /** The address with a value for each variable: something that exists, as far as {@link #valeurs} knows. */
    private String exemple(String adresse) {
        String reste = adresse.replace("/**", "/quelconque");
        for (Matcher variable = VARIABLE.matcher(reste); variable.find(); variable = VARIABLE.matcher(reste)) {
            String valeur = valeur(variable.group(1) + "/" + variable.group(3), variable.group(4));
            reste = reste.substring(0, variable.start(3) - 1) + valeur + reste.substring(variable.end());
        }
        return reste;
    }

    private String valeur(String variable, String motif) {
        return Stream.concat(Stream.ofNullable(valeurs.get(variable)), QUELCONQUES.stream())
                .filter(valeur -> motif == null || valeur.matches(motif))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No value for " + variable + " of the form " + motif));
    }

    /** All that Spring would let answer a request, but what tests add and its own page for errors. */
    private Map<Porte, HandlerMethod> portes() {
        Map<Porte, HandlerMethod> trouvees = new TreeMap<>(
                Comparator.comparing((Porte porte) -> porte.adresse().equals(SORTIE))
                        .thenComparing(Porte::adresse)
                        .thenComparing(Porte::methode));
        application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(correspondance -> correspondance.getHandlerMethods().entrySet().stream())
                .filter(entree -> !estDEssai(entree.getValue())
                        && !ErrorController.class.isAssignableFrom(
                                entree.getValue().getBeanType()))
                .forEach(entree -> portes(entree.getKey()).forEach(porte -> {
                    HandlerMethod autre = trouvees.putIfAbsent(porte, entree.getValue());
                    // Told apart by a parameter or a type, one of them would be asked for and the other would hide.
                    assertThat(autre)
                            .as("%s answers to %s as well", nom(entree.getValue()), porte)
                            .isNull();
                }));
        return new LinkedHashMap<>(trouvees);
    }

    private static Stream<Porte> portes(RequestMappingInfo correspondance) {
        Set<RequestMethod> methodes = correspondance.getMethodsCondition().getMethods();
        assertThat(methodes)
                .as("methods of %s: all of them are open", correspondance)
                .isNotEmpty();
        return methodes.stream().flatMap(methode -> correspondance.getPatternValues().stream()
                .map(adresse -> new Porte(methode.name(), adresse)));
    }

    private static boolean estDEssai(HandlerMethod controleur) {
        return lieu(controleur.getBeanType()).equals(lieu(PortesTest.class));
    }

    private static String lieu(Class<?> classe) {
        return classe.getProtectionDomain().getCodeSource().getLocation().toString();
    }

    private static Set<String> personnes(String mots) {
        return Arrays.stream(mots.split(",", 0))
                .filter(mot -> !mot.isBlank())
                .map(String::strip)
                .flatMap(mot -> POPULATIONS.getOrDefault(mot, List.of(mot)).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> sauf(List<String> roles, String absent) {
        return roles.stream().filter(role -> !role.equals(absent)).toList();
    }
}
