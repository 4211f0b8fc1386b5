package fr.ptce.moteur.securite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.annuaire.Groupes;
import fr.ptce.moteur.Agent;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;

class GardeDesPortesTest {

    private static final Agent ADMIN = new Agent("admin", Set.of(Groupes.ADMINISTRATION), Set.of());
    private static final Agent ACCOMPAGNATEUR =
            new Agent("accompagnateur", Set.of(Groupes.ACCOMPAGNATEURS), Set.of("53"));

    private final GardeDesPortes garde = new GardeDesPortes();
    private MockHttpServletResponse reponse;

    static class SansDeclaration {
        void page() {}
    }

    @OuvertA(value = Visiteur.PILOTES, refus = "Réservée aux pilotes.")
    static class PourLesPilotes {
        void page() {}

        @OuvertA(Visiteur.TOUS)
        void elargie() {}

        @OuvertA(value = Visiteur.COMITE, refus = "Réservée au comité.")
        void restreinte() {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @OuvertA(Visiteur.PILOTES)
    @interface PageDEssai {}

    @PageDEssai
    @OuvertA(Visiteur.TOUS)
    static class DeuxFoisDeclaree {
        void page() {}
    }

    static class ParMethode {
        @OuvertA(Visiteur.LIEN)
        void parLien() {}

        void oubliee() {}
    }

    @AfterEach
    void sortir() {
        SecurityContextHolder.clearContext();
    }

    private boolean laissePasser(Agent agent, Object controleur, String methode) throws Exception {
        return laissePasser(
                agent, new HandlerMethod(controleur, controleur.getClass().getDeclaredMethod(methode)));
    }

    private boolean laissePasser(Agent agent, Object porte) throws IOException {
        if (agent == null) {
            SecurityContextHolder.clearContext();
        } else {
            SecurityContextHolder.getContext().setAuthentication(new AgentConnecte(agent));
        }
        reponse = new MockHttpServletResponse();
        return garde.preHandle(new MockHttpServletRequest(), reponse, porte);
    }

    @Test
    void ceQuiNeDitRienNExistePourPersonne() throws Exception {
        assertThat(laissePasser(ADMIN, new SansDeclaration(), "page")).isFalse();
        assertThat(reponse.getStatus()).isEqualTo(404);
        assertThat(laissePasser(null, new SansDeclaration(), "page")).isFalse();
        assertThat(laissePasser(ADMIN, new ParMethode(), "oubliee")).isFalse();
    }

    @Test
    void ceQuiRepondSansEtreUnControleurEstFerme() throws IOException {
        assertThat(laissePasser(ADMIN, new Object())).isFalse();
        assertThat(reponse.getStatus()).isEqualTo(404);
    }

    @Test
    void lesAutresApprennentPourquoi() throws Exception {
        assertThat(laissePasser(ADMIN, new PourLesPilotes(), "page")).isTrue();
        assertThatThrownBy(() -> laissePasser(ACCOMPAGNATEUR, new PourLesPilotes(), "page"))
                .isInstanceOf(AccesRefuse.class)
                .hasMessage("Réservée aux pilotes.");
    }

    @Test
    void unAnonymeDoitSeConnecter() {
        assertThatThrownBy(() -> laissePasser(null, new PourLesPilotes(), "page"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void uneMethodeRestreintSaClasseEtNeLElargitPas() throws Exception {
        Agent pilote = new Agent("pilote", Set.of(Groupes.PILOTES), Set.of("53"));

        assertThat(laissePasser(pilote, new PourLesPilotes(), "elargie")).isTrue();
        assertThatThrownBy(() -> laissePasser(ACCOMPAGNATEUR, new PourLesPilotes(), "elargie"))
                .isInstanceOf(AccesRefuse.class);
        assertThatThrownBy(() -> laissePasser(pilote, new PourLesPilotes(), "restreinte"))
                .isInstanceOf(AccesRefuse.class)
                .hasMessage("Réservée au comité.");
    }

    @Test
    void deuxDeclarationsNOuvrentQuACeuxQueLesDeuxAdmettent() throws Exception {
        assertThat(laissePasser(ADMIN, new DeuxFoisDeclaree(), "page")).isTrue();
        assertThatThrownBy(() -> laissePasser(ACCOMPAGNATEUR, new DeuxFoisDeclaree(), "page"))
                .isInstanceOf(AccesRefuse.class);
    }

    @Test
    void uneAdresseSecreteResteDiscrete() throws Exception {
        assertThat(laissePasser(null, new ParMethode(), "parLien")).isTrue();
        assertThat(reponse.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(reponse.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reponse.getHeader("X-Robots-Tag")).isEqualTo("noindex, nofollow");
    }
}
