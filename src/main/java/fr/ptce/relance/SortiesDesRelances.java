package fr.ptce.relance;

import fr.ptce.courriel.Courriels;
import fr.ptce.moteur.SortiesDesTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** What {@link PlanDesRelances} understands of its table. */
@Component
class SortiesDesRelances implements SortiesDesTables {

    /** Nothing is to be told. */
    static final String RIEN = "rien";

    @Override
    public List<Sortie> sorties() {
        return List.of(
                Sortie.parmi(
                        PlanDesRelances.TABLE,
                        PlanDesRelances.ACTION,
                        List.of(
                                RIEN,
                                RelancePrevue.RAPPEL,
                                RelancePrevue.DERNIER_RAPPEL,
                                RelancePrevue.ESCALADE_RESPONSABLE,
                                RelancePrevue.ESCALADE_GROUPE,
                                RelancePrevue.ESCALADE_COMITE,
                                RelancePrevue.REMISE)),
                new Sortie(
                        PlanDesRelances.TABLE,
                        PlanDesRelances.MODELE,
                        modele -> modele instanceof String nom && Courriels.existe(nom),
                        "un modèle de courriel"));
    }
}
