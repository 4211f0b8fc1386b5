package fr.ptce.accompagnement;

import fr.ptce.accompagnement.Missions.Mission;
import fr.ptce.accompagnement.Missions.Proposee;
import fr.ptce.accompagnement.ProjetAccompagne.Avis;
import fr.ptce.accompagnement.Seances.Seance;
import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.BesoinsQualifies;
import fr.ptce.annuaire.BesoinsQualifies.BesoinsDUneInitiative;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Regions;
import fr.ptce.formulaire.Markdown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the forms of the accompaniment show above their questions, in Markdown. */
@Component
class RedacteurDeLAccompagnement {

    /** A String variable of the engine holds 4,000 characters at most. */
    private static final int MAXIMUM = 3900;

    private static final int EXTRAIT = 300;
    private static final int LONG_EXTRAIT = 1000;
    private static final int SEANCES_MONTREES = 3;
    private static final int BESOINS_MONTRES = 6;
    private static final int IMPORTANT = 3;

    private final AffichageDesAccompagnateurs aff;
    private final Initiatives initiatives;
    private final BesoinsQualifies besoinsQualifies;
    private final Besoins besoins;
    private final Regions regions;
    private final Missions missions;
    private final Seances seances;
    private final ProjetsAccompagnes projets;
    private final AnneesRegionales annees;

    RedacteurDeLAccompagnement(
            AffichageDesAccompagnateurs aff,
            Initiatives initiatives,
            BesoinsQualifies besoinsQualifies,
            Besoins besoins,
            Regions regions,
            Missions missions,
            Seances seances,
            ProjetsAccompagnes projets,
            AnneesRegionales annees) {
        this.aff = aff;
        this.initiatives = initiatives;
        this.besoinsQualifies = besoinsQualifies;
        this.besoins = besoins;
        this.regions = regions;
        this.missions = missions;
        this.seances = seances;
        this.projets = projets;
        this.annees = annees;
    }

    /** Who they are, what they need, what was done so far: the next accompagnateur finds all of it here. */
    String projet(ProjetAccompagne projet) {
        Initiative initiative = initiatives.chercher(projet.initiative()).orElseThrow();
        StringBuilder texte = new StringBuilder("**%s** · %s  \nRégion\u00a0: %s  \nContact\u00a0: %s, %s, %s"
                .formatted(
                        projet.initiative(),
                        Markdown.citer(projet.nom()),
                        aff.region(projet.region()),
                        citer(initiative.contactNom()),
                        citer(initiative.contactCourriel()),
                        citer(initiative.contactTelephone())));
        if (projet.nomDeLAccompagnateur() != null) {
            texte.append("  \nAccompagnateur\u00a0: ").append(Markdown.citer(projet.nomDeLAccompagnateur()));
        }
        texte.append(besoins(projet.initiative()));
        if (projet.diagnostic() != null) {
            texte.append(section(
                    "Diagnostic partagé du " + aff.date(projet.diagnostic().le()),
                    "Forces\u00a0: " + projet.diagnostic().forces() + "\nDifficultés\u00a0: "
                            + projet.diagnostic().freins() + "\nPriorités\u00a0: "
                            + projet.diagnostic().priorites()));
        }
        plan(projet, texte);
        seances(projet, texte);
        if (projet.bilan() != null) {
            texte.append(section("Bilan", projet.bilan().resultats()));
        }
        if (projet.avis() != null) {
            texte.append(section("Avis du porteur", avis(projet.avis())));
        }
        missions(projet, texte);
        return Markdown.abreger(texte.toString(), MAXIMUM);
    }

    private void plan(ProjetAccompagne projet, StringBuilder texte) {
        if (projet.plan() == null) {
            return;
        }
        if (projet.plan().remarque() != null) {
            texte.append(section(
                    "Ce que le pilote demande de reprendre", projet.plan().remarque()));
        }
        texte.append(section(
                "Plan d’accompagnement",
                projet.plan().objectifs() + "\nParties prenantes\u00a0: "
                        + projet.plan().partiesPrenantes() + "\nSéances prévues\u00a0: "
                        + projet.plan().seancesPrevues()));
    }

    private void seances(ProjetAccompagne projet, StringBuilder texte) {
        List<Seance> tenues = seances.duProjet(projet.id());
        if (tenues.isEmpty()) {
            return;
        }
        texte.append("\n\n**Séances tenues\u00a0: ").append(tenues.size()).append("**\n\n");
        texte.append(tenues.stream()
                .limit(SEANCES_MONTREES)
                .map(seance -> "- " + aff.date(seance.tenueLe()) + "\u00a0: " + citer(seance.decisions(), EXTRAIT)
                        + " Suite\u00a0: " + citer(seance.suite(), EXTRAIT))
                .collect(Collectors.joining("\n")));
    }

    private void missions(ProjetAccompagne projet, StringBuilder texte) {
        List<Mission> finies = missions.duProjet(projet.id()).stream()
                .filter(mission -> mission.motifFin() != null)
                .toList();
        if (!finies.isEmpty()) {
            texte.append("\n\n**Missions précédentes**\n\n")
                    .append(finies.stream()
                            .map(mission -> "- " + Markdown.citer(mission.nom()) + ", "
                                    + mission.etat().libelle().toLowerCase(Locale.FRENCH) + "\u00a0: "
                                    + citer(mission.motifFin(), EXTRAIT))
                            .collect(Collectors.joining("\n")));
        }
    }

    private String besoins(String initiative) {
        return besoinsQualifies.des(List.of(initiative)).stream()
                .findFirst()
                .map(siens -> "\n\n**Besoins importants**\n\n" + besoins(siens.importances()))
                .orElse("");
    }

    private String besoins(Map<String, Integer> importances) {
        String importants = importances.entrySet().stream()
                .filter(besoin -> besoin.getValue() >= IMPORTANT)
                .limit(BESOINS_MONTRES)
                .map(besoin -> besoins.libelle(besoin.getKey()))
                .collect(Collectors.joining(", "));
        return importants.isEmpty() ? "aucun besoin important" : importants;
    }

    /** Those whom the matching proposes, with the reasons; or what to do when nobody fits. */
    String propositions(List<Proposee> proposees) {
        if (proposees.isEmpty()) {
            return "**Personne ne convient dans la région.** Les accompagnateurs inscrits n’ont plus de place, ont décliné"
                    + " ou sont liés au projet. [Invitez quelqu’un](/accompagnateurs/inviter) à proposer sa"
                    + " fiche, puis cherchez de nouveau\u00a0; ou cherchez dans toutes les"
                    + " régions.";
        }
        return Markdown.abreger(
                proposees.stream()
                        .map(propose -> "**" + Markdown.citer(propose.nom()) + "** – " + propose.score() + " points"
                                + (propose.conseillee() ? ", conseillé pour ce projet" : "") + "\n\n"
                                + propose.raisons().stream()
                                        .map(raison -> "- " + Markdown.citer(raison))
                                        .collect(Collectors.joining("\n"))
                                + absence(propose))
                        .collect(Collectors.joining("\n\n")),
                MAXIMUM);
    }

    private String absence(Proposee propose) {
        String absence = aff.absence(propose.compte());
        return absence == null ? "" : "\n- Absence déclarée " + absence + ".";
    }

    /** What the porteur is asked about: no internal note. */
    String pourLePorteur(ProjetAccompagne projet) {
        List<Seance> tenues = seances.duProjet(projet.id());
        return "Votre initiative **%s** a été accompagnée pendant **%s**. Vos réponses aident les réseaux du programme à faire mieux\u00a0; elles sont lues par les pilotes de votre région."
                .formatted(
                        Markdown.citer(projet.nom()), tenues.size() == 1 ? "une séance" : tenues.size() + " séances");
    }

    /** How many projects could be accompanied, and where others may be found. */
    String situation(AnneeRegionale annee, List<BesoinsDUneInitiative> eligibles) {
        return "**" + regions.parCode(annee.region()).nom() + ", " + annee.annee() + "**\n\n"
                + (eligibles.isEmpty()
                        ? "Aucun projet n’est éligible pour l’instant."
                        : "Éligibles pour l’instant\u00a0:\n\n" + liste(eligibles))
                + "\n\nIl en faut trois. Un projet est éligible quand ses besoins sont qualifiés, que son porteur ne refuse"
                + " pas l’expérimentation et qu’il n’est pas déjà accompagné. [Le recensement des besoins](/besoins) montre"
                + " où en est chaque initiative et permet de lancer des questionnaires.";
    }

    /** The eligible projects, with their needs. */
    String projets(List<BesoinsDUneInitiative> eligibles) {
        return Markdown.abreger("**Projets éligibles**\n\n" + liste(eligibles), MAXIMUM);
    }

    private String liste(List<BesoinsDUneInitiative> eligibles) {
        return eligibles.stream()
                .map(projet -> "- **" + projet.initiative() + "** "
                        + Markdown.citer(projet.nom())
                        + " – priorité " + projet.priorite() + " – " + besoins(projet.importances()))
                .collect(Collectors.joining("\n"));
    }

    /** The place that has become free, and who could take it. */
    String place(long arrete, List<BesoinsDUneInitiative> eligibles) {
        ProjetAccompagne projet = projets.lire(arrete);
        return Markdown.abreger(
                "L’accompagnement de **" + projet.initiative() + "** " + Markdown.citer(projet.nom())
                        + " s’est arrêté\u00a0: " + citer(projet.motifArret(), EXTRAIT)
                        + "  \nLa région compte désormais moins de trois projets.\n\n"
                        + (eligibles.isEmpty() ? "Aucun autre projet n’est éligible." : projets(eligibles)),
                MAXIMUM);
    }

    String seminaires(AnneeRegionale annee, long tenus) {
        return "**" + regions.parCode(annee.region()).nom() + ", " + annee.annee() + "**\n\nSéminaires tenus\u00a0: "
                + tenus + " sur " + annee.seminairesPrevus()
                + " prévus. Le programme en demande trois au moins dans l’année.";
    }

    /** The year as its bilan starts from it. */
    String annee(AnneeRegionale annee) {
        String lignes = projets.deLAnnee(annee.id()).stream()
                .map(projet -> "- **" + projet.initiative() + "** " + Markdown.citer(projet.nom()) + "\u00a0: "
                        + projet.etat().libelle()
                        + (projet.avis() == null
                                ? ""
                                : ", avis du porteur " + projet.avis().satisfaction() + " sur 5")
                        + (projet.bilan() == null
                                ? ""
                                : ". " + citer(projet.bilan().methode(), EXTRAIT)))
                .collect(Collectors.joining("\n"));
        return Markdown.abreger(
                "**" + regions.parCode(annee.region()).nom() + ", " + annee.annee() + "**\n\n" + lignes
                        + "\n\n[Ouvrir la page de l’année](/accompagnement/regions/" + annee.id() + ")"
                        + (annee.motifSeminaires() == null
                                ? ""
                                : "\n\nMoins de trois séminaires\u00a0: " + citer(annee.motifSeminaires(), EXTRAIT)),
                MAXIMUM);
    }

    /** What a chapter starts from: its subject, what the regions learnt, what is to be written anew. */
    String matiere(Chapitre chapitre) {
        String regionales = annees.avecBilan(chapitre.annee()).stream()
                .map(annee -> "\n\n**" + regions.parCode(annee.region()).nom() + "**\n\n"
                        + citer(annee.enseignements(), LONG_EXTRAIT))
                .collect(Collectors.joining());
        return Markdown.abreger(
                "**" + chapitre.rang() + ". " + chapitre.titre() + "**\n\n" + chapitre.consigne()
                        + (chapitre.remarque() == null
                                ? ""
                                : "\n\n**À reprendre**\n\n" + citer(chapitre.remarque(), LONG_EXTRAIT))
                        + "\n\nEnseignements des régions\u00a0:" + regionales,
                MAXIMUM);
    }

    String chapitre(Chapitre chapitre) {
        return Markdown.abreger(
                "**" + chapitre.rang() + ". " + chapitre.titre() + "**"
                        + section("L’essentiel", chapitre.texte().essentiel(), LONG_EXTRAIT)
                        + section("Développement", chapitre.texte().developpement(), LONG_EXTRAIT)
                        + section("Exemples et outils", chapitre.texte().outils(), LONG_EXTRAIT)
                        + "\n\n[Lire le chapitre en entier](/accompagnement/cahiers/" + chapitre.annee() + ")",
                MAXIMUM);
    }

    String cahier(List<Chapitre> chapitres) {
        return Markdown.abreger(
                "Les chapitres sont relus. [Lire le cahier en entier](/accompagnement/cahiers/"
                        + chapitres.get(0).annee() + ")\n\n"
                        + chapitres.stream()
                                .map(chapitre -> "- " + chapitre.rang() + "\\. " + chapitre.titre())
                                .collect(Collectors.joining("\n")),
                MAXIMUM);
    }

    private static String avis(Avis avis) {
        return avis.satisfaction() + " sur 5"
                + (avis.apports() == null ? "" : "\nCe qui a aidé\u00a0: " + avis.apports())
                + (avis.manques() == null ? "" : "\nCe qui a manqué\u00a0: " + avis.manques());
    }

    private static String section(String titre, String texte) {
        return section(titre, texte, EXTRAIT * 2);
    }

    private static String section(String titre, String texte, int longueur) {
        return texte == null ? "" : "\n\n**" + titre + "**\n\n" + citer(texte, longueur);
    }

    private static String citer(String texte, int longueur) {
        return Markdown.citer(Markdown.abreger(texte, longueur));
    }

    private static String citer(String valeur) {
        return valeur == null || valeur.isBlank() ? "non précisé" : Markdown.citer(valeur);
    }
}
