package fr.ptce.candidature;

import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Journal;
import fr.ptce.candidature.CandidatureProcess.Messages;
import fr.ptce.candidature.CandidatureProcess.Variables;
import fr.ptce.relance.CourrielsImmediats;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the examination of a dossier and brings it what happens outside of it. */
@Component
public class LanceurDeCandidature {

    private final RuntimeService runtimeService;
    private final Instruction instruction;
    private final Dossiers dossiers;
    private final Initiatives initiatives;
    private final Journal journal;
    private final CourrielsImmediats courriels;

    LanceurDeCandidature(
            RuntimeService runtimeService,
            Instruction instruction,
            Dossiers dossiers,
            Initiatives initiatives,
            Journal journal,
            CourrielsImmediats courriels) {
        this.runtimeService = runtimeService;
        this.instruction = instruction;
        this.dossiers = dossiers;
        this.initiatives = initiatives;
        this.journal = journal;
        this.courriels = courriels;
    }

    /**
     * Opens a dossier and starts its process, both or neither.
     *
     * @param champs fields of {@code depot-candidature.form}, already checked
     * @param proprietaireDesPieces owner of the attachments to take over, or null
     * @return number of the dossier
     */
    @Transactional
    public String deposer(
            long campagne, String origine, String region, ChampsDuDossier champs, String proprietaireDesPieces) {
        Dossier dossier = instruction.ouvrir(campagne, origine, region, champs, proprietaireDesPieces);
        Map<String, Object> variables = instruction.variablesDeRoutage(dossier);
        variables.put(Variables.DEMANDES_DE_COMPLEMENTS, 0);
        runtimeService.startProcessInstanceByKey(CandidatureProcess.CLE, dossier.numero(), variables);
        return dossier.numero();
    }

    /**
     * The porteur asks for a reconsideration.
     *
     * @throws ActionImpossible when the decision can no longer, or not yet, be reconsidered
     */
    @Transactional
    public void demanderReexamen(String numero, String argumentaire) {
        journal.consigner(numero, "decision", null, "Le porteur demande un réexamen : " + argumentaire);
        correler(numero, Messages.DEMANDE_REEXAMEN, Map.of(Variables.ARGUMENTAIRE, argumentaire));
    }

    /**
     * The porteur, or a pilot for them, withdraws the candidature, or the initiative once it is retained: what the other
     * rooms have begun with it ends as well.
     *
     * @param motif reason, may be null
     * @param auteur user who acts, null for the porteur
     * @throws ActionImpossible when the dossier is closed already
     */
    @Transactional
    public void retirer(String numero, String motif, String auteur) {
        journal.consigner(numero, "retrait", auteur, motif == null ? "Retrait demandé." : "Retrait demandé : " + motif);
        Dossier dossier = dossiers.lire(numero);
        if (dossier.etat() == EtatDossier.RETENU) {
            retirerDuProgramme(dossier);
        } else {
            correler(numero, Messages.RETRAIT, Map.of());
        }
    }

    private void retirerDuProgramme(Dossier dossier) {
        instruction.retirerDuProgramme(dossier.numero());
        runtimeService
                .createMessageCorrelation(CandidatureProcess.RETRAIT_INITIATIVE)
                .processInstanceBusinessKey(dossier.numero())
                .correlateAll();
        courriels.envoyerUnLienDeSuivi(
                CarnetDuPorteur.ROLE, dossier.numero(), dossier.region(), "retrait-du-programme");
    }

    /**
     * A pilot corrects the region: the examination starts again at the triage, in the new region.
     *
     * @throws ActionImpossible when the dossier is closed already
     */
    @Transactional
    public void corrigerRegion(String numero, String region, String motif, String auteur) {
        journal.consigner(numero, "correction", auteur, "Région corrigée : " + motif);
        dossiers.corrigerRegion(numero, region);
        correler(numero, Messages.REGION_CORRIGEE, Map.of());
    }

    /** A pilot corrects the category, for what follows in the process too; a closed dossier is corrected as well. */
    @Transactional
    public void corrigerCategorie(String numero, String categorie, String motif, String auteur) {
        dossiers.categorie(numero, categorie, motif, true);
        initiatives.changerLaCategorie(numero, categorie);
        journal.consigner(
                numero, "correction", auteur, "Catégorie corrigée : " + Libelles.categorie(categorie) + ". " + motif);
        runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(CandidatureProcess.CLE)
                .processInstanceBusinessKey(numero)
                .list()
                .forEach(instance -> runtimeService.setVariable(instance.getId(), Variables.CATEGORIE, categorie));
    }

    /** Id of the running process of a dossier; empty when its examination is over. */
    public Optional<String> instance(String numero) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(CandidatureProcess.CLE)
                .processInstanceBusinessKey(numero)
                .listPage(0, 1)
                .stream()
                .map(ProcessInstance::getId)
                .findFirst();
    }

    private void correler(String numero, String message, Map<String, Object> variables) {
        try {
            runtimeService
                    .createMessageCorrelation(message)
                    .processInstanceBusinessKey(numero)
                    .setVariables(variables)
                    .correlate();
        } catch (MismatchingMessageCorrelationException e) {
            throw new ActionImpossible("Ce n’est plus possible : le dossier a avancé entre-temps.", e);
        }
    }
}
