package fr.ptce.portail;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters of the public pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReglagesDesLimites.class)
class ConfigurationDuPortail {

    /** Paths that anybody may ask for and that cost something; files of the site do not. */
    private static final String[] LIMITES = {
        "",
        "/boite-a-outils/*",
        "/candidater/*",
        "/lecture/*",
        "/lien/*",
        "/suivi/*",
        "/accompagner/*",
        "/agenda/*",
        "/mot-de-passe/*",
        "/accessibilite"
    };

    @Bean
    FilterRegistrationBean<LimiteDeDebit> limiteDeDebit(ReglagesDesLimites reglages) {
        FilterRegistrationBean<LimiteDeDebit> filtre = new FilterRegistrationBean<>(new LimiteDeDebit(reglages));
        filtre.addUrlPatterns(LIMITES);
        // After the check of paths and before everything that works for the request.
        filtre.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filtre;
    }

    @Bean
    FilterRegistrationBean<TailleDesReponses> tailleDesReponses() {
        FilterRegistrationBean<TailleDesReponses> filtre = new FilterRegistrationBean<>(new TailleDesReponses());
        filtre.addUrlPatterns(LIMITES);
        filtre.setOrder(Ordered.HIGHEST_PRECEDENCE + 11);
        return filtre;
    }
}
