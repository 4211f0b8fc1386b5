package fr.ptce.courriel;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of {@code ptce.courriel}.
 *
 * @param expediteur sender, {@code Nom <adresse>} or a bare address
 * @param modeles folder outside the application whose files ({@code <modele>.html}, {@code <modele>.txt},
 *     {@code gabarit.html}…) replace those inside; empty or {@code null} for none
 */
@ConfigurationProperties("ptce.courriel")
record ReglagesCourriel(String expediteur, String modeles) {}
