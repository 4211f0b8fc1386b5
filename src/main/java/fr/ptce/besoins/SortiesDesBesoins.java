package fr.ptce.besoins;

import fr.ptce.moteur.SortiesDesTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the qualification of needs understands of its tables: the choices of its form. */
@Component
class SortiesDesBesoins implements SortiesDesTables {

    @Override
    public List<Sortie> sorties() {
        return List.of(
                Sortie.parmi("orientation", "accompagnement", LibellesDesBesoins.ACCOMPAGNEMENTS.keySet()),
                Sortie.parmi("priorite", "priorite", LibellesDesBesoins.PRIORITES.keySet()));
    }
}
