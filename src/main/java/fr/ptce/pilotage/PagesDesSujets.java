package fr.ptce.pilotage;

import fr.ptce.annuaire.Groupes;
import fr.ptce.moteur.Agent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the application tells about what a process is about, other than a dossier, if the reader may open that page. */
@Component
class PagesDesSujets {

    /** A page and the text of the link to it. */
    record PageDuSujet(String adresse, String texte) {}

    private record Genre(String chemin, String texte, Predicate<Agent> ouverte) {}

    private static final Pattern NUMEROTEE = Pattern.compile("([A-Z]+)-(\\d{1,18})");
    private static final Pattern ANNEE_REGIONALE = Pattern.compile("EXP-(\\w{1,3})-(\\d{4})");

    private static final Map<String, Genre> GENRES = Map.of(
            "MONO", new Genre("/monographies/", "Ouvrir la page de la monographie", PagesDesSujets::litLesMonographies),
            "ANALYSE", new Genre("/monographies/analyses/", "Ouvrir l’analyse", PagesDesSujets::litLesMonographies),
            "PUB", new Genre("/publications/", "Ouvrir la page de la publication", Agent::pilote),
            "SEM", new Genre("/accompagnement/seminaires/", "Ouvrir la page du séminaire", Agent::pilote),
            "CAHIER", new Genre("/accompagnement/cahiers/", "Ouvrir la page du cahier méthodologique", Agent::pilote),
            "ACC", new Genre("/accompagnateurs/", "Ouvrir la fiche de l’accompagnateur", Agent::pilote),
            "LANCEMENT", new Genre("/besoins/lancements/", "Ouvrir la page du lancement", Agent::pilote));

    private final JdbcClient jdbc;

    PagesDesSujets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The page of a subject for an agent.
     *
     * @param reference business key, null when there is none
     * @return empty when the subject has no page, or none that the agent may open
     */
    Optional<PageDuSujet> chercher(Agent agent, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        Matcher annee = ANNEE_REGIONALE.matcher(reference);
        if (annee.matches()) {
            return agent.pilote() ? anneeRegionale(annee.group(1), annee.group(2)) : Optional.empty();
        }
        Matcher numerotee = NUMEROTEE.matcher(reference);
        return numerotee.matches()
                ? numerotee(agent, numerotee.group(1), Long.parseLong(numerotee.group(2)))
                : Optional.empty();
    }

    private static Optional<PageDuSujet> numerotee(Agent agent, String prefixe, long numero) {
        if ("ACC".equals(prefixe) && !agent.pilote()) {
            return agent.estDans(Groupes.ACCOMPAGNATEURS)
                    ? Optional.of(new PageDuSujet("/ma-fiche", "Ouvrir ma fiche"))
                    : Optional.empty();
        }
        return Optional.ofNullable(GENRES.get(prefixe))
                .filter(genre -> genre.ouverte().test(agent))
                .map(genre -> new PageDuSujet(genre.chemin() + numero, genre.texte()));
    }

    private Optional<PageDuSujet> anneeRegionale(String region, String annee) {
        return jdbc.sql("select id from accompagnement_regional where region = :region and annee = :annee")
                .param("region", region)
                .param("annee", Integer.parseInt(annee))
                .query(Long.class)
                .optional()
                .map(id -> new PageDuSujet("/accompagnement/regions/" + id, "Ouvrir la page de l’année"));
    }

    private static boolean litLesMonographies(Agent agent) {
        return agent.pilote() || agent.estDans(Groupes.REDACTEURS);
    }
}
