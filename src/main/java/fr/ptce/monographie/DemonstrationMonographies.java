package fr.ptce.monographie;

import fr.ptce.base.HeureDeParis;
import fr.ptce.monographie.MonographieProcess.Elements;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.PasDeDemonstration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Gives the demonstration, at its first start, a monograph that is validated, one that is being written and one whose
 * author has to answer. It does nothing when there is a monograph, or no operational pôle.
 */
@Component
@Order(4)
@Profile("demo")
@ConditionalOnProperty(name = "ptce.demo.donnees", havingValue = "true", matchIfMissing = true)
class DemonstrationMonographies implements ApplicationRunner {

    private static final String AUTEUR = "redacteur";
    private static final String PILOTE = "pilote.national";
    private static final String COMITE = "comite";
    private static final int SEMAINES = 3;

    private final Monographies monographies;
    private final PolesASelectionner poles;
    private final SelectionDesPoles selection;
    private final ConduiteDesEntretiens conduiteDesEntretiens;
    private final Entretiens entretiens;
    private final Documents documents;
    private final Citations citations;
    private final Redactions redactions;
    private final PasDeDemonstration pas;
    private final Clock horloge;

    DemonstrationMonographies(
            Monographies monographies,
            PolesASelectionner poles,
            SelectionDesPoles selection,
            ConduiteDesEntretiens conduiteDesEntretiens,
            Entretiens entretiens,
            Documents documents,
            Citations citations,
            Redactions redactions,
            PasDeDemonstration pas,
            Clock horloge) {
        this.monographies = monographies;
        this.poles = poles;
        this.selection = selection;
        this.conduiteDesEntretiens = conduiteDesEntretiens;
        this.entretiens = entretiens;
        this.documents = documents;
        this.citations = citations;
        this.redactions = redactions;
        this.pas = pas;
        this.horloge = horloge;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        Agent administration = new Agent(PILOTE, Set.of(Agent.ADMINISTRATEURS), Set.of());
        List<PolesASelectionner.Pole> proposes = poles.liste(administration, 3, 0);
        if (monographies.nombre(administration) == 0 && proposes.size() == 3) {
            pas.raconter(() -> raconter(administration, proposes));
        }
    }

    private void raconter(Agent administration, List<PolesASelectionner.Pole> proposes) throws IOException {
        Monographie validee = ouvrir(administration, proposes.get(0), Milieu.RURAL, GenreDePole.LIEU, 130);
        menerALaRedaction(validee, 130, true);
        validerLaMonographie(validee);
        Monographie enRedaction = ouvrir(administration, proposes.get(1), Milieu.URBAIN, GenreDePole.FILIERE, 74);
        menerALaRedaction(enRedaction, 74, false);
        ouvrir(administration, proposes.get(2), Milieu.MIXTE, GenreDePole.TERRITOIRE, 9);
    }

    /** A pôle is chosen, and somebody asked to write about it four days later. */
    private Monographie ouvrir(Agent agent, PolesASelectionner.Pole pole, Milieu milieu, GenreDePole genre, int ilYA) {
        pas.ilYA(ilYA);
        Monographie ouverte = selection
                .retenir(agent, List.of(new SelectionDesPoles.Choix(pole.numero(), milieu, genre)))
                .get(0);
        pas.avancer(ouverte.reference());
        pas.ilYA(ilYA - 4);
        accomplir(ouverte, Elements.DESIGNER_AUTEUR, PILOTE, Map.of("auteur_propose", AUTEUR));
        return ouverte;
    }

    private void menerALaRedaction(Monographie monographie, int ilYA, boolean entiere) throws IOException {
        pas.ilYA(ilYA - 6);
        accomplir(monographie, Elements.ACCEPTER_REDACTION, AUTEUR, Map.of("redaction", "oui"));
        conduiteDesEntretiens.ajouter(
                monographies.lire(monographie.id()),
                "Dominique Exemple",
                "présidente du pôle",
                "dominique.m" + monographie.id() + "@demo.example");
        pas.ilYA(ilYA - 14);
        accomplir(
                monographie,
                Elements.PREPARER_GRILLE,
                AUTEUR,
                Map.of("angle", "Comment un lieu partagé est devenu un projet de territoire."));
        rencontrer(monographie, ilYA - 18);
        pas.ilYA(ilYA - 50);
        documents.ajouter(
                monographie.id(),
                "Rapport d’activité de l’an dernier",
                NatureDeDocument.RAPPORT_D_ACTIVITE,
                "Les effectifs, la fréquentation et le budget sur trois ans.",
                null);
        accomplir(
                monographie,
                Elements.ANALYSER_DOCUMENTS,
                AUTEUR,
                Map.of("documents_synthese", "Les effectifs ont doublé en trois ans ; le budget reste fragile."));
        pas.ilYA(ilYA - 66);
        ecrire(monographie, entiere);
    }

    private void rencontrer(Monographie monographie, int ilYA) {
        pas.ilYA(ilYA);
        accomplir(
                monographie,
                Elements.PROPOSER_RENDEZ_VOUS,
                AUTEUR,
                Map.of(
                        "jour",
                                HeureDeParis.aujourdhui(horloge)
                                        .plusWeeks(SEMAINES)
                                        .toString(),
                        "heure_debut", "14h00",
                        "heure_fin", "15h30",
                        "lieu", "Au pôle",
                        "objet", "Les débuts du pôle et la façon dont se prennent les décisions."));
        pas.ilYA(ilYA - 2);
        pas.tache(monographie.reference(), Elements.REPONDRE_ENTRETIEN)
                .ifPresent(tache -> pas.repondre(
                        monographie.reference(), tache, Map.of("reponse_entretien", "accepte", "consentement", "nom")));
        pas.ilYA(ilYA - 7 * SEMAINES - 3);
        accomplir(monographie, Elements.RENDRE_COMPTE, AUTEUR, Map.of("entretien_tenu", "oui"));
        citations.ajouter(
                entretiens.deLaMonographie(monographie.id()).get(0),
                "Personne n’y croyait, sauf nous trois. Le lundi soir, on a commencé par ranger.");
    }

    /** The whole text, or its first two rubrics. */
    private void ecrire(Monographie monographie, boolean entiere) throws IOException {
        long citation = citations.deLaMonographie(monographie.id()).get(0).id();
        textes().entrySet().stream()
                .limit(entiere ? Integer.MAX_VALUE : 2)
                .forEach(rubrique -> redactions.ecrire(
                        monographie.reference(),
                        rubrique.getKey(),
                        rubrique.getValue().replace("[[citation]]", "[[citation " + citation + "]]"),
                        0,
                        AUTEUR));
    }

    /** By rubric, in the order of the file. */
    private static Map<String, String> textes() throws IOException {
        String fichier = new ClassPathResource("demo/monographie.md").getContentAsString(StandardCharsets.UTF_8);
        return List.of(fichier.split("(?m)^# ")).stream()
                .filter(partie -> !partie.isBlank())
                .collect(Collectors.toMap(
                        partie -> partie.lines().findFirst().orElseThrow().strip(),
                        partie -> partie.substring(partie.indexOf('\n')).strip(),
                        (un, autre) -> un,
                        LinkedHashMap::new));
    }

    private void validerLaMonographie(Monographie monographie) {
        pas.ilYA(58);
        accomplir(monographie, Elements.REDIGER, AUTEUR, Map.of());
        pas.ilYA(50);
        pas.tache(monographie.reference(), Elements.RELIRE_POLE)
                .ifPresent(tache -> pas.repondre(monographie.reference(), tache, Map.of("relecture_accord", "oui")));
        pas.ilYA(44);
        accomplir(monographie, Elements.RELIRE_PILOTE, PILOTE, Map.of("relecture_accord", "oui"));
        pas.ilYA(30);
        accomplir(monographie, Elements.VALIDER, COMITE, Map.of("monographie_validee", "oui"));
    }

    private void accomplir(Monographie monographie, String element, String personne, Map<String, Object> reponses) {
        pas.tache(monographie.reference(), element)
                .ifPresent(tache -> pas.accomplir(monographie.reference(), tache, personne, reponses));
    }
}
