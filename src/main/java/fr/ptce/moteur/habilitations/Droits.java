package fr.ptce.moteur.habilitations;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import fr.ptce.annuaire.Groupes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * The grants of each role. Pilots read every task and instance of the tenants of their groups: the region is the
 * tenant's affair (docs/adr/0002). Nothing is granted on definitions but reading the model, because a grant such as
 * READ_INSTANCE on a definition would survive the withdrawal of one dossier ({@link Dessaisissement}).
 */
final class Droits {

    /** Roles that open Tasklist and its shared filters. */
    static final List<String> ROLES =
            List.of(Groupes.PILOTES, Groupes.COMITE, Groupes.ACCOMPAGNATEURS, Groupes.REDACTEURS);

    private Droits() {}

    static List<Droit> tous() {
        return Stream.of(ROLES.stream().flatMap(Droits::desRoles), desPilotes(), deLAdministration())
                .flatMap(flux -> flux)
                .toList();
    }

    private static Stream<Droit> desRoles(String groupe) {
        return Stream.of(
                Droit.sur(groupe, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
                Droit.sur(groupe, Resources.APPLICATION, "welcome", Permissions.ACCESS));
    }

    private static Stream<Droit> desPilotes() {
        return Stream.of(Groupes.PILOTES, Groupes.COMITE)
                .flatMap(groupe -> Stream.of(
                        Droit.sur(groupe, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                        Droit.sur(groupe, Resources.TASK, ANY, Permissions.READ, Permissions.TASK_WORK),
                        Droit.sur(
                                groupe,
                                Resources.PROCESS_INSTANCE,
                                ANY,
                                Permissions.READ,
                                ProcessInstancePermissions.RETRY_JOB),
                        Droit.sur(groupe, Resources.PROCESS_DEFINITION, ANY, Permissions.READ),
                        Droit.sur(groupe, Resources.DECISION_DEFINITION, ANY, Permissions.READ)));
    }

    private static Stream<Droit> deLAdministration() {
        return Arrays.stream(Resources.values())
                .map(ressource -> Droit.sur(Groupes.ADMINISTRATION, ressource, ANY, Permissions.ALL));
    }
}
