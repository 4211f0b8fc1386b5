package fr.ptce.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.ptce.ApplicationDeTest;
import fr.ptce.BaseComptee;
import fr.ptce.HorlogeReglable;
import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.candidature.EtatDossier;
import fr.ptce.monographie.EtatDeMonographie;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.ClientHttp;
import fr.ptce.pilotage.Suivi.Attendu;
import fr.ptce.pilotage.Suivi.Courriels;
import fr.ptce.pilotage.Suivi.Etape;
import fr.ptce.pilotage.Suivi.RegionEngagee;
import fr.ptce.pilotage.Suivi.Territoire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** The dashboard against {@link HistoireConnue}, counted by hand; who reads it; what is behind each of its figures. */
@ApplicationDeTest
class SuiviDuProgrammeTest {

    private static final Agent ADMIN = new Agent("admin", Set.of(Groupes.ADMINISTRATION), Set.of());
    private static final Agent BRETAGNE = new Agent("pilote.bretagne", Set.of("pilotes", "pilotes-53"), Set.of("53"));
    private static final Agent RHONE_ALPES =
            new Agent("pilote.rhone-alpes", Set.of("pilotes", "pilotes-82"), Set.of("82"));
    private static final Agent SANS_REGION = new Agent("pilote.perdu", Set.of("pilotes"), Set.of());
    private static final YearMonth MARS = YearMonth.of(2027, 3);
    private static final List<String> ADRESSES = List.of(
            "/pilotage",
            "/pilotage/suivi.xlsx",
            "/pilotage/dossiers",
            "/pilotage/dossiers.csv",
            "/pilotage/dossiers.xlsx",
            "/pilotage/taches",
            "/pilotage/taches.csv",
            "/pilotage/taches.xlsx",
            "/pilotage/etapes",
            "/pilotage/etapes.csv",
            "/pilotage/etapes.xlsx",
            "/pilotage/courriels",
            "/pilotage/courriels.csv",
            "/pilotage/courriels.xlsx",
            "/pilotage/monographies",
            "/pilotage/monographies.csv",
            "/pilotage/monographies.xlsx",
            "/pilotage/projets",
            "/pilotage/projets.csv",
            "/pilotage/projets.xlsx");

    /** A figure of the page, with the list that it leads to. */
    private static final Pattern CHIFFRE = Pattern.compile(
            "<a [^>]*href=\"(/pilotage/(?:dossiers|taches|etapes|courriels|monographies|projets)[^\"]*)\"[^>]*>(?:<span class=\"chiffre__valeur\">)?(\\d+)<");

    private static final Pattern LIGNES = Pattern.compile("<p>(\\d+)(?:\u00a0|&nbsp;)lignes?</p>");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource base;

    @Autowired
    private ChiffresDuSuivi chiffres;

    @Autowired
    private ClotureDesChiffres cloture;

    @Autowired
    private SeuilsDeRetard seuils;

    @Autowired
    private Attendus attendus;

    @Autowired
    private Processus processus;

    @Autowired
    private Regions regions;

    @Autowired
    private Themes themes;

    @Autowired
    private HorlogeReglable horloge;

    private HistoireConnue histoire;

    @BeforeEach
    void ecrireLHistoire() {
        horloge.regler(HistoireConnue.JOUR, HistoireConnue.HEURE);
        histoire = new HistoireConnue(jdbc);
        histoire.ecrire();
    }

    @Test
    void lesDossiersSeComptentParEtatEtParRegionDeChaqueDecoupage() {
        Suivi suivi = suivi(ADMIN, Map.of());

        assertThat(parEtat(suivi))
                .isEqualTo(Map.of(
                        EtatDossier.EN_RELECTURE, 1L,
                        EtatDossier.RETENU, 2L,
                        EtatDossier.DEPOSE, 1L,
                        EtatDossier.NON_RETENU, 1L,
                        EtatDossier.EN_DECISION, 1L,
                        EtatDossier.RETIRE, 1L));
        assertThat(suivi.deposes()).isEqualTo(7);
        assertThat(suivi.enCours()).isEqualTo(3);
        assertThat(suivi.territoires())
                .containsExactly(
                        new Territoire("84", "Auvergne-Rhône-Alpes", 2, 1, 0, 1),
                        new Territoire("53", "Bretagne", 4, 2, 2, 4),
                        new Territoire("11", "Île-de-France", 1, 0, 0, 0));
        assertThat(suivi(ADMIN, Map.of("decoupage", "2012")).territoires())
                .extracting(Territoire::code, Territoire::deposes, Territoire::enRetard)
                .containsExactly(tuple("83", 1L, 0L), tuple("53", 4L, 4L), tuple("11", 1L, 0L), tuple("82", 1L, 1L));
    }

    @Test
    void unePeriodeSeCompareACelleDAvant() {
        Suivi suivi = suivi(ADMIN, Map.of("du", "2027-02", "au", "2027-03"));

        // February and March, against December and January.
        assertThat(suivi.deposes()).isEqualTo(5);
        assertThat(suivi.deposesAvant()).isEqualTo(2);
        assertThat(suivi.etats())
                .filteredOn(e -> e.nombre() + e.avant() > 0)
                .extracting(e -> e.etat().id(), Suivi.EtatCompte::nombre, Suivi.EtatCompte::avant)
                .containsExactly(
                        tuple("depose", 1L, 0L),
                        tuple("en-relecture", 1L, 0L),
                        tuple("en-decision", 0L, 1L),
                        tuple("retenu", 2L, 0L),
                        tuple("non-retenu", 0L, 1L),
                        tuple("retire", 1L, 0L));
    }

    @Test
    void lesFiltresSeCombinent() {
        String b = String.valueOf(jdbc.sql("select id from campagne where code = 'PTCE-B'")
                .query(Long.class)
                .single());

        assertThat(suivi(ADMIN, Map.of("campagne", b)).deposes()).isEqualTo(2);
        assertThat(suivi(ADMIN, Map.of("theme", "culture")).deposes()).isEqualTo(4);
        assertThat(suivi(ADMIN, Map.of("theme", "sans")).deposes()).isEqualTo(1);
        assertThat(suivi(ADMIN, Map.of("region", "84")).deposes()).isEqualTo(2);
        assertThat(suivi(ADMIN, Map.of("region", "84", "theme", "emploi", "du", "2027-02"))
                        .deposes())
                .isEqualTo(1);
        assertThat(suivi(ADMIN, Map.of("campagne", b, "theme", "emploi"))
                        .taches()
                        .ouvertes())
                .isEqualTo(1);
    }

    @Test
    void lesRetardsSeComptentParTrancheEtParQuiEstAttendu() {
        Suivi suivi = suivi(ADMIN, Map.of());

        assertThat(suivi.taches().ouvertes()).isEqualTo(8);
        assertThat(suivi.taches().enRetard())
                .isEqualTo(Map.of(
                        TrancheDeRetard.MOINS_DE_3, 2L,
                        TrancheDeRetard.DE_3_A_7, 1L,
                        TrancheDeRetard.DE_8_A_14, 1L,
                        TrancheDeRetard.QUINZE_ET_PLUS, 1L));
        assertThat(suivi.attendus())
                .extracting(Attendu::nom, Attendu::taches, Attendu::enRetard)
                .containsExactly(
                        tuple("Pilotes Bretagne (CRESS)", 2L, 2L),
                        tuple("Pilote Bretagne", 1L, 1L),
                        tuple("Les porteurs (dossiers)", 1L, 1L),
                        tuple("Comité de pilotage", 1L, 1L),
                        tuple("Rédacteur Monographies", 1L, 0L),
                        tuple("Pilotes Rhône-Alpes (CRESS)", 1L, 0L),
                        tuple("Pilotes nationaux", 1L, 0L));
        assertThat(suivi.attendus().get(0).depuis()).isEqualTo("2027-03-02T11:00:00Z");
    }

    /** Working days are counted up to sixty. */
    @Test
    void unTresLongRetardNEstPasDitPlusCourt() {
        jdbc.sql("update tache_suivie set echeance = :le where tache = 't4'")
                .param("le", HistoireConnue.moment("2026-06-01"))
                .update();
        ClientHttp agent = new ClientHttp(port).connecter("pilote.national", "demo");
        assertThat(agent.get("/pilotage/taches?retard=15-et-plus").body()).contains(">60 et plus<");
        assertThat(agent.get("/pilotage/taches.csv?retard=15-et-plus").body()).contains("60 et plus");
    }

    @Test
    void leTempsDeChaqueEtapeSeMesureEtDesigneLeGoulet() {
        Suivi suivi = suivi(ADMIN, Map.of());

        // 1 2 2 3 4 6 8 20: the 4th of 8, the 8th of 8.
        assertThat(suivi.etapes())
                .containsExactly(
                        new Etape(
                                "candidature", "Candidature", "userTask_decider", "Décider", 1, 5, 5, null, 0, 0, null),
                        new Etape(
                                "candidature",
                                "Candidature",
                                "userTask_evaluer",
                                "Évaluer le dossier",
                                8,
                                3,
                                20,
                                10,
                                1,
                                8,
                                null));
        assertThat(suivi.goulet()).map(Etape::element).hasValue("userTask_evaluer");
        // 2 4 6 8 20 against 1 3.
        assertThat(suivi(ADMIN, Map.of("du", "2027-03")).etapes())
                .filteredOn(etape -> etape.element().equals("userTask_evaluer"))
                .extracting(Etape::nombre, Etape::mediane, Etape::neufDixiemes, Etape::medianeAvant)
                .containsExactly(tuple(5L, 6, 20, 1));
        // 1 2 3 4 without the 6 of the dossier in conflict.
        assertThat(suivi(BRETAGNE, Map.of()).etapes())
                .filteredOn(etape -> etape.element().equals("userTask_evaluer"))
                .extracting(Etape::nombre, Etape::mediane, Etape::neufDixiemes)
                .containsExactly(tuple(4L, 2, 4));
        assertThat(suivi(BRETAGNE, Map.of()).goulet()).isEmpty();
        assertThat(suivi(ADMIN, Map.of("theme", "emploi")).etapes())
                .extracting(Etape::element, Etape::nombre, Etape::mediane)
                .containsExactly(tuple("userTask_evaluer", 3L, 8));
    }

    @Test
    void lExperimentationLesMonographiesEtLesCourrielsSeComptent() {
        Suivi suivi = suivi(ADMIN, Map.of());

        assertThat(suivi.annee()).isEqualTo(2027);
        assertThat(suivi.experimentation()).containsExactly(new RegionEngagee("53", "Bretagne", 2, 1));
        assertThat(suivi.regionsAtteintes()).isZero();
        assertThat(suivi.monographies())
                .isEqualTo(Map.of(EtatDeMonographie.REDACTION, 1L, EtatDeMonographie.VALIDEE, 1L));
        assertThat(suivi.courriels()).isEqualTo(new Courriels(4, 1, 1, 0));
        assertThat(suivi(ADMIN, Map.of("du", "2027-03")).courriels()).isEqualTo(new Courriels(2, 0, 1, 0));
        assertThat(suivi(ADMIN, Map.of("du", "2027-03")).monographies())
                .isEqualTo(Map.of(EtatDeMonographie.REDACTION, 1L));
    }

    @Test
    void chacunNeCompteQueCeQuIlRencontre() {
        Suivi bretagne = suivi(BRETAGNE, Map.of());
        assertThat(bretagne.deposes()).isEqualTo(3);
        assertThat(bretagne.taches().ouvertes()).isEqualTo(5);
        assertThat(bretagne.taches().enRetard().values()).containsExactly(1L, 1L, 0L, 1L);
        assertThat(bretagne.monographies()).isEqualTo(Map.of(EtatDeMonographie.REDACTION, 1L));
        assertThat(bretagne.courriels()).isEqualTo(new Courriels(1, 1, 0, 0));
        assertThat(bretagne.experimentation()).containsExactly(new RegionEngagee("53", "Bretagne", 1, 1));

        Suivi rhoneAlpes = suivi(RHONE_ALPES, Map.of());
        assertThat(rhoneAlpes.territoires()).containsExactly(new Territoire("84", "Auvergne-Rhône-Alpes", 1, 1, 0, 1));
        assertThat(rhoneAlpes.taches().ouvertes()).isEqualTo(3);
        assertThat(rhoneAlpes.experimentation()).isEmpty();

        Suivi personne = suivi(SANS_REGION, Map.of());
        assertThat(personne.deposes()).isZero();
        assertThat(personne.taches().ouvertes()).isEqualTo(1);
        assertThat(personne.etapes()).isEmpty();
        assertThat(personne.courriels()).isEqualTo(new Courriels(0, 0, 0, 0));
    }

    @Test
    void laClotureDesMoisNeChangeAucunChiffre() {
        List<Map<String, String>> demandes = List.of(
                Map.of(),
                Map.of("theme", "culture"),
                Map.of("theme", "sans"),
                Map.of("region", "84"),
                Map.of("du", "2027-02", "au", "2027-02"),
                Map.of("du", "2027-03"));
        List<Suivi> avant = demandes.stream().map(d -> suivi(ADMIN, d)).toList();
        List<Suivi> avantEnBretagne =
                demandes.stream().map(d -> suivi(BRETAGNE, d)).toList();

        Agent partoutSaufUnConflit = new Agent(
                BRETAGNE.id(),
                BRETAGNE.groupes(),
                regions.toutes().stream().map(Region::code).collect(Collectors.toSet()));
        List<Suivi> avantPartout =
                demandes.stream().map(d -> suivi(partoutSaufUnConflit, d)).toList();

        cloture.clore();
        cloture.clore();

        assertThat(cloture.dernierMoisClos()).isEqualTo(202702);
        assertThat(demandes.stream().map(d -> suivi(ADMIN, d)).toList()).isEqualTo(avant);
        assertThat(demandes.stream().map(d -> suivi(BRETAGNE, d)).toList()).isEqualTo(avantEnBretagne);
        assertThat(demandes.stream().map(d -> suivi(partoutSaufUnConflit, d)).toList())
                .isEqualTo(avantPartout);
        histoire.etape("e10", "userTask_decider", "Décider", "PTCE-S04", 0, "82", ",", "2027-03-15", 9, null, false);
        assertThat(suivi(ADMIN, Map.of()).etapes().get(0).nombre()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "pilote.bretagne", "pilote.rhone-alpes", "comite"})
    void chaqueChiffreMeneAAutantDeLignes(String compte) {
        ClientHttp agent = new ClientHttp(port).connecter(compte, "demo");
        for (String adresse : List.of("/pilotage", "/pilotage?decoupage=2012&du=2027-02", "/pilotage?theme=culture")) {
            Map<String, Integer> figures = chiffres(agent.get(adresse).body());
            assertThat(figures).as(adresse).hasSizeGreaterThan(8);
            figures.forEach((lien, nombre) -> {
                String page = agent.get(lien).body();
                Matcher lignes = LIGNES.matcher(page);
                assertThat(lignes.find() ? Integer.parseInt(lignes.group(1)) : 0)
                        .as(lien)
                        .isEqualTo(nombre);
                String csv = agent.get(lien.replaceFirst("(/pilotage/[a-z]+)", "$1.csv"))
                        .body();
                assertThat(csv.strip().split("\r\n")).as(lien).hasSize(nombre + 1);
            });
        }
    }

    @Test
    void personneNeLitLesDossiersDUneAutreRegionNiCeuxDeSesConflits() {
        ClientHttp bretagne = new ClientHttp(port).connecter("pilote.bretagne", "demo");
        for (String adresse : ADRESSES) {
            assertThat(bretagne.get(adresse).statusCode()).as(adresse).isEqualTo(200);
            assertThat(bretagne.get(adresse).body())
                    .as(adresse)
                    .doesNotContain("PTCE-S02", "PTCE-S04", "PTCE-S05", "PTCE-S07", "Initiative S02");
        }
        assertThat(bretagne.get("/pilotage/dossiers?region=82").body()).contains("Aucun dossier ne correspond");
        assertThat(bretagne.get("/pilotage/taches?attendu=groupe:pilotes-82").body())
                .contains("Personne n’est attendu");
    }

    @Test
    void seulsLesPilotesEntrent() {
        ClientHttp anonyme = new ClientHttp(port);
        ClientHttp accompagnateur = new ClientHttp(port).connecter("accompagnateur.bretagne", "demo");
        ClientHttp redacteur = new ClientHttp(port).connecter("redacteur", "demo");
        for (String adresse : ADRESSES) {
            assertThat(anonyme.get(adresse, "Accept", "text/html").statusCode())
                    .as(adresse)
                    .isEqualTo(302);
            assertThat(anonyme.get(adresse, "Accept", "application/json").statusCode())
                    .as(adresse)
                    .isEqualTo(401);
            assertThat(accompagnateur.get(adresse).statusCode()).as(adresse).isEqualTo(403);
            assertThat(redacteur.get(adresse).statusCode()).as(adresse).isEqualTo(403);
        }
    }

    @Test
    void unAppelSansDonneesLeDitGentiment() {
        String vide = String.valueOf(jdbc.sql("select id from campagne where code = 'PTCE-VIDE'")
                .query(Long.class)
                .single());
        String page = new ClientHttp(port)
                .connecter("pilote.national", "demo")
                .get("/pilotage?campagne=" + vide)
                .body();

        assertThat(page)
                .contains(
                        "Rien&nbsp;: aucune échéance n’est dépassée.",
                        "Personne&nbsp;: aucune tâche n’est ouverte.",
                        "Aucune région n’a de dossier",
                        "Aucune monographie n’est ouverte.")
                .containsPattern("Aucun dossier n’a été déposé\\s+depuis le début")
                .containsPattern("Aucune étape n’a été franchie\\s+depuis le début");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?du=2027-03&au=2027-01",
                "?du=mars&au=avril",
                "?du=2027-13",
                "?campagne=abc&region=%00&theme=%27%3B&decoupage=1789",
                "?region=999&theme=inconnu&page=0&tri=x&sens=y"
            })
    void uneAdresseCurieuseOuvreQuandMemeLaPage(String question) {
        ClientHttp agent = new ClientHttp(port).connecter("pilote.national", "demo");
        for (String page : List.of("/pilotage", "/pilotage/dossiers", "/pilotage/taches", "/pilotage/etapes")) {
            assertThat(agent.get(page + question).statusCode())
                    .as(page + question)
                    .isEqualTo(200);
        }
        assertThat(agent.get("/pilotage?du=2027-03&au=2027-01").body()).contains("Cette période n’a pas été comprise");
        assertThat(agent.get("/pilotage/inconnue").statusCode()).isEqualTo(404);
    }

    @Test
    void leClasseurReprendTousLesPanneaux() throws IOException {
        byte[] fichier =
                new ClientHttp(port).connecter("pilote.national", "demo").telecharger("/pilotage/suivi.xlsx");

        try (ReadableWorkbook classeur = new ReadableWorkbook(new ByteArrayInputStream(fichier))) {
            assertThat(classeur.getSheets().map(Sheet::getName))
                    .containsExactly(
                            "Dossiers",
                            "Régions",
                            "Retards",
                            "Qui est attendu",
                            "Étapes",
                            "Expérimentation",
                            "Monographies",
                            "Courriels");
            Sheet etapes = classeur.findSheet("Étapes").orElseThrow();
            assertThat(etapes.read().get(2).getCellText(0)).isEqualTo("Évaluer le dossier");
            assertThat(etapes.read().get(0).getCellText(4)).startsWith("Neuf sur dix");
            assertThat(etapes.read().get(2).getCellAsNumber(4))
                    .as("neuf relectures sur dix rendues en vingt jours, sous « Neuf sur dix »")
                    .hasValueSatisfying(n -> assertThat(n.intValue()).isEqualTo(20));
        }
    }

    @Test
    void leNombreDeRequetesEstFixe() {
        assertThat(requetes(ADMIN)).isEqualTo(requetes(SANS_REGION)).isEqualTo(9);
    }

    private int requetes(Agent agent) {
        BaseComptee comptee = new BaseComptee(base);
        JdbcClient client = JdbcClient.create(comptee);
        ChiffresDuSuivi comptes = new ChiffresDuSuivi(
                client,
                new CritereDuSuivi(regions),
                new ClotureDesChiffres(client, themes, horloge),
                seuils,
                attendus,
                processus,
                regions);
        return comptee.compter(() -> comptes.compter(agent, FiltreDuSuivi.tout(MARS)));
    }

    private Suivi suivi(Agent agent, Map<String, String> parametres) {
        return chiffres.compter(agent, FiltreDuSuivi.de(parametres, MARS));
    }

    private static Map<EtatDossier, Long> parEtat(Suivi suivi) {
        return suivi.etats().stream()
                .filter(compte -> compte.nombre() > 0)
                .collect(Collectors.toMap(Suivi.EtatCompte::etat, Suivi.EtatCompte::nombre));
    }

    private static Map<String, Integer> chiffres(String page) {
        Map<String, Integer> chiffres = new HashMap<>();
        Matcher chiffre = CHIFFRE.matcher(page);
        while (chiffre.find()) {
            chiffres.put(
                    URI.create(HtmlUtils.htmlUnescape(chiffre.group(1))).toString(), Integer.valueOf(chiffre.group(2)));
        }
        return chiffres;
    }
}
