package fr.ptce.moteur.interne;

import fr.ptce.annuaire.Regions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tenant of a new process instance: its variable {@code region} (a code of {@code annuaire/regions.csv}), else that
 * of the instance that called it, else none. Definitions are deployed without a tenant.
 */
class TerritoireDeLInstance implements TenantIdProvider {

    private static final Logger LOG = LoggerFactory.getLogger(TerritoireDeLInstance.class);
    private static final String VARIABLE = "region";

    private final Regions regions;

    TerritoireDeLInstance(Regions regions) {
        this.regions = regions;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext contexte) {
        Object region = contexte.getVariables().get(VARIABLE);
        if (region == null || region.toString().isBlank()) {
            return territoire(contexte.getSuperExecution());
        }
        if (!regions.existe(region.toString())) {
            // No tenant would show the dossier to every region; an unknown one, to nobody.
            LOG.warn(
                    "Unknown region code on a new instance of {}: it goes to the national pilots",
                    contexte.getProcessDefinition().getKey());
            return Regions.FRANCE;
        }
        return region.toString();
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext contexte) {
        return territoire(contexte.getExecution());
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext contexte) {
        return territoire(contexte.getSuperExecution());
    }

    private static String territoire(DelegateExecution execution) {
        return execution == null ? null : execution.getTenantId();
    }
}
