package fr.ptce.pilotage;

import fr.ptce.base.LectureParLots;
import fr.ptce.moteur.Agent;
import fr.ptce.pilotage.ListeDuSuivi.Cellule;
import fr.ptce.pilotage.ListeDuSuivi.Colonne;
import fr.ptce.pilotage.ListeDuSuivi.Requete;
import fr.ptce.portail.Pages;
import fr.ptce.portail.Tableur;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists behind the figures of the dashboard: two statements for a page, and a file without a limit. */
@Repository
class ListesDuSuivi {

    private static final int PAR_PAGE = 25;
    private static final int PAR_LOT = 500;

    private final List<ListeDuSuivi<?>> listes;
    private final JdbcClient jdbc;
    private final LectureParLots lecture;

    ListesDuSuivi(List<ListeDuSuivi<?>> listes, JdbcClient jdbc, LectureParLots lecture) {
        this.listes = List.copyOf(listes);
        this.jdbc = jdbc;
        this.lecture = lecture;
    }

    /** A page of a list, and what was asked for besides the filters of the dashboard. */
    record Page(List<List<Cellule>> lignes, Pages pages, List<String> resume) {}

    /** @throws java.util.NoSuchElementException when there is no list of that name */
    ListeDuSuivi<?> trouver(String chemin) {
        return listes.stream()
                .filter(liste -> liste.chemin().equals(chemin))
                .findFirst()
                .orElseThrow();
    }

    <L> Page page(ListeDuSuivi<L> liste, Agent agent, DemandeDeListe demande) {
        Requete requete = liste.requete(agent, demande.filtre(), demande.criteres());
        long total = jdbc.sql("select count(*) " + requete.suite())
                .params(requete.parametres())
                .query(Long.class)
                .single();
        Pages pages = Pages.de(total, PAR_PAGE, demande.page());
        List<L> lignes = jdbc.sql(requete(liste, requete, demande) + " limit :lignesParPage offset :lignesAvant")
                .params(requete.parametres())
                .param("lignesParPage", PAR_PAGE)
                .param("lignesAvant", pages.depuis())
                .query(liste::lire)
                .list();
        return new Page(montrer(liste, lignes), pages, requete.resume());
    }

    /** @throws IllegalStateException when a row has not a cell for each column */
    private static <L> List<List<Cellule>> montrer(ListeDuSuivi<L> liste, List<L> lignes) {
        List<List<Cellule>> montrees = liste.montrer(lignes);
        int colonnes = liste.colonnes().size();
        montrees.stream()
                .filter(cellules -> cellules.size() != colonnes)
                .findFirst()
                .ifPresent(cellules -> {
                    throw new IllegalStateException("A row of " + cellules.size() + " cells under the " + colonnes
                            + " columns of " + liste.titre());
                });
        return montrees;
    }

    /** All rows as a sheet, read and shown by lots: they are never held in memory together. */
    <L> Tableur.Feuille feuille(ListeDuSuivi<L> liste, Agent agent, DemandeDeListe demande) {
        return new Tableur.Feuille(
                liste.titre(),
                liste.colonnes().stream().map(Colonne::titre).toList(),
                pour -> parcourir(liste, agent, demande, pour));
    }

    private <L> void parcourir(ListeDuSuivi<L> liste, Agent agent, DemandeDeListe demande, Consumer<List<?>> pour) {
        Requete requete = liste.requete(agent, demande.filtre(), demande.criteres());
        List<L> lot = new ArrayList<>();
        lecture.parcourir(requete(liste, requete, demande), requete.parametres(), liste::lire, ligne -> {
            lot.add(ligne);
            if (lot.size() == PAR_LOT) {
                ecrire(liste, lot, pour);
            }
        });
        ecrire(liste, lot, pour);
    }

    private static <L> void ecrire(ListeDuSuivi<L> liste, List<L> lot, Consumer<List<?>> pour) {
        montrer(liste, lot)
                .forEach(cellules ->
                        pour.accept(cellules.stream().map(Cellule::valeur).toList()));
        lot.clear();
    }

    private static String requete(ListeDuSuivi<?> liste, Requete requete, DemandeDeListe demande) {
        String sens = demande.decroissant() ? " desc" : " asc";
        return "select " + requete.colonnes() + " " + requete.suite() + " order by "
                + demande.colonne().ordre() + sens + " nulls last, " + liste.unique() + sens;
    }
}
