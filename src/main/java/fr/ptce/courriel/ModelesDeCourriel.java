package fr.ptce.courriel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/**
 * Writes e-mails from their models: {@code <modele>.txt} (first line: the subject; then the text), {@code <modele>.html}
 * and {@code <modele>.json} (description and sample values) in {@code templates/courriel}. A file of the same name in
 * the folder {@code ptce.courriel.modeles} goes before it, without a restart.
 *
 * <p>Besides the model's own variables, templates see {@code fr} ({@link FormatFrancais}), {@code objet} and {@code reglages} (see
 * {@link CourrielAEnvoyer}; null for none).
 */
@Component
class ModelesDeCourriel {

    private static final String DOSSIER = "templates/courriel/";
    private static final String NOM = "[a-z][a-z0-9-]*";
    private static final int LONGUEUR_OBJET = 250;

    private final FormatFrancais formatFrancais = new FormatFrancais();
    private final Map<String, Modele> modeles;

    /** Not a bean: Spring Boot's engine for pages would give way to it. */
    private final SpringTemplateEngine moteur;

    ModelesDeCourriel(
            ReglagesCourriel reglages,
            ResourcePatternResolver ressources,
            ObjectMapper json,
            @Value("${spring.thymeleaf.cache:true}") boolean cache) {
        this.modeles = lireModeles(ressources, json);
        this.moteur = moteur(reglages.modeles(), cache);
    }

    /**
     * An e-mail's content.
     *
     * @param objet subject without the dossier's number, one line
     */
    record Contenu(String objet, String texte, String html) {}

    /** All models, by name. */
    Collection<Modele> tous() {
        return modeles.values();
    }

    /** Whether the application has the files of a model. */
    static boolean existe(String nom) {
        return nom != null
                && nom.matches(NOM)
                && ModelesDeCourriel.class.getClassLoader().getResource(DOSSIER + nom + ".json") != null;
    }

    /** The model of that name, if there is one. */
    Optional<Modele> modele(String nom) {
        return Optional.ofNullable(modeles.get(nom));
    }

    /**
     * Writes subject, text and HTML.
     *
     * @throws IllegalArgumentException when the model is unknown or a variable that it needs has no value
     */
    Contenu ecrire(String nom, Map<String, Object> variables) {
        Modele modele =
                modele(nom).orElseThrow(() -> new IllegalArgumentException("Modèle de courriel inconnu : " + nom));
        if (!modele.manquantes(variables).isEmpty()) {
            throw new IllegalArgumentException(
                    "Il manque au modèle " + nom + " les variables " + modele.manquantes(variables));
        }
        Map<String, Object> completes = new HashMap<>(variables);
        completes.put("fr", formatFrancais);
        String[] texte = moteur.process(nom + ".txt", contexte(completes)).split("\\R", 2);
        String objet = UneLigne.de(texte[0], LONGUEUR_OBJET);
        completes.put("objet", objet);
        String corps = texte.length < 2 ? "" : aere(texte[1]);
        return new Contenu(objet, corps, moteur.process(nom + ".html", contexte(completes)));
    }

    private static Context contexte(Map<String, Object> variables) {
        return new Context(Locale.FRENCH, variables);
    }

    /** Conditions and loops of a template leave blank lines behind. */
    private static String aere(String corps) {
        return corps.replaceAll("\\n{3,}", "\n\n").strip() + "\n";
    }

    private static SpringTemplateEngine moteur(String remplacements, boolean cache) {
        SpringTemplateEngine moteur = new SpringTemplateEngine();
        if (remplacements != null && !remplacements.isBlank()) {
            String dossier = Path.of(remplacements).toAbsolutePath() + "/";
            moteur.addTemplateResolver(regler(new FileTemplateResolver(), dossier, TemplateMode.HTML, 1, false));
            moteur.addTemplateResolver(regler(new FileTemplateResolver(), dossier, TemplateMode.TEXT, 2, false));
        }
        ClassLoader classes = ModelesDeCourriel.class.getClassLoader();
        moteur.addTemplateResolver(
                regler(new ClassLoaderTemplateResolver(classes), DOSSIER, TemplateMode.HTML, 3, cache));
        moteur.addTemplateResolver(
                regler(new ClassLoaderTemplateResolver(classes), DOSSIER, TemplateMode.TEXT, 4, cache));
        return moteur;
    }

    private static AbstractConfigurableTemplateResolver regler(
            AbstractConfigurableTemplateResolver resolveur,
            String prefixe,
            TemplateMode mode,
            int rang,
            boolean cache) {
        resolveur.setPrefix(prefixe);
        resolveur.setTemplateMode(mode);
        resolveur.setResolvablePatterns(Set.of(mode == TemplateMode.HTML ? "*.html" : "*.txt"));
        resolveur.setCharacterEncoding("UTF-8");
        resolveur.setCheckExistence(true);
        resolveur.setCacheable(cache);
        resolveur.setOrder(rang);
        return resolveur;
    }

    private static Map<String, Modele> lireModeles(ResourcePatternResolver ressources, ObjectMapper json) {
        Map<String, Modele> lus = new TreeMap<>();
        try {
            for (Resource ressource : ressources.getResources("classpath*:" + DOSSIER + "*.json")) {
                Modele modele = lire(ressource, json);
                lus.put(modele.nom(), modele);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lus;
    }

    private static Modele lire(Resource ressource, ObjectMapper json) throws IOException {
        String fichier = ressource.getFilename();
        try (var flux = ressource.getInputStream()) {
            JsonNode lu = json.readTree(flux);
            Set<String> facultatives = new HashSet<>();
            lu.path("facultatives").forEach(nom -> facultatives.add(nom.asText()));
            Map<String, Object> exemple = new LinkedHashMap<>();
            lu.path("exemple")
                    .properties()
                    .forEach(v -> exemple.put(v.getKey(), json.convertValue(v.getValue(), Object.class)));
            String nom = fichier.substring(0, fichier.length() - ".json".length());
            return new Modele(
                    nom, lu.path("description").asText(), lu.path("rappel").asBoolean(), facultatives, exemple);
        }
    }
}
