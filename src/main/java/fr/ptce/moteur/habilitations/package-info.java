/** Who may see and do what in the engine: groups, tenants, grants, shared filters, conflicts of interest. */
package fr.ptce.moteur.habilitations;
