package fr.ptce.candidature.importation;

import fr.ptce.portail.Tableur;
import fr.ptce.portail.Tableur.Colonne;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The report as a file for spreadsheets, written page by page. */
@Component
class RapportCsv {

    private static final int PAGE = 500;

    private static final List<Colonne<LigneDuRapport>> COLONNES = List.of(
            new Colonne<>("ligne", LigneDuRapport::rang),
            new Colonne<>("verdict", ligne -> ligne.verdict().libelle()),
            new Colonne<>("message", LigneDuRapport::message),
            new Colonne<>("region", LigneDuRapport::regionSaisie),
            new Colonne<>("initiative", LigneDuRapport::initiative),
            new Colonne<>("structure_porteuse", LigneDuRapport::structure),
            new Colonne<>("dossier", LigneDuRapport::dossier));

    private final Lots lots;

    RapportCsv(Lots lots) {
        this.lots = lots;
    }

    void ecrire(long lot, OutputStream sortie) throws IOException {
        Tableur.csv(Tableur.Feuille.de("Rapport", COLONNES, pour -> parcourir(lot, pour)), sortie);
    }

    private void parcourir(long lot, Consumer<LigneDuRapport> pour) {
        List<LigneDuRapport> page;
        int depuis = 0;
        do {
            page = lots.rapport(lot, null, depuis, PAGE);
            page.forEach(pour);
            depuis += PAGE;
        } while (page.size() == PAGE);
    }
}
