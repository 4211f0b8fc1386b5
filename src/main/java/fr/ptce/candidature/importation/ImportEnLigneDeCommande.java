package fr.ptce.candidature.importation;

import fr.ptce.candidature.Campagne;
import fr.ptce.candidature.Campagnes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The import from the command line:
 *
 * <pre>
 * java -jar ptce.jar --ptce.import.fichier=candidatures.csv --ptce.import.campagne=PTCE-2011 --server.port=0
 * </pre>
 *
 * Prints the report, imports the accepted rows, waits for the end and leaves with 0; with 1 when the file, the campaign
 * or the import fails. {@code --ptce.import.essai=true} stops after the report. Rows that are refused do not make it
 * fail: they are printed. Killed in the middle, the import goes on at the next start of the application.
 */
@Component
@ConditionalOnProperty("ptce.import.fichier")
class ImportEnLigneDeCommande {

    private static final int PAGE = 500;
    private static final int ATTENTE_MS = 500;

    private final ImportCandidatures imports;
    private final Campagnes campagnes;
    private final Lots lots;
    private final ImportProcess processus;
    private final ConfigurableApplicationContext application;
    private final Path fichier;
    private final String campagne;
    private final boolean essai;

    ImportEnLigneDeCommande(
            ImportCandidatures imports,
            Campagnes campagnes,
            Lots lots,
            ImportProcess processus,
            ConfigurableApplicationContext application,
            @Value("${ptce.import.fichier}") Path fichier,
            @Value("${ptce.import.campagne:}") String campagne,
            @Value("${ptce.import.essai:false}") boolean essai) {
        this.imports = imports;
        this.campagnes = campagnes;
        this.lots = lots;
        this.processus = processus;
        this.application = application;
        this.fichier = fichier;
        this.campagne = campagne;
        this.essai = essai;
    }

    /** On a thread of its own: the job executor, which does the work, starts at this same event. */
    @EventListener(ApplicationReadyEvent.class)
    void demarrer() {
        new Thread(this::executerPuisQuitter, "import").start();
    }

    private void executerPuisQuitter() {
        int code = 1;
        try {
            code = executer(System.out);
        } finally {
            int resultat = code;
            System.exit(SpringApplication.exit(application, () -> resultat));
        }
    }

    /** {@return exit code: 0, or 1 when it failed} */
    int executer(PrintStream sortie) {
        try {
            Optional<Campagne> appel = campagnes.parCode(campagne);
            if (appel.isEmpty()) {
                sortie.println("Aucune campagne ne porte le code « " + campagne + " » (--ptce.import.campagne).");
                return 1;
            }
            return importer(appel.get(), sortie);
        } catch (IOException e) {
            sortie.println("Le fichier " + fichier + " ne peut pas être lu.");
        } catch (FichierRefuse e) {
            sortie.println(e.getMessage());
        }
        return 1;
    }

    private int importer(Campagne appel, PrintStream sortie) throws IOException {
        if (Files.size(fichier) > ImportCandidatures.TAILLE_MAXIMALE_EN_LIGNE_DE_COMMANDE) {
            throw new FichierRefuse("Le fichier dépasse 20 Mo.");
        }
        LotDImport lot = imports.analyser(
                appel.id(),
                fichier.getFileName().toString(),
                Files.readAllBytes(fichier),
                ImportCandidatures.TAILLE_MAXIMALE_EN_LIGNE_DE_COMMANDE,
                null);
        afficher(lot, sortie);
        if (essai) {
            return 0;
        }
        imports.lancer(lot.id());
        return attendre(lot.id(), sortie);
    }

    private void afficher(LotDImport lot, PrintStream sortie) {
        List<LigneDuRapport> page;
        int depuis = 0;
        do {
            page = lots.rapport(lot.id(), null, depuis, PAGE);
            page.forEach(ligne -> sortie.println(enClair(ligne)));
            depuis += PAGE;
        } while (page.size() == PAGE);
        Bilan bilan = imports.bilan(lot.id());
        Arrays.stream(Verdict.values())
                .forEach(verdict -> sortie.println(verdict.libelle() + " : " + bilan.nombre(verdict)));
        if (lot.colonnesIgnorees() != null) {
            sortie.println("Colonnes ignorées : " + lot.colonnesIgnorees());
        }
    }

    private static String enClair(LigneDuRapport ligne) {
        String nom = ligne.initiative() == null ? "(sans nom)" : ligne.initiative();
        String message = ligne.message() == null ? "" : " – " + ligne.message();
        return "Ligne " + ligne.rang() + " : " + nom + " – " + ligne.verdict().libelle() + message;
    }

    private int attendre(long lot, PrintStream sortie) {
        while (!imports.lire(lot).termine()) {
            if (processus.enPanne(lot)) {
                sortie.println("L’import s’est arrêté sur un incident : relancez-le dans Cockpit, référence "
                        + ImportProcess.reference(lot) + ".");
                return 1;
            }
            patienter();
        }
        sortie.println("Import terminé : " + imports.bilan(lot).importees() + " dossier(s) créé(s).");
        return 0;
    }

    private static void patienter() {
        try {
            TimeUnit.MILLISECONDS.sleep(ATTENTE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
