package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.moteur.securite.ClientHttp;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Due dates in somebody's calendar, by a secret address. */
@ApplicationDeTest
class AgendaTest {

    private static final Pattern ADRESSE = Pattern.compile("value=\"https?://[^/]+(/agenda/[A-Za-z0-9_-]{43}\\.ics)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdentityService identityService;

    @BeforeEach
    void desTaches() {
        jdbc.sql("delete from tache_suivie").update();
        jdbc.sql("delete from lien_personnel where emploi = 'agenda'").update();
        tache("a-lui", "Relire", "53", "pilote.bretagne", "pilotes-53", 3);
        tache("a-son-groupe", "Décider", "53", null, "pilotes-53", 5);
        tache("a-sa-voisine", "Instruire", "53", "pilote.national", "pilotes-53", 7);
        tache("ailleurs", "Ailleurs", "82", null, "pilotes-82", 9);
        tache("ancienne", "Oubliée", "53", "pilote.bretagne", "pilotes-53", -90);
    }

    @Test
    void unAgendaPorteSesEcheancesEtCellesDeSesGroupes() throws Exception {
        ClientHttp pilote = connecte("pilote.bretagne");
        assertThat(pilote.get("/agenda").body()).contains("Aucune adresse n’est en service.");

        HttpResponse<String> lecture = new ClientHttp(port).get(creer(pilote, ""));
        assertThat(lecture.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(lecture.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        assertThat(titres(lecture)).containsExactly("Relire – PTCE-0001", "Décider – PTCE-0001");
        assertThat(lecture.body().replace("\r\n ", ""))
                .contains("METHOD:PUBLISH", "/taches/a-lui", "DTSTART;VALUE=DATE:");
        assertThat(pilote.get("/agenda").body())
                .contains("mes échéances, depuis le")
                .doesNotContain(".ics");
    }

    @Test
    void uneNouvelleAdresseRemplaceLaPrecedenteEtSeSupprime() {
        ClientHttp pilote = connecte("pilote.ile-de-france");
        ClientHttp agenda = new ClientHttp(port);
        String premiere = creer(pilote, "");
        String seconde = creer(pilote, "");

        assertThat(agenda.get(premiere).statusCode()).isEqualTo(404);
        assertThat(agenda.get(seconde).statusCode()).isEqualTo(200);
        pilote.postFormulaire("/agenda", Map.of("action", "supprimer", "region", ""));
        assertThat(agenda.get(seconde).statusCode()).isEqualTo(404);
    }

    @Test
    void lesEcheancesDUneRegionSontPourCeuxQuiLaSuivent() throws Exception {
        ClientHttp pilote = connecte("pilote.bretagne");
        String region = creer(pilote, "53");
        assertThat(titres(new ClientHttp(port).get(region)))
                .containsExactly("Relire – PTCE-0001", "Décider – PTCE-0001", "Instruire – PTCE-0001");
        assertThat(pilote.postFormulaire("/agenda", Map.of("action", "creer", "region", "82"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(connecte("redacteur")
                        .postFormulaire("/agenda", Map.of("action", "creer", "region", "53"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(connecte("accompagnateur.bretagne")
                        .postFormulaire("/agenda", Map.of("action", "creer", "region", "53"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void quiPerdSesDroitsPerdSonAgenda() {
        String adresse = creer(connecte("pilote.lorraine"), "41");
        assertThat(new ClientHttp(port).get(adresse).statusCode()).isEqualTo(200);

        identityService.deleteMembership("pilote.lorraine", "pilotes-41");

        assertThat(new ClientHttp(port).get(adresse).statusCode())
                .as("agenda d’une région que la personne ne suit plus")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/agenda/x.ics", "/agenda/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics", "/agenda/..ics"})
    void uneAdresseInconnueNeDitRien(String adresse) {
        assertThat(new ClientHttp(port).get(adresse).statusCode()).isIn(400, 404);
    }

    @Test
    void laPageDemandeUnCompte() {
        assertThat(new ClientHttp(port).get("/agenda").statusCode()).isIn(302, 401);
    }

    private String creer(ClientHttp agent, String region) {
        agent.postFormulaire("/agenda", Map.of("action", "creer", "region", region));
        Matcher adresse = ADRESSE.matcher(agent.get("/agenda").body());
        assertThat(adresse.find()).isTrue();
        return adresse.group(1);
    }

    private static List<String> titres(HttpResponse<String> lecture) throws Exception {
        Calendar calendrier = new CalendarBuilder().build(new StringReader(lecture.body()));
        return calendrier.<VEvent>getComponents("VEVENT").stream()
                .map(evenement -> evenement.getSummary().getValue())
                .toList();
    }

    private void tache(String id, String nom, String region, String responsable, String groupes, int jours) {
        OffsetDateTime maintenant = OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
        jdbc.sql("""
                        insert into tache_suivie (tache, processus, instance, element, nom, dossier, region, responsable,
                          groupes, creee_le, echeance, rappels)
                        values (:id, 'essai', 'i', 'e', :nom, 'PTCE-0001', :region, :responsable, :groupes, :le, :echeance, 0)
                        """)
                .param("id", id)
                .param("nom", nom)
                .param("region", region)
                .param("responsable", responsable)
                .param("groupes", groupes)
                .param("le", maintenant)
                .param("echeance", maintenant.plusDays(jours))
                .update();
    }

    private ClientHttp connecte(String personne) {
        return new ClientHttp(port).connecter(personne, "demo");
    }
}
