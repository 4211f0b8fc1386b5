package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.annuaire.Journal.Evenement;
import fr.ptce.candidature.Chronologie.Fait;
import fr.ptce.candidature.TachesDuDossier.Passee;
import fr.ptce.courriel.CourrielEnvoye;
import fr.ptce.courriel.EtatCourriel;
import fr.ptce.moteur.DecisionsExpliquees.Explication;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pilot reads of a dossier: one thread out of four. */
class ChronologieTest {

    private static final Instant HUIT_HEURES = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NEUF_HEURES = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "depot, Dépôt",
        "etat, État",
        "complements, Compléments",
        "relecture, Relecture",
        "decision, Décision",
        "correction, Correction",
        "commentaire, Commentaire",
        "retrait, Retrait",
        "lien, Lien personnel",
        "alerte, Alerte",
        "pilotage, Intervention d’un pilote",
        "besoins, Besoins",
        "accompagnement, Accompagnement",
        "autre, Événement"
    })
    void unEvenementDuJournalALeNomDeSaNature(String nature, String genre) {
        assertThat(new Chronologie()
                        .avecLeJournal(List.of(new Evenement(HUIT_HEURES, nature, "anne", "Texte.")))
                        .faits())
                .containsExactly(new Fait(HUIT_HEURES, genre, "anne", "Texte.", null));
    }

    @Test
    void unCourrielSeLitALHeureDeSonEnvoiAvecSonEtatEtUnLien() {
        assertThat(new Chronologie()
                        .avecLesCourriels(List.of(courriel(7, EtatCourriel.ENVOYE, NEUF_HEURES)))
                        .faits())
                .containsExactly(new Fait(
                        NEUF_HEURES,
                        "Courriel",
                        null,
                        "«\u00a0Votre dossier\u00a0», à camille@tisserands.example (envoyé)",
                        "/dossiers/PTCE-0042/courriels/7"));
    }

    @Test
    void unCourrielQuiNEstPasPartiSeLitALHeureDeSaCreation() {
        assertThat(new Chronologie()
                        .avecLesCourriels(List.of(courriel(7, EtatCourriel.ECHEC, null)))
                        .faits())
                .singleElement()
                .satisfies(fait -> {
                    assertThat(fait.le()).isEqualTo(HUIT_HEURES);
                    assertThat(fait.texte()).endsWith("(échec)");
                });
    }

    @ParameterizedTest
    @CsvSource({"recevable, Recevabilité\u00a0: recevable", "'', Recevabilité\u00a0: aucun résultat"})
    void uneTableDeDecisionDitSonResultatOuQuElleNEnAPas(String resultat, String texte) {
        assertThat(new Chronologie()
                        .avecLesDecisions(List.of(
                                new Explication("recevabilite", "Recevabilité", 1, HUIT_HEURES, "", "", resultat)))
                        .faits())
                .containsExactly(new Fait(HUIT_HEURES, "Table de décision", null, texte, "#decisions"));
    }

    @Test
    void uneTacheOuverteNeDitQueSonDebut() {
        assertThat(new Chronologie()
                        .avecLesTaches(List.of(new Passee("Évaluer", "anne", HUIT_HEURES, null, false)))
                        .faits())
                .containsExactly(new Fait(HUIT_HEURES, "Tâche", null, "«\u00a0Évaluer\u00a0»\u00a0: à faire.", null));
    }

    @Test
    void uneTacheFaiteNommeQuiLAFaiteEtUneTacheReprisePersonne() {
        assertThat(new Chronologie()
                        .avecLesTaches(List.of(new Passee("Évaluer", "anne", HUIT_HEURES, NEUF_HEURES, true)))
                        .faits())
                .first()
                .isEqualTo(new Fait(NEUF_HEURES, "Tâche", "anne", "«\u00a0Évaluer\u00a0»\u00a0: faite.", null));
        assertThat(new Chronologie()
                        .avecLesTaches(List.of(new Passee("Évaluer", "anne", HUIT_HEURES, NEUF_HEURES, false)))
                        .faits())
                .first()
                .isEqualTo(
                        new Fait(NEUF_HEURES, "Tâche", null, "«\u00a0Évaluer\u00a0»\u00a0: devenue sans objet.", null));
    }

    @Test
    void leDernierFaitEstLePremierLuEtAMemeHeureLeDernierAjoute() {
        assertThat(new Chronologie()
                        .avecLeJournal(List.of(
                                new Evenement(NEUF_HEURES, "etat", null, "un"),
                                new Evenement(HUIT_HEURES, "depot", null, "deux"),
                                new Evenement(NEUF_HEURES, "etat", null, "trois")))
                        .faits())
                .extracting(Fait::texte)
                .containsExactly("trois", "un", "deux");
    }

    @Test
    void lesAuteursSontCeuxDesFaitsChacunUneFois() {
        assertThat(Chronologie.auteurs(List.of(fait("anne"), fait("basile"), fait("anne"))))
                .containsExactlyInAnyOrder("anne", "basile");
    }

    private static Fait fait(String auteur) {
        return new Fait(HUIT_HEURES, "État", auteur, "Texte.", null);
    }

    private static CourrielEnvoye courriel(long id, EtatCourriel etat, Instant envoyeLe) {
        return new CourrielEnvoye(
                id,
                "PTCE-0042",
                "camille@tisserands.example",
                "candidature/accuse",
                "Votre dossier",
                "",
                "",
                etat,
                1,
                null,
                HUIT_HEURES,
                envoyeLe);
    }
}
