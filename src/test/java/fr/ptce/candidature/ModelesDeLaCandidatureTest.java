package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.ptce.annuaire.Journal.Evenement;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelesDeLaCandidatureTest {

    private static final Instant LE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Campagne CAMPAGNE = new Campagne(
            1,
            "PTCE-2026",
            "Appel 2026",
            Instant.parse("2026-01-05T08:00:00Z"),
            Instant.parse("2026-06-30T16:00:00Z"),
            2016,
            1.5);

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T07:59:59Z, false",
        "2026-01-05T08:00:00Z, true",
        "2026-06-30T15:59:59Z, true",
        "2026-06-30T16:00:00Z, false"
    })
    void unDossierSeDeposeDeLOuvertureALaFermetureExclue(Instant instant, boolean ouverte) {
        assertThat(CAMPAGNE.ouverteLe(instant)).isEqualTo(ouverte);
    }

    @Test
    void uneCampagneSeSaisitEnHeureDeParisSansSecondes() {
        assertThat(CampagnesController.Saisie.de(CAMPAGNE))
                .isEqualTo(new CampagnesController.Saisie(
                        "PTCE-2026", "Appel 2026", "2026-01-05T09:00", "2026-06-30T18:00", "2016", "1.5"));
        assertThat(CampagnesController.Saisie.vierge())
                .isEqualTo(new CampagnesController.Saisie("", "", "", "", "2016", "2"));
    }

    @Test
    void unBrouillonEstDeposeQuandIlAUnNumeroEtPossedeSesPieces() {
        assertThat(brouillon(null).depose()).isFalse();
        assertThat(brouillon("PTCE-0042").depose()).isTrue();
        assertThat(brouillon(null).proprietaireDesPieces()).isEqualTo("brouillon:abc");
    }

    @Test
    void unDossierEstDecideQuandRienNEstRefuse() {
        assertThat(new DecisionsParLot.Issue("PTCE-0042", "retenu-projet", null).decidee())
                .isTrue();
        assertThat(new DecisionsParLot.Issue("PTCE-0042", null, "Déjà décidé.").decidee())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({", ''", "'', ''", "' ', ''", "culture, culture", "'culture,emploi', culture emploi"})
    void lesThemesDUnDossierSontUneListe(String themes, String attendus) {
        assertThat(String.join(" ", dossier(themes, null, null).listeDesThemes()))
                .isEqualTo(attendus);
    }

    @ParameterizedTest
    @CsvSource({", 'Madame, Monsieur'", "' ', 'Madame, Monsieur'", "Camille Exemple, Camille Exemple"})
    void laSalutationEstCelleDuContactOuDePersonne(String contact, String salutation) {
        assertThat(dossier(null, contact, null).salutation()).isEqualTo(salutation);
    }

    @ParameterizedTest
    @CsvSource({", false", "' ', false", "camille@tisserands.example, true"})
    void unDossierSansCourrielNAPasDAdresse(String courriel, boolean adresse) {
        assertThat(dossier(null, null, courriel).aUneAdresse()).isEqualTo(adresse);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 0, 0", "1, 1, 1, 1, 1", "70, 1, 25, 1, 25", "70, 3, 20, 51, 70"})
    void unePageDitSesRangs(long total, int page, int lignes, long premier, long dernier) {
        ListeDesDossiers.Page lue = new ListeDesDossiers.Page(
                Collections.nCopies(lignes, null),
                Map.of(EtatDossier.DEPOSE, 7L, EtatDossier.RETENU, 5L),
                total,
                page,
                3);

        assertThat(lue.premier()).isEqualTo(premier);
        assertThat(lue.dernier()).isEqualTo(dernier);
        assertThat(lue.tous()).isEqualTo(12);
    }

    @ParameterizedTest
    @EnumSource(EtatDossier.class)
    void chaqueEtatSeRetrouveParSonIdentifiantEtParSonAnnonce(EtatDossier etat) {
        assertThat(EtatDossier.de(etat.id())).isEqualTo(etat);
        assertThat(EtatDossier.annoncePar(new Evenement(LE, "etat", null, etat.annonce())))
                .contains(etat);
        assertThat(EtatDossier.annoncePar(new Evenement(LE, "commentaire", null, etat.annonce())))
                .isEmpty();
        assertThat(etat.annonce()).isEqualTo(etat.libelle() + ".");
    }

    @Test
    void unEtatInconnuEstRefuseEtUnePhraseInconnueNAnnonceRien() {
        assertThatIllegalArgumentException().isThrownBy(() -> EtatDossier.de("perdu"));
        assertThat(EtatDossier.annoncePar(new Evenement(LE, "etat", null, "Perdu.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DEPOSE, false, true",
        "A_COMPLETER, false, true",
        "IRRECEVABILITE_A_CONFIRMER, false, true",
        "EN_RELECTURE, false, true",
        "EN_DECISION, false, true",
        "NOTIFIE, false, true",
        "EN_REEXAMEN, false, true",
        "RETENU, true, true",
        "NON_RETENU, true, false",
        "CLASSE_SANS_SUITE, true, false",
        "IRRECEVABLE, true, false",
        "RETIRE, true, false"
    })
    void unDossierSeRetireTantQuIlEstExamineOuRetenu(EtatDossier etat, boolean terminal, boolean retirable) {
        assertThat(etat.terminal()).isEqualTo(terminal);
        assertThat(etat.retirable()).isEqualTo(retirable);
    }

    @ParameterizedTest
    @CsvSource({
        "depot, Déposé par le formulaire., Déposé par le formulaire.",
        "complements, Reçu : 3 champs., Compléments reçus.",
        "retrait, Motif : autre projet., Retrait demandé.",
        "etat, Retiré par le porteur., Retiré à votre demande.",
        "etat, Irrecevabilité à confirmer., En cours de vérification."
    })
    void lePorteurLitSonHistoriqueDansSesMotsEtSansAuteur(String nature, String interne, String lu) {
        assertThat(HistoriqueDuPorteur.de(List.of(new Evenement(LE, nature, "anne", interne))))
                .containsExactly(new Evenement(LE, nature, null, lu));
    }

    @Test
    void lePorteurNeLitNiLesCommentairesNiLesAlertes() {
        assertThat(HistoriqueDuPorteur.de(List.of(
                        new Evenement(LE, "commentaire", "anne", "Dossier faible."),
                        new Evenement(LE, "alerte", null, "Sans adresse."),
                        new Evenement(LE, "etat", null, "Phrase d’un autre temps."))))
                .isEmpty();
    }

    private static Brouillon brouillon(String numero) {
        return new Brouillon("abc", 1, null, Map.of(), LE, numero);
    }

    private static Dossier dossier(String themes, String contact, String courriel) {
        return DossiersDEssai.dossier(EtatDossier.DEPOSE, "53", null, themes, contact, courriel);
    }
}
