package fr.ptce.accompagnement;

import fr.ptce.annuaire.Besoins;
import fr.ptce.moteur.TablesDeDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Proposes accompagnateurs for the projects of a region (design, §7). The points are those of {@code appariement.dmn}; who
 * is advised is decided for all projects together, so that one good person is not given three times.
 */
@Service
class Appariement {

    private static final int PROPOSITIONS_PAR_PROJET = 5;
    private static final Pattern BLANCS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private final TablesDeDecision tables;
    private final Besoins besoins;

    Appariement(TablesDeDecision tables, Besoins besoins) {
        this.tables = tables;
        this.besoins = besoins;
    }

    /**
     * Up to five people a project: the one advised first, then the best of the others by score, then by id. Nobody
     * without a free place, excluded, in conflict (same structure or same address as the porteur) or outside the region
     * is proposed. Does not depend on the order of the lists, but for that of the result.
     *
     * @param projets each number once
     * @param candidats each id once
     * @param elargi whether people from other regions may be proposed
     * @return project by project in the order given, by rank; nothing for a project that fits nobody
     */
    List<Proposition> proposer(List<ProjetAApparier> projets, List<CandidatALaMission> candidats, boolean elargi) {
        BaremeDAppariement bareme = new BaremeDAppariement(tables, besoins);
        SortedMap<String, SortedMap<Long, BaremeDAppariement.Note>> notes = new TreeMap<>();
        for (ProjetAApparier projet : projets) {
            SortedMap<Long, BaremeDAppariement.Note> parPersonne = new TreeMap<>();
            candidats.stream()
                    .filter(candidat -> possible(projet, candidat, elargi))
                    .forEach(candidat -> parPersonne.put(candidat.id(), bareme.noter(projet, candidat)));
            notes.put(projet.numero(), parPersonne);
        }
        Map<String, Long> conseils = OptimumCommun.choisir(scores(notes), places(candidats));
        return projets.stream()
                .map(ProjetAApparier::numero)
                .flatMap(projet -> classer(projet, notes.get(projet), conseils).stream())
                .toList();
    }

    private static List<Proposition> classer(
            String projet, SortedMap<Long, BaremeDAppariement.Note> notes, Map<String, Long> conseils) {
        Long conseille = conseils.get(projet);
        List<Long> classement = notes.keySet().stream()
                .sorted(Comparator.comparing((Long personne) -> !personne.equals(conseille))
                        .thenComparing(personne -> notes.get(personne).score(), Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(PROPOSITIONS_PAR_PROJET)
                .toList();
        List<Proposition> propositions = new ArrayList<>();
        for (Long personne : classement) {
            BaremeDAppariement.Note note = notes.get(personne);
            propositions.add(new Proposition(
                    projet,
                    personne,
                    propositions.size() + 1,
                    note.score(),
                    raisons(note, projet, personne, conseils),
                    personne.equals(conseille)));
        }
        return propositions;
    }

    private static List<String> raisons(
            BaremeDAppariement.Note note, String projet, Long personne, Map<String, Long> conseils) {
        String ailleurs = conseils.keySet().stream()
                .filter(autre -> conseils.get(autre).equals(personne))
                .sorted()
                .collect(Collectors.joining(", "));
        if (ailleurs.isEmpty() || personne.equals(conseils.get(projet))) {
            return note.raisons();
        }
        List<String> raisons = new ArrayList<>(note.raisons());
        raisons.add("Déjà conseillé pour " + ailleurs + ".");
        return List.copyOf(raisons);
    }

    private static boolean possible(ProjetAApparier projet, CandidatALaMission candidat, boolean elargi) {
        return candidat.libre() > 0
                && !projet.exclus().contains(candidat.id())
                && (elargi || candidat.regions().contains(projet.region()))
                && !identiques(projet.structure(), candidat.structure())
                && !identiques(projet.courriel(), candidat.courriel());
    }

    private static boolean identiques(String un, String autre) {
        String compare = sansBlancs(un);
        return !compare.isEmpty() && compare.equals(sansBlancs(autre));
    }

    private static String sansBlancs(String texte) {
        return texte == null ? "" : BLANCS.matcher(texte).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static SortedMap<String, SortedMap<Long, Integer>> scores(
            SortedMap<String, SortedMap<Long, BaremeDAppariement.Note>> notes) {
        SortedMap<String, SortedMap<Long, Integer>> scores = new TreeMap<>();
        notes.forEach((projet, parPersonne) -> {
            SortedMap<Long, Integer> parScore = new TreeMap<>();
            parPersonne.forEach((personne, note) -> parScore.put(personne, note.score()));
            scores.put(projet, parScore);
        });
        return scores;
    }

    private static Map<Long, Integer> places(List<CandidatALaMission> candidats) {
        Map<Long, Integer> places = new HashMap<>();
        candidats.forEach(candidat -> places.put(candidat.id(), candidat.libre()));
        return places;
    }
}
