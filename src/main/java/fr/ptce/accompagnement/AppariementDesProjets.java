package fr.ptce.accompagnement;

import fr.ptce.annuaire.BesoinsQualifies;
import fr.ptce.annuaire.BesoinsQualifies.BesoinsDUneInitiative;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds accompagnateurs for the projects of a region, all together, and keeps what is proposed. */
@Service
class AppariementDesProjets {

    private final Appariement appariement;
    private final Candidats candidats;
    private final Missions missions;
    private final ProjetsAccompagnes projets;
    private final Initiatives initiatives;
    private final BesoinsQualifies besoins;

    AppariementDesProjets(
            Appariement appariement,
            Candidats candidats,
            Missions missions,
            ProjetsAccompagnes projets,
            Initiatives initiatives,
            BesoinsQualifies besoins) {
        this.appariement = appariement;
        this.candidats = candidats;
        this.missions = missions;
        this.projets = projets;
        this.initiatives = initiatives;
        this.besoins = besoins;
    }

    /**
     * Replaces what was proposed for these projects of one region.
     *
     * @param ids never empty
     * @param elargi whether people of other regions are asked too
     */
    @Transactional
    void apparier(List<Long> ids, boolean elargi) {
        List<ProjetAccompagne> apparies = ids.stream().map(projets::lire).toList();
        Map<String, Map<String, Integer>> importances =
                besoins.des(apparies.stream().map(ProjetAccompagne::initiative).toList()).stream()
                        .collect(Collectors.toMap(
                                BesoinsDUneInitiative::initiative, BesoinsDUneInitiative::importances));
        List<Proposition> propositions = appariement.proposer(
                apparies.stream()
                        .map(projet -> aApparier(projet, importances.getOrDefault(projet.initiative(), Map.of())))
                        .toList(),
                candidats.pour(apparies.get(0).region(), elargi, ids),
                elargi);
        Map<String, List<Proposition>> parProjet =
                propositions.stream().collect(Collectors.groupingBy(Proposition::projet));
        apparies.forEach(projet ->
                missions.ecrirePropositions(projet.id(), parProjet.getOrDefault(projet.initiative(), List.of())));
    }

    private ProjetAApparier aApparier(ProjetAccompagne projet, Map<String, Integer> importances) {
        Initiative initiative = initiatives.chercher(projet.initiative()).orElseThrow();
        return new ProjetAApparier(
                projet.initiative(),
                projet.region(),
                importances,
                initiative.nom(),
                initiative.contactCourriel(),
                missions.ecartes(projet.id()));
    }
}
