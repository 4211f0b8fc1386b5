package fr.ptce.pilotage;

import fr.ptce.accompagnement.EtatDuProjet;
import fr.ptce.base.Identifie;
import fr.ptce.base.Sql;
import fr.ptce.moteur.Agent;
import fr.ptce.pilotage.CritereDuSuivi.Critere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The projects of the latest year of experimentation, without those that were given up. */
@Component
class ListeDesProjetsSuivis implements ListeDuSuivi<ListeDesProjetsSuivis.Ligne> {

    private static final String ETAT = "etat";

    private final CritereDuSuivi criteres;
    private final AffichageDuSuivi affichage;

    ListeDesProjetsSuivis(CritereDuSuivi criteres, AffichageDuSuivi affichage) {
        this.criteres = criteres;
        this.affichage = affichage;
    }

    record Ligne(long id, String initiative, String nom, String region, EtatDuProjet etat, Instant ouvertLe) {}

    @Override
    public String chemin() {
        return "projets";
    }

    @Override
    public String titre() {
        return "Projets accompagnés";
    }

    @Override
    public String vide() {
        return "Aucun projet accompagné ne correspond à ces critères.";
    }

    @Override
    public List<String> criteres() {
        return List.of(ETAT);
    }

    @Override
    public List<Colonne> colonnes() {
        return List.of(
                Colonne.de("region", "Région", "r.region"),
                Colonne.de("projet", "Projet", "lower(i.nom)"),
                Colonne.de("dossier", "Dossier", "p.initiative"),
                Colonne.de(
                        ETAT,
                        "Étape",
                        Sql.rang(
                                "p.etat",
                                Stream.of(EtatDuProjet.values())
                                        .map(EtatDuProjet::id)
                                        .toList())),
                Colonne.de("ouvert", "Ouvert le", "p.ouvert_le"));
    }

    @Override
    public boolean decroissante() {
        return false;
    }

    @Override
    public String unique() {
        return "p.id";
    }

    @Override
    public Requete requete(Agent agent, FiltreDuSuivi filtre, Map<String, String> demandes) {
        Critere critere = criteres.experimentation(agent, filtre);
        Map<String, Object> parametres = new HashMap<>(critere.parametres());
        Optional<EtatDuProjet> etat = Stream.of(EtatDuProjet.values())
                .filter(candidat -> candidat.id().equals(demandes.get(ETAT)))
                .findFirst();
        etat.ifPresent(choisi -> parametres.put(ETAT, choisi.id()));
        return new Requete(
                "p.id, p.initiative, i.nom, r.region, p.etat, p.ouvert_le",
                "from accompagnement_regional r join accompagnement_projet p on p.regional = r.id and "
                        + CritereDuSuivi.PROJET_SANS_CONFLIT
                        + " join initiative i on i.numero = p.initiative where r.annee ="
                        + " (select max(annee) from accompagnement_regional) and " + critere.condition()
                        + (etat.isPresent() ? " and p.etat = :etat" : " and p.etat <> 'abandonne'"),
                parametres,
                etat.map(choisi -> "étape\u00a0: " + choisi.libelle().toLowerCase(Locale.FRENCH)).stream()
                        .toList());
    }

    @Override
    public Ligne lire(ResultSet r, int rang) throws SQLException {
        return new Ligne(
                r.getLong("id"),
                r.getString("initiative"),
                r.getString("nom"),
                r.getString("region"),
                Identifie.de(EtatDuProjet.class, r.getString(ETAT)),
                Sql.instant(r, "ouvert_le"));
    }

    @Override
    public List<List<Cellule>> montrer(List<Ligne> lignes) {
        return lignes.stream()
                .map(l -> List.of(
                        Cellule.de(affichage.region(l.region())),
                        Cellule.lien(l.nom(), "/accompagnement/projets/" + l.id()),
                        affichage.dossier(l.initiative()),
                        Cellule.de(l.etat().libelle()),
                        Cellule.de(affichage.jourAParis(l.ouvertLe()))))
                .toList();
    }
}
