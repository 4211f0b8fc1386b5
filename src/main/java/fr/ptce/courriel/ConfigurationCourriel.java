package fr.ptce.courriel;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReglagesCourriel.class)
class ConfigurationCourriel {}
