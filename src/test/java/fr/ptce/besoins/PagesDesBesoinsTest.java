package fr.ptce.besoins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.securite.ClientHttp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages of the needs: who gets in, what is refused and how, what they do with odd addresses. */
@ApplicationDeTest
class PagesDesBesoinsTest {

    private static final String ADRESSE = "camille@pole.example";
    private static final String NOUVEAU = "/besoins/lancements/nouveau";
    private static final Agent BRETAGNE = new Agent("pilote.bretagne", Set.of("pilotes", "pilotes-53"), Set.of("53"));
    private static final Agent RHONE_ALPES =
            new Agent("pilote.rhone-alpes", Set.of("pilotes", "pilotes-82"), Set.of("82"));
    private static final Agent ADMIN = new Agent("admin", Set.of("camunda-admin"), Set.of());
    private static final Agent ACCOMPAGNATEUR =
            new Agent("accompagnateur.bretagne", Set.of("accompagnateurs", "accompagnateurs-53"), Set.of("53"));
    private static final List<String> PAGES = List.of(
            "/besoins",
            "/besoins/initiatives",
            "/besoins/initiatives.csv",
            "/besoins/initiatives.xlsx",
            "/besoins/recensement.csv",
            "/besoins/recensement.xlsx",
            NOUVEAU);

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext contexte;

    @Autowired
    private InitiativesDEssai essai;

    @Autowired
    private Initiatives initiatives;

    @Autowired
    private LancementDesQuestionnaires lancement;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Pas pas;

    private MockMvc pages;

    @BeforeEach
    void ouvrirLesPages() {
        pages = MockMvcBuilders.webAppContextSetup(contexte)
                .apply(springSecurity())
                .build();
        if (initiatives.chercher("PTCE-P001").isEmpty()) {
            essai.retenir("PTCE-P001", "53", ADRESSE, "culture");
            essai.retenir("PTCE-P002", "82", ADRESSE);
        }
    }

    @Test
    void unPiloteVoitSaRegionEtPasCelleDesAutres() throws Exception {
        ouvrir(BRETAGNE, "/besoins/initiatives")
                .andExpect(content().string(containsString("PTCE-P001")))
                .andExpect(content().string(not(containsString("PTCE-P002"))));
        ouvrir(RHONE_ALPES, "/besoins/initiatives.csv")
                .andExpect(content().string(containsString("PTCE-P002")))
                .andExpect(content().string(not(containsString("PTCE-P001"))));
        ouvrir(BRETAGNE, "/besoins/initiatives/PTCE-P001").andExpect(status().isOk());
        ouvrir(BRETAGNE, "/besoins/initiatives/PTCE-P002")
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("ne vous est pas ouverte")));
        ouvrir(BRETAGNE, "/besoins/initiatives/PTCE-INCONNUE").andExpect(status().isNotFound());
        ouvrir(ADMIN, "/besoins/initiatives/PTCE-P002").andExpect(status().isOk());
    }

    @Test
    void leFormulaireNOffreQueLesRegionsDuPilote() throws Exception {
        ouvrir(BRETAGNE, NOUVEAU)
                .andExpect(content().string(containsString("\"value\":\"53\"")))
                .andExpect(content().string(not(containsString("\"value\":\"82\""))));
        envoyer(BRETAGNE, NOUVEAU, Map.of("regions", List.of("82")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].cle").value("regions"));
    }

    @Test
    void lesAutresGroupesSontRefusesPoliment() throws Exception {
        for (String chemin : PAGES) {
            ouvrir(ACCOMPAGNATEUR, chemin)
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(containsString("réservée aux pilotes")));
        }
        envoyer(ACCOMPAGNATEUR, NOUVEAU, Map.of()).andExpect(status().isForbidden());
    }

    @Test
    void sansConnexionRienNeSOuvre() {
        ClientHttp anonyme = new ClientHttp(port);
        for (String chemin : PAGES) {
            assertThat(anonyme.get(chemin, "Accept", "text/html").statusCode())
                    .as(chemin)
                    .isEqualTo(302);
            assertThat(anonyme.get(chemin, "Accept", "application/json").statusCode())
                    .as(chemin)
                    .isEqualTo(401);
        }
    }

    @Test
    void chaqueRoleEstServiSelonSesDroitsEnVraiHttp() {
        ClientHttp pilote = new ClientHttp(port).connecter("pilote.bretagne", "demo");
        ClientHttp accompagnateur = new ClientHttp(port).connecter("accompagnateur.bretagne", "demo");

        assertThat(pilote.get("/besoins/initiatives").body())
                .contains("PTCE-P001")
                .doesNotContain("PTCE-P002");
        assertThat(pilote.postJson(NOUVEAU, "{\"campagne\":\"" + InitiativesDEssai.CAMPAGNE + "\"}")
                        .body())
                .contains("/besoins/lancements/");
        assertThat(accompagnateur.get("/besoins/initiatives").statusCode()).isEqualTo(403);
        assertThat(accompagnateur.postJson(NOUVEAU, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void unLancementEstAConfirmerParSonAuteur() throws Exception {
        essai.retenir("PTCE-P003", "53", ADRESSE);
        long id = lancement.preparer(
                BRETAGNE,
                new CriteresDeLancement(List.of("PTCE-P003"), null, List.of(), List.of(), null, null, false, false));
        String page = "/besoins/lancements/" + id;

        ouvrir(RHONE_ALPES, page).andExpect(status().isNotFound());
        pages.perform(post(page).with(connexion(RHONE_ALPES)).with(csrf())).andExpect(status().isNotFound());
        pages.perform(post(page).with(connexion(BRETAGNE))).andExpect(status().isForbidden());
        assertThat(lancement.ouvrir(BRETAGNE, id).orElseThrow().confirme()).isFalse();
        pages.perform(post(page).with(connexion(BRETAGNE)).with(csrf())).andExpect(status().is3xxRedirection());
        pas.avancer(LancementBesoinsProcess.reference(id));
        ouvrir(BRETAGNE, page).andExpect(content().string(containsString("1 questionnaire lancé")));
        ouvrir(BRETAGNE, NOUVEAU).andExpect(content().string(containsString("Vos derniers lancements")));
    }

    @Test
    void unChampFauxEstDitEtNeChangeRien() throws Exception {
        long avant = lancements();
        envoyer(
                        BRETAGNE,
                        NOUVEAU,
                        Map.of(
                                "echeance",
                                "2020-01-01",
                                "message",
                                "x".repeat(1001),
                                "categories",
                                List.of("manifestation"),
                                "campagne",
                                "INCONNUE"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs.length()").value(4));
        StringBuilder trop = new StringBuilder(NOUVEAU + "?initiative=PTCE-0");
        for (int i = 1; i <= CriteresDeLancement.MAXIMUM_D_INITIATIVES; i++) {
            trop.append("&initiative=PTCE-").append(i);
        }
        envoyer(BRETAGNE, trop.toString(), Map.of()).andExpect(status().isBadRequest());
        assertThat(lancements()).isEqualTo(avant);
    }

    @Test
    void unLancementQuiNInterrogePersonneLeDitAvantDePartir() throws Exception {
        envoyer(BRETAGNE, NOUVEAU + "?initiative=PTCE-P002", Map.of()).andExpect(status().isOk());
        long id = jdbc.sql("select max(id) from lancement_besoins")
                .query(Long.class)
                .single();
        ouvrir(BRETAGNE, "/besoins/lancements/" + id)
                .andExpect(content().string(containsString("Aucune initiative retenue ne correspond")))
                .andExpect(content().string(not(containsString("Lancer le questionnaire"))));
    }

    @Test
    void uneAdresseMalEcriteOuvreQuandMemeLaPage() throws Exception {
        for (String suite : List.of(
                "?region=%00&theme=%27&importance=9&stade=x&axe=zz&page=99999999&decoupage=abc",
                "?campagne=" + "x".repeat(500), "?situation=drop&besoin=%27;--&tri=zz&sens=zz&plafond=0")) {
            ouvrir(BRETAGNE, "/besoins" + suite).andExpect(status().isOk());
            ouvrir(BRETAGNE, "/besoins/initiatives" + suite).andExpect(status().isOk());
        }
        for (String tri : ListeDesInitiatives.TRIS) {
            ouvrir(BRETAGNE, "/besoins/initiatives?sens=desc&tri=" + tri).andExpect(status().isOk());
        }
        ouvrir(BRETAGNE, NOUVEAU + "?initiative=%3Cscript%3E")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>\""))));
        ouvrir(BRETAGNE, "/besoins/lancements/999999?page=-3").andExpect(status().isNotFound());
    }

    @Test
    void laListeSePagine() throws Exception {
        for (int i = 0; i <= ListeDesInitiatives.PAR_PAGE; i++) {
            essai.inscrire("PAGES", "PTCE-Q%03d".formatted(i), "53", "en-projet", ADRESSE);
        }
        ouvrir(BRETAGNE, "/besoins/initiatives?campagne=PAGES")
                .andExpect(content().string(containsString("26 initiatives")))
                .andExpect(content().string(containsString("Page 1 sur 2")))
                .andExpect(content().string(not(containsString("PTCE-Q025"))));
        ouvrir(BRETAGNE, "/besoins/initiatives?campagne=PAGES&page=7")
                .andExpect(content().string(containsString("Page 2 sur 2")))
                .andExpect(content().string(containsString("PTCE-Q025")));
    }

    @Test
    void uneCelluleNEstJamaisUneFormule() throws Exception {
        essai.inscrire("FORMULE", "PTCE-R001", "53", "en-projet", ADRESSE);
        jdbc.sql("update initiative set nom = '=cmd|calc' where numero = 'PTCE-R001'")
                .update();
        String csv = ouvrir(BRETAGNE, "/besoins/initiatives.csv?campagne=FORMULE")
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains(";'=cmd|calc;");
        assertThat(Tableurs.premiereFeuille(ouvrir(BRETAGNE, "/besoins/initiatives.xlsx?campagne=FORMULE")
                                .andReturn()
                                .getResponse()
                                .getContentAsByteArray())
                        .get(1)
                        .get(1))
                .isEqualTo("=cmd|calc");
    }

    private long lancements() {
        return jdbc.sql("select count(*) from lancement_besoins")
                .query(Long.class)
                .single();
    }

    private ResultActions ouvrir(Agent agent, String chemin) throws Exception {
        return pages.perform(get(URI.create(chemin)).with(connexion(agent)));
    }

    private ResultActions envoyer(Agent agent, String chemin, Map<String, Object> champs) throws Exception {
        return pages.perform(post(URI.create(chemin))
                .with(connexion(agent))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(new ObjectMapper().writeValueAsString(champs)));
    }

    private static RequestPostProcessor connexion(Agent agent) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(agent, null, List.of()));
    }
}
