package fr.ptce.candidature;

import fr.ptce.annuaire.Journal;
import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.CourrielAEnvoyer;
import fr.ptce.courriel.Courriels;
import fr.ptce.courriel.DocumentsPdf;
import fr.ptce.courriel.PieceAJoindre;
import fr.ptce.portail.Liens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * The e-mails and letters of a candidature. Each one has an occasion of its own, so that a retried job sends nothing
 * twice; a dossier without an address gets none, and its journal says so.
 */
@Service
class CourriersDuDossier {

    private static final String SIGNATAIRE = "Le comité de pilotage du programme PTCE";

    private final Courriels courriels;
    private final DocumentsPdf documents;
    private final Liens liens;
    private final Journal journal;
    private final Regions regions;
    private final Themes themes;

    CourriersDuDossier(
            Courriels courriels, DocumentsPdf documents, Liens liens, Journal journal, Regions regions, Themes themes) {
        this.courriels = courriels;
        this.documents = documents;
        this.liens = liens;
        this.journal = journal;
        this.regions = regions;
        this.themes = themes;
    }

    void accuserReception(Dossier dossier, String campagne) {
        Map<String, Object> variables = base(dossier);
        variables.put("campagne", campagne);
        variables.put("recapitulatif", recapitulatif(dossier));
        ajouterLienDeSuivi(dossier, variables, "lienSuivi");
        envoyer(dossier, "accuse-reception", "", variables, List.of());
    }

    void annoncerClassementSansSuite(Dossier dossier, String motif) {
        Map<String, Object> variables = base(dossier);
        variables.put("motif", motif);
        envoyer(dossier, "classement-sans-suite", "", variables, List.of());
    }

    void annoncerIrrecevabilite(Dossier dossier) {
        Map<String, Object> variables = base(dossier);
        variables.put("motif", dossier.decisionMotif());
        ajouterLienDeSuivi(dossier, variables, "lienSuivi");
        envoyer(dossier, "irrecevabilite", "", variables, List.of());
    }

    void notifierDecision(Dossier dossier) {
        notifier(dossier, "notification-decision");
    }

    void notifierDecisionApresReexamen(Dossier dossier) {
        notifier(dossier, "decision-apres-reexamen");
    }

    void accuserReceptionDuReexamen(Dossier dossier) {
        Map<String, Object> variables = base(dossier);
        ajouterLienDeSuivi(dossier, variables, "lienSuivi");
        // A decision taken again, after a correction of the region, may be contested again.
        envoyer(dossier, "reception-reexamen", ":" + dossier.decisionLe().getEpochSecond(), variables, List.of());
    }

    void confirmerRetrait(Dossier dossier) {
        envoyer(dossier, "confirmation-retrait", "", base(dossier), List.of());
    }

    private void notifier(Dossier dossier, String modele) {
        Map<String, Object> variables = base(dossier);
        variables.put("decision", dossier.decision());
        variables.put("motif", dossier.decisionMotif());
        variables.put("recoursAvantLe", dossier.recoursAvantLe());
        ajouterLienDeSuivi(dossier, variables, "lienSuivi");
        // A decision taken again, after a correction of the region, is notified again.
        String occasion = ":" + dossier.decisionLe().getEpochSecond();
        envoyer(dossier, modele, occasion, variables, List.of(lettre(dossier)));
    }

    /** The letter of the decision, as PDF. */
    PieceAJoindre lettre(Dossier dossier) {
        Map<String, Object> variables = base(dossier);
        variables.put("structure", dossier.structure());
        variables.put("commune", dossier.commune());
        variables.put("decision", dossier.decision());
        variables.put("motif", dossier.decisionMotif());
        variables.put("dateDecision", LocalDate.ofInstant(dossier.decisionLe(), HeureDeParis.ZONE));
        variables.put("recoursAvantLe", dossier.recoursAvantLe());
        variables.put("signataire", SIGNATAIRE);
        return new PieceAJoindre(
                "Décision " + dossier.numero() + ".pdf",
                "application/pdf",
                documents.rendre("lettre-decision", variables));
    }

    private void envoyer(
            Dossier dossier,
            String modele,
            String occasion,
            Map<String, Object> variables,
            List<PieceAJoindre> pieces) {
        if (!dossier.aUneAdresse()) {
            journal.consigner(
                    dossier.numero(),
                    "alerte",
                    null,
                    "Aucun courriel envoyé : le dossier n’a pas d’adresse de contact.");
            return;
        }
        courriels.envoyer(new CourrielAEnvoyer(
                modele + ":" + dossier.numero() + occasion,
                dossier.numero(),
                dossier.contactCourriel(),
                modele,
                variables,
                pieces));
    }

    private void ajouterLienDeSuivi(Dossier dossier, Map<String, Object> variables, String nom) {
        if (dossier.aUneAdresse()) {
            variables.put(nom, liens.creerSuivi(dossier.numero(), dossier.contactCourriel()));
        }
    }

    private static Map<String, Object> base(Dossier dossier) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("numero", dossier.numero());
        variables.put("initiative", dossier.initiative());
        variables.put("contactNom", dossier.salutation());
        return variables;
    }

    private List<Map<String, String>> recapitulatif(Dossier dossier) {
        List<Map<String, String>> lignes = new ArrayList<>();
        ajouter(lignes, "Initiative", dossier.initiative());
        ajouter(lignes, "Structure porteuse", dossier.structure());
        ajouter(lignes, "Région", regions.parCode(dossier.region()).nom());
        ajouter(lignes, "Commune", dossier.commune());
        ajouter(
                lignes,
                "Thèmes",
                dossier.listeDesThemes().stream().map(themes::libelle).collect(Collectors.joining(", ")));
        ajouter(lignes, "Stade d’avancement", dossier.stade() == null ? null : Libelles.stade(dossier.stade()));
        ajouter(lignes, "Structures partenaires", dossier.partenaires());
        ajouter(lignes, "Territoire", dossier.territoire());
        ajouter(lignes, "Coopérations", dossier.cooperations());
        ajouter(lignes, "Économie", dossier.economie());
        ajouter(lignes, "Contact", dossier.contactNom());
        ajouter(lignes, "Téléphone", dossier.contactTelephone());
        return lignes;
    }

    private static void ajouter(List<Map<String, String>> lignes, String libelle, String valeur) {
        if (valeur != null && !valeur.isBlank()) {
            lignes.add(Map.of("libelle", libelle, "valeur", valeur));
        }
    }
}
