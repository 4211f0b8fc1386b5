package fr.ptce.annuaire;

import java.util.Optional;

/**
 * What stands of a retained initiative in one room, for its porteur. Each room that goes on with an initiative implements
 * it; {@code @Order} is the place of its step on the way.
 */
public interface SuiteDeLInitiative {

    /** The step of this room; empty when it has nothing to do with the initiative. */
    Optional<EtapeDuPorteur> etape(String initiative);
}
