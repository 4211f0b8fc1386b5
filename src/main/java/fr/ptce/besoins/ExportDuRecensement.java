package fr.ptce.besoins;

import fr.ptce.annuaire.Besoin;
import fr.ptce.annuaire.Besoins;
import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.Tableur.Feuille;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The census and its lists as tables of a spreadsheet. */
@Component
class ExportDuRecensement {

    private static final double MINUTES_PAR_JOUR = 24 * 60;

    private final RecensementDesBesoins recensements;
    private final ListeDesInitiatives liste;
    private final Besoins besoins;
    private final AffichageDesBesoins aff;

    ExportDuRecensement(
            RecensementDesBesoins recensements, ListeDesInitiatives liste, Besoins besoins, AffichageDesBesoins aff) {
        this.recensements = recensements;
        this.liste = liste;
        this.besoins = besoins;
        this.aff = aff;
    }

    /** The table of needs as the page shows it, then the regions, then the key figures. */
    List<Feuille> recensement(Agent agent, RechercheDeBesoins recherche) {
        Recensement recensement = recensements.compter(agent, recherche);
        return List.of(besoins(recensement), regions(recensement), chiffres(recensement));
    }

    private static Feuille besoins(Recensement recensement) {
        List<String> entete = new ArrayList<>(List.of("Besoin"));
        entete.addAll(recensement.colonnes().values());
        entete.add("Total");
        return new Feuille("Besoins", entete, pour -> recensement.besoins().forEach(besoin -> {
            List<Object> cellules = new ArrayList<>(List.of(besoin.libelle()));
            recensement.colonnes().keySet().forEach(colonne -> cellules.add(recensement.cellule(besoin.id(), colonne)));
            cellules.add(besoin.total());
            pour.accept(cellules);
        }));
    }

    private static Feuille regions(Recensement recensement) {
        List<String> entete = List.of("Région", "Interrogées", "Réponses", "Temps médian de réponse (jours)");
        return new Feuille("Régions", entete, pour -> recensement.territoires().forEach(territoire -> {
            List<Object> cellules =
                    new ArrayList<>(List.of(territoire.nom(), territoire.interrogees(), territoire.reponses()));
            cellules.add(jours(territoire.mediane()));
            pour.accept(cellules);
        }));
    }

    private static Feuille chiffres(Recensement recensement) {
        return new Feuille("Chiffres clés", List.of("Chiffre", "Valeur"), pour -> {
            for (Situation situation : Situation.values()) {
                pour.accept(List.of(situation.libelle(), recensement.nombre(situation)));
            }
            List<Object> mediane = new ArrayList<>(List.of("Temps médian de réponse (jours)"));
            mediane.add(jours(recensement.mediane()));
            pour.accept(mediane);
        });
    }

    /** Every initiative of the search, with the importance of each need from 1 to 4. */
    Feuille initiatives(Agent agent, RechercheDeBesoins recherche) {
        List<Besoin> colonnes = besoins.liste(besoins.version());
        List<String> entete = new ArrayList<>(List.of(
                "Numéro",
                "Initiative",
                "Appel",
                "Région",
                "Thèmes",
                "Catégorie",
                "Situation",
                "Stade",
                "Territoire",
                "Filière",
                "Répondu le",
                "Réponse",
                "Temps de réponse (jours)",
                "Précisions",
                "Expérimentation",
                "Accompagnement retenu",
                "Priorité",
                "Motif de la correction"));
        colonnes.forEach(besoin -> entete.add(besoin.libelle()));
        return new Feuille(
                "Initiatives",
                entete,
                pour -> liste.parcourir(agent, recherche, ligne -> pour.accept(cellules(ligne, colonnes))));
    }

    private List<Object> cellules(ListeDesInitiatives.Ligne ligne, List<Besoin> colonnes) {
        List<Object> cellules = new ArrayList<>();
        cellules.add(ligne.numero());
        cellules.add(ligne.nom());
        cellules.add(ligne.campagne());
        cellules.add(aff.region(ligne.region()));
        cellules.add(ligne.themes().isEmpty() ? null : aff.themes(ligne.themes()));
        cellules.add(aff.categorie(ligne.categorie()));
        cellules.add(ligne.situation());
        boolean repondu = ligne.reponduLe() != null;
        cellules.add(repondu ? aff.stade(ligne.stade()) : null);
        cellules.add(ligne.territoire());
        cellules.add(ligne.filiere());
        cellules.add(repondu ? LocalDate.ofInstant(ligne.reponduLe(), HeureDeParis.ZONE) : null);
        cellules.add(repondu ? ligne.parTelephone() ? "par téléphone" : "en ligne" : null);
        cellules.add(
                ligne.delaiEnMinutes() == null
                        ? null
                        : jours(ligne.delaiEnMinutes().doubleValue()));
        cellules.add(ligne.precisions());
        cellules.add(repondu ? aff.experimentation(ligne.experimentation()) : null);
        cellules.add(ligne.accompagnements().isEmpty() ? null : aff.accompagnements(ligne.accompagnements()));
        cellules.add(ligne.priorite() == null ? null : aff.priorite(ligne.priorite()));
        cellules.add(ligne.motifCorrection());
        colonnes.forEach(besoin -> cellules.add(ligne.importances().get(besoin.id())));
        return cellules;
    }

    /** Days with one decimal; null stays null. */
    private static Double jours(Double minutes) {
        return minutes == null ? null : Math.round(10 * minutes / MINUTES_PAR_JOUR) / 10.0;
    }
}
