package fr.ptce.pilotage;

import fr.ptce.base.Sql;
import fr.ptce.courriel.EtatCourriel;
import fr.ptce.moteur.Agent;
import fr.ptce.pilotage.CritereDuSuivi.Critere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The e-mails of the period in one state: sent by the day they left, the others by the day they were written. */
@Component
class ListeDesCourrielsSuivis implements ListeDuSuivi<ListeDesCourrielsSuivis.Ligne> {

    private static final String ETAT = "etat";

    private final CritereDuSuivi criteres;
    private final AffichageDuSuivi affichage;

    ListeDesCourrielsSuivis(CritereDuSuivi criteres, AffichageDuSuivi affichage) {
        this.criteres = criteres;
        this.affichage = affichage;
    }

    record Ligne(
            long id,
            String dossier,
            String objet,
            EtatCourriel etat,
            Instant creeLe,
            Instant envoyeLe,
            String erreur) {}

    @Override
    public String chemin() {
        return "courriels";
    }

    @Override
    public String titre() {
        return "Courriels";
    }

    @Override
    public String vide() {
        return "Aucun courriel ne correspond à ces critères.";
    }

    @Override
    public List<String> criteres() {
        return List.of(ETAT);
    }

    @Override
    public List<Colonne> colonnes() {
        return List.of(
                Colonne.de("cree", "Écrit le", "c.cree_le"),
                Colonne.de("dossier", "Dossier", "c.dossier"),
                Colonne.de("objet", "Objet", "c.objet"),
                Colonne.de(ETAT, "État", "c.etat"),
                Colonne.de("envoye", "Parti le", "c.envoye_le"),
                Colonne.de("raison", "Raison", "c.derniere_erreur"));
    }

    @Override
    public boolean decroissante() {
        return true;
    }

    @Override
    public String unique() {
        return "c.id";
    }

    @Override
    public Requete requete(Agent agent, FiltreDuSuivi filtre, Map<String, String> demandes) {
        Critere critere = criteres.courriels(agent, filtre);
        Map<String, Object> parametres = new HashMap<>(critere.parametres());
        parametres.put("depuis", filtre.periode().depuis().atOffset(ZoneOffset.UTC));
        parametres.put("jusqua", filtre.periode().jusqua().atOffset(ZoneOffset.UTC));
        EtatCourriel etat = etat(demandes.get(ETAT)).orElse(EtatCourriel.ECHEC);
        String moment = etat == EtatCourriel.ENVOYE ? "c.envoye_le" : "c.cree_le";
        parametres.put(ETAT, code(etat));
        return new Requete(
                "c.id, c.dossier, c.objet, c.etat, c.cree_le, c.envoye_le, c.derniere_erreur",
                "from courriel c left join dossier d on d.numero = c.dossier where c.etat = :etat and " + moment
                        + " >= :depuis and " + moment + " < :jusqua and " + critere.condition(),
                parametres,
                List.of("état\u00a0: " + etat.libelle()));
    }

    @Override
    public Ligne lire(ResultSet r, int rang) throws SQLException {
        return new Ligne(
                r.getLong("id"),
                r.getString("dossier"),
                r.getString("objet"),
                etat(r.getString(ETAT)).orElseThrow(),
                Sql.instant(r, "cree_le"),
                Sql.instant(r, "envoye_le"),
                r.getString("derniere_erreur"));
    }

    @Override
    public List<List<Cellule>> montrer(List<Ligne> lignes) {
        return lignes.stream()
                .map(l -> List.of(
                        Cellule.de(affichage.jourAParis(l.creeLe())),
                        affichage.dossier(l.dossier()),
                        affichage.estUnDossier(l.dossier())
                                ? Cellule.lien(l.objet(), "/dossiers/" + l.dossier() + "/courriels/" + l.id())
                                : Cellule.de(l.objet()),
                        Cellule.alerte(l.etat().libelle(), l.etat() != EtatCourriel.ENVOYE),
                        Cellule.de(affichage.jourAParis(l.envoyeLe())),
                        Cellule.de(l.erreur())))
                .toList();
    }

    private static Optional<EtatCourriel> etat(String code) {
        return Stream.of(EtatCourriel.values())
                .filter(etat -> code(etat).equals(code))
                .findFirst();
    }

    private static String code(EtatCourriel etat) {
        return etat.name().toLowerCase(Locale.ROOT);
    }
}
