package fr.ptce.monographie;

import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.monographie.MonographieProcess.Elements;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Pas;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Operational pôles, and texts as long as a monograph is. */
@TestComponent
public class PolesDEssai {

    private static final AtomicInteger SUITE = new AtomicInteger();
    private static final String PARAGRAPHE =
            "Le pôle réunit des associations, des entreprises et une commune autour d’un lieu que chacun connaît. Les"
                    + " membres se voient chaque mois, décident ensemble et partagent leurs outils, leurs salles et une"
                    + " partie de leurs emplois. Ce qui compte le plus, disent-ils, est la confiance acquise au fil des"
                    + " années, et la place laissée aux habitants dans les choix.\n\n";

    private final Initiatives initiatives;
    private final Pas pas;

    PolesDEssai(Initiatives initiatives, Pas pas) {
        this.initiatives = initiatives;
        this.pas = pas;
    }

    /** Whoever is awaited does it: a pilot, the committee, somebody of the pôle by a link, else the author. */
    void accomplir(String reference, String element, Map<String, Object> reponses) {
        Task tache = pas.tache(reference, element);
        switch (element) {
            case Elements.DESIGNER_AUTEUR, Elements.RELIRE_PILOTE ->
                pas.accomplir(reference, tache, "pilote.national", reponses);
            case Elements.VALIDER, AnalyseProcess.Elements.VALIDER ->
                pas.accomplir(reference, tache, "comite", reponses);
            case Elements.RELIRE_POLE, Elements.REPONDRE_ENTRETIEN -> pas.repondre(reference, tache, reponses);
            default -> pas.accomplir(reference, tache, "redacteur", reponses);
        }
    }

    /** An operational pôle with a contact. */
    public Initiative operationnel(String region, String... themes) {
        return inscrire(region, "operationnel", "porteur" + SUITE.get() + "@pole.example", themes);
    }

    public Initiative inscrire(String region, String categorie, String courriel, String... themes) {
        String numero = "PTCE-M" + String.format("%03d", SUITE.incrementAndGet());
        initiatives.inscrire(new Initiative(
                numero,
                "ESSAI",
                "Pôle " + numero,
                region,
                List.of(themes),
                categorie,
                "Camille Exemple",
                courriel,
                null,
                null));
        return initiatives.chercher(numero).orElseThrow();
    }

    /** A national pilot. */
    static Agent pilote() {
        return new Agent("pilote.national", Set.of("pilotes", "pilotes-FR"), Set.of("FR", "53", "11", "82"));
    }

    static Agent redacteur() {
        return new Agent("redacteur", Set.of("redacteurs"), Set.of("FR", "53", "11", "82"));
    }

    /** A rubric of about a page and a third: seven of them, with what is around, make about ten pages. */
    public static String rubrique(String debut) {
        return debut + "\n\n" + PARAGRAPHE.repeat(3) + "## Ce qui a compté\n\n" + PARAGRAPHE.repeat(3)
                + "- un lieu ouvert à tous ;\n- une animatrice à mi-temps ;\n- des règles écrites ensemble.\n\n"
                + PARAGRAPHE.repeat(2);
    }
}
