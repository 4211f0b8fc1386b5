package fr.ptce.candidature;

import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Journal;
import fr.ptce.annuaire.Regions;
import fr.ptce.moteur.DecisionsExpliquees;
import fr.ptce.portail.PiecesJointes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules of the examination of a dossier, one method for each thing that happens to it. It knows no engine: the
 * delegates and listeners of the room call it, and the pilots' pages through {@link CorrectionDuDossier}.
 */
@Service
public class Instruction {

    public static final String FORMULAIRE = "formulaire";
    /** Origin of a dossier that comes from a file. */
    public static final String IMPORT = "import";
    /** Version of the wording of the consent in {@code depot-candidature.form}. */
    static final String VERSION_CONSENTEMENT = "2026-11";

    private final Dossiers dossiers;
    private final Campagnes campagnes;
    private final Journal journal;
    private final Evaluations evaluations;
    private final DecisionsExpliquees decisions;
    private final PiecesJointes pieces;
    private final Regions regions;
    private final Initiatives initiatives;

    Instruction(
            Dossiers dossiers,
            Campagnes campagnes,
            Journal journal,
            Evaluations evaluations,
            DecisionsExpliquees decisions,
            PiecesJointes pieces,
            Regions regions,
            Initiatives initiatives) {
        this.dossiers = dossiers;
        this.campagnes = campagnes;
        this.journal = journal;
        this.evaluations = evaluations;
        this.decisions = decisions;
        this.pieces = pieces;
        this.regions = regions;
        this.initiatives = initiatives;
    }

    /**
     * Opens a dossier and writes its first event.
     *
     * @param proprietaireDesPieces owner of attachments to take over, or null
     */
    @Transactional
    Dossier ouvrir(long campagne, String origine, String region, ChampsDuDossier champs, String proprietaireDesPieces) {
        String consentement = champs.vrai("consentement") ? VERSION_CONSENTEMENT : null;
        String numero = dossiers.creer(campagne, origine, region, champs, consentement);
        if (proprietaireDesPieces != null) {
            pieces.transferer(proprietaireDesPieces, numero);
        }
        String depot = IMPORT.equals(origine) ? "Dossier repris d’un fichier." : "Dossier déposé en ligne.";
        journal.consigner(numero, "depot", null, depot);
        return dossiers.lire(numero);
    }

    /** What the decision tables read of a dossier, by the names of {@link CandidatureProcess.Variables}. */
    public Map<String, Object> variablesDeRoutage(Dossier dossier) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CandidatureProcess.Variables.ORIGINE, dossier.origine());
        variables.put(CandidatureProcess.Variables.REGION, dossier.region());
        variables.put(CandidatureProcess.Variables.THEMES, vide(dossier.themes()));
        variables.put(CandidatureProcess.Variables.STADE, vide(dossier.stade()));
        variables.put(CandidatureProcess.Variables.TYPE_STRUCTURE, vide(dossier.typeStructure()));
        variables.put(CandidatureProcess.Variables.ACTIVITE_ECONOMIQUE, vide(dossier.activiteEconomique()));
        variables.put(
                CandidatureProcess.Variables.NOMBRE_PARTENAIRES,
                dossier.nombrePartenaires() == null ? 0 : dossier.nombrePartenaires());
        variables.put(
                CandidatureProcess.Variables.INITIATIVE_NOMMEE,
                !dossier.initiative().equals(dossier.structure()));
        variables.put(
                CandidatureProcess.Variables.PRESENTATION_COMPLETE,
                dossier.territoire() != null && dossier.cooperations() != null && dossier.economie() != null);
        variables.put(
                CandidatureProcess.Variables.SEUIL_DIVERGENCE,
                campagnes.lire(dossier.campagne()).seuilDivergence());
        return variables;
    }

    /** The dossier enters a state; entering it again changes nothing. */
    @Transactional
    void entrerDansLEtat(String numero, EtatDossier etat) {
        if (dossiers.lire(numero).etat() != etat) {
            dossiers.etat(numero, etat);
            journal.consigner(numero, "etat", null, etat.annonce());
        }
    }

    /** The other rooms learn that the initiative is retained. */
    @Transactional
    void inscrireALAnnuaire(String numero) {
        Dossier dossier = dossiers.lire(numero);
        initiatives.inscrire(new Initiative(
                numero,
                campagnes.lire(dossier.campagne()).code(),
                dossier.initiative(),
                dossier.region(),
                dossier.listeDesThemes(),
                dossier.categorie(),
                dossier.contactNom(),
                dossier.contactCourriel(),
                dossier.contactTelephone(),
                null));
    }

    /** The porteur of a retained initiative, or a pilot for them, withdraws it. */
    @Transactional
    void retirerDuProgramme(String numero) {
        initiatives.retirer(numero);
        entrerDansLEtat(numero, EtatDossier.RETIRE);
    }

    /** The porteur, or a pilot for them ({@code auteur}), completes the dossier. */
    @Transactional
    void completer(String numero, ChampsDuDossier champs, String auteur) {
        dossiers.ecrireChamps(numero, champs);
        String qui = auteur == null ? "Compléments apportés par le porteur." : "Compléments saisis pour le porteur.";
        journal.consigner(numero, "complements", auteur, qui);
    }

    /**
     * Keeps the category that the table gives, with the rule that fired, unless a pilot corrected it.
     *
     * @return the category that holds
     */
    @Transactional
    String categoriser(String numero, String categorie) {
        Dossier dossier = dossiers.lire(numero);
        if (dossier.categorieCorrigee()) {
            return dossier.categorie();
        }
        String motif = decisions
                .derniere(numero, "categorisation")
                .map(DecisionsExpliquees.Explication::motif)
                .orElse("");
        dossiers.categorie(numero, categorie, motif, false);
        journal.consigner(numero, "decision", null, "Catégorie : " + Libelles.categorie(categorie) + ". " + motif);
        return categorie;
    }

    /** A pilot says whether the dossier is really not admissible. */
    @Transactional
    void confirmerIrrecevabilite(String numero, boolean irrecevable, String motif, String auteur) {
        if (irrecevable) {
            dossiers.decision(numero, "irrecevable", motif);
        }
        String libelle =
                irrecevable ? "Irrecevabilité confirmée : " + motif : "Irrecevabilité écartée, l’examen continue.";
        journal.consigner(numero, "decision", auteur, libelle);
    }

    /** The committee decides; before {@code recoursAvantLe} (null after a reconsideration) the porteur may object. */
    @Transactional
    void decider(String numero, String decision, String motif, LocalDate recoursAvantLe, String auteur) {
        dossiers.decision(numero, decision, motif);
        dossiers.recoursAvantLe(numero, recoursAvantLe);
        journal.consigner(numero, "decision", auteur, "Décision : " + Libelles.decision(decision) + ". " + motif);
    }

    @Transactional
    void inscrireAuVivier(String numero) {
        dossiers.inscrireAuVivier(numero);
        journal.consigner(numero, "decision", null, "Inscrit au vivier des monographies.");
    }

    /** The dossier leaves a region for another one: the reviews that were not given are asked again there. */
    @Transactional
    void reorienter(String numero) {
        evaluations.annulerCellesQuiRestent(numero);
        dossiers.oublierLaDecision(numero);
        String region = regions.parCode(dossiers.lire(numero).region()).nom();
        journal.consigner(numero, "correction", null, "L’examen reprend dans la région " + region + ".");
    }

    private static String vide(String texte) {
        return texte == null ? "" : texte;
    }
}
