package fr.ptce.relance;

/** How often somebody wants to read of their tasks. Escalations always come. */
enum Rythme {
    /** Each working day on which there is something to say. */
    QUOTIDIEN,
    /** On the first working day of the week. */
    HEBDOMADAIRE,
    /** Only what is due within two working days, or late. */
    URGENT
}
