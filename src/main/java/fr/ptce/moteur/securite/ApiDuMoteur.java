package fr.ptce.moteur.securite;

import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * {@code /engine-rest}, only when {@code ptce.api.enabled=true}. The starter would open it always: its automatic
 * configuration is excluded in {@code PtceApplication} and imported here.
 */
@Configuration
@ConditionalOnProperty("ptce.api.enabled")
@Import(CamundaBpmRestJerseyAutoConfiguration.class)
class ApiDuMoteur {}
