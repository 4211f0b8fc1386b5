package fr.ptce.moteur.securite;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Before everything else, for every path: a path has one spelling only, any other one is answered 400.
 *
 * <p>The webapps' filter compares the path as it was sent, while Jersey drops {@code ;parameters} and decodes
 * {@code %61} before it chooses a resource: without this filter an odd spelling walks around the rules.
 * Refused: {@code ;}, {@code //}, {@code \}, dot segments, their encoded forms, encoded
 * {@code %}, control characters, an encoded character that needs no encoding, and bytes that are not UTF-8.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CheminsStricts extends OncePerRequestFilter {

    /** Percent-encoded unreserved characters of RFC 3986: letters, digits, {@code - . _ ~}. */
    private static final Pattern ENCODAGE_INUTILE =
            Pattern.compile("%(?:2[de]|3[0-9]|[46][1-9a-f]|[57][0-9a]|5f|7e)", Pattern.CASE_INSENSITIVE);

    private final StrictHttpFirewall parefeu = new StrictHttpFirewall();

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        if (estStricte(requete)) {
            suite.doFilter(requete, reponse);
        } else {
            reponse.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            reponse.setContentLength(0);
        }
    }

    private boolean estStricte(HttpServletRequest requete) {
        String chemin = requete.getRequestURI();
        try {
            parefeu.getFirewalledRequest(requete);
            return !ENCODAGE_INUTILE.matcher(chemin).find() && estEnUtf8(chemin);
        } catch (RequestRejectedException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean estEnUtf8(String chemin) {
        byte[] octets = UriUtils.decode(chemin, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
