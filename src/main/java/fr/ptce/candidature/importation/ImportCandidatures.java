package fr.ptce.candidature.importation;

import fr.ptce.candidature.Campagne;
import fr.ptce.candidature.Campagnes;
import fr.ptce.candidature.ChampsDuDossier;
import fr.ptce.candidature.Instruction;
import fr.ptce.candidature.LanceurDeCandidature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes dossiers over from a CSV file in two steps: {@link #analyser} gives every row a verdict and keeps it, then
 * {@link #lancer} makes a dossier of each accepted row, in the background. The same candidature (campaign, initiative,
 * structure and region, whatever their spelling) is never imported twice: the database sees to it.
 */
@Service
public class ImportCandidatures {

    /** Bytes that the page takes. */
    public static final int TAILLE_MAXIMALE = 5_000_000;
    /** Bytes that the command line takes. */
    public static final int TAILLE_MAXIMALE_EN_LIGNE_DE_COMMANDE = 20_000_000;
    /** Rows imported in one transaction. */
    static final int PAR_LOT = 50;

    private final Campagnes campagnes;
    private final Lots lots;
    private final ControleDesLignes controle;
    private final LanceurDeCandidature lanceur;
    private final ImportProcess processus;

    ImportCandidatures(
            Campagnes campagnes,
            Lots lots,
            ControleDesLignes controle,
            LanceurDeCandidature lanceur,
            ImportProcess processus) {
        this.campagnes = campagnes;
        this.lots = lots;
        this.controle = controle;
        this.lanceur = lanceur;
        this.processus = processus;
    }

    /**
     * The dry run: keeps every row with its verdict and imports nothing.
     *
     * @param octetsMaximum {@link #TAILLE_MAXIMALE} or {@link #TAILLE_MAXIMALE_EN_LIGNE_DE_COMMANDE}
     * @param auteur id of the user, null for the application
     * @throws FichierRefuse when the file cannot be read as a whole, with the reason in French
     */
    @Transactional
    public LotDImport analyser(long campagne, String nomFichier, byte[] contenu, int octetsMaximum, String auteur) {
        Campagne appel = campagnes.lire(campagne);
        Tableau tableau = LecteurDeFichier.lire(contenu, octetsMaximum);
        lots.oublierLesAnalysesAnciennes(campagne);
        long lot = lots.creer(campagne, nomFichier, Ecriture.empreinte(contenu), tableau.colonnesIgnorees(), auteur);
        lots.ajouter(lot, controler(tableau, appel));
        return lire(lot);
    }

    private List<LigneControlee> controler(Tableau tableau, Campagne campagne) {
        Map<String, String> dejaDeposes = lots.identites(campagne.id());
        Map<String, Integer> dejaLues = new HashMap<>();
        List<LigneControlee> lignes = new ArrayList<>();
        for (Tableau.Ligne ligne : tableau.lignes()) {
            LigneControlee controlee = controle.controler(ligne, campagne.decoupage());
            lignes.add(controlee.cle() == null ? controlee : dedoublonner(controlee, dejaDeposes, dejaLues));
        }
        return lignes;
    }

    private static LigneControlee dedoublonner(
            LigneControlee ligne, Map<String, String> dejaDeposes, Map<String, Integer> dejaLues) {
        String dossier = dejaDeposes.get(ligne.cle());
        if (dossier != null) {
            return ligne.doublon(dejaDans(dossier));
        }
        Integer rang = dejaLues.putIfAbsent(ligne.cle(), ligne.rang());
        return rang == null ? ligne : ligne.doublon("Même candidature que la ligne " + rang + " du fichier.");
    }

    private static String dejaDans(String dossier) {
        return "Déjà dans la campagne : dossier " + dossier + ".";
    }

    /**
     * Starts the import of the accepted rows in the background; it goes on after a restart.
     *
     * @throws FichierRefuse when it was started already
     */
    @Transactional
    public void lancer(long lot) {
        ouvrir(lot);
        processus.demarrer(lot);
    }

    private void ouvrir(long lot) {
        if (!lots.marquerLance(lot)) {
            throw new FichierRefuse("Cet import est déjà lancé.");
        }
        // Dossiers may have been filed since the dry run.
        Map<String, String> deposes = lots.identites(lire(lot).campagne());
        lots.clesRetenues(lot).forEach((rang, cle) -> {
            if (deposes.containsKey(cle)) {
                lots.marquerDoublon(lot, rang, dejaDans(deposes.get(cle)));
            }
        });
    }

    /**
     * Imports a small file at once, all or nothing: returns when each accepted row is a dossier whose process is
     * started. Running it again imports nothing twice.
     *
     * @param auteur id of the user, null for the application
     * @throws FichierRefuse when the file cannot be read as a whole, with the reason in French
     */
    @Transactional
    public Bilan importerTout(long campagne, String nomFichier, byte[] contenu, String auteur) {
        long lot =
                analyser(campagne, nomFichier, contenu, TAILLE_MAXIMALE, auteur).id();
        ouvrir(lot);
        boolean restantes = true;
        while (restantes) {
            restantes = importerLaSuite(lot);
        }
        return bilan(lot);
    }

    /**
     * Imports the next {@value #PAR_LOT} rows: dossiers, processes and rows of the report in one transaction.
     *
     * @return whether accepted rows are left
     */
    @Transactional
    boolean importerLaSuite(long lot) {
        long campagne = lire(lot).campagne();
        lots.suivantes(lot, PAR_LOT).forEach(ligne -> importer(lot, campagne, ligne));
        boolean restantes = lots.resteDesLignes(lot);
        if (!restantes) {
            lots.marquerTermine(lot);
        }
        return restantes;
    }

    private void importer(long lot, long campagne, Lots.ARepartir ligne) {
        Optional<String> deja = lots.dossierImporte(campagne, ligne.cle());
        if (deja.isPresent()) {
            lots.marquerDoublon(lot, ligne.rang(), dejaDans(deja.get()));
            return;
        }
        String dossier =
                lanceur.deposer(campagne, Instruction.IMPORT, ligne.region(), ChampsDuDossier.de(ligne.champs()), null);
        lots.marquerImportee(lot, ligne, campagne, dossier);
    }

    /**
     * A file that was analysed.
     *
     * @throws java.util.NoSuchElementException when there is no such file
     */
    public LotDImport lire(long lot) {
        return lots.chercher(lot).orElseThrow();
    }

    public Bilan bilan(long lot) {
        return lots.bilan(lot);
    }
}
