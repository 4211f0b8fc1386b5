package fr.ptce.candidature;

import fr.ptce.annuaire.EtapeDuPorteur;
import fr.ptce.annuaire.EtapeDuPorteur.Avancement;
import fr.ptce.annuaire.Journal.Evenement;
import fr.ptce.annuaire.Regions;
import fr.ptce.relance.TacheSuivie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way of a dossier as its porteur reads it: the steps of {@code candidature.bpmn} that concern them, in the order of
 * the diagram, then what the other rooms say of a retained initiative. It tells where the dossier stands, never who works
 * on it nor what they think; the delays are the due dates of the diagram.
 */
final class CheminDuPorteur {

    private static final String DEPOT = "Dépôt";
    private static final String VERIFICATION = "Vérification";
    private static final String COMPLEMENTS = "Compléments";
    private static final String RELECTURE = "Relecture";
    private static final String DECISION = "Décision";
    private static final String REPONSE = "Réponse";
    private static final String REEXAMEN = "Réexamen";

    private static final List<String> NOMS =
            List.of(DEPOT, VERIFICATION, COMPLEMENTS, RELECTURE, DECISION, REPONSE, REEXAMEN);
    private static final String PROCHAIN_APPEL = " Vous pourrez vous présenter à un prochain appel.";

    private final Dossier dossier;
    private final Map<EtatDossier, Instant> entrees = new EnumMap<>(EtatDossier.class);
    private final List<EtapeDuPorteur> etapes = new ArrayList<>();
    private final Optional<TacheSuivie> demande;
    private Instant complements;
    /** The state of the dossier; of a withdrawn one, that from which it was withdrawn. */
    private EtatDossier etat = EtatDossier.DEPOSE;

    /**
     * Draws the way.
     *
     * @param evenements the timeline of the dossier, oldest first
     * @param demande the open task by which the porteur completes the dossier; empty when there is none
     * @param suites what the other rooms say; read only when the initiative is, or was, retained
     */
    CheminDuPorteur(
            Dossier dossier, List<Evenement> evenements, Optional<TacheSuivie> demande, List<EtapeDuPorteur> suites) {
        this.dossier = dossier;
        this.demande = demande;
        evenements.forEach(this::relever);
        if (dossier.etat() != EtatDossier.RETIRE) {
            etat = dossier.etat();
        }
        NOMS.stream().filter(this::concerne).map(this::etape).forEach(etapes::add);
        if (etat == EtatDossier.RETENU) {
            etapes.addAll(suites);
        } else if (decisionFavorable() && dossier.etat() == EtatDossier.NOTIFIE) {
            etapes.add(EtapeDuPorteur.de("Besoins", Avancement.A_VENIR));
        }
    }

    /** Whether the initiative was retained, withdrawn since or not: the other rooms may know of it. */
    static boolean retenue(Dossier dossier, List<Evenement> evenements) {
        return dossier.etat() == EtatDossier.RETENU
                || (dossier.etat() == EtatDossier.RETIRE
                        && evenements.stream()
                                .flatMap(evenement -> EtatDossier.annoncePar(evenement).stream())
                                .anyMatch(EtatDossier.RETENU::equals));
    }

    /** The steps, in order. */
    public List<EtapeDuPorteur> etapes() {
        return etapes;
    }

    /** What comes next, a few sentences; empty when nothing does. */
    public List<String> ensuite() {
        List<String> phrases = new ArrayList<>(conclusion().stream().toList());
        etapes.stream()
                .filter(EtapeDuPorteur::enCours)
                .map(EtapeDuPorteur::ensuite)
                .forEach(phrases::add);
        return phrases.isEmpty() ? derniereParole().toList() : phrases;
    }

    /** The first step that is going on; null when none is. */
    public EtapeDuPorteur courante() {
        return etapes.stream().filter(EtapeDuPorteur::enCours).findFirst().orElse(null);
    }

    /** Whether a step waits for the porteur. */
    public boolean attendLePorteur() {
        return etapes.stream().anyMatch(EtapeDuPorteur::attendLePorteur);
    }

    private Stream<String> derniereParole() {
        return etapes.stream()
                .map(EtapeDuPorteur::ensuite)
                .filter(phrase -> phrase != null)
                .reduce((premiere, seconde) -> seconde)
                .stream();
    }

    private Optional<String> conclusion() {
        return switch (dossier.etat()) {
            case NON_RETENU -> Optional.of("La décision est définitive." + PROCHAIN_APPEL);
            case CLASSE_SANS_SUITE ->
                Optional.of(
                        "Les éléments demandés ne nous sont pas parvenus\u00a0: le dossier est clos." + PROCHAIN_APPEL);
            case IRRECEVABLE ->
                Optional.of("Votre initiative n’entre pas dans le cadre de cet appel\u00a0: le dossier est clos."
                        + PROCHAIN_APPEL);
            case RETIRE ->
                Optional.of(
                        etat == EtatDossier.RETENU
                                ? "Votre initiative ne fait plus partie du programme, comme vous l’avez demandé."
                                        + PROCHAIN_APPEL
                                : "Votre candidature est retirée, comme vous l’avez demandé." + PROCHAIN_APPEL);
            default -> Optional.empty();
        };
    }

    private void relever(Evenement evenement) {
        if ("complements".equals(evenement.nature())) {
            complements = evenement.le();
        }
        EtatDossier.annoncePar(evenement).ifPresent(entree -> {
            entrees.put(entree, evenement.le());
            if (entree != EtatDossier.RETIRE) {
                etat = entree;
            }
        });
    }

    private boolean concerne(String nom) {
        return !REEXAMEN.equals(nom) || etat == EtatDossier.EN_REEXAMEN || reexaminee();
    }

    private boolean reexaminee() {
        return entrees.containsKey(EtatDossier.EN_REEXAMEN) && rang(etat) > NOMS.indexOf(REEXAMEN);
    }

    private EtapeDuPorteur etape(String nom) {
        int ecart = NOMS.indexOf(nom) - rang(etat);
        if (ecart < 0) {
            return passee(nom);
        }
        if (ecart > 0) {
            return future(nom);
        }
        return clos() ? EtapeDuPorteur.arretee(nom, entrees.get(dossier.etat())) : actuelle(nom);
    }

    private boolean clos() {
        return dossier.etat().terminal();
    }

    /** Place of the step at which a dossier of this state stands; beyond the last one when all are done. */
    private static int rang(EtatDossier etat) {
        return switch (etat) {
            case DEPOSE, IRRECEVABILITE_A_CONFIRMER, IRRECEVABLE -> NOMS.indexOf(VERIFICATION);
            case A_COMPLETER, CLASSE_SANS_SUITE -> NOMS.indexOf(COMPLEMENTS);
            case EN_RELECTURE -> NOMS.indexOf(RELECTURE);
            case EN_DECISION -> NOMS.indexOf(DECISION);
            case NOTIFIE -> NOMS.indexOf(REPONSE);
            case EN_REEXAMEN -> NOMS.indexOf(REEXAMEN);
            case RETENU, NON_RETENU, RETIRE -> NOMS.size();
        };
    }

    private EtapeDuPorteur passee(String nom) {
        if (COMPLEMENTS.equals(nom) && complements == null) {
            return EtapeDuPorteur.de(nom, Avancement.PAS_NECESSAIRE);
        }
        return EtapeDuPorteur.faite(
                nom,
                switch (nom) {
                    case DEPOT -> dossier.deposeLe();
                    case VERIFICATION ->
                        premiere(
                                complements == null ? null : entrees.get(EtatDossier.A_COMPLETER),
                                entrees.get(EtatDossier.EN_RELECTURE),
                                entrees.get(EtatDossier.A_COMPLETER));
                    case COMPLEMENTS -> complements;
                    case RELECTURE -> entrees.get(EtatDossier.EN_DECISION);
                    case DECISION -> premiere(entrees.get(EtatDossier.NOTIFIE), dossier.decisionLe());
                    case REPONSE ->
                        reexaminee() || etat == EtatDossier.EN_REEXAMEN
                                ? entrees.get(EtatDossier.NOTIFIE)
                                : entrees.get(etat);
                    default -> entrees.get(etat);
                });
    }

    private EtapeDuPorteur future(String nom) {
        if (COMPLEMENTS.equals(nom)) {
            if (complements != null) {
                return EtapeDuPorteur.faite(nom, complements);
            }
            return clos()
                    ? EtapeDuPorteur.de(nom, Avancement.PAS_EU_LIEU)
                    : EtapeDuPorteur.de(nom + ", si besoin", Avancement.A_VENIR);
        }
        return EtapeDuPorteur.de(nom, clos() ? Avancement.PAS_EU_LIEU : Avancement.A_VENIR);
    }

    private EtapeDuPorteur actuelle(String nom) {
        EtapeDuPorteur etape = EtapeDuPorteur.enCours(nom, premiere(entrees.get(etat), dossier.deposeLe()));
        return switch (etat) {
            case IRRECEVABILITE_A_CONFIRMER ->
                etape.attendre(pilotes())
                        .puis(
                                "Ils vérifient que votre initiative entre dans le cadre de l’appel, en principe sous 5\u00a0jours"
                                        + " ouvrés. Si c’est le cas, votre dossier partira en relecture\u00a0; sinon, ils vous diront"
                                        + " pourquoi.");
            case A_COMPLETER ->
                demande.map(tache -> aCompleter(nom, tache)).orElseGet(() -> EtapeDuPorteur.enCours(nom, complements)
                        .puis(
                                "Nous avons reçu vos compléments. La vérification est automatique\u00a0: si le dossier est"
                                        + " complet, il partira en relecture\u00a0; sinon, vous le lirez ici."));
            case EN_RELECTURE ->
                etape.attendre("les pilotes chargés de la relecture")
                        .puis(
                                "Une relecture est prévue en 13\u00a0jours ouvrés. Le comité de pilotage se prononcera ensuite.");
            case EN_DECISION ->
                etape.attendre(EtapeDuPorteur.COMITE)
                        .puis("La décision est prévue sous 10\u00a0jours ouvrés. Vous la lirez ici, avec ses raisons.");
            case NOTIFIE ->
                etape.attendre("vous, si vous souhaitez un réexamen")
                        .avant(dossier.recoursAvantLe())
                        .puis("Sans demande de votre part à cette date, la décision sera définitive"
                                + (decisionFavorable()
                                        ? " et nous vous interrogerons sur vos besoins d’accompagnement."
                                        : "."));
            case EN_REEXAMEN ->
                etape.attendre(EtapeDuPorteur.COMITE)
                        .puis(
                                "Le comité examine vos arguments. Sa nouvelle décision est prévue sous 15\u00a0jours ouvrés\u00a0;"
                                        + " elle sera définitive.");
            default ->
                etape.puis("La vérification est automatique\u00a0: s’il manque des éléments à votre dossier, nous vous"
                        + " demanderons de le compléter\u00a0; sinon, il partira en relecture.");
        };
    }

    private static EtapeDuPorteur aCompleter(String nom, TacheSuivie tache) {
        return EtapeDuPorteur.enCours(nom, tache.creeeLe())
                .attendre(EtapeDuPorteur.VOUS)
                .avant(tache.echeance())
                .puis(
                        "Dès votre réponse, nous vérifierons à nouveau votre dossier. Sans réponse dans les 15\u00a0jours ouvrés,"
                                + " il sera classé sans suite.");
    }

    private String pilotes() {
        return Regions.FRANCE.equals(dossier.region())
                ? EtapeDuPorteur.PILOTES_DU_PROGRAMME
                : EtapeDuPorteur.PILOTES_DE_LA_REGION;
    }

    private boolean decisionFavorable() {
        return dossier.decision() != null && dossier.decision().startsWith("retenu");
    }

    private static Instant premiere(Instant... instants) {
        for (Instant instant : instants) {
            if (instant != null) {
                return instant;
            }
        }
        return null;
    }
}
