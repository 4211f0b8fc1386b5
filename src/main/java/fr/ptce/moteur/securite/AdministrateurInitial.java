package fr.ptce.moteur.securite;

import fr.ptce.moteur.Agent;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In {@code prod} there is an administrator before the web server opens: one who is there already, or the one that
 * {@code ptce.administrateur.*} describes, made at the first start; otherwise the application refuses to start. The
 * properties can be taken away afterwards.
 */
@Component
@Profile("prod")
class AdministrateurInitial implements SmartInitializingSingleton {

    static final String IDENTIFIANT = "ptce.administrateur.identifiant";
    static final String MOT_DE_PASSE = "ptce.administrateur.mot-de-passe";
    static final String COURRIEL = "ptce.administrateur.courriel";

    private final IdentityService identites;
    private final Environment environnement;
    private final TransactionTemplate transaction;

    AdministrateurInitial(
            IdentityService identites, Environment environnement, PlatformTransactionManager transactions) {
        this.identites = identites;
        this.environnement = environnement;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(statut -> assurer());
    }

    private void assurer() {
        if (identites.createUserQuery().memberOfGroup(Agent.ADMINISTRATEURS).count() > 0) {
            return;
        }
        String identifiant = environnement.getProperty(IDENTIFIANT, "").strip();
        if (identifiant.isEmpty()) {
            throw new ConfigurationIncomplete(List.of("aucun compte n’est membre du groupe " + Agent.ADMINISTRATEURS
                    + " : renseignez " + IDENTIFIANT + ", " + MOT_DE_PASSE + " et " + COURRIEL));
        }
        creer(identifiant);
    }

    private void creer(String identifiant) {
        if (identites.createGroupQuery().groupId(Agent.ADMINISTRATEURS).count() == 0) {
            Group groupe = identites.newGroup(Agent.ADMINISTRATEURS);
            groupe.setName("Administration");
            groupe.setType("SYSTEM");
            identites.saveGroup(groupe);
        }
        if (identites.createUserQuery().userId(identifiant).count() == 0) {
            User compte = identites.newUser(identifiant);
            compte.setFirstName("Administration");
            compte.setLastName("PTCE");
            compte.setEmail(environnement.getRequiredProperty(COURRIEL));
            compte.setPassword(environnement.getRequiredProperty(MOT_DE_PASSE));
            identites.saveUser(compte);
        }
        identites.createMembership(identifiant, Agent.ADMINISTRATEURS);
    }
}
