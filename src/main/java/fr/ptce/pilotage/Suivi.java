package fr.ptce.pilotage;

import fr.ptce.candidature.EtatDossier;
import fr.ptce.monographie.EtatDeMonographie;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of the programme, as one agent meets them.
 *
 * @param etats one for each state of a dossier, in the order of the examination
 * @param territoires regions with a dossier or an open task, by name
 * @param taches what is open now
 * @param attendus who is awaited, those who are latest first, ten at most
 * @param etapes steps that somebody completed, the longest first
 * @param experimentation regions of the latest year of experimentation
 * @param annee that year; null when there is none
 * @param monographies how many are at each stage, in the order of the work; stages without any are absent
 */
record Suivi(
        List<EtatCompte> etats,
        List<Territoire> territoires,
        Taches taches,
        List<Attendu> attendus,
        List<Etape> etapes,
        List<RegionEngagee> experimentation,
        Integer annee,
        Map<EtatDeMonographie, Long> monographies,
        Courriels courriels) {

    /** Projects that each region accompanies at least, and regions that take part at least: the plan of action. */
    static final int OBJECTIF = 3;

    /** A step that few people took says nothing of the programme. */
    private static final int PASSAGES_POUR_UN_GOULET = 3;

    /**
     * Dossiers in one state, of those filed in the period.
     *
     * @param avant of those filed in the period before
     * @param plusAncien when the oldest one was filed; null when there is none
     */
    record EtatCompte(EtatDossier etat, long nombre, long avant, Instant plusAncien) {}

    /**
     * A region.
     *
     * @param deposes dossiers filed in the period
     * @param enCours of these, those whose examination goes on
     * @param enRetard open tasks whose due date is past
     */
    record Territoire(String code, String nom, long deposes, long enCours, long retenus, long enRetard) {}

    /** @param enRetard tasks of each tranche, none absent */
    record Taches(long ouvertes, Map<TrancheDeRetard, Long> enRetard) {

        public long enRetardEnTout() {
            return enRetard.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Somebody who is awaited.
     *
     * @param cle by which a list finds their tasks
     * @param depuis when their oldest open task was created
     */
    record Attendu(String cle, String nom, long taches, long enRetard, Instant depuis) {}

    /**
     * A step of a process.
     *
     * @param nombre how often it was completed
     * @param mediane working days that half of them took at most
     * @param neufDixiemes working days that nine out of ten took at most
     * @param prevus working days until the due date, on average; null without due dates
     * @param retards completed after their due date
     * @param avecEcheance those that had a due date
     * @param medianeAvant that of the period before; null when nobody completed it then
     */
    record Etape(
            String processus,
            String nomDuProcessus,
            String element,
            String nom,
            long nombre,
            int mediane,
            int neufDixiemes,
            Integer prevus,
            long retards,
            long avecEcheance,
            Integer medianeAvant) {

        /** How far nine out of ten go beyond the plan, in working days; 0 when they do not, or without a plan. */
        public int depassement() {
            return prevus == null ? 0 : Math.max(0, neufDixiemes - prevus);
        }
    }

    /** @param projets those that go on or ended, not those that were given up */
    record RegionEngagee(String code, String nom, long projets, long clos) {

        public boolean atteint() {
            return projets >= OBJECTIF;
        }
    }

    /** @param envoyes in the period; the others of the period by state: failed, refused, under way */
    record Courriels(long envoyes, long echecs, long refuses, long enCours) {}

    /** Dossiers filed in the period. */
    public long deposes() {
        return etats.stream().mapToLong(EtatCompte::nombre).sum();
    }

    public long deposesAvant() {
        return etats.stream().mapToLong(EtatCompte::avant).sum();
    }

    public long enCours() {
        return etats.stream()
                .filter(compte -> !compte.etat().terminal())
                .mapToLong(EtatCompte::nombre)
                .sum();
    }

    public long nombre(EtatDossier etat) {
        return etats.stream()
                .filter(compte -> compte.etat() == etat)
                .mapToLong(EtatCompte::nombre)
                .sum();
    }

    /** The greatest number of dossiers in one state: the longest bar. */
    public long maximum() {
        return etats.stream().mapToLong(EtatCompte::nombre).max().orElse(0);
    }

    /** The step that goes furthest beyond its plan; empty when none does. */
    public Optional<Etape> goulet() {
        return etapes.stream()
                .filter(etape -> etape.nombre() >= PASSAGES_POUR_UN_GOULET && etape.depassement() > 0)
                .max(Comparator.comparingInt(Etape::depassement).thenComparingLong(Etape::nombre));
    }

    public long regionsAtteintes() {
        return experimentation.stream().filter(RegionEngagee::atteint).count();
    }

    public long monographiesEnTout() {
        return monographies.values().stream().mapToLong(Long::longValue).sum();
    }
}
