package fr.ptce.monographie;

import fr.ptce.annuaire.Editeur;
import fr.ptce.annuaire.GenreDePublication;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Manuscrit;
import fr.ptce.annuaire.Regions;
import fr.ptce.moteur.Membres;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Gives validated texts to be published: a monograph as its last round was, an analysis as it is written. */
@Service
class RemiseALEditeur {

    private final Monographies monographies;
    private final AnalysesTransversales analyses;
    private final Redactions redactions;
    private final Grilles grilles;
    private final Initiatives initiatives;
    private final Membres membres;
    private final Editeur editeur;

    RemiseALEditeur(
            Monographies monographies,
            AnalysesTransversales analyses,
            Redactions redactions,
            Grilles grilles,
            Initiatives initiatives,
            Membres membres,
            Editeur editeur) {
        this.monographies = monographies;
        this.analyses = analyses;
        this.redactions = redactions;
        this.grilles = grilles;
        this.initiatives = initiatives;
        this.membres = membres;
        this.editeur = editeur;
    }

    void remettre(long id) {
        Monographie monographie = monographies.lire(id);
        Map<String, String> valides = redactions.duTour(id, monographie.tour());
        editeur.remettre(new Manuscrit(
                monographie.reference(),
                GenreDePublication.MONOGRAPHIE,
                "Monographie\u00a0: " + monographie.nom(),
                monographie.initiative(),
                monographie.region(),
                nom(monographie.auteur()),
                initiatives.chercher(monographie.initiative()).orElseThrow().themes(),
                chapitres(monographie.grille(), valides)));
    }

    void remettreLAnalyse(long id) {
        AnalysesTransversales.Analyse analyse = analyses.lire(id);
        Map<String, String> ecrits = redactions.textes(analyse.reference());
        editeur.remettre(new Manuscrit(
                analyse.reference(),
                GenreDePublication.ANALYSE,
                "Analyse transversale des monographies n°\u00a0" + id,
                null,
                Regions.FRANCE,
                nom(analyse.redigeePar()),
                List.of(),
                chapitres(analyse.grille(), ecrits)));
    }

    private List<Manuscrit.Chapitre> chapitres(String grille, Map<String, String> parRubrique) {
        return grilles.version(grille).rubriques().stream()
                .filter(rubrique -> parRubrique.containsKey(rubrique.id()))
                .map(rubrique -> new Manuscrit.Chapitre(rubrique.libelle(), parRubrique.get(rubrique.id())))
                .toList();
    }

    private String nom(String compte) {
        if (compte == null) {
            return "";
        }
        Membres.Membre membre = membres.parId(List.of(compte)).get(compte);
        return membre == null ? compte : membre.nom();
    }
}
