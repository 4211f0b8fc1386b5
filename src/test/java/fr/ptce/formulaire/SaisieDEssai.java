package fr.ptce.formulaire;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ptce.moteur.Modeles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers that a form accepts, one for each question, and the same with another answer to one of them: what a room keeps
 * of a form must tell them apart, or the answer is lost.
 */
public final class SaisieDEssai {

    private static final String REMPLISSAGE = " et encore quelques mots pour que la réponse soit assez longue";

    private final Modeles.Formulaire formulaire;
    private final Map<String, List<String>> proposees;

    /**
     * @param nom below {@code forms/}, without its end
     * @param proposees two options at least for each list that the application fills, by its {@code valuesKey}
     */
    public SaisieDEssai(String nom, Map<String, List<String>> proposees) {
        String[] chemin = nom.split("/", -1);
        this.formulaire = Modeles.formulaire(chemin[0], chemin[1]).orElseThrow();
        this.proposees = proposees;
    }

    public SaisieDEssai(String nom) {
        this(nom, Map.of());
    }

    /** Keys of the questions, in the order of the form. */
    public List<String> cles() {
        return formulaire.cles();
    }

    /** An answer to every question. */
    public Map<String, Object> complete() {
        Map<String, Object> saisie = new LinkedHashMap<>();
        formulaire.champs().forEach(champ -> saisie.put(cle(champ), reponse(champ, 0)));
        return saisie;
    }

    /** The same, but for one question. */
    public Map<String, Object> autrement(String cle) {
        Map<String, Object> saisie = complete();
        formulaire.champs().stream()
                .filter(champ -> cle(champ).equals(cle))
                .forEach(champ -> saisie.put(cle, reponse(champ, 1)));
        return saisie;
    }

    private static String cle(JsonNode champ) {
        return champ.get("key").asText();
    }

    private Object reponse(JsonNode champ, int rang) {
        return switch (champ.path("type").asText()) {
            case "textfield", "textarea" -> texte(champ, rang);
            case "number" -> champ.path("validate").path("min").asInt(0) + 1 + rang;
            case "checkbox" -> rang == 0;
            case "datetime" -> "2027-04-1" + rang;
            case "radio", "select" -> options(champ).get(rang);
            case "checklist", "taglist" -> List.of(options(champ).get(rang));
            default -> throw new IllegalArgumentException("No answer to a " + champ.path("type"));
        };
    }

    private static String texte(JsonNode champ, int rang) {
        JsonNode regles = champ.path("validate");
        if ("email".equals(regles.path("validationType").asText())) {
            return "essai" + rang + "@porteur.example";
        }
        if (regles.hasNonNull("pattern")) {
            return List.of("22300", "35000", "14h30", "15h45", "0601020304", "0605060708").stream()
                    .filter(texte -> texte.matches(regles.get("pattern").asText()))
                    .skip(rang)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No text like " + regles.get("pattern")));
        }
        String texte = (rang == 0 ? "Réponse à " : "Autre réponse à ") + cle(champ) + REMPLISSAGE;
        int longueur = Math.min(texte.length(), regles.path("maxLength").asInt(texte.length()));
        return texte.substring(0, longueur).strip();
    }

    private List<String> options(JsonNode champ) {
        List<String> options = new ArrayList<>(formulaire.options(cle(champ)));
        options.addAll(proposees.getOrDefault(champ.path("valuesKey").asText(), List.of()));
        return options;
    }
}
