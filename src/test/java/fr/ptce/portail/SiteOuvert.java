package fr.ptce.portail;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Opens every path, with CSRF: these tests look at pages, not at who may see them. */
@TestConfiguration(proxyBeanMethods = false)
class SiteOuvert {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain siteOuvert(HttpSecurity http) throws Exception {
        return http.securityMatcher("/**")
                .authorizeHttpRequests(regles -> regles.anyRequest().permitAll())
                .csrf(Customizer.withDefaults())
                .headers(entetes -> entetes.contentSecurityPolicy(politique ->
                        politique.policyDirectives("default-src 'self'; style-src 'self' 'unsafe-inline'")))
                .build();
    }
}
