package fr.ptce.candidature;

import fr.ptce.moteur.Agent;
import fr.ptce.portail.Tableur;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The list of dossiers as CSV. */
@Component
class ExportDesDossiers {

    private static final String ENTETE = "Numéro;Campagne;État;Initiative;Structure;Type de structure;Région;Commune;"
            + "Code postal;Thèmes;Stade;Catégorie;Décision;Décidé le;Contact;Courriel;Téléphone;Déposé le;Mis à jour le";

    private final ListeDesDossiers liste;
    private final Affichage aff;

    ExportDesDossiers(ListeDesDossiers liste, Affichage aff) {
        this.liste = liste;
        this.aff = aff;
    }

    /** Writes every dossier of the search that the agent meets, row by row; does not close the stream. */
    void ecrire(Agent agent, Recherche recherche, OutputStream sortie) throws IOException {
        Tableur.csv(
                new Tableur.Feuille(
                        "Dossiers",
                        List.of(ENTETE.split(";")),
                        pour -> liste.parcourir(agent, recherche, ligne -> pour.accept(cellules(ligne)))),
                sortie);
    }

    private List<String> cellules(ListeDesDossiers.Ligne ligne) {
        List<String> themes = ligne.themes() == null
                ? List.of()
                : Arrays.asList(ligne.themes().split(","));
        return Arrays.asList(
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
}
