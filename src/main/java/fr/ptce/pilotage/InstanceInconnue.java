package fr.ptce.pilotage;

/** There is no such instance or process, or the agent does not meet it: from outside both look the same. */
class InstanceInconnue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InstanceInconnue(String id) {
        super("No such instance or process for this agent: " + id);
    }
}
