package fr.ptce.candidature;

import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.CourrielAEnvoyer;
import fr.ptce.courriel.Courriels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code campagne.bpmn}: bean name = delegate expression. */
@Configuration
class TachesDeLaCampagne {

    @Bean
    JavaDelegate releverBrouillons(Brouillons brouillons) {
        return execution ->
                execution.setVariable(CampagneProcess.BROUILLONS, new ArrayList<>(brouillons.aRappeler((Long)
                        execution.getVariable(CampagneProcess.CAMPAGNE))));
    }

    /** One reminder for each draft, unless it was filed in between. */
    @Bean
    JavaDelegate rappelerBrouillon(
            Brouillons brouillons, Campagnes campagnes, Courriels courriels, @Value("${ptce.adresse}") String adresse) {
        return execution -> {
            String id = (String) execution.getVariable(CampagneProcess.BROUILLON);
            brouillons
                    .lire(id)
                    .filter(brouillon -> !brouillon.depose() && brouillon.courriel() != null)
                    .ifPresent(brouillon ->
                            courriels.envoyer(rappel(brouillon, campagnes.lire(brouillon.campagne()), adresse)));
        };
    }

    private static CourrielAEnvoyer rappel(Brouillon brouillon, Campagne campagne, String adresse) {
        return new CourrielAEnvoyer(
                "rappel-brouillon:" + brouillon.id(),
                null,
                brouillon.courriel(),
                "rappel-brouillon",
                Map.of(
                        "lien", adresse + "/candidater/" + brouillon.id(),
                        "campagne", campagne.nom(),
                        "fermetureLe",
                                campagne.fermeture().atZone(HeureDeParis.ZONE).toLocalDateTime()),
                List.of());
    }
}
