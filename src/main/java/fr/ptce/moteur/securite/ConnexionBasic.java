package fr.ptce.moteur.securite;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** HTTP Basic of {@code /engine-rest} against the accounts of the engine. */
class ConnexionBasic implements AuthenticationProvider {

    private final Comptes comptes;

    ConnexionBasic(Comptes comptes) {
        this.comptes = comptes;
    }

    @Override
    public Authentication authenticate(Authentication demande) {
        return comptes.verifier(demande.getName(), String.valueOf(demande.getCredentials()))
                .map(AgentConnecte::new)
                .orElseThrow(() -> new BadCredentialsException("refused"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
