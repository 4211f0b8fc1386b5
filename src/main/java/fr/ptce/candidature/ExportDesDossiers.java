package fr.ptce.candidature;

import fr.ptce.candidature.ListeDesDossiers.Ligne;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.Tableur;
import fr.ptce.portail.Tableur.Colonne;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The list of dossiers as CSV. */
@Component
class ExportDesDossiers {

    private final ListeDesDossiers liste;
    private final Affichage aff;

    ExportDesDossiers(ListeDesDossiers liste, Affichage aff) {
        this.liste = liste;
        this.aff = aff;
    }

    /** Writes every dossier of the search that the agent meets, row by row; does not close the stream. */
    void ecrire(Agent agent, Recherche recherche, OutputStream sortie) throws IOException {
        Tableur.csv(
                Tableur.Feuille.de("Dossiers", colonnes(), pour -> liste.parcourir(agent, recherche, pour)), sortie);
    }

    private List<Colonne<Ligne>> colonnes() {
        return List.of(
                new Colonne<>("Numéro", Ligne::numero),
                new Colonne<>("Campagne", Ligne::campagne),
                new Colonne<>("État", ligne -> ligne.etat().libelle()),
                new Colonne<>("Initiative", Ligne::initiative),
                new Colonne<>("Structure", Ligne::structure),
                new Colonne<>("Type de structure", enClair(Ligne::typeStructure, aff::typeStructure)),
                new Colonne<>("Région", ligne -> aff.region(ligne.region())),
                new Colonne<>("Commune", Ligne::commune),
                new Colonne<>("Code postal", Ligne::codePostal),
                new Colonne<>("Thèmes", enClair(Ligne::themes, themes -> aff.themes(Arrays.asList(themes.split(","))))),
                new Colonne<>("Stade", enClair(Ligne::stade, aff::stade)),
                new Colonne<>("Activité économique", enClair(Ligne::activiteEconomique, aff::ouiNon)),
                new Colonne<>("Nombre de partenaires", Ligne::nombrePartenaires),
                new Colonne<>("Catégorie", enClair(Ligne::categorie, aff::categorie)),
                new Colonne<>("Décision", enClair(Ligne::decision, aff::decision)),
                new Colonne<>("Décidé le", enClair(Ligne::decisionLe, aff::courte)),
                new Colonne<>("Contact", Ligne::contactNom),
                new Colonne<>("Courriel", Ligne::contactCourriel),
                new Colonne<>("Téléphone", Ligne::contactTelephone),
                new Colonne<>("Déposé le", ligne -> aff.courte(ligne.deposeLe())),
                new Colonne<>("Mis à jour le", ligne -> aff.courte(ligne.majLe())));
    }

    /** The words for what a row holds; an empty cell for nothing. */
    private static <V> Function<Ligne, String> enClair(Function<Ligne, V> valeur, Function<V, String> mots) {
        return ligne -> valeur.apply(ligne) == null ? null : mots.apply(valeur.apply(ligne));
    }
}
