package fr.ptce.accompagnement;

import fr.ptce.moteur.SortiesDesTables;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the matching understands of its tables: points. */
@Component
class SortiesDeLAppariement implements SortiesDesTables {

    @Override
    public List<Sortie> sorties() {
        return Stream.of(
                        BaremeDAppariement.COMPETENCES,
                        BaremeDAppariement.PROXIMITE,
                        BaremeDAppariement.DISPONIBILITE,
                        BaremeDAppariement.EXPERIENCE)
                .map(table -> Sortie.entier(table, BaremeDAppariement.POINTS))
                .toList();
    }
}
