package fr.ptce.portail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of {@code ptce.portail.limites}: what one address may ask of the public pages.
 *
 * @param lecturesParMinute GET and HEAD requests
 * @param ecrituresParMinute all others; a draft is saved by one of them after each pause in typing
 * @param adressesRetenues how many addresses are remembered; the least recent ones are forgotten
 */
@ConfigurationProperties("ptce.portail.limites")
record ReglagesDesLimites(
        @DefaultValue("120") int lecturesParMinute,
        @DefaultValue("60") int ecrituresParMinute,
        @DefaultValue("20000") int adressesRetenues) {}
