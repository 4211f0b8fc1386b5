package fr.ptce.candidature;

import fr.ptce.moteur.Agent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/**
 * The list of dossiers as CSV for a French spreadsheet: UTF-8 with a byte order mark, semicolons, and no cell that the
 * spreadsheet would take for a formula.
 */
@Component
class ExportDesDossiers {

    private static final String ENTETE = "Numéro;Campagne;État;Initiative;Structure;Type de structure;Région;Commune;"
            + "Code postal;Thèmes;Stade;Catégorie;Décision;Décidé le;Contact;Courriel;Téléphone;Déposé le;Mis à jour le";
    private static final CSVFormat FORMAT = CSVFormat.EXCEL
            .builder()
            .setDelimiter(';')
            .setHeader(ENTETE.split(";"))
            .get();
    private static final char MARQUE = '\ufeff';

    private final ListeDesDossiers liste;
    private final Affichage aff;

    ExportDesDossiers(ListeDesDossiers liste, Affichage aff) {
        this.liste = liste;
        this.aff = aff;
    }

    /** Writes every dossier of the search that the agent meets, row by row; does not close the stream. */
    void ecrire(Agent agent, Recherche recherche, OutputStream sortie) throws IOException {
        Writer texte = new OutputStreamWriter(sortie, StandardCharsets.UTF_8);
        texte.write(MARQUE);
        CSVPrinter csv = new CSVPrinter(texte, FORMAT);
        liste.parcourir(agent, recherche, ligne -> ecrire(csv, ligne));
        csv.flush();
    }

    private void ecrire(CSVPrinter csv, ListeDesDossiers.Ligne ligne) {
        try {
            csv.printRecord(cellules(ligne).map(ExportDesDossiers::sansFormule).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> cellules(ListeDesDossiers.Ligne ligne) {
        List<String> themes = ligne.themes() == null
                ? List.of()
                : Arrays.asList(ligne.themes().split(","));
        return Stream.of(
                ligne.numero(),
                ligne.campagne(),
                ligne.etat().libelle(),
                ligne.initiative(),
                ligne.structure(),
                ligne.typeStructure() == null ? "" : aff.typeStructure(ligne.typeStructure()),
                aff.region(ligne.region()),
                ligne.commune(),
                ligne.codePostal(),
                themes.isEmpty() ? "" : aff.themes(themes),
                ligne.stade() == null ? "" : aff.stade(ligne.stade()),
                ligne.categorie() == null ? "" : aff.categorie(ligne.categorie()),
                ligne.decision() == null ? "" : aff.decision(ligne.decision()),
                ligne.decisionLe() == null ? "" : aff.courte(ligne.decisionLe()),
                ligne.contactNom(),
                ligne.contactCourriel(),
                ligne.contactTelephone(),
                aff.courte(ligne.deposeLe()),
                aff.courte(ligne.majLe()));
    }

    /** Spreadsheets run what begins so; the apostrophe makes it a text (OWASP, "CSV injection"). */
    private static String sansFormule(String cellule) {
        if (cellule == null) {
            return "";
        }
        return !cellule.isEmpty() && "=+-@\t\r\n".indexOf(cellule.charAt(0)) >= 0 ? "'" + cellule : cellule;
    }
}
