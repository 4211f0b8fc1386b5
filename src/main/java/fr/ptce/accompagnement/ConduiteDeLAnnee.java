package fr.ptce.accompagnement;

import fr.ptce.annuaire.BesoinsQualifies;
import fr.ptce.annuaire.BesoinsQualifies.BesoinsDUneInitiative;
import fr.ptce.base.HeureDeParis;
import fr.ptce.formulaire.Formulaire;
import fr.ptce.formulaire.Formulaires;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.moteur.Agent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A year of experimentation in a region, from its opening to its bilan: behind {@code accompagnement-regional.bpmn}. */
@Service
class ConduiteDeLAnnee {

    private static final String FORMULAIRE = "accompagnement/ouvrir-annee.form";
    private static final int PROJETS_AU_PLUS = 10;

    private final Formulaires formulaires;
    private final AnneesRegionales annees;
    private final ProjetsAccompagnes projets;
    private final AppariementDesProjets appariement;
    private final AccompagnementRegionalProcess processus;
    private final RecensementDesAccompagnateurs recensement;
    private final BesoinsQualifies besoins;
    private final Clock horloge;

    ConduiteDeLAnnee(
            Formulaires formulaires,
            AnneesRegionales annees,
            ProjetsAccompagnes projets,
            AppariementDesProjets appariement,
            AccompagnementRegionalProcess processus,
            RecensementDesAccompagnateurs recensement,
            BesoinsQualifies besoins,
            Clock horloge) {
        this.formulaires = formulaires;
        this.annees = annees;
        this.projets = projets;
        this.appariement = appariement;
        this.processus = processus;
        this.recensement = recensement;
        this.besoins = besoins;
        this.horloge = horloge;
    }

    Formulaire formulaire() {
        return formulaires.lire(FORMULAIRE);
    }

    /** What the list of the form offers: the regions of the agent that have accompagnateurs. */
    Map<String, Object> contexte(Agent agent) {
        return Map.of(
                "annee",
                anneeProposee(),
                "regionsProposees",
                recensement.regionsDuProgramme().stream()
                        .filter(region -> agent.suit(region.code()))
                        .map(region -> Map.of("value", region.code(), "label", region.nom()))
                        .toList());
    }

    /** This year until summer, then the next one. */
    int anneeProposee() {
        LocalDate jour = HeureDeParis.aujourdhui(horloge);
        return jour.getMonthValue() > Month.JUNE.getValue() ? jour.getYear() + 1 : jour.getYear();
    }

    /**
     * Opens a year and starts its process.
     *
     * @throws SoumissionRefusee when a field is wrong, or this region has this year already
     */
    @Transactional
    long ouvrir(Agent agent, Map<String, Object> soumission) {
        ValeursLues saisie = new ValeursLues(formulaire().accepter(soumission, contexte(agent)));
        String region = saisie.texte("region");
        int annee = saisie.entier("annee");
        if (annees.existe(region, annee)) {
            throw new SoumissionRefusee(
                    "annee", "Année", "L’expérimentation de cette année est déjà ouverte dans cette région.");
        }
        long id = annees.ouvrir(region, annee, saisie.entier("seminaires"), agent.id());
        processus.demarrer(annees.lire(id));
        return id;
    }

    /** The initiatives that could be accompanied this year: qualified needs, willing, not accompanied already. */
    List<BesoinsDUneInitiative> eligibles(long regional) {
        List<BesoinsDUneInitiative> prets =
                besoins.pretesAExperimenter(annees.lire(regional).region());
        Set<String> pris = Set.copyOf(projets.dejaPris(
                prets.stream().map(BesoinsDUneInitiative::initiative).toList(), regional));
        return prets.stream().filter(pret -> !pris.contains(pret.initiative())).toList();
    }

    void mobiliser(long regional, ValeursLues saisie, String par) {
        consigner(regional, par, "Projets à mobiliser\u00a0: " + saisie.texte("actions_menees"));
    }

    /**
     * Takes the chosen projects into the year.
     *
     * @throws SoumissionRefusee when fewer than three are chosen, more than ten, or one has been taken meanwhile
     */
    @Transactional
    void selectionner(long regional, ValeursLues saisie, String par) {
        List<String> choisis = saisie.liste("projets").stream().distinct().toList();
        if (choisis.size() < AnneeRegionale.PROJETS_AU_MOINS) {
            throw new SoumissionRefusee(
                    "projets",
                    "Projets à accompagner",
                    "Choisissez trois projets au moins\u00a0: le programme expérimente l’accompagnement avec trois projets par"
                            + " région. Vous en avez choisi " + choisis.size() + ".");
        }
        if (choisis.size() > PROJETS_AU_PLUS) {
            throw new SoumissionRefusee("projets", "Projets à accompagner", "Choisissez dix projets au plus.");
        }
        List<String> pris = projets.dejaPris(choisis, regional);
        if (!pris.isEmpty()) {
            throw new SoumissionRefusee(
                    "projets",
                    "Projets à accompagner",
                    "Déjà accompagné\u00a0: " + String.join(", ", pris)
                            + ". Rouvrez la tâche pour voir la liste à jour.");
        }
        choisis.forEach(numero -> projets.ouvrir(regional, numero));
        annees.selectionner(regional, saisie.texte("motif_selection"));
        consigner(regional, par, "Projets retenus\u00a0: " + String.join(", ", choisis) + ".");
    }

    /** Proposes accompagnateurs for all projects of the year that have none, together. */
    void apparier(long regional) {
        appariement.apparier(projets.aAccompagner(regional), false);
    }

    /**
     * Another project takes a place that has become free.
     *
     * @return id of its accompaniment; empty when the pilot says that nobody does, and why
     * @throws SoumissionRefusee when the project has been taken meanwhile
     */
    @Transactional
    Optional<Long> remplacer(long regional, ValeursLues saisie, String par) {
        if (saisie.est("remplacement", "non")) {
            consigner(regional, par, "Place non reprise\u00a0: " + saisie.texte("motif_sans_remplacant"));
            return Optional.empty();
        }
        String numero = saisie.texte("projet_remplacant");
        if (!projets.dejaPris(List.of(numero), regional).isEmpty()) {
            throw new SoumissionRefusee(
                    "projet_remplacant", "Projet", "Ce projet vient d’être pris. Choisissez-en un autre.");
        }
        consigner(regional, par, "Projet de remplacement\u00a0: " + numero + ".");
        return Optional.of(projets.ouvrir(regional, numero));
    }

    /** {@return whether one more seminar is organised} */
    @Transactional
    boolean statuerSurLesSeminaires(long regional, ValeursLues saisie, String par) {
        if (saisie.est("autre_seminaire", "oui")) {
            return true;
        }
        String motif = saisie.texte("motif_seminaires");
        annees.moinsDeSeminaires(regional, motif);
        consigner(regional, par, "Moins de trois séminaires\u00a0: " + motif);
        return false;
    }

    @Transactional
    void rendreLeBilan(long regional, ValeursLues saisie, String par) {
        annees.rendreLeBilan(regional, saisie.texte("bilan_regional"), saisie.texte("enseignements"), par);
        consigner(regional, par, "Bilan régional rendu.");
    }

    private void consigner(long regional, String par, String evenement) {
        annees.consigner(regional, par, evenement);
    }
}
