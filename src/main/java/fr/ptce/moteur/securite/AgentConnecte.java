package fr.ptce.moteur.securite;

import fr.ptce.moteur.Agent;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** What Spring Security knows of a logged-in {@link Agent}: the authorities are the ids of the groups. */
class AgentConnecte extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Agent agent;

    AgentConnecte(Agent agent) {
        super(AuthorityUtils.createAuthorityList(agent.groupes()));
        this.agent = agent;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return null;
    }

    @Override
    public Agent getPrincipal() {
        return agent;
    }

    @Override
    public String getName() {
        return agent.id();
    }
}
