/** Calls for candidatures: filing, triage, reviews, decision. */
package fr.ptce.candidature;
