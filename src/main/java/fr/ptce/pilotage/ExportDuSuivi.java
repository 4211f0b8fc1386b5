package fr.ptce.pilotage;

import fr.ptce.portail.Tableur.Feuille;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The figures of the dashboard as a workbook, a sheet for each panel. */
@Component
class ExportDuSuivi {

    private final AffichageDuSuivi affichage;

    ExportDuSuivi(AffichageDuSuivi affichage) {
        this.affichage = affichage;
    }

    List<Feuille> feuilles(Suivi suivi) {
        return List.of(
                feuille(
                        "Dossiers",
                        List.of("État", "Dossiers", "Période précédente", "Le plus ancien"),
                        suivi.etats().stream()
                                .map(e -> ligne(
                                        e.etat().libelle(),
                                        e.nombre(),
                                        e.avant(),
                                        affichage.jourAParis(e.plusAncien())))),
                feuille(
                        "Régions",
                        List.of("Région", "Déposés", "En cours", "Retenus", "Tâches en retard"),
                        suivi.territoires().stream()
                                .map(t -> ligne(t.nom(), t.deposes(), t.enCours(), t.retenus(), t.enRetard()))),
                feuille(
                        "Retards",
                        List.of("Retard", "Tâches"),
                        suivi.taches().enRetard().entrySet().stream()
                                .map(r -> ligne(r.getKey().libelle(), r.getValue()))),
                feuille(
                        "Qui est attendu",
                        List.of("Qui", "Tâches ouvertes", "En retard", "Depuis le"),
                        suivi.attendus().stream()
                                .map(a -> ligne(a.nom(), a.taches(), a.enRetard(), affichage.jourAParis(a.depuis())))),
                feuille(
                        "Étapes",
                        List.of(
                                "Étape",
                                "Processus",
                                "Passages",
                                "Médiane (jours ouvrés)",
                                "Neuf sur dix (jours ouvrés)",
                                "Prévus (jours ouvrés)",
                                "Après l’échéance",
                                "Médiane, période précédente"),
                        suivi.etapes().stream()
                                .map(e -> ligne(
                                        e.nom(),
                                        e.nomDuProcessus(),
                                        e.nombre(),
                                        e.mediane(),
                                        e.neufDixiemes(),
                                        e.prevus(),
                                        e.retards(),
                                        e.medianeAvant()))),
                feuille(
                        "Expérimentation",
                        List.of("Région", "Projets accompagnés", "Projets clos"),
                        suivi.experimentation().stream().map(r -> ligne(r.nom(), r.projets(), r.clos()))),
                feuille(
                        "Monographies",
                        List.of("Étape", "Monographies"),
                        suivi.monographies().entrySet().stream()
                                .map(m -> ligne(m.getKey().libelle(), m.getValue()))),
                feuille(
                        "Courriels",
                        List.of("État", "Courriels"),
                        Stream.of(
                                ligne("Envoyés", suivi.courriels().envoyes()),
                                ligne("En échec", suivi.courriels().echecs()),
                                ligne("Adresse refusée", suivi.courriels().refuses()),
                                ligne("En cours d’envoi", suivi.courriels().enCours()))));
    }

    /** A list that may hold nulls. */
    private static List<Object> ligne(Object... cellules) {
        return java.util.Arrays.asList(cellules);
    }

    private static Feuille feuille(String nom, List<String> entete, Stream<List<Object>> lignes) {
        return new Feuille(nom, entete, lignes::forEach);
    }
}
