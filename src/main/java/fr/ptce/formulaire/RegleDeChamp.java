package fr.ptce.formulaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules of one visible field that can be edited; those of form-js, and limits that it does not have. */
final class RegleDeChamp {

    static final int TEXTE_MAX = 20_000;
    private static final BigDecimal NOMBRE_MAX = new BigDecimal("1e15");
    private static final String OBLIGATOIRE = "Ce champ est obligatoire.";

    /** The domain has a dot, and letters of French names; the pattern of our forms ({@code genre} {@code courriel}). */
    private static final Pattern ADRESSE = MotifDuNavigateur.compiler(adresse());

    private static final Pattern TELEPHONE = Pattern.compile("^(\\+|00)[1-9]\\d{6,17}$");

    private static final Pattern JOUR = Pattern.compile("[1-9]\\d{3}-.*");

    private final Clock horloge;

    RegleDeChamp(Clock horloge) {
        this.horloge = horloge;
    }

    /**
     * {@return why the value is refused, as a French sentence; empty when it is accepted}
     *
     * @param vue what the expressions of the field see
     * @param partielle true when nothing is obligatory
     */
    Optional<String> refus(Noeud noeud, Object valeur, Map<String, Object> vue, boolean partielle) {
        if (noeud.estUneCase()) {
            return refusDeCase(noeud, valeur, partielle);
        }
        if (estNonRempli(noeud, valeur)) {
            return noeud.obligatoire() && !partielle ? Optional.of(OBLIGATOIRE) : Optional.empty();
        }
        if (noeud.estUnTexte()) {
            return refusDeTexte(noeud, valeur, vue);
        }
        if (noeud.estUnNombre()) {
            return refusDeNombre(noeud, valeur, vue);
        }
        return noeud.estUneDate() ? refusDeDate(noeud, valeur) : refusDeChoix(noeud, valeur, vue);
    }

    private static boolean estNonRempli(Noeud noeud, Object valeur) {
        boolean liste = noeud.estUnChoixMultiple() && valeur instanceof Collection<?> choix && choix.isEmpty();
        return valeur == null || (valeur instanceof String texte && Blancs.seulement(texte) && !tropLong(texte)) || liste;
    }

    private static String adresse() {
        String atome = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
        String lettres = "A-Za-zÀ-ÖØ-öø-ÿœŒ";
        String signe = "0-9" + lettres;
        return "^(?=[^@]{1,64}@)" + atome + "(?:\\." + atome + ")*@(?:[" + signe + "](?:[" + signe + "-]{0,61}[" + signe
                + "])?\\.)+(?:xn--[A-Za-z0-9-]{1,59}|[" + lettres + "]{2,63})$";
    }

    private static boolean tropLong(String texte) {
        return texte.length() > TEXTE_MAX;
    }

    private static Optional<String> refusDeCase(Noeud noeud, Object valeur, boolean partielle) {
        boolean vide = valeur == null || "".equals(valeur);
        if (!vide && !(valeur instanceof Boolean)) {
            return Optional.of("Cochez la case ou laissez-la vide.");
        }
        boolean manque = noeud.obligatoire() && !partielle && !Boolean.TRUE.equals(valeur);
        return manque ? Optional.of("Cette case doit être cochée.") : Optional.empty();
    }

    private static Optional<String> refusDeTexte(Noeud noeud, Object valeur, Map<String, Object> vue) {
        if (!(valeur instanceof String texte)) {
            return Optional.of("Indiquez un texte.");
        }
        int longueur = Blancs.retires(texte).length();
        int maximum = entier(noeud, "maxLength", vue).orElse(TEXTE_MAX);
        if (longueur > maximum || (tropLong(texte) && maximum <= TEXTE_MAX)) {
            int saisis = Math.max(longueur, tropLong(texte) ? texte.length() : 0);
            return Optional.of(Textes.compte(maximum, "caractère") + " au maximum\u00a0; vous en avez saisi "
                    + Textes.nombre(saisis) + ".");
        }
        int minimum = entier(noeud, "minLength", vue).orElse(0);
        if (longueur < minimum) {
            return Optional.of(Textes.compte(minimum, "caractère") + " au minimum\u00a0; vous en avez saisi "
                    + Textes.nombre(longueur) + ".");
        }
        return texte.indexOf('\0') >= 0
                ? Optional.of("Ce texte contient un caractère interdit.")
                : refusDeForme(noeud, texte);
    }

    private static Optional<String> refusDeForme(Noeud noeud, String texte) {
        String genre = noeud.regle("validationType").map(JsonNode::asText).orElse("");
        if ("email".equals(genre) && !ADRESSE.matcher(texte).matches()) {
            return Optional.of("Indiquez une adresse e-mail, par exemple prenom.nom@structure.fr.");
        }
        if ("phone".equals(genre) && !TELEPHONE.matcher(texte).matches()) {
            return Optional.of("Indiquez un numéro au format international, par exemple +33612345678.");
        }
        if (noeud.motif() == null || noeud.motif().matcher(texte).matches()) {
            return Optional.empty();
        }
        return Optional.of(noeud.propriete("messageDeFormat").orElse("Ce texte n’a pas la forme attendue."));
    }

    private static Optional<String> refusDeNombre(Noeud noeud, Object valeur, Map<String, Object> vue) {
        Optional<BigDecimal> minimum = borne(noeud, "min", vue);
        Optional<BigDecimal> maximum = borne(noeud, "max", vue);
        if (noeud.estUnEntier() && valeur instanceof String texte && Valeurs.aDesDecimales(texte)) {
            return Optional.of("Indiquez un nombre entier.");
        }
        Object lu = Valeurs.nombre(valeur);
        if (!Valeurs.estFini(lu)) {
            return Optional.of(attendu(minimum, maximum));
        }
        BigDecimal nombre = Valeurs.decimal(lu);
        boolean dehors = minimum.filter(min -> nombre.compareTo(min) < 0).isPresent()
                || maximum.filter(max -> nombre.compareTo(max) > 0).isPresent();
        if (dehors || nombre.abs().compareTo(NOMBRE_MAX) > 0) {
            return Optional.of(attendu(minimum, maximum));
        }
        return refusDePas(noeud, nombre);
    }

    private static String attendu(Optional<BigDecimal> minimum, Optional<BigDecimal> maximum) {
        if (minimum.isPresent() && maximum.isPresent()) {
            return "Indiquez un nombre entre " + Textes.nombre(minimum.get()) + " et " + Textes.nombre(maximum.get())
                    + ".";
        }
        if (minimum.isPresent()) {
            return "Indiquez un nombre supérieur ou égal à " + Textes.nombre(minimum.get()) + ".";
        }
        return maximum.map(max -> "Indiquez un nombre inférieur ou égal à " + Textes.nombre(max) + ".")
                .orElse("Indiquez un nombre.");
    }

    private static Optional<String> refusDePas(Noeud noeud, BigDecimal nombre) {
        JsonNode decimales = noeud.schema().path("decimalDigits");
        int saisies = Math.max(0, nombre.stripTrailingZeros().scale());
        if (!decimales.isMissingNode() && !decimales.isNull() && saisies > decimales.asInt()) {
            return Optional.of(
                    decimales.asInt() == 0
                            ? "Indiquez un nombre entier."
                            : Textes.compte(decimales.asInt(), "décimale") + " au maximum.");
        }
        String pas = noeud.schema().path("increment").asText("");
        if (!pas.isEmpty() && nombre.remainder(new BigDecimal(pas)).signum() != 0) {
            return Optional.of("Indiquez un multiple de " + Textes.nombre(new BigDecimal(pas)) + ".");
        }
        return Optional.empty();
    }

    private Optional<String> refusDeDate(Noeud noeud, Object valeur) {
        String genre = noeud.schema().path("subtype").asText("date");
        try {
            if (!"time".equals(genre) && !JOUR.matcher(valeur.toString()).matches()) {
                throw new DateTimeException("Not a year of four digits");
            }
            return switch (genre) {
                case "time" -> refusDHeure(valeur.toString());
                case "datetime" -> refusDuPasse(noeud, jour(valeur.toString()));
                default -> refusDuPasse(noeud, LocalDate.parse(valeur.toString()));
            };
        } catch (DateTimeException e) {
            return Optional.of(
                    switch (genre) {
                        case "time" -> "Indiquez une heure qui existe.";
                        case "datetime" -> "Indiquez une date et une heure qui existent.";
                        default -> "Indiquez une date qui existe.";
                    });
        }
    }

    /** Strict: {@code 24:00} and {@code 14:60} are refused with a {@link DateTimeException}. */
    private static Optional<String> refusDHeure(String texte) {
        DateTimeFormatter.ISO_TIME.parse(texte, LocalTime::from);
        return Optional.empty();
    }

    private LocalDate jour(String texte) {
        TemporalAccessor moment =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(texte, ZonedDateTime::from, LocalDateTime::from);
        return moment instanceof ZonedDateTime avecZone
                ? avecZone.withZoneSameInstant(horloge.getZone()).toLocalDate()
                : LocalDate.from(moment);
    }

    private Optional<String> refusDuPasse(Noeud noeud, LocalDate date) {
        LocalDate aujourdhui = LocalDate.now(horloge);
        boolean interdit = noeud.schema().path("disallowPassedDates").asBoolean();
        if (interdit && date.isBefore(aujourdhui)) {
            return Optional.of("Indiquez une date à partir d’aujourd’hui.");
        }
        return Optional.empty();
    }

    private static Optional<String> refusDeChoix(Noeud noeud, Object valeur, Map<String, Object> vue) {
        Set<Object> proposes = options(noeud, vue);
        if (noeud.estUnChoixUnique()) {
            return estPropose(valeur, proposes)
                    ? Optional.empty()
                    : Optional.of("Choisissez une des réponses proposées.");
        }
        if (!(valeur instanceof Collection<?> choix)) {
            return Optional.of("Choisissez parmi les réponses proposées.");
        }
        if (choix.size() > Verification.LIGNES_MAX) {
            return Optional.of(Textes.compte(Verification.LIGNES_MAX, "réponse")
                    + " au maximum\u00a0; vous en avez choisi " + Textes.nombre(choix.size()) + ".");
        }
        boolean connus = choix.stream().allMatch(un -> estPropose(un, proposes));
        boolean distincts = new HashSet<>(choix).size() == choix.size();
        return connus && distincts ? Optional.empty() : Optional.of("Choisissez parmi les réponses proposées.");
    }

    private static boolean estPropose(Object choix, Set<Object> proposes) {
        boolean scalaire = choix instanceof String || choix instanceof Number || choix instanceof Boolean;
        return scalaire && proposes.contains(comparable(choix));
    }

    /** The number 1 is not the text "1", but it is 1.0. */
    private static Object comparable(Object valeur) {
        return Valeurs.estFini(valeur) ? Valeurs.decimal(valeur).stripTrailingZeros() : valeur;
    }

    private static Set<Object> options(Noeud noeud, Map<String, Object> vue) {
        JsonNode schema = noeud.schema();
        Object source = Valeurs.simple(schema.path("values"));
        if (schema.hasNonNull("valuesKey")) {
            source = Valeurs.lire(vue, List.of(schema.path("valuesKey").asText().split("\\.")));
        } else if (schema.hasNonNull("valuesExpression")) {
            source = Expressions.evaluer(schema.path("valuesExpression").asText(), vue)
                    .orElse(null);
        }
        return Valeurs.structure(source) instanceof Collection<?> options
                ? options.stream().map(RegleDeChamp::option).collect(Collectors.toSet())
                : Set.of();
    }

    /** An option is a value, or {@code {label, value}}. */
    private static Object option(Object option) {
        Object valeur = option instanceof Map<?, ?> groupe ? groupe.get("value") : option;
        return valeur == null ? "" : comparable(valeur);
    }

    private static Optional<Integer> entier(Noeud noeud, String regle, Map<String, Object> vue) {
        return borne(noeud, regle, vue).map(BigDecimal::intValue);
    }

    private static Optional<BigDecimal> borne(Noeud noeud, String regle, Map<String, Object> vue) {
        return noeud.regle(regle).map(JsonNode::asText).flatMap(texte -> {
            Object valeur = Expressions.estUneExpression(texte)
                    ? Expressions.evaluer(texte, vue).orElse(null)
                    : texte;
            return valeur == null ? Optional.empty() : Optional.of(Valeurs.decimal(valeur));
        });
    }
}
