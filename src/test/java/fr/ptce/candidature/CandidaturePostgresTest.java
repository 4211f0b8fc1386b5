package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Journal;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.candidature.CandidatureProcess.Elements;
import fr.ptce.candidature.importation.Bilan;
import fr.ptce.candidature.importation.ImportCandidatures;
import fr.ptce.candidature.importation.ImportProcess;
import fr.ptce.candidature.importation.LotDImport;
import fr.ptce.candidature.importation.Verdict;
import fr.ptce.courriel.CourrielEnvoye;
import fr.ptce.courriel.Courriels;
import fr.ptce.essai.BaseDEssai;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.DecisionsExpliquees;
import fr.ptce.moteur.Pas;
import fr.ptce.portail.Lien;
import fr.ptce.portail.Liens;
import fr.ptce.portail.PieceJointe;
import fr.ptce.portail.PiecesJointes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A candidature from the draft to the letter, the pilots' lists and an import, on the database of production. */
@ApplicationDeTest(base = BaseDEssai.POSTGRESQL)
class CandidaturePostgresTest {

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF".getBytes(StandardCharsets.UTF_8);
    private static final Agent BRETAGNE = new Agent("pilote.bretagne", Set.of("pilotes", "pilotes-53"), Set.of("53"));

    private static final int DES_LOTS = 1_200;

    @Autowired
    private DataSource base;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Campagnes campagnes;

    @Autowired
    private Brouillons brouillons;

    @Autowired
    private Depots depots;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private Journal journal;

    @Autowired
    private ListeDesDossiers liste;

    @Autowired
    private ExportDesDossiers export;

    @Autowired
    private DecisionsEnAttente enAttente;

    @Autowired
    private DecisionsParLot decisionsParLot;

    @Autowired
    private DecisionsExpliquees decisions;

    @Autowired
    private CourriersDuDossier courriers;

    @Autowired
    private Courriels courriels;

    @Autowired
    private PiecesJointes pieces;

    @Autowired
    private Liens liens;

    @Autowired
    private ImportCandidatures imports;

    @Autowired
    private Regions regions;

    @Autowired
    private TaskService taches;

    @Autowired
    private Pas pas;

    private Campagne campagne;
    private Agent comite;

    @BeforeEach
    void ouvrirUneCampagne() {
        campagne = campagnes.parCode("POSTGRES").orElseGet(() -> campagne("POSTGRES"));
        Set<String> partout = regions.toutes().stream().map(Region::code).collect(Collectors.toSet());
        comite = new Agent("comite", Set.of("comite-pilotage"), partout);
    }

    @Test
    void laBaseEstPostgreSql() throws SQLException {
        try (Connection connexion = base.getConnection()) {
            assertThat(connexion.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
        }
    }

    @Test
    void uneCandidatureVaDuBrouillonALaLettre() {
        String numero = deposerUnBrouillonIncomplet();
        assertThat(dossiers.lire(numero).etat()).isEqualTo(EtatDossier.A_COMPLETER);

        pas.accomplir(
                numero,
                pas.tache(numero, Elements.COMPLETER_DOSSIER),
                "pilote.bretagne",
                CandidatureProcessTest.dossierComplet());
        assertThat(dossiers.lire(numero).etat()).isEqualTo(EtatDossier.EN_RELECTURE);

        relire(numero, "pilotes-53", "pilote.bretagne");
        relire(numero, "pilotes-culture", "pilote.culture");
        assertThat(evaluations.duDossier(numero)).hasSize(2).allMatch(Evaluation::rendue);
        assertThat(decisions.derniere(numero, "proposition"))
                .hasValueSatisfying(
                        proposition -> assertThat(proposition.resultat()).isEqualTo("retenu-projet"));

        assertThat(enAttente.page(comite, 1).attentes()).anySatisfy(attente -> {
            assertThat(attente.numero()).isEqualTo(numero);
            assertThat(attente.proposition()).isEqualTo("retenu-projet");
            assertThat(attente.evaluations()).hasSize(2);
        });
        assertThat(decisionsParLot.decider(
                        comite, List.of(numero), DecisionsParLot.SUIVRE_LA_PROPOSITION, "Un projet bien ancré."))
                .containsExactly(new DecisionsParLot.Issue(numero, "retenu-projet", null));
        pas.avancer(numero);
        Dossier notifie = dossiers.lire(numero);
        assertThat(notifie.etat()).isEqualTo(EtatDossier.NOTIFIE);
        assertThat(notifie.recoursAvantLe()).isNotNull();
        assertThat(courriers.lettre(notifie).contenu()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(courriels.duDossier(numero))
                .extracting(CourrielEnvoye::modele)
                .contains("accuse-reception", "demande-complements", "notification-decision");
        assertThat(journal.duDossier(numero)).isNotEmpty();

        pas.declencher(numero, "event_delaiRecours");
        assertThat(dossiers.lire(numero).etat()).isEqualTo(EtatDossier.RETENU);
    }

    @Test
    void unBrouillonEstDeposeUneFoisEtSesPiecesSuivent() {
        Brouillon brouillon = brouillons.ouvrir(campagne.id());
        brouillons.enregistrer(brouillon.id(), Map.of("contact_courriel", "porteur@pole.example"));
        assertThat(brouillons.aRappeler(campagne.id())).contains(brouillon.id());
        PieceJointe piece = deposerUnePiece(brouillon);

        Map<String, Object> champs = soumission();
        String numero = depots.deposer(brouillon.id(), champs);
        pas.avancer(numero);

        assertThat(depots.deposer(brouillon.id(), champs)).isEqualTo(numero);
        assertThat(brouillons.aRappeler(campagne.id())).doesNotContain(brouillon.id());
        assertThat(pieces.liste(brouillon.proprietaireDesPieces())).isEmpty();
        assertThat(pieces.liste(numero)).extracting(PieceJointe::id).containsExactly(piece.id());
        assertThat(pieces.ouvrir(piece.id()))
                .hasValueSatisfying(ouverte -> assertThat(ouverte.telecharger().getBody())
                        .isNotNull()
                        .satisfies(contenu ->
                                assertThat(contenu.getContentAsByteArray()).isEqualTo(PDF)));
        assertThat(pieces.supprimer(numero, piece.id())).isTrue();
    }

    @Test
    void uneCampagneGardeSesDatesEtSonCodeEstUnique() {
        Campagne une = campagne("POSTGRES-DATES");
        Instant fermeture = Instant.parse("2031-03-10T17:00:00Z");
        campagnes.changerLesDates(une.id(), Instant.parse("2031-01-10T08:00:00Z"), fermeture);

        assertThat(campagnes.lire(une.id()).fermeture()).isEqualTo(fermeture);
        assertThat(campagnes.toutes()).extracting(Campagne::code).contains("POSTGRES-DATES");
        assertThat(campagnes.courante()).isPresent();
        assertThatThrownBy(() -> campagne("POSTGRES-DATES")).isInstanceOf(CampagneRefusee.class);
    }

    @ParameterizedTest
    @FieldSource("fr.ptce.candidature.ListeDesDossiers#TRIS")
    void laListeSeTrieParChaqueColonne(String tri) {
        Campagne appel = campagne("POSTGRES-TRI-" + tri);
        String second = inscrire(appel, "53", "Éclaircie");
        String premier = inscrire(appel, "53", "atelier");

        for (String sens : List.of("asc", "desc")) {
            ListeDesDossiers.Page page = liste.page(BRETAGNE, recherche(appel, null, tri, sens));
            assertThat(page.lignes())
                    .extracting(ListeDesDossiers.Ligne::numero)
                    .containsExactlyInAnyOrder(premier, second);
            assertThat(page.parEtat()).containsExactly(Map.entry(EtatDossier.DEPOSE, 2L));
        }
        if ("initiative".equals(tri)) {
            assertThat(liste.page(BRETAGNE, recherche(appel, null, tri, "asc")).lignes())
                    .extracting(ListeDesDossiers.Ligne::initiative)
                    .containsExactly("atelier", "Éclaircie");
        }
    }

    @ParameterizedTest
    @CsvSource({"ecole", "ÉCOLE", "École des îles", "iles d’Œuvre", "l'ocean", "L’OCÉAN", "50 % bois", "a_b"})
    void laRechercheIgnoreLaCasseEtLesAccents(String texte) {
        String code = "POSTGRES-" + Integer.toHexString(texte.hashCode());
        Campagne appel = campagne(code);
        String numero = inscrire(appel, "53", "ÉCOLE DES ÎLES D’ŒUVRE, à l’Océan, 50 % bois, a_b");
        inscrire(appel, "53", "Un autre pôle, 50 kg de bois, aub");

        assertThat(liste.page(BRETAGNE, recherche(appel, texte, "maj", "desc")).lignes())
                .extracting(ListeDesDossiers.Ligne::numero)
                .containsExactly(numero);
    }

    @Test
    void unCaractereQueLaBaseRefuseNEmpecheNiRechercheNiBrouillon() {
        Campagne appel = campagne("POSTGRES-NUL");
        String numero = inscrire(appel, "53", "Pôle du bois");
        Recherche recherche =
                Recherche.de(String.valueOf(appel.id()), null, "5\0003", null, "po\000le", "numero", "asc", null);
        assertThat(liste.page(BRETAGNE, recherche).lignes())
                .extracting(ListeDesDossiers.Ligne::numero)
                .containsExactly(numero);

        Brouillon brouillon = brouillons.ouvrir(appel.id());
        Map<String, Object> champs = Map.of("initiative", "Pôle\000", "contact_courriel", "por\000teur@pole.example");
        brouillons.enregistrer(brouillon.id(), champs);
        assertThat(depots.brouillon(brouillon.id()).champs()).isEqualTo(champs);
        assertThat(depots.brouillon(brouillon.id()).courriel()).isNull();
    }

    @Test
    void laListeSExporteDansLeTerritoireDeQuiLaLit() throws IOException {
        Campagne appel = campagne("POSTGRES-EXPORT");
        String breton = inscrire(appel, "53", "Le pôle breton");
        String rhonalpin = inscrire(appel, "82", "Le pôle rhônalpin");
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        export.ecrire(BRETAGNE, recherche(appel, null, "region", "asc"), csv);

        assertThat(csv.toString(StandardCharsets.UTF_8)).contains(breton).doesNotContain(rhonalpin);
        assertThat(liste.parCampagne(comite)).containsEntry(appel.id(), Map.of(EtatDossier.DEPOSE, 2L));
        assertThat(liste.parCampagne(BRETAGNE)).containsEntry(appel.id(), Map.of(EtatDossier.DEPOSE, 1L));
    }

    /** While a row is handed, the rest is still on the server, behind a cursor that PostgreSQL knows. */
    @Test
    void lExportSeLitParLots() {
        Campagne appel = campagne("POSTGRES-LOTS");
        jdbc.sql("""
                        insert into dossier (numero, campagne, etat, origine, region, initiative, contact_nom,
                          contact_courriel, depose_le, maj_le)
                        select 'LOTS-' || n, :appel, 'depose', 'import', '53', 'Pôle ' || n, 'Camille Exemple',
                          'camille@pole.example', now(), now()
                        from generate_series(1, :nombre) n
                        """).param("appel", appel.id()).param("nombre", DES_LOTS).update();
        List<String> lus = new ArrayList<>();
        Set<Integer> curseurs = new HashSet<>();

        liste.parcourir(BRETAGNE, recherche(appel, null, "numero", "asc"), ligne -> {
            if (lus.isEmpty()) {
                curseurs.add(curseursSurLesDossiers());
            }
            lus.add(ligne.numero());
        });

        assertThat(curseurs).as("cursors open while the first row is handed").containsExactly(1);
        assertThat(lus).hasSize(DES_LOTS).doesNotHaveDuplicates();
    }

    @Test
    void unFichierEstImporteUneFoisSansSesDoublons() {
        Campagne appel = campagne("POSTGRES-IMPORT");
        byte[] fichier = fichier(Stream.concat(
                IntStream.rangeClosed(1, 18).mapToObj(rang -> "Bretagne;Initiative " + rang + ";Structure " + rang),
                Stream.of(
                        "bretagne;INITIATIVE 1 !;structure 1",
                        "Bretagne;Initiative 2;Structure 2",
                        "Atlantide;Pôle englouti;Asso")));
        LotDImport lot = imports.analyser(
                appel.id(), "appel.csv", fichier, ImportCandidatures.TAILLE_MAXIMALE, "pilote.national");
        assertThat(imports.bilan(lot.id()).acceptees()).isEqualTo(18);

        imports.lancer(lot.id());
        pas.avancer(ImportProcess.reference(lot.id()));

        Bilan bilan = imports.bilan(lot.id());
        assertThat(imports.lire(lot.id()).termine()).isTrue();
        assertThat(bilan.importees()).isEqualTo(18);
        assertThat(bilan.nombre(Verdict.DOUBLON)).isEqualTo(2);
        assertThat(bilan.nombre(Verdict.REGION_INCONNUE)).isEqualTo(1);
        assertThat(liste.page(BRETAGNE, recherche(appel, null, "numero", "asc")).total())
                .isEqualTo(18);
        Bilan encore = imports.importerTout(appel.id(), "appel.csv", fichier, null);
        assertThat(encore.importees()).isZero();
        assertThat(encore.nombre(Verdict.DOUBLON)).isEqualTo(20);
    }

    @Test
    void unLienPersonnelSOuvreJusquASaRevocation() {
        String adresse = liens.creer(
                "PTCE-1042",
                "porteur@pole.example",
                Liens.SUIVI,
                null,
                Instant.now().plus(Duration.ofDays(30)));
        String jeton = adresse.substring(adresse.lastIndexOf('/') + 1);
        assertThat(liens.resoudre(Liens.SUIVI, jeton)).map(Lien::dossier).contains("PTCE-1042");

        assertThat(liens.revoquerTous("PTCE-1042")).isEqualTo(1);
        assertThat(liens.resoudre(Liens.SUIVI, jeton)).isEmpty();
    }

    private int curseursSurLesDossiers() {
        return jdbc.sql("select count(*) from pg_cursors where statement like '%from dossier d join campagne c%'"
                        + " and statement not like '%pg_cursors%'")
                .query(Integer.class)
                .single();
    }

    private String deposerUnBrouillonIncomplet() {
        Brouillon brouillon = brouillons.ouvrir(campagne.id());
        deposerUnePiece(brouillon);
        Map<String, Object> champs = soumission();
        champs.remove("economie");
        champs.remove("stade");
        String numero = depots.deposer(brouillon.id(), champs);
        pas.avancer(numero);
        return numero;
    }

    private PieceJointe deposerUnePiece(Brouillon brouillon) {
        return pieces.deposer(brouillon.proprietaireDesPieces(), "statuts.pdf", new ByteArrayInputStream(PDF));
    }

    private static Map<String, Object> soumission() {
        Map<String, Object> champs = CandidatureProcessTest.dossierComplet();
        champs.put("region", "53");
        champs.put("consentement", true);
        return champs;
    }

    private void relire(String numero, String groupe, String relecteur) {
        Task declaration = pas.taches(numero, Elements.DECLARER_INTERETS).stream()
                .filter(tache -> taches.getIdentityLinksForTask(tache.getId()).stream()
                        .anyMatch(lien -> groupe.equals(lien.getGroupId())))
                .findFirst()
                .orElseThrow();
        pas.accomplir(numero, declaration, relecteur, Map.of("conflit", "non"));
        Map<String, Object> avis = new HashMap<>(Map.of("recommandation", "retenir"));
        for (String but : List.of("territoire", "cooperations", "economie")) {
            avis.put("note_" + but, 4);
            avis.put("commentaire_" + but, "Un projet bien ancré.");
        }
        pas.accomplir(numero, pas.tache(numero, Elements.EVALUER_DOSSIER), relecteur, avis);
    }

    /** A dossier without a process, for the lists. */
    private String inscrire(Campagne appel, String region, String initiative) {
        Map<String, Object> champs = CandidatureProcessTest.dossierComplet();
        champs.put("initiative", initiative);
        return dossiers.creer(appel.id(), Instruction.IMPORT, region, ChampsDuDossier.de(champs), null);
    }

    private static Recherche recherche(Campagne appel, String texte, String tri, String sens) {
        return Recherche.de(String.valueOf(appel.id()), null, null, null, texte, tri, sens, null);
    }

    private static byte[] fichier(Stream<String> lignes) {
        return Stream.concat(Stream.of("region;initiative;structure_porteuse"), lignes)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Campagne campagne(String code) {
        Instant maintenant = Instant.now();
        return campagnes.creer(
                code,
                "Appel des tests sur PostgreSQL",
                maintenant.minus(Duration.ofDays(1)),
                maintenant.plus(Duration.ofDays(30)),
                2012,
                2);
    }
}
