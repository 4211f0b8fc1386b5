/**
 * Web security: strict paths, who is logged in, which paths are public, whom each controller is open to, login page, limits
 * on logging in, start-up checks of the profile {@code prod}.
 *
 * <p>Rules for the other rooms: a page that is not listed as public in {@link fr.ptce.moteur.securite.CheminsPublics}
 * needs an {@link fr.ptce.moteur.Agent}; a controller says whom it is open to with {@link fr.ptce.moteur.securite.OuvertA},
 * or is closed to everybody; a controller under {@code /camunda/api/ptce/} is refused (401) without a
 * logged-in user, by the webapps' filter rules and again by {@code RefusDesAnonymes}.
 */
package fr.ptce.moteur.securite;
