package fr.ptce.courriel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.ptce.ApplicationDeTest;
import fr.ptce.moteur.Agent;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The whole application in the demo profile: what the room sends is seen on the demo's pages. */
@ApplicationDeTest
class PagesCourrielTest {

    @Autowired
    private WebApplicationContext contexte;

    private MockMvc http;

    /** Somebody who has an account, and no part in the programme. */
    @BeforeEach
    void ouvrir() {
        Agent agent = new Agent("essai", Set.of(), Set.of());
        http = MockMvcBuilders.webAppContextSetup(contexte)
                .apply(springSecurity())
                .defaultRequest(get("/").with(authentication(
                        UsernamePasswordAuthenticationToken.authenticated(agent, null, List.of()))))
                .build();
    }

    @Autowired
    private Courriels courriels;

    @Autowired
    private ModelesDeCourriel modeles;

    @Autowired
    private DocumentsPdf documents;

    @Autowired
    private BoiteDeDemonstration boite;

    @Autowired
    private JavaMailSenderImpl expedition;

    @Test
    void lexpeditionEstBorneeDansLeTemps() {
        assertThat(expedition.getJavaMailProperties())
                .containsKeys("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");
        assertThat(expedition.getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void unCourrielEnvoyeSeTrouveEtSeLit() throws Exception {
        byte[] lettre = documents.rendre("lettre-decision", lettre());
        envoyer(
                "pages:1",
                "PTCE-0901",
                "lecture@porteur.example",
                new PieceAJoindre("décision.pdf", "application/pdf", lettre));
        long n = boite.chercher("PTCE-0901").get(0).n();

        http.perform(get("/courriels").param("recherche", "LECTURE@porteur"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("aucun courriel ne part"),
                                containsString("[PTCE-0901] La décision sur votre candidature"),
                                containsString("href=\"/courriels/" + n + "\""))));
        http.perform(get("/courriels/" + n))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("lecture@porteur.example"),
                                containsString("sandbox=\"allow-popups allow-popups-to-escape-sandbox\""),
                                containsString("srcdoc=\"&lt;!DOCTYPE html&gt;"),
                                containsString("&lt;base target=&quot;_blank&quot;&gt;"),
                                containsString("Auto-Submitted"),
                                containsString("décision.pdf"))));
        http.perform(get("/courriels/" + n + "/pieces/0"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(lettre));
    }

    @Test
    void laListeSePagineDuPlusRecentAuPlusAncien() throws Exception {
        for (int i = 0; i < 51; i++) {
            envoyer("page:" + i, "PTCE-1%03d".formatted(i), "pagination@porteur.example");
        }
        http.perform(get("/courriels").param("recherche", "pagination@"))
                .andExpect(content()
                        .string(allOf(
                                containsString("51 courriels"),
                                containsString("[PTCE-1050]"),
                                not(containsString("[PTCE-1000]")),
                                containsString("Page 1 sur 2"))));
        http.perform(get("/courriels").param("recherche", "pagination@").param("page", "2"))
                .andExpect(content().string(allOf(containsString("[PTCE-1000]"), not(containsString("[PTCE-1050]")))));
        http.perform(get("/courriels").param("recherche", "pagination@").param("page", "99"))
                .andExpect(content().string(containsString("Page 2 sur 2")));
    }

    @Test
    void uneRechercheSansResultatLeDitSansExecuterCeQuelleContient() throws Exception {
        http.perform(get("/courriels").param("recherche", "<script>x</script>"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Aucun courriel ne correspond"), not(containsString("<script>")))));
    }

    @Test
    void unCourrielOuUnePieceInconnusNeSontPasTrouves() throws Exception {
        http.perform(get("/courriels/999999")).andExpect(status().isNotFound());
        http.perform(get("/courriels/999999/pieces/0")).andExpect(status().isNotFound());
        http.perform(get("/administration/courriels/modeles/inconnu")).andExpect(status().isNotFound());
    }

    @Test
    void chaqueModeleSeMontreAvecSesDonneesDexemple() throws Exception {
        http.perform(get("/administration/courriels/modeles"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/administration/courriels/modeles/accuse-reception")));
        for (Modele modele : modeles.tous()) {
            http.perform(get("/administration/courriels/modeles/" + modele.nom()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(containsString("srcdoc="), containsString("Bonjour"))));
        }
    }

    @Test
    void laBoiteNeGardeQueLesDerniersCourriels() throws Exception {
        try (BoiteDeDemonstration petite = new BoiteDeDemonstration(0, 3)) {
            var versLaPetite = new JavaMailSenderImpl();
            versLaPetite.setHost(petite.hote());
            versLaPetite.setPort(petite.port());
            int envoyes = 110;
            var messages = new MimeMessage[envoyes];
            for (int i = 0; i < envoyes; i++) {
                messages[i] = versLaPetite.createMimeMessage();
                messages[i].setRecipients(Message.RecipientType.TO, "a" + i + "@porteur.example");
                messages[i].setText("Texte");
            }
            versLaPetite.send(messages);

            List<CourrielAttrape.Resume> gardes = petite.chercher("");
            assertThat(gardes).hasSizeBetween(3, 103);
            assertThat(gardes.get(0).n()).isEqualTo(envoyes);
            assertThat(petite.lire(1)).isEmpty();
            assertThat(petite.lire(envoyes)).get().satisfies(dernier -> {
                assertThat(dernier.texte()).startsWith("Texte");
                assertThat(dernier.html()).isNull();
                assertThat(dernier.objet()).isEmpty();
            });
        }
    }

    private void envoyer(String cle, String dossier, String destinataire, PieceAJoindre... pieces) {
        Map<String, Object> variables = new HashMap<>(
                modeles.modele("notification-decision").orElseThrow().exemple());
        variables.put("numero", dossier);
        courriels.envoyer(
                new CourrielAEnvoyer(cle, dossier, destinataire, "notification-decision", variables, List.of(pieces)));
    }

    private static Map<String, Object> lettre() {
        return Map.of("numero", "PTCE-0901", "initiative", "Pôle", "decision", "retenu-projet");
    }
}
