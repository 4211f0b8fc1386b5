package fr.ptce.pilotage;

import fr.ptce.pilotage.InstancesVisibles.InstanceVisible;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a process is stopped. The rooms keep more than the engine knows (states, missions, invitations): a process that
 * has such tables is stopped the way its room does it, never under it.
 */
@Component
class ArretDuParcours {

    /**
     * Where to go.
     *
     * @param page address; null when the process ends by being deleted from the engine
     * @param consigne what to do there, in French; null likewise
     */
    record Lieu(String page, String consigne) {

        static final Lieu ICI = new Lieu(null, null);

        public boolean ici() {
            return page == null;
        }
    }

    /** @param table holds the ids of instances in its column {@code instance}; null when the page needs none */
    private record Chemin(String table, String page, String consigne) {}

    private static final Map<String, Chemin> CHEMINS = Map.ofEntries(
            Map.entry(
                    "accompagnement-projet",
                    new Chemin(
                            "accompagnement_projet",
                            "/accompagnement/projets/",
                            "Un accompagnement s’arrête depuis sa page\u00a0: le porteur et l’accompagnateur en sont prévenus.")),
            Map.entry(
                    "seminaire",
                    new Chemin(
                            "seminaire",
                            "/accompagnement/seminaires/",
                            "Un séminaire s’annule depuis sa page\u00a0: les invités en sont prévenus.")),
            Map.entry(
                    "monographie",
                    new Chemin(
                            "monographie",
                            "/monographies/",
                            "Une monographie s’abandonne depuis sa page\u00a0: les personnes concernées en sont prévenues.")),
            Map.entry(
                    "publication",
                    new Chemin("publication", "/publications/", "Une publication se retire depuis sa page.")),
            Map.entry(
                    "entretien",
                    new Chemin(null, "/monographies", "Un entretien se retire depuis la page de sa monographie.")),
            Map.entry(
                    "analyse-transversale",
                    new Chemin(null, "/monographies", "Une analyse transversale va à son terme par ses tâches.")),
            Map.entry(
                    "accompagnement-regional",
                    new Chemin(
                            null,
                            "/accompagnement",
                            "Une année d’expérimentation ne s’annule pas d’un coup\u00a0: arrêtez chaque accompagnement et"
                                    + " chaque séminaire depuis sa page, le bilan la clôt.")),
            Map.entry(
                    "cahier-methodologique",
                    new Chemin(null, "/accompagnement", "Le cahier méthodologique va à son terme par ses tâches.")),
            Map.entry(
                    "recensement-accompagnateur",
                    new Chemin(
                            null,
                            "/accompagnateurs",
                            "Une fiche se refuse par la tâche qui la valide\u00a0; ensuite la personne quitte elle-même le"
                                    + " programme.")),
            Map.entry(
                    "lancement-besoins",
                    new Chemin(null, "/besoins", "Un lancement de questionnaires se termine de lui-même.")),
            Map.entry("campagne", new Chemin(null, "/campagnes", "Une campagne se règle par ses dates.")),
            Map.entry(
                    "import-candidatures",
                    new Chemin(
                            null,
                            "/campagnes",
                            "Un import se termine de lui-même\u00a0; son rapport dit où il en est.")),
            Map.entry("absence", new Chemin(null, "/absences", "Une absence s’annule depuis la page des absences.")),
            Map.entry(
                    "relances-quotidiennes",
                    new Chemin(null, "/relances", "Les relances se suspendent depuis leur page.")));

    private final JdbcClient jdbc;

    ArretDuParcours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Lieu lieu(InstanceVisible instance) {
        return switch (instance.processus()) {
            case "candidature" ->
                new Lieu(
                        "/dossiers/" + instance.dossier() + "/retrait",
                        "Une candidature se retire depuis son dossier\u00a0: le porteur en reçoit la confirmation.");
            case "questionnaire-besoins" ->
                new Lieu(
                        "/besoins/initiatives/" + instance.dossier(),
                        "Un questionnaire se clôt par ses tâches (en indiquant que le porteur est injoignable), ou par le"
                                + " retrait de l’initiative.");
            default ->
                CHEMINS.containsKey(instance.processus())
                        ? lieu(instance, CHEMINS.get(instance.processus()))
                        : Lieu.ICI;
        };
    }

    private Lieu lieu(InstanceVisible instance, Chemin chemin) {
        if (chemin.table() == null) {
            return new Lieu(chemin.page(), chemin.consigne());
        }
        String numero = jdbc.sql("select id from " + chemin.table() + " where instance = :instance")
                .param("instance", instance.id())
                .query(Long.class)
                .optional()
                .map(String::valueOf)
                .orElse("");
        return new Lieu(chemin.page() + numero, chemin.consigne());
    }
}
