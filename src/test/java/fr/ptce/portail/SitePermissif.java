package fr.ptce.portail;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Opens the whole site, with the content policy of our pages: these tests look at pages, not at who may see them. */
@TestConfiguration(proxyBeanMethods = false)
class SitePermissif {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain toutOuvert(HttpSecurity http) throws Exception {
        return http.securityMatcher("/**")
                .authorizeHttpRequests(regles -> regles.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(entetes -> entetes.contentSecurityPolicy(politique ->
                        politique.policyDirectives("default-src 'self'; script-src 'self'; img-src 'self' data:;"
                                + " style-src 'self' 'unsafe-inline'; object-src 'none'; frame-ancestors 'none'")))
                .build();
    }
}
