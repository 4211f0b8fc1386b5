package fr.ptce.accompagnement;

import fr.ptce.annuaire.Besoins;
import fr.ptce.moteur.TablesDeDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a person is worth for a project, by the tables of {@code appariement.dmn} as they are deployed when this is made.
 * Each answer of a table is remembered: made for one matching, not shared between threads.
 */
final class BaremeDAppariement {

    /** @param raisons the rules that gave points, and the needs covered */
    record Note(int score, List<String> raisons) {}

    /** A table with one input. */
    private static final class Critere {

        private final TablesDeDecision.Table table;
        private final String entree;
        private final Map<Object, Points> connus = new HashMap<>();

        Critere(TablesDeDecision tables, String decision, String entree) {
            this.table = tables.derniere(decision);
            this.entree = entree;
        }

        Points pour(Object valeur) {
            return connus.computeIfAbsent(valeur, inconnue -> table.appliquer(Map.of(entree, inconnue))
                    .map(regle -> new Points(((Number) regle.sorties().get(POINTS)).intValue(), regle.motif()))
                    .orElseThrow());
        }
    }

    private record Points(int nombre, String motif) {}

    static final String COMPETENCES = "appariement-competences";
    static final String PROXIMITE = "appariement-proximite";
    static final String DISPONIBILITE = "appariement-disponibilite";
    static final String EXPERIENCE = "appariement-experience";

    /** The output of each of these tables. */
    static final String POINTS = "points";

    private static final int NIVEAU_MAXIMAL = 3;

    private final Besoins besoins;
    private final Critere competences;
    private final Critere proximite;
    private final Critere disponibilite;
    private final Critere experience;

    /** @throws java.util.NoSuchElementException when a table is not deployed */
    BaremeDAppariement(TablesDeDecision tables, Besoins besoins) {
        this.besoins = besoins;
        this.competences = new Critere(tables, COMPETENCES, "couverture");
        this.proximite = new Critere(tables, PROXIMITE, "proximite");
        this.disponibilite = new Critere(tables, DISPONIBILITE, "libre");
        this.experience = new Critere(tables, EXPERIENCE, "termines");
    }

    Note noter(ProjetAApparier projet, CandidatALaMission candidat) {
        List<Points> obtenus = List.of(
                competences.pour(couverture(projet, candidat)),
                proximite.pour(proximite(projet, candidat)),
                disponibilite.pour(candidat.libre()),
                experience.pour(candidat.termines()));
        List<String> raisons = obtenus.stream()
                .filter(points -> points.nombre() > 0)
                .map(Points::motif)
                .collect(Collectors.toCollection(ArrayList::new));
        ajouterLesBesoins(projet, candidat, raisons);
        // A pilot may change the tables: their sum is kept within what is announced.
        int somme = obtenus.stream().mapToInt(Points::nombre).sum();
        return new Note(Math.max(0, Math.min(OptimumCommun.SCORE_MAXIMAL, somme)), List.copyOf(raisons));
    }

    private void ajouterLesBesoins(ProjetAApparier projet, CandidatALaMission candidat, List<String> raisons) {
        if (projet.besoins().isEmpty()) {
            raisons.add("Les besoins du projet ne sont pas connus : les compétences n’ont pas pu être comparées.");
            return;
        }
        String couverts = projet.besoins().keySet().stream()
                .filter(besoin -> apport(projet, candidat, besoin) > 0)
                .sorted(Comparator.comparing((String besoin) -> -apport(projet, candidat, besoin))
                        .thenComparing(besoins::libelle))
                .map(besoins::libelle)
                .collect(Collectors.joining(", "));
        if (!couverts.isEmpty()) {
            raisons.add("Besoins couverts : " + couverts + ".");
        }
    }

    /** Per cent, rounded down: 100 means every need at the highest level. */
    private static int couverture(ProjetAApparier projet, CandidatALaMission candidat) {
        int possible = NIVEAU_MAXIMAL
                * projet.besoins().values().stream().mapToInt(Integer::intValue).sum();
        int couvert = projet.besoins().keySet().stream()
                .mapToInt(besoin -> apport(projet, candidat, besoin))
                .sum();
        return possible == 0 ? 0 : 100 * couvert / possible;
    }

    private static int apport(ProjetAApparier projet, CandidatALaMission candidat, String besoin) {
        return projet.besoins().get(besoin) * candidat.competences().getOrDefault(besoin, 0);
    }

    private static String proximite(ProjetAApparier projet, CandidatALaMission candidat) {
        if (projet.region().equals(candidat.regionPrincipale())) {
            return "principale";
        }
        return candidat.regions().contains(projet.region()) ? "autre" : "hors";
    }
}
