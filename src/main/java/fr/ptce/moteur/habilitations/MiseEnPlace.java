package fr.ptce.moteur.habilitations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts identities and grants in place at every start, in one transaction, before the web server accepts its first
 * request and before the first job runs.
 */
@Component
class MiseEnPlace implements SmartInitializingSingleton {

    private final Habilitations habilitations;
    private final FiltresPartages filtres;
    private final ObjectProvider<ComptesDeDemonstration> comptes;
    private final TransactionTemplate transaction;

    MiseEnPlace(
            Habilitations habilitations,
            FiltresPartages filtres,
            ObjectProvider<ComptesDeDemonstration> comptes,
            PlatformTransactionManager transactions) {
        this.habilitations = habilitations;
        this.filtres = filtres;
        this.comptes = comptes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(statut -> {
            habilitations.mettreEnPlace();
            filtres.mettreEnPlace();
            comptes.ifAvailable(ComptesDeDemonstration::mettreEnPlace);
        });
    }
}
