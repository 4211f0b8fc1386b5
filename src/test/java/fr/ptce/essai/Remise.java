package fr.ptce.essai;

/** Something that keeps what a test did, beside the database. */
public interface Remise {

    /** Puts it as it was when the application had just started. */
    void remettre();
}
