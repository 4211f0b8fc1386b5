package fr.ptce.candidature;

import fr.ptce.annuaire.Groupes;
import fr.ptce.moteur.SortiesDesTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** What {@code candidature.bpmn} and its delegates understand of their tables. */
@Component
class SortiesDeLaCandidature implements SortiesDesTables {

    private final Groupes groupes;

    SortiesDeLaCandidature(Groupes groupes) {
        this.groupes = groupes;
    }

    @Override
    public List<Sortie> sorties() {
        return List.of(
                Sortie.texte("manques", "manque"),
                Sortie.parmi("recevabilite", "recevabilite", List.of("recevable", "incomplet", "irrecevable")),
                Sortie.parmi(
                        "categorisation", "categorie", Libelles.categories().keySet()),
                new Sortie(
                        "affectation",
                        "groupe",
                        groupe ->
                                groupe instanceof String id && groupes.parId(id).isPresent(),
                        "un groupe de annuaire/groupes.csv"),
                Sortie.parmi("divergence", "suite", List.of("suffisant", "troisieme-relecture")),
                Sortie.parmi(
                        "proposition",
                        "proposition",
                        Libelles.listeDesDecisions().keySet()));
    }
}
