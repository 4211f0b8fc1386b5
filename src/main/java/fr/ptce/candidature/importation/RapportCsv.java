package fr.ptce.candidature.importation;

import fr.ptce.portail.Tableur;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The report as a file for spreadsheets, written page by page. */
@Component
class RapportCsv {

    private static final int PAGE = 500;

    private final Lots lots;

    RapportCsv(Lots lots) {
        this.lots = lots;
    }

    void ecrire(long lot, OutputStream sortie) throws IOException {
        List<String> entete =
                List.of("ligne", "verdict", "message", "region", "initiative", "structure_porteuse", "dossier");
        Tableur.csv(new Tableur.Feuille("Rapport", entete, pour -> parcourir(lot, pour)), sortie);
    }

    private void parcourir(long lot, Consumer<List<?>> pour) {
        List<LigneDuRapport> page;
        int depuis = 0;
        do {
            page = lots.rapport(lot, null, depuis, PAGE);
            page.forEach(ligne -> pour.accept(Arrays.asList(
                    ligne.rang(),
                    ligne.verdict().libelle(),
                    ligne.message(),
                    ligne.regionSaisie(),
                    ligne.initiative(),
                    ligne.structure(),
                    ligne.dossier())));
            depuis += PAGE;
        } while (page.size() == PAGE);
    }
}
