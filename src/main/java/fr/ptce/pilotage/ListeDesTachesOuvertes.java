package fr.ptce.pilotage;

import fr.ptce.base.HeureDeParis;
import fr.ptce.base.Sql;
import fr.ptce.moteur.Agent;
import fr.ptce.pilotage.CritereDuSuivi.Critere;
import fr.ptce.relance.JoursOuvres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The open tasks: who is awaited, for what, since when, and how late it is. */
@Component
class ListeDesTachesOuvertes implements ListeDuSuivi<ListeDesTachesOuvertes.Ligne> {

    /** Value of {@code retard} for all that is late. */
    static final String EN_RETARD = "oui";

    private static final String RETARD = "retard";
    private static final String ATTENDU = "attendu";

    private final CritereDuSuivi criteres;
    private final SeuilsDeRetard seuils;
    private final Attendus attendus;
    private final Processus processus;
    private final AffichageDuSuivi affichage;
    private final JoursOuvres joursOuvres;
    private final Clock horloge;

    ListeDesTachesOuvertes(
            CritereDuSuivi criteres,
            SeuilsDeRetard seuils,
            Attendus attendus,
            Processus processus,
            AffichageDuSuivi affichage,
            JoursOuvres joursOuvres,
            Clock horloge) {
        this.criteres = criteres;
        this.seuils = seuils;
        this.attendus = attendus;
        this.processus = processus;
        this.affichage = affichage;
        this.joursOuvres = joursOuvres;
        this.horloge = horloge;
    }

    /** @param attendu key of who is awaited */
    record Ligne(
            String tache,
            String nom,
            String processus,
            String dossier,
            String region,
            String attendu,
            Instant creeeLe,
            Instant echeance) {}

    @Override
    public String chemin() {
        return "taches";
    }

    @Override
    public String titre() {
        return "Tâches ouvertes";
    }

    @Override
    public String vide() {
        return "Personne n’est attendu\u00a0: aucune tâche ouverte ne correspond à ces critères.";
    }

    @Override
    public List<String> criteres() {
        return List.of(RETARD, ATTENDU);
    }

    @Override
    public List<Colonne> colonnes() {
        return List.of(
                Colonne.de("echeance", "Échéance", "t.echeance"),
                Colonne.nombre(RETARD, "Retard (jours ouvrés)", "t.echeance"),
                Colonne.de("tache", "Tâche", "t.nom"),
                Colonne.de("processus", "Processus", "t.processus"),
                Colonne.de("dossier", "Dossier", "t.dossier"),
                Colonne.de("region", "Région", "t.region"),
                Colonne.de(ATTENDU, "Qui est attendu", Attendus.CLE),
                Colonne.de("depuis", "Depuis le", "t.creee_le"));
    }

    @Override
    public boolean decroissante() {
        return false;
    }

    @Override
    public String unique() {
        return "t.tache";
    }

    @Override
    public Requete requete(Agent agent, FiltreDuSuivi filtre, Map<String, String> demandes) {
        Critere critere = criteres.taches(agent, filtre);
        Map<String, Object> parametres = new HashMap<>(critere.parametres());
        List<String> resume = new ArrayList<>();
        StringBuilder suite = new StringBuilder("from tache_suivie t where ").append(critere.condition());
        limiterLeRetard(demandes.get(RETARD), suite, parametres, resume);
        String attendu = demandes.get(ATTENDU);
        if (attendu != null) {
            suite.append(" and ").append(Attendus.CLE).append(" = :attendu");
            parametres.put(ATTENDU, attendu);
            resume.add("en attente de\u00a0: " + attendus.noms(List.of(attendu)).get(attendu));
        }
        return new Requete(
                "t.tache, t.nom, t.processus, t.dossier, t.region, t.creee_le, t.echeance, " + Attendus.CLE
                        + " as attendu",
                suite.toString(),
                parametres,
                resume);
    }

    private void limiterLeRetard(
            String retard, StringBuilder suite, Map<String, Object> parametres, List<String> resume) {
        Optional<TrancheDeRetard> tranche = TrancheDeRetard.de(retard);
        if (tranche.isEmpty() && !EN_RETARD.equals(retard)) {
            return;
        }
        resume.add("en retard" + tranche.map(t -> " " + t.libelle()).orElse(""));
        suite.append(" and t.echeance < :avant");
        parametres.put("avant", seuil(tranche.map(TrancheDeRetard::depuis).orElse(0)));
        tranche.flatMap(TrancheDeRetard::suivante).ifPresent(suivante -> {
            suite.append(" and t.echeance >= :apres");
            parametres.put("apres", seuil(suivante.depuis()));
        });
    }

    private Object seuil(int jours) {
        return seuils.avant(jours).atOffset(ZoneOffset.UTC);
    }

    @Override
    public Ligne lire(ResultSet r, int rang) throws SQLException {
        return new Ligne(
                r.getString("tache"),
                r.getString("nom"),
                r.getString("processus"),
                r.getString("dossier"),
                r.getString("region"),
                r.getString(ATTENDU),
                Sql.instant(r, "creee_le"),
                Sql.instant(r, "echeance"));
    }

    @Override
    public List<List<Cellule>> montrer(List<Ligne> lignes) {
        Map<String, String> noms =
                attendus.noms(lignes.stream().map(Ligne::attendu).toList());
        Map<String, String> nomsDesProcessus = processus.noms();
        return lignes.stream()
                .map(l -> List.of(
                        Cellule.de(affichage.jourAParis(l.echeance())),
                        retard(l),
                        Cellule.lien(l.nom(), "/pilotage/taches/" + l.tache()),
                        Cellule.de(nomsDesProcessus.getOrDefault(l.processus(), l.processus())),
                        affichage.dossier(l.dossier()),
                        Cellule.de(affichage.region(l.region())),
                        Cellule.de(noms.get(l.attendu())),
                        Cellule.de(affichage.jourAParis(l.creeeLe()))))
                .toList();
    }

    private Cellule retard(Ligne ligne) {
        if (ligne.echeance() == null || !ligne.echeance().isBefore(horloge.instant())) {
            return Cellule.de(null);
        }
        int retard = joursOuvres.retard(HeureDeParis.aujourdhui(horloge), ligne.echeance(), ligne.region());
        return Cellule.alerte(affichage.nombreDeJours(retard), true);
    }
}
