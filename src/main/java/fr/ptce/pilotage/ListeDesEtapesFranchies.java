package fr.ptce.pilotage;

import fr.ptce.base.Sql;
import fr.ptce.moteur.Agent;
import fr.ptce.pilotage.CritereDuSuivi.Critere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The passages of steps in the period, the longest first. Who completed them is not said. */
@Component
class ListeDesEtapesFranchies implements ListeDuSuivi<ListeDesEtapesFranchies.Ligne> {

    private static final String PROCESSUS = "processus";
    private static final String ELEMENT = "element";
    private static final String RETARD = "retard";

    private final CritereDuSuivi criteres;
    private final Processus processus;
    private final AffichageDuSuivi affichage;

    ListeDesEtapesFranchies(CritereDuSuivi criteres, Processus processus, AffichageDuSuivi affichage) {
        this.criteres = criteres;
        this.processus = processus;
        this.affichage = affichage;
    }

    record Ligne(
            String nom,
            String processus,
            String dossier,
            String region,
            Instant franchieLe,
            int jours,
            Integer prevus,
            boolean retard) {}

    @Override
    public String chemin() {
        return "etapes";
    }

    @Override
    public String titre() {
        return "Étapes franchies";
    }

    @Override
    public String vide() {
        return "Aucune étape n’a été franchie avec ces critères.";
    }

    @Override
    public List<String> criteres() {
        return List.of(PROCESSUS, ELEMENT, RETARD);
    }

    @Override
    public List<Colonne> colonnes() {
        return List.of(
                Colonne.nombre("jours", "Jours ouvrés", "f.jours"),
                Colonne.nombre("prevus", "Jours prévus", "f.prevus"),
                Colonne.de("etape", "Étape", "f.nom"),
                Colonne.de(PROCESSUS, "Processus", "f.processus"),
                Colonne.de("dossier", "Dossier", "f.dossier"),
                Colonne.de("region", "Région", "f.region"),
                Colonne.de("franchie", "Franchie le", "f.franchie_le"),
                Colonne.de(RETARD, "Après l’échéance", "f.retard"));
    }

    @Override
    public boolean decroissante() {
        return true;
    }

    @Override
    public String unique() {
        return "f.tache";
    }

    @Override
    public Requete requete(Agent agent, FiltreDuSuivi filtre, Map<String, String> demandes) {
        Critere critere = criteres.etapes(agent, filtre);
        Map<String, Object> parametres = new HashMap<>(critere.parametres());
        parametres.put("du", Mois.numero(filtre.periode().du()));
        parametres.put("au", Mois.numero(filtre.periode().au()));
        List<String> resume = new ArrayList<>();
        StringBuilder suite = new StringBuilder("from etape_franchie f where f.mois between :du and :au and ")
                .append(critere.condition());
        for (String colonne : List.of(PROCESSUS, ELEMENT)) {
            if (demandes.containsKey(colonne)) {
                suite.append(" and f.").append(colonne).append(" = :").append(colonne);
                parametres.put(colonne, demandes.get(colonne));
            }
        }
        if (demandes.containsKey(PROCESSUS)) {
            String cle = demandes.get(PROCESSUS);
            resume.add("processus\u00a0: " + processus.noms().getOrDefault(cle, cle));
        }
        if (demandes.containsKey(RETARD)) {
            suite.append(" and f.retard");
            resume.add("après leur échéance");
        }
        return new Requete(
                "f.nom, f.processus, f.dossier, f.region, f.franchie_le, f.jours, f.prevus, f.retard",
                suite.toString(),
                parametres,
                resume);
    }

    @Override
    public Ligne lire(ResultSet r, int rang) throws SQLException {
        return new Ligne(
                r.getString("nom"),
                r.getString(PROCESSUS),
                r.getString("dossier"),
                r.getString("region"),
                Sql.instant(r, "franchie_le"),
                r.getInt("jours"),
                r.getObject("prevus", Integer.class),
                r.getBoolean(RETARD));
    }

    @Override
    public List<List<Cellule>> montrer(List<Ligne> lignes) {
        Map<String, String> noms = processus.noms();
        return lignes.stream()
                .map(l -> List.of(
                        Cellule.alerte(affichage.nombreDeJours(l.jours()), l.retard()),
                        Cellule.de(l.prevus()),
                        Cellule.de(l.nom()),
                        Cellule.de(noms.getOrDefault(l.processus(), l.processus())),
                        affichage.dossier(l.dossier()),
                        Cellule.de(affichage.region(l.region())),
                        Cellule.de(affichage.jourAParis(l.franchieLe())),
                        Cellule.de(l.retard() ? "oui" : "non")))
                .toList();
    }
}
