package fr.ptce.pilotage;

import fr.ptce.base.Identifie;
import fr.ptce.base.Sql;
import fr.ptce.monographie.EtatDeMonographie;
import fr.ptce.moteur.Agent;
import fr.ptce.pilotage.CritereDuSuivi.Critere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The monographs opened in the period. */
@Component
class ListeDesMonographiesSuivies implements ListeDuSuivi<ListeDesMonographiesSuivies.Ligne> {

    private static final String ETAT = "etat";

    private final CritereDuSuivi criteres;
    private final AffichageDuSuivi affichage;

    ListeDesMonographiesSuivies(CritereDuSuivi criteres, AffichageDuSuivi affichage) {
        this.criteres = criteres;
        this.affichage = affichage;
    }

    record Ligne(long id, String initiative, String nom, String region, EtatDeMonographie etat, Instant ouverteLe) {}

    @Override
    public String chemin() {
        return "monographies";
    }

    @Override
    public String titre() {
        return "Monographies";
    }

    @Override
    public String vide() {
        return "Aucune monographie ne correspond à ces critères.";
    }

    @Override
    public List<String> criteres() {
        return List.of(ETAT);
    }

    @Override
    public List<Colonne> colonnes() {
        return List.of(
                Colonne.de("ouverte", "Ouverte le", "m.ouverte_le"),
                Colonne.de("pole", "Pôle", "lower(i.nom)"),
                Colonne.de("dossier", "Dossier", "m.initiative"),
                Colonne.de("region", "Région", "m.region"),
                Colonne.de(
                        ETAT,
                        "Étape",
                        Sql.rang(
                                "m.etat",
                                Stream.of(EtatDeMonographie.values())
                                        .map(EtatDeMonographie::id)
                                        .toList())));
    }

    @Override
    public boolean decroissante() {
        return true;
    }

    @Override
    public String unique() {
        return "m.id";
    }

    @Override
    public Requete requete(Agent agent, FiltreDuSuivi filtre, Map<String, String> demandes) {
        Critere critere = criteres.monographies(agent, filtre);
        Map<String, Object> parametres = new HashMap<>(critere.parametres());
        parametres.put("depuis", filtre.periode().depuis().atOffset(ZoneOffset.UTC));
        parametres.put("jusqua", filtre.periode().jusqua().atOffset(ZoneOffset.UTC));
        StringBuilder suite = new StringBuilder("from monographie m join initiative i on i.numero = m.initiative"
                        + " where m.ouverte_le >= :depuis and m.ouverte_le < :jusqua and ")
                .append(critere.condition());
        List<String> resume = new ArrayList<>();
        Stream.of(EtatDeMonographie.values())
                .filter(etat -> etat.id().equals(demandes.get(ETAT)))
                .forEach(etat -> {
                    suite.append(" and m.etat = :etat");
                    parametres.put(ETAT, etat.id());
                    resume.add("étape\u00a0: " + etat.libelle().toLowerCase(Locale.FRENCH));
                });
        return new Requete(
                "m.id, m.initiative, i.nom, m.region, m.etat, m.ouverte_le", suite.toString(), parametres, resume);
    }

    @Override
    public Ligne lire(ResultSet r, int rang) throws SQLException {
        return new Ligne(
                r.getLong("id"),
                r.getString("initiative"),
                r.getString("nom"),
                r.getString("region"),
                Identifie.de(EtatDeMonographie.class, r.getString(ETAT)),
                Sql.instant(r, "ouverte_le"));
    }

    @Override
    public List<List<Cellule>> montrer(List<Ligne> lignes) {
        return lignes.stream()
                .map(l -> List.of(
                        Cellule.de(affichage.jourAParis(l.ouverteLe())),
                        Cellule.lien(l.nom(), "/monographies/" + l.id()),
                        affichage.dossier(l.initiative()),
                        Cellule.de(affichage.region(l.region())),
                        Cellule.de(l.etat().libelle())))
                .toList();
    }
}
