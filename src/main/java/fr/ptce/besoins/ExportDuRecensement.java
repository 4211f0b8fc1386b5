package fr.ptce.besoins;

import fr.ptce.annuaire.Besoins;
import fr.ptce.base.HeureDeParis;
import fr.ptce.besoins.ListeDesInitiatives.Ligne;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.Tableur.Colonne;
import fr.ptce.portail.Tableur.Feuille;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
        List<Colonne<Recensement.BesoinRecense>> colonnes = new ArrayList<>();
        colonnes.add(new Colonne<>("Besoin", Recensement.BesoinRecense::libelle));
        recensement
                .colonnes()
                .forEach((colonne, titre) ->
                        colonnes.add(new Colonne<>(titre, besoin -> recensement.cellule(besoin.id(), colonne))));
        colonnes.add(new Colonne<>("Total", Recensement.BesoinRecense::total));
        return Feuille.de("Besoins", colonnes, recensement.besoins()::forEach);
    }

    private static Feuille regions(Recensement recensement) {
        List<Colonne<Recensement.Territoire>> colonnes = List.of(
                new Colonne<>("Région", Recensement.Territoire::nom),
                new Colonne<>("Interrogées", Recensement.Territoire::interrogees),
                new Colonne<>("Réponses", Recensement.Territoire::reponses),
                new Colonne<>("Temps médian de réponse (jours)", territoire -> jours(territoire.mediane())));
        return Feuille.de("Régions", colonnes, recensement.territoires()::forEach);
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
        List<Colonne<Ligne>> colonnes = new ArrayList<>(deLInitiative());
        colonnes.addAll(deLaReponse());
        besoins.liste(besoins.version())
                .forEach(besoin -> colonnes.add(new Colonne<>(
                        besoin.libelle(), ligne -> ligne.importances().get(besoin.id()))));
        return Feuille.de("Initiatives", colonnes, pour -> liste.parcourir(agent, recherche, pour));
    }

    private List<Colonne<Ligne>> deLInitiative() {
        return List.of(
                new Colonne<>("Numéro", Ligne::numero),
                new Colonne<>("Initiative", Ligne::nom),
                new Colonne<>("Appel", Ligne::campagne),
                new Colonne<>("Région", ligne -> aff.region(ligne.region())),
                new Colonne<>("Thèmes", ligne -> ligne.themes().isEmpty() ? null : aff.themes(ligne.themes())),
                new Colonne<>("Catégorie", ligne -> aff.categorie(ligne.categorie())),
                new Colonne<>("Situation", Ligne::situation));
    }

    private List<Colonne<Ligne>> deLaReponse() {
        return List.of(
                new Colonne<>("Stade", siRepondu(ligne -> aff.stade(ligne.stade()))),
                new Colonne<>("Territoire", Ligne::territoire),
                new Colonne<>("Filière", Ligne::filiere),
                new Colonne<>(
                        "Répondu le", siRepondu(ligne -> LocalDate.ofInstant(ligne.reponduLe(), HeureDeParis.ZONE))),
                new Colonne<>("Réponse", siRepondu(ligne -> ligne.parTelephone() ? "par téléphone" : "en ligne")),
                new Colonne<>(
                        "Temps de réponse (jours)",
                        ligne -> ligne.delaiEnMinutes() == null
                                ? null
                                : jours(ligne.delaiEnMinutes().doubleValue())),
                new Colonne<>("Précisions", Ligne::precisions),
                new Colonne<>("Expérimentation", siRepondu(ligne -> aff.experimentation(ligne.experimentation()))),
                new Colonne<>(
                        "Accompagnement retenu",
                        ligne -> ligne.accompagnements().isEmpty()
                                ? null
                                : aff.accompagnements(ligne.accompagnements())),
                new Colonne<>("Priorité", ligne -> ligne.priorite() == null ? null : aff.priorite(ligne.priorite())),
                new Colonne<>("Motif de la correction", Ligne::motifCorrection));
    }

    private static Function<Ligne, Object> siRepondu(Function<Ligne, Object> cellule) {
        return ligne -> ligne.reponduLe() == null ? null : cellule.apply(ligne);
    }

    /** Days with one decimal; null stays null. */
    private static Double jours(Double minutes) {
        return minutes == null ? null : Math.round(10 * minutes / MINUTES_PAR_JOUR) / 10.0;
    }
}
