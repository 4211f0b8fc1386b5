package fr.ptce.annuaire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The list of needs, from {@code annuaire/besoins.csv}. A new version is added below the former ones, which stay: what
 * was answered under them is still read. Immutable.
 */
@Component
public class Besoins {

    private record Ligne(String version, Besoin besoin) {}

    private final Map<String, List<Besoin>> parVersion;
    private final Map<String, String> libelles = new HashMap<>();
    private final String version;

    Besoins() {
        List<Ligne> lignes = LecteurCsv.lire(
                "annuaire/besoins.csv",
                ligne -> new Ligne(ligne.get("version"), new Besoin(ligne.get("id"), ligne.get("libelle"))));
        parVersion = lignes.stream()
                .collect(Collectors.groupingBy(Ligne::version, Collectors.mapping(Ligne::besoin, Collectors.toList())));
        lignes.forEach(ligne -> libelles.put(ligne.besoin().id(), ligne.besoin().libelle()));
        version = lignes.get(lignes.size() - 1).version();
    }

    /** The version that new questionnaires ask about. */
    public String version() {
        return version;
    }

    /** The needs of a version in the order in which they are offered; empty when there is no such version. */
    public List<Besoin> liste(String deVersion) {
        return parVersion.getOrDefault(deVersion, List.of());
    }

    /** The latest label of a need, or the id itself when unknown. */
    public String libelle(String id) {
        return libelles.getOrDefault(id, id);
    }
}
