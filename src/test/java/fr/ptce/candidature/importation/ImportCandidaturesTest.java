package fr.ptce.candidature.importation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Regions;
import fr.ptce.candidature.Campagne;
import fr.ptce.candidature.Campagnes;
import fr.ptce.candidature.ChampsDuDossier;
import fr.ptce.candidature.Dossier;
import fr.ptce.candidature.Dossiers;
import fr.ptce.candidature.EtatDossier;
import fr.ptce.candidature.Evaluation;
import fr.ptce.candidature.Evaluations;
import fr.ptce.candidature.LanceurDeCandidature;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the file to the dossiers and their processes, on the real engine and tables. */
@ApplicationDeTest
@TousLesChemins(ImportProcess.CLE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportCandidaturesTest {

    private static final String ENTETE = "region;initiative;structure_porteuse";

    @Autowired
    private ImportCandidatures imports;

    @Autowired
    private Lots lots;

    @Autowired
    private ImportProcess processus;

    @Autowired
    private Campagnes campagnes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private LanceurDeCandidature lanceur;

    @Autowired
    private Regions regions;

    @Autowired
    private IdentityService identites;

    @Autowired
    private TaskService taches;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ConfigurableApplicationContext application;

    @Autowired
    private Pas pas;

    @TempDir
    private Path dossierTemporaire;

    @Test
    void chaqueLigneRecoitSonVerdict() {
        Campagne campagne = campagne("VERDICTS", 2012);
        LotDImport lot = analyser(
                campagne,
                ENTETE + ";contact_courriel;nombre_partenaires;themes;stade;code_postal",
                "Bretagne;Pôle du bois;Les Tisserands;;;;;",
                "Ile de France;Pôle du bois;Les Tisserands;;;;;",
                "bretagne;POLE DU BOIS !;les tisserands;;;;;",
                "Bretagne;;;;;;;",
                "Atlantide;Pôle englouti;;;;;;",
                ";Pôle sans région;;;;;;",
                "Normandie;Pôle du camembert;;;;;;",
                "Corse;Pôle A;Asso;pas-une-adresse;;;;",
                "Corse;Pôle B;Asso;;beaucoup;;;",
                "Corse;Pôle C;Asso;;;culture, Mobilité;;",
                "Corse;Pôle D;Asso;;;sport;;",
                "Corse;" + "x".repeat(301) + ";Asso;;;;;",
                "Corse;;Structure seule;;;;Operationnel;",
                "Rhône-Alpes;Pôle de l’Ain;Asso;;;;;1000",
                "Corse;Pôle E;Asso;;;;;;de trop",
                "Provence-Alpes-Côte d'Azur;Pôle F;;;;;;");

        assertThat(lots.rapport(lot.id(), null, 0, 50))
                .extracting(ligne -> ligne.verdict().id())
                .containsExactly(
                        "acceptee",
                        "normalisee",
                        "doublon",
                        "nom-manquant",
                        "region-inconnue",
                        "region-inconnue",
                        "region-inconnue",
                        "champ-invalide",
                        "champ-invalide",
                        "acceptee",
                        "champ-invalide",
                        "champ-invalide",
                        "acceptee",
                        "normalisee",
                        "champ-invalide",
                        "acceptee");
        assertThat(messages(lot))
                .containsEntry(3, "Région «\u00a0Ile de France\u00a0» lue comme «\u00a0Île-de-France\u00a0».")
                .containsEntry(4, "Même candidature que la ligne 2 du fichier.")
                .containsEntry(6, "«\u00a0Atlantide\u00a0» n’est pas une région connue.")
                .containsEntry(7, "La région n’est pas indiquée.")
                .containsEntry(
                        8, "«\u00a0Normandie\u00a0» n’est pas une région du découpage de 2012, celui de la campagne.")
                .containsEntry(14, "Initiative sans nom\u00a0: celui de la structure est repris.")
                .containsEntry(15, "Code postal «\u00a01000\u00a0» lu comme «\u00a001000\u00a0».");
        assertThat(messages(lot).get(9)).contains("Adresse de courriel");
        assertThat(messages(lot).get(10)).contains("«\u00a0beaucoup\u00a0» n’est pas un nombre entier");
        assertThat(messages(lot).get(12)).contains("Thèmes\u00a0: «\u00a0sport\u00a0» n’est pas une valeur connue");
        assertThat(messages(lot).get(13)).contains("Nom de l’initiative", "300");
        assertThat(messages(lot).get(16)).contains("séparateur");
        assertThat(imports.bilan(lot.id()).total()).isEqualTo(16);
    }

    @Test
    void uneAncienneRegionEstSignaleeAvecCelleQuiLaRemplace() {
        LotDImport lot = analyser(campagne("VERDICTS-2016", 2016), ENTETE, "Aquitaine;Pôle;Asso");
        assertThat(messages(lot).get(2)).contains("Aquitaine", "Nouvelle-Aquitaine");
    }

    @Test
    void lAnalyseNImporteRien() {
        Campagne campagne = campagne("ESSAI", 2012);
        analyser(campagne, ENTETE, "Bretagne;Pôle;Asso");
        assertThat(numeros(campagne)).isEmpty();
    }

    @Test
    void tousLesChampsDUneLigneVontAuDossierEtQuittentLeRapport() {
        Campagne campagne = campagne("CHAMPS", 2012);
        LotDImport lot = analyser(
                campagne,
                ENTETE + ";commune;code_postal;themes;stade;nombre_partenaires;type_structure;contact_nom;"
                        + "contact_courriel;contact_telephone;partenaires;territoire;cooperations;economie",
                "Bretagne;Pôle des arts;Asso;Lannion;22300;culture|Mobilité;projet;4;Association;Camille Exemple;"
                        + "camille@asso.example;02 00 00 00 00;Une SCIC;Un lieu;Des outils;Une boutique");
        importer(lot);

        Dossier dossier = dossiers.lire(numeros(campagne).get(0));
        assertThat(dossier.origine()).isEqualTo("import");
        assertThat(dossier.listeDesThemes()).containsExactly("culture", "mobilite");
        assertThat(dossier.stade()).isEqualTo("projet");
        assertThat(dossier.nombrePartenaires()).isEqualTo(4);
        assertThat(dossier.typeStructure()).isEqualTo("association");
        assertThat(dossier.contactCourriel()).isEqualTo("camille@asso.example");
        assertThat(dossier.economie()).isEqualTo("Une boutique");
        assertThat(jdbc.sql("select count(*) from import_ligne where lot = ? and contenu is not null")
                        .param(lot.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void les112LignesDe2011SontImporteesCategoriseesEtOuvertesADeuxGroupes() throws IOException {
        Campagne campagne = campagne("REPRISE-2011", 2012);
        LotDImport lot = imports.analyser(
                campagne.id(), "candidatures-2011.csv", fichierDe2011(), ImportCandidatures.TAILLE_MAXIMALE, null);
        assertThat(imports.bilan(lot.id()).acceptees()).isEqualTo(112);
        importer(lot);

        List<String> numeros = numeros(campagne);
        assertThat(numeros).hasSize(112);
        assertThat(imports.lire(lot.id()).termine()).isTrue();
        for (String numero : numeros) {
            pas.avancer(numero);
            verifierLExamen(numero);
        }
        LotDImport encore = imports.analyser(
                campagne.id(), "candidatures-2011.csv", fichierDe2011(), ImportCandidatures.TAILLE_MAXIMALE, null);
        assertThat(imports.bilan(encore.id()).nombre(Verdict.DOUBLON)).isEqualTo(112);
        importer(encore);
        assertThat(numeros(campagne)).hasSize(112);
        assertThat(lots.memeFichierDejaImporte(encore)).map(LotDImport::id).contains(lot.id());
    }

    private void verifierLExamen(String numero) {
        Dossier dossier = dossiers.lire(numero);
        assertThat(regions.decoupage(2012)).contains(regions.parCode(dossier.region()));
        assertThat(dossier.etat()).as("state of %s", numero).isEqualTo(EtatDossier.EN_RELECTURE);
        assertThat(dossier.categorie()).as("category of %s", numero).isNotBlank();
        assertThat(dossier.categorieMotif()).as("reason of %s", numero).isNotBlank();
        List<String> groupes =
                evaluations.duDossier(numero).stream().map(Evaluation::groupe).toList();
        assertThat(groupes).as("groups of %s", numero).hasSize(2).doesNotHaveDuplicates();
        for (String groupe : groupes) {
            assertThat(identites.createTenantQuery().groupMember(groupe).list())
                    .as("regions that %s opens", groupe)
                    .anyMatch(territoire -> territoire.getId().equals(dossier.region()));
        }
        assertThat(taches.createTaskQuery().processInstanceBusinessKey(numero).list())
                .hasSize(2)
                .extracting(Task::getTenantId)
                .containsOnly(dossier.region());
    }

    @Test
    void importerDUnCoupDeuxFoisNeCreeRienEnDouble() throws IOException {
        Campagne campagne = campagne("D-UN-COUP", 2012);
        Bilan premier = imports.importerTout(campagne.id(), "c.csv", fichierDe2011(), null);
        Bilan second = imports.importerTout(campagne.id(), "c.csv", fichierDe2011(), null);

        assertThat(premier.importees()).isEqualTo(112);
        assertThat(premier.restantes()).isZero();
        assertThat(second.importees()).isZero();
        assertThat(second.nombre(Verdict.DOUBLON)).isEqualTo(112);
        assertThat(numeros(campagne)).hasSize(112);
    }

    @Test
    void unDossierDeposeApresLAnalyseNEstPasImporteEnDouble() {
        Campagne campagne = campagne("ENTRE-TEMPS", 2012);
        LotDImport lot = analyser(campagne, ENTETE, "Bretagne;Pôle du bois;Asso", "Bretagne;Pôle du lin;Asso");
        lanceur.deposer(
                campagne.id(),
                "formulaire",
                "53",
                ChampsDuDossier.de(Map.of("initiative", "PÔLE DU BOIS", "structure", "asso")),
                null);
        importer(lot);

        assertThat(numeros(campagne)).hasSize(2);
        assertThat(imports.bilan(lot.id()).nombre(Verdict.DOUBLON)).isEqualTo(1);
    }

    @Test
    void unImportNEstLanceQuUneFois() {
        LotDImport lot = analyser(campagne("UNE-FOIS", 2012), ENTETE, "Bretagne;Pôle;Asso");
        imports.lancer(lot.id());
        assertThatThrownBy(() -> imports.lancer(lot.id()))
                .isInstanceOf(FichierRefuse.class)
                .hasMessageContaining("déjà lancé");
        pas.avancer(ImportProcess.reference(lot.id()));
    }

    @Test
    void laBaseRefuseDeuxFoisLaMemeIdentite() {
        Campagne campagne = campagne("IDENTITE", 2012);
        LotDImport lot = analyser(campagne, ENTETE, "Bretagne;Pôle;Asso");
        Lots.ARepartir ligne = lots.suivantes(lot.id(), 1).get(0);
        importer(lot);
        String autre = lanceur.deposer(
                campagne.id(), "formulaire", "53", ChampsDuDossier.de(Map.of("structure", "Autre")), null);
        assertThatThrownBy(() -> lots.marquerImportee(lot.id(), ligne, campagne.id(), autre))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void deuxImportsSimultanesDesMemesLignesCreentChaqueDossierUneFois() throws Exception {
        Campagne campagne = campagne("EN-MEME-TEMPS", 2012);
        String[] lignes = synthetiques(200);
        LotDImport un = analyser(campagne, ENTETE, lignes);
        LotDImport deux = analyser(campagne, ENTETE, lignes);
        imports.lancer(un.id());
        imports.lancer(deux.id());
        CyclicBarrier depart = new CyclicBarrier(2);
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> enCours = new ArrayList<>();
            for (LotDImport lot : List.of(un, deux)) {
                enCours.add(fils.submit(() -> {
                    depart.await(10, TimeUnit.SECONDS);
                    avancerMalgreLesConflits(lot);
                    return null;
                }));
            }
            for (Future<?> fini : enCours) {
                fini.get(60, TimeUnit.SECONDS);
            }
        } finally {
            fils.shutdownNow();
        }

        assertThat(numeros(campagne)).hasSize(200);
        Bilan premier = imports.bilan(un.id());
        Bilan second = imports.bilan(deux.id());
        assertThat(premier.importees() + second.importees()).isEqualTo(200);
        assertThat(premier.nombre(Verdict.DOUBLON) + second.nombre(Verdict.DOUBLON))
                .isEqualTo(200);
        assertThat(premier.restantes() + second.restantes()).isZero();
    }

    /** As the job executor does: it takes a batch up again after a conflict. */
    private void avancerMalgreLesConflits(LotDImport lot) {
        while (imports.bilan(lot.id()).restantes() > 0) {
            try {
                pas.avancer(ImportProcess.reference(lot.id()));
            } catch (OptimisticLockingException e) {
                assertThat(e).hasMessageContaining("Another import");
            }
        }
    }

    @Test
    void laLigneDeCommandeEcritChaqueLigneEtUneSimpleAnalyseNImporteRien() throws IOException {
        Campagne campagne = campagne("COMMANDE", 2012);
        Path fichier = Files.writeString(
                dossierTemporaire.resolve("essai.csv"), ENTETE + "\nIle de France;Pôle;Asso\nAtlantide;Perdu;Asso\n");
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();

        assertThat(commande(fichier, campagne.code()).executer(enTexte(sortie))).isZero();
        assertThat(sortie.toString(StandardCharsets.UTF_8))
                .contains("Ligne 2\u00a0: Pôle – Acceptée, corrigée", "Ligne 3\u00a0: Perdu – Région inconnue")
                .contains("Région inconnue\u00a0: 1");
        assertThat(numeros(campagne)).isEmpty();
    }

    @Test
    void laLigneDeCommandeEchoueSurUneCampagneInconnueEtSurUnFichierIllisible() throws IOException {
        Campagne campagne = campagne("COMMANDE-2", 2012);
        Path vide = Files.createFile(dossierTemporaire.resolve("vide.csv"));
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();

        assertThat(commande(vide, "INCONNUE").executer(enTexte(sortie))).isEqualTo(1);
        assertThat(commande(vide, campagne.code()).executer(enTexte(sortie))).isEqualTo(1);
        assertThat(commande(vide.resolveSibling("absent.csv"), campagne.code()).executer(enTexte(sortie)))
                .isEqualTo(1);
        assertThat(sortie.toString(StandardCharsets.UTF_8))
                .contains("INCONNUE", "Le fichier est vide", "absent.csv ne peut pas être lu");
    }

    private ImportEnLigneDeCommande commande(Path fichier, String campagne) {
        return new ImportEnLigneDeCommande(imports, campagnes, lots, processus, application, fichier, campagne, true);
    }

    private static PrintStream enTexte(ByteArrayOutputStream sortie) {
        return new PrintStream(sortie, true, StandardCharsets.UTF_8);
    }

    private Campagne campagne(String code, int decoupage) {
        Instant maintenant = Instant.now();
        return campagnes.creer(
                "IMPORT-" + code,
                "Appel des tests de l’import",
                maintenant.minus(Duration.ofDays(30)),
                maintenant.plus(Duration.ofDays(30)),
                decoupage,
                2);
    }

    private LotDImport analyser(Campagne campagne, String entete, String... lignes) {
        String texte = entete + "\n" + String.join("\n", lignes);
        return imports.analyser(
                campagne.id(),
                "essai.csv",
                texte.getBytes(StandardCharsets.UTF_8),
                ImportCandidatures.TAILLE_MAXIMALE,
                "pilote.national");
    }

    private void importer(LotDImport lot) {
        imports.lancer(lot.id());
        pas.avancer(ImportProcess.reference(lot.id()));
    }

    private Map<Integer, String> messages(LotDImport lot) {
        return lots.rapport(lot.id(), null, 0, 50).stream()
                .filter(ligne -> ligne.message() != null)
                .collect(Collectors.toMap(LigneDuRapport::rang, LigneDuRapport::message));
    }

    private List<String> numeros(Campagne campagne) {
        return jdbc.sql("select numero from dossier where campagne = ? order by numero")
                .param(campagne.id())
                .query(String.class)
                .list();
    }

    static String[] synthetiques(int nombre) {
        return IntStream.rangeClosed(1, nombre)
                .mapToObj(rang -> "Bretagne;Initiative " + rang + ";Structure " + rang)
                .toArray(String[]::new);
    }

    private static byte[] fichierDe2011() throws IOException {
        return new ClassPathResource("demo/appel-2011.csv").getContentAsByteArray();
    }
}
