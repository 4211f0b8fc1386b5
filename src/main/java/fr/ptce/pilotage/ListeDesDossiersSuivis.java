package fr.ptce.pilotage;

import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.base.Sql;
import fr.ptce.candidature.EtatDossier;
import fr.ptce.moteur.Agent;
import fr.ptce.pilotage.CritereDuSuivi.Critere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The dossiers filed in the period. */
@Component
class ListeDesDossiersSuivis implements ListeDuSuivi<ListeDesDossiersSuivis.Ligne> {

    /** Value of {@code etat} for those whose examination goes on. */
    static final String EN_COURS = "en-cours";

    private static final String ETAT = "etat";

    private final CritereDuSuivi criteres;
    private final AffichageDuSuivi affichage;
    private final Regions regions;

    ListeDesDossiersSuivis(CritereDuSuivi criteres, AffichageDuSuivi affichage, Regions regions) {
        this.criteres = criteres;
        this.affichage = affichage;
        this.regions = regions;
    }

    record Ligne(
            String numero,
            String initiative,
            String structure,
            String region,
            String etat,
            Instant deposeLe,
            Instant majLe) {}

    @Override
    public String chemin() {
        return "dossiers";
    }

    @Override
    public String titre() {
        return "Dossiers";
    }

    @Override
    public String vide() {
        return "Aucun dossier ne correspond à ces critères.";
    }

    @Override
    public List<String> criteres() {
        return List.of(ETAT);
    }

    @Override
    public List<Colonne> colonnes() {
        return List.of(
                Colonne.de("numero", "Dossier", "length(d.numero)"),
                Colonne.de("initiative", "Initiative", "lower(d.initiative)"),
                Colonne.de("structure", "Structure", "lower(d.structure)"),
                Colonne.de("region", "Région", Sql.rang("d.region", codes())),
                Colonne.de(ETAT, "État", Sql.rang("d.etat", etats(etat -> true))),
                Colonne.de("depose", "Déposé le", "d.depose_le"),
                Colonne.de("maj", "Dernier changement", "d.maj_le"));
    }

    @Override
    public boolean decroissante() {
        return false;
    }

    @Override
    public String unique() {
        return "d.numero";
    }

    @Override
    public Requete requete(Agent agent, FiltreDuSuivi filtre, Map<String, String> demandes) {
        Critere critere = criteres.dossiers(agent, filtre);
        Map<String, Object> parametres = new HashMap<>(critere.parametres());
        parametres.put("depuis", filtre.periode().depuis().atOffset(ZoneOffset.UTC));
        parametres.put("jusqua", filtre.periode().jusqua().atOffset(ZoneOffset.UTC));
        String suite =
                "from dossier d where d.depose_le >= :depuis and d.depose_le < :jusqua and " + critere.condition();
        String etat = demandes.get(ETAT);
        if (EN_COURS.equals(etat)) {
            parametres.put("etats", etats(e -> !e.terminal()));
            return requete(suite + " and d.etat in (:etats)", parametres, List.of("en cours d’examen"));
        }
        Optional<EtatDossier> choisi =
                Stream.of(EtatDossier.values()).filter(e -> e.id().equals(etat)).findFirst();
        if (choisi.isEmpty()) {
            return requete(suite, parametres, List.of());
        }
        parametres.put("etats", List.of(etat));
        return requete(
                suite + " and d.etat in (:etats)",
                parametres,
                List.of("état\u00a0: " + choisi.get().libelle().toLowerCase(java.util.Locale.FRENCH)));
    }

    private static Requete requete(String suite, Map<String, Object> parametres, List<String> resume) {
        return new Requete(
                "d.numero, d.initiative, d.structure, d.region, d.etat, d.depose_le, d.maj_le",
                suite,
                parametres,
                resume);
    }

    @Override
    public Ligne lire(ResultSet r, int rang) throws SQLException {
        return new Ligne(
                r.getString("numero"),
                r.getString("initiative"),
                r.getString("structure"),
                r.getString("region"),
                r.getString("etat"),
                Sql.instant(r, "depose_le"),
                Sql.instant(r, "maj_le"));
    }

    @Override
    public List<List<Cellule>> montrer(List<Ligne> lignes) {
        return lignes.stream()
                .map(l -> List.of(
                        Cellule.lien(l.numero(), "/dossiers/" + l.numero()),
                        Cellule.de(l.initiative()),
                        Cellule.de(l.structure()),
                        Cellule.de(affichage.region(l.region())),
                        Cellule.de(EtatDossier.de(l.etat()).libelle()),
                        Cellule.de(affichage.jourAParis(l.deposeLe())),
                        Cellule.de(affichage.jourAParis(l.majLe()))))
                .toList();
    }

    private List<String> codes() {
        return regions.parNom().stream().map(Region::code).toList();
    }

    private static List<String> etats(java.util.function.Predicate<EtatDossier> gardes) {
        return Stream.of(EtatDossier.values())
                .filter(gardes)
                .map(EtatDossier::id)
                .collect(Collectors.toList());
    }
}
