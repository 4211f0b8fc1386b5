package fr.ptce.candidature;

import fr.ptce.annuaire.Journal;
import fr.ptce.courriel.CourrielEnvoye;
import fr.ptce.moteur.DecisionsExpliquees.Explication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One thread out of the four that tell what happened to a dossier: journal, e-mails, explained decisions, tasks. */
final class Chronologie {

    /**
     * One thing that happened.
     *
     * @param genre what it comes from, in French
     * @param auteur id of the user, null for the porteur and the application
     * @param lien page that says more, null when there is none
     */
    record Fait(Instant le, String genre, String auteur, String texte, String lien) {}

    private static final Map<String, String> GENRES = Map.ofEntries(
            Map.entry("depot", "Dépôt"),
            Map.entry("etat", "État"),
            Map.entry("complements", "Compléments"),
            Map.entry("relecture", "Relecture"),
            Map.entry("decision", "Décision"),
            Map.entry("correction", "Correction"),
            Map.entry("commentaire", "Commentaire"),
            Map.entry("retrait", "Retrait"),
            Map.entry("lien", "Lien personnel"),
            Map.entry("alerte", "Alerte"),
            Map.entry("pilotage", "Intervention d’un pilote"),
            Map.entry("besoins", "Besoins"),
            Map.entry("accompagnement", "Accompagnement"));

    private final List<Fait> faits = new ArrayList<>();

    Chronologie avecLeJournal(List<Journal.Evenement> evenements) {
        evenements.forEach(
                e -> ajouter(e.le(), GENRES.getOrDefault(e.nature(), "Événement"), e.auteur(), e.libelle(), null));
        return this;
    }

    Chronologie avecLesCourriels(List<CourrielEnvoye> courriels) {
        courriels.forEach(c -> ajouter(
                c.envoyeLe() == null ? c.creeLe() : c.envoyeLe(),
                "Courriel",
                null,
                "«\u00a0" + c.objet() + "\u00a0», à " + c.destinataire() + " ("
                        + c.etat().libelle() + ")",
                "/dossiers/" + c.dossier() + "/courriels/" + c.id()));
        return this;
    }

    Chronologie avecLesDecisions(List<Explication> decisions) {
        decisions.forEach(d -> ajouter(
                d.le(),
                "Table de décision",
                null,
                d.nom() + "\u00a0: " + (d.resultat().isEmpty() ? "aucun résultat" : d.resultat()),
                "#decisions"));
        return this;
    }

    Chronologie avecLesTaches(List<TachesDuDossier.Passee> taches) {
        taches.forEach(t -> {
            ajouter(t.debut(), "Tâche", null, "«\u00a0" + t.nom() + "\u00a0»\u00a0: à faire.", null);
            if (t.fin() != null) {
                String fin = t.accomplie() ? "\u00a0»\u00a0: faite." : "\u00a0»\u00a0: devenue sans objet.";
                ajouter(t.fin(), "Tâche", t.accomplie() ? t.responsable() : null, "«\u00a0" + t.nom() + fin, null);
            }
        });
        return this;
    }

    /** Newest first; what happened at the same instant keeps the order in which it was added, reversed. */
    List<Fait> faits() {
        List<Fait> tries = new ArrayList<>(faits);
        tries.sort(Comparator.comparing(Fait::le));
        Collections.reverse(tries);
        return tries;
    }

    /** Who acted, for their names. */
    static Set<String> auteurs(List<Fait> faits) {
        Set<String> auteurs = new HashSet<>();
        faits.forEach(fait -> auteurs.add(fait.auteur()));
        return auteurs;
    }

    private void ajouter(Instant le, String genre, String auteur, String texte, String lien) {
        faits.add(new Fait(le, genre, auteur, texte, lien));
    }
}
