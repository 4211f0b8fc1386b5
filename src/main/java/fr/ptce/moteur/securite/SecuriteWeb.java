package fr.ptce.moteur.securite;

import fr.ptce.moteur.interne.SessionDesWebapps;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may ask for what. Three areas, in this order: {@code /camunda/**}, where the webapps' own filters decide;
 * {@code /engine-rest/**}, which does not exist unless {@code ptce.api.enabled=true}; and our pages, where everything
 * needs an agent except {@link CheminsPublics}.
 */
@Configuration
@EnableWebSecurity
class SecuriteWeb {

    private static final List<String> WEBAPPS = List.of(
            "/camunda",
            "/camunda/",
            "/camunda/app/**",
            "/camunda/api/**",
            "/camunda/lib/**",
            "/camunda/assets/**",
            "/camunda/favicon.ico");

    private final IdentityService identites;
    private final Entetes entetes;

    SecuriteWeb(IdentityService identites, @Value("${ptce.securite.hsts}") boolean hsts) {
        this.identites = identites;
        this.entetes = new Entetes(hsts);
    }

    @Bean
    @Order(1)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        sansSession(http.securityMatcher(zone("/camunda/**")), entetes.desWebapps());
        return http.authorizeHttpRequests(chemins -> chemins
                        // CVE-2026-77226: creates an administrator, anonymously, as long as there is none.
                        .requestMatchers(CheminsPublics.correspond(List.of("/camunda/api/admin/setup/**")))
                        .denyAll()
                        .requestMatchers(CheminsPublics.correspond(WEBAPPS))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(SecuriteWeb::introuvable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, Comptes comptes, @Value("${ptce.api.enabled}") boolean ouverte)
            throws Exception {
        sansSession(http.securityMatcher(zone("/engine-rest/**")), entetes.desPages());
        if (!ouverte) {
            return http.authorizeHttpRequests(chemins -> chemins.anyRequest().denyAll())
                    .exceptionHandling(SecuriteWeb::introuvable)
                    .build();
        }
        return http.httpBasic(basic -> basic.realmName("PTCE"))
                .authenticationProvider(new ConnexionBasic(comptes))
                .addFilterBefore(new FiltreMoteur(identites, requete -> false), AuthorizationFilter.class)
                .authorizeHttpRequests(chemins -> chemins.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, SessionDesWebapps sessions) throws Exception {
        RequestMatcher publics = CheminsPublics.tous();
        return http.authorizeHttpRequests(
                        chemins -> chemins.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(publics)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new FiltreAgent(sessions), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new FiltreMoteur(identites, publics), AuthorizationFilter.class)
                .csrf(Customizer.withDefaults())
                .headers(entetes.desPages())
                // The login lives in the webapps' session; Spring keeps nothing of it. A new id and a new CSRF token
                // come
                // with the login only: with each request they would log parallel requests out, and refuse what a page
                // sends once it has asked for its styles.
                .securityContext(
                        contexte -> contexte.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(refus -> refus.authenticationEntryPoint(SecuriteWeb::demanderLaConnexion)
                        .accessDeniedHandler(SecuriteWeb::refuser))
                .build();
    }

    // Not securityMatcher(String): that one misses the paths of servlets other than Spring's, such as the webapps' API.
    private static RequestMatcher zone(String motif) {
        return CheminsPublics.correspond(List.of(motif));
    }

    private static void sansSession(HttpSecurity http, Customizer<HeadersConfigurer<HttpSecurity>> reglage)
            throws Exception {
        http.headers(reglage)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /** A closed path looks like one that does not exist, to everybody. */
    private static void introuvable(ExceptionHandlingConfigurer<HttpSecurity> refus) {
        refus.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND))
                .accessDeniedHandler((requete, reponse, cause) -> reponse.setStatus(HttpStatus.NOT_FOUND.value()));
    }

    private static void demanderLaConnexion(
            HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException cause) throws IOException {
        if (attendUnePage(requete)) {
            String question = requete.getQueryString() == null ? "" : "?" + requete.getQueryString();
            String retour = URLEncoder.encode(requete.getRequestURI() + question, StandardCharsets.UTF_8);
            reponse.sendRedirect("/connexion?retour=" + retour);
        } else {
            reponse.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    // A script that asks for data must see the refusal, not the HTML of the login page.
    private static boolean attendUnePage(HttpServletRequest requete) {
        String accepte = requete.getHeader("Accept");
        String destination = requete.getHeader("Sec-Fetch-Dest");
        return List.of("GET", "HEAD").contains(requete.getMethod())
                && (accepte == null || accepte.contains("text/html") || accepte.contains("*/*"))
                && (destination == null || destination.equals("document"))
                && requete.getHeader("X-Requested-With") == null;
    }

    private static void refuser(HttpServletRequest requete, HttpServletResponse reponse, AccessDeniedException cause)
            throws IOException {
        if (cause instanceof CsrfException && requete.getRequestURI().equals("/connexion")) {
            // The session of a login page left open is over: show a fresh one.
            reponse.sendRedirect("/connexion?expiree=oui");
        } else {
            reponse.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
