package fr.ptce.moteur.securite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** In {@code prod}, refuses to start with a missing or default setting, before anything connects to the outside. */
@Component
@Profile("prod")
class ReglagesDeProduction implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final int LONGUEUR_MINIMALE = 12;
    private static final Set<String> SECRETS_PAR_DEFAUT = Set.of(
            "admin",
            "camunda",
            "changeme",
            "change-me",
            "demo",
            "motdepasse",
            "password",
            "postgres",
            "ptce",
            "secret");

    private Environment environnement;

    @Override
    public void setEnvironment(Environment environnement) {
        this.environnement = environnement;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory fabrique) {
        List<String> manques = manques();
        if (!manques.isEmpty()) {
            throw new ConfigurationIncomplete(manques);
        }
    }

    private List<String> manques() {
        List<String> manques = new ArrayList<>();
        if (environnement.acceptsProfiles(Profiles.of("demo")) || "true".equals(valeur("ptce.demo"))) {
            manques.add("le profil demo est actif, avec ses comptes au mot de passe connu");
        }
        exiger("spring.datasource.url", manques);
        exiger("spring.mail.host", manques);
        exigerUnSecret("spring.datasource.password", manques);
        exigerUneAdresseReelle("ptce.courriel.expediteur", manques);
        exigerUneAdresseReelle("ptce.adresse", manques);
        if (!valeur(AdministrateurInitial.IDENTIFIANT).isEmpty()) {
            exigerUnSecret(AdministrateurInitial.MOT_DE_PASSE, manques);
            if (valeur(AdministrateurInitial.MOT_DE_PASSE).length() < LONGUEUR_MINIMALE) {
                manques.add(AdministrateurInitial.MOT_DE_PASSE + " : au moins " + LONGUEUR_MINIMALE + " caractères");
            }
            exiger(AdministrateurInitial.COURRIEL, manques);
        }
        return manques;
    }

    private void exiger(String propriete, List<String> manques) {
        if (valeur(propriete).isEmpty()) {
            manques.add(propriete + " manque");
        }
    }

    private void exigerUnSecret(String propriete, List<String> manques) {
        exiger(propriete, manques);
        if (SECRETS_PAR_DEFAUT.contains(valeur(propriete).toLowerCase(Locale.ROOT))) {
            manques.add(propriete + " a une valeur par défaut, que tout le monde connaît");
        }
    }

    private void exigerUneAdresseReelle(String propriete, List<String> manques) {
        exiger(propriete, manques);
        String valeur = valeur(propriete).toLowerCase(Locale.ROOT);
        if (valeur.contains(".example") || valeur.contains("://localhost")) {
            manques.add(propriete + " a encore sa valeur d’exemple");
        }
    }

    private String valeur(String propriete) {
        try {
            return environnement.getProperty(propriete, "").strip();
        } catch (IllegalArgumentException e) {
            // A placeholder such as ${SPRING_DATASOURCE_URL} that nothing fills.
            return "";
        }
    }
}
