package fr.ptce.essai;

/** The databases on which the application runs: what a newcomer starts with, and production. */
public enum BaseDEssai {
    H2,
    POSTGRESQL
}
