package fr.ptce.moteur.habilitations;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/**
 * What a group may do.
 *
 * @param cible id of the resource, or {@code *}
 */
record Droit(String groupe, Resource ressource, String cible, List<Permission> permissions) {

    static Droit sur(String groupe, Resource ressource, String cible, Permission... permissions) {
        return new Droit(groupe, ressource, cible, List.of(permissions));
    }
}
