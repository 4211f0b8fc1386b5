/** The process engine: configuration, deployment, identities, authorizations, web security. */
package fr.ptce.moteur;
