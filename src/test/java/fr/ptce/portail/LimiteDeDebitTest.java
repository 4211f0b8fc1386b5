package fr.ptce.portail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LimiteDeDebitTest {

    private final LimiteDeDebit limite = new LimiteDeDebit(new ReglagesDesLimites(3, 2, 100));

    @Test
    void uneAdresseQuiDemandeTropDoitAttendre() throws Exception {
        assertThat(statuts("GET", "192.0.2.1", 4)).containsExactly(200, 200, 200, 429);

        MockHttpServletResponse refus = demander("GET", "192.0.2.1");
        assertThat(Integer.parseInt(refus.getHeader("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void uneAutreAdresseNEstPasConcernee() throws Exception {
        statuts("GET", "192.0.2.1", 4);

        assertThat(statuts("GET", "192.0.2.2", 1)).containsExactly(200);
    }

    @Test
    void ecrireEtLireSontComptesAPart() throws Exception {
        assertThat(statuts("POST", "192.0.2.1", 3)).containsExactly(200, 200, 429);
        assertThat(statuts("PUT", "192.0.2.1", 1)).containsExactly(429);
        assertThat(statuts("GET", "192.0.2.1", 1)).containsExactly(200);
    }

    @Test
    void lesAdressesDUnReseauIpv6ComptentPourUne() throws Exception {
        assertThat(statuts("GET", "2001:db8:0:1::1", 3)).containsOnly(200);
        assertThat(statuts("GET", "2001:db8:0:1:ffff::2", 1)).containsExactly(429);
        assertThat(statuts("GET", "2001:db8:0:2::1", 1)).containsExactly(200);
    }

    @Test
    void unEnteteNeFaitPasUneAutreAdresse() throws Exception {
        statuts("GET", "192.0.2.1", 3);
        MockHttpServletRequest requete = requete("GET", "192.0.2.1");
        requete.addHeader("X-Forwarded-For", "203.0.113.9");
        requete.addHeader("Forwarded", "for=203.0.113.9");

        assertThat(passer(requete).getStatus()).isEqualTo(429);
    }

    private int[] statuts(String methode, String adresse, int fois) throws Exception {
        int[] statuts = new int[fois];
        for (int i = 0; i < fois; i++) {
            statuts[i] = demander(methode, adresse).getStatus();
        }
        return statuts;
    }

    private MockHttpServletResponse demander(String methode, String adresse) throws Exception {
        return passer(requete(methode, adresse));
    }

    private MockHttpServletResponse passer(MockHttpServletRequest requete) throws ServletException, IOException {
        MockHttpServletResponse reponse = new MockHttpServletResponse();
        limite.doFilter(requete, reponse, new MockFilterChain());
        return reponse;
    }

    private static MockHttpServletRequest requete(String methode, String adresse) {
        MockHttpServletRequest requete = new MockHttpServletRequest(methode, "/");
        requete.setRemoteAddr(adresse);
        return requete;
    }
}
