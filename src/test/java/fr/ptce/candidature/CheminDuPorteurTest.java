package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.annuaire.EtapeDuPorteur;
import fr.ptce.annuaire.EtapeDuPorteur.Avancement;
import fr.ptce.annuaire.Journal.Evenement;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.relance.TacheSuivie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every state of a dossier, as its porteur reads it: the exact texts. */
class CheminDuPorteurTest {

    private static final FormatFrancais FORMAT = new FormatFrancais();
    private static final List<EtapeDuPorteur> SUITES =
            List.of(EtapeDuPorteur.enCours("Besoins", Instant.parse("2026-05-02T08:00:00Z"))
                    .attendre(EtapeDuPorteur.VOUS)
                    .avant(LocalDate.of(2026, 6, 1))
                    .puis("Suite des besoins."));

    /** @param evenements of the timeline: nature or id of a state, then the day */
    private record Cas(String nom, EtatDossier etat, String decision, String evenements, String attendu) {
        @Override
        public String toString() {
            return nom;
        }
    }

    static final List<Cas> CAS = List.of(
            new Cas("vient d’être déposé", EtatDossier.DEPOSE, null, "depot 2026-03-02", """
                    Dépôt : fait le 2 mars 2026
                    * Vérification : en cours depuis le 2 mars 2026
                    Compléments, si besoin : à venir
                    Relecture : à venir
                    Décision : à venir
                    Réponse : à venir
                    > La vérification est automatique : s’il manque des éléments à votre dossier, nous vous demanderons de \
                    le compléter ; sinon, il partira en relecture.
                    """),
            new Cas(
                    "peut-être irrecevable",
                    EtatDossier.IRRECEVABILITE_A_CONFIRMER,
                    null,
                    "depot 2026-03-02, irrecevabilite-a-confirmer 2026-03-03",
                    """
                    Dépôt : fait le 2 mars 2026
                    * Vérification : en cours depuis le 3 mars 2026, attendu : les pilotes de votre région
                    Compléments, si besoin : à venir
                    Relecture : à venir
                    Décision : à venir
                    Réponse : à venir
                    > Ils vérifient que votre initiative entre dans le cadre de l’appel, en principe sous 5 jours ouvrés. Si \
                    c’est le cas, votre dossier partira en relecture ; sinon, ils vous diront pourquoi.
                    """),
            new Cas("à compléter", EtatDossier.A_COMPLETER, null, "depot 2026-03-02, a-completer 2026-03-02", """
                    Dépôt : fait le 2 mars 2026
                    Vérification : fait le 2 mars 2026
                    * Compléments : en cours depuis le 3 mars 2026, attendu : vous, jusqu’au 24 mars 2026
                    Relecture : à venir
                    Décision : à venir
                    Réponse : à venir
                    > Dès votre réponse, nous vérifierons à nouveau votre dossier. Sans réponse dans les 15 jours ouvrés, il \
                    sera classé sans suite.
                    """),
            new Cas(
                    "relu après des compléments",
                    EtatDossier.EN_RELECTURE,
                    null,
                    "depot 2026-03-02, a-completer 2026-03-02, complements 2026-03-09, en-relecture 2026-03-10",
                    """
                    Dépôt : fait le 2 mars 2026
                    Vérification : fait le 2 mars 2026
                    Compléments : fait le 9 mars 2026
                    * Relecture : en cours depuis le 10 mars 2026, attendu : les pilotes chargés de la relecture
                    Décision : à venir
                    Réponse : à venir
                    > Une relecture est prévue en 13 jours ouvrés. Le comité de pilotage se prononcera ensuite.
                    """),
            new Cas(
                    "soumis au comité",
                    EtatDossier.EN_DECISION,
                    "retenu-projet",
                    "depot 2026-03-02, en-relecture 2026-03-03, en-decision 2026-03-27",
                    """
                    Dépôt : fait le 2 mars 2026
                    Vérification : fait le 3 mars 2026
                    Compléments : pas nécessaire
                    Relecture : fait le 27 mars 2026
                    * Décision : en cours depuis le 27 mars 2026, attendu : le comité de pilotage
                    Réponse : à venir
                    > La décision est prévue sous 10 jours ouvrés. Vous la lirez ici, avec ses raisons.
                    """),
            new Cas(
                    "décision favorable notifiée",
                    EtatDossier.NOTIFIE,
                    "retenu-projet",
                    "depot 2026-03-02, en-relecture 2026-03-03, en-decision 2026-03-27, notifie 2026-04-07",
                    """
                    Dépôt : fait le 2 mars 2026
                    Vérification : fait le 3 mars 2026
                    Compléments : pas nécessaire
                    Relecture : fait le 27 mars 2026
                    Décision : fait le 7 avril 2026
                    * Réponse : en cours depuis le 7 avril 2026, attendu : vous, si vous souhaitez un réexamen, jusqu’au 29 \
                    avril 2026
                    Besoins : à venir
                    > Sans demande de votre part à cette date, la décision sera définitive et nous vous interrogerons sur vos \
                    besoins d’accompagnement.
                    """),
            new Cas(
                    "décision défavorable notifiée",
                    EtatDossier.NOTIFIE,
                    "non-retenu",
                    "depot 2026-03-02, en-relecture 2026-03-03, en-decision 2026-03-27, notifie 2026-04-07",
                    """
                    Dépôt : fait le 2 mars 2026
                    Vérification : fait le 3 mars 2026
                    Compléments : pas nécessaire
                    Relecture : fait le 27 mars 2026
                    Décision : fait le 7 avril 2026
                    * Réponse : en cours depuis le 7 avril 2026, attendu : vous, si vous souhaitez un réexamen, jusqu’au 29 \
                    avril 2026
                    > Sans demande de votre part à cette date, la décision sera définitive.
                    """),
            new Cas(
                    "en réexamen",
                    EtatDossier.EN_REEXAMEN,
                    "non-retenu",
                    "depot 2026-03-02, en-relecture 2026-03-03, en-decision 2026-03-27, notifie 2026-04-07, en-reexamen"
                            + " 2026-04-14",
                    """
                    Dépôt : fait le 2 mars 2026
                    Vérification : fait le 3 mars 2026
                    Compléments : pas nécessaire
                    Relecture : fait le 27 mars 2026
                    Décision : fait le 7 avril 2026
                    Réponse : fait le 7 avril 2026
                    * Réexamen : en cours depuis le 14 avril 2026, attendu : le comité de pilotage
                    > Le comité examine vos arguments. Sa nouvelle décision est prévue sous 15 jours ouvrés ; elle sera \
                    définitive.
                    """),
            new Cas(
                    "retenu après un réexamen",
                    EtatDossier.RETENU,
                    "retenu-projet",
                    "depot 2026-03-02, en-relecture 2026-03-03, en-decision 2026-03-27, notifie 2026-04-07, en-reexamen"
                            + " 2026-04-14, retenu 2026-05-01",
                    """
                    Dépôt : fait le 2 mars 2026
                    Vérification : fait le 3 mars 2026
                    Compléments : pas nécessaire
                    Relecture : fait le 27 mars 2026
                    Décision : fait le 7 avril 2026
                    Réponse : fait le 7 avril 2026
                    Réexamen : fait le 1er mai 2026
                    * Besoins : en cours depuis le 2 mai 2026, attendu : vous, jusqu’au 1er juin 2026
                    > Suite des besoins.
                    """),
            new Cas(
                    "retenu",
                    EtatDossier.RETENU,
                    "retenu-operationnel",
                    "depot 2026-03-02, en-relecture 2026-03-03, en-decision 2026-03-27, notifie 2026-04-07, retenu 2026-04-29",
                    """
                    Dépôt : fait le 2 mars 2026
                    Vérification : fait le 3 mars 2026
                    Compléments : pas nécessaire
                    Relecture : fait le 27 mars 2026
                    Décision : fait le 7 avril 2026
                    Réponse : fait le 29 avril 2026
                    * Besoins : en cours depuis le 2 mai 2026, attendu : vous, jusqu’au 1er juin 2026
                    > Suite des besoins.
                    """),
            new Cas(
                    "non retenu",
                    EtatDossier.NON_RETENU,
                    "non-retenu",
                    "depot 2026-03-02, en-relecture 2026-03-03, en-decision 2026-03-27, notifie 2026-04-07, non-retenu"
                            + " 2026-04-29",
                    """
                    Dépôt : fait le 2 mars 2026
                    Vérification : fait le 3 mars 2026
                    Compléments : pas nécessaire
                    Relecture : fait le 27 mars 2026
                    Décision : fait le 7 avril 2026
                    Réponse : fait le 29 avril 2026
                    > La décision est définitive. Vous pourrez vous présenter à un prochain appel.
                    """),
            new Cas(
                    "classé sans suite",
                    EtatDossier.CLASSE_SANS_SUITE,
                    null,
                    "depot 2026-03-02, a-completer 2026-03-03, classe-sans-suite 2026-03-24",
                    """
                    Dépôt : fait le 2 mars 2026
                    Vérification : fait le 3 mars 2026
                    Compléments : arrêté le 24 mars 2026
                    Relecture : n’a pas eu lieu
                    Décision : n’a pas eu lieu
                    Réponse : n’a pas eu lieu
                    > Les éléments demandés ne nous sont pas parvenus : le dossier est clos. Vous pourrez vous présenter à un \
                    prochain appel.
                    """),
            new Cas(
                    "irrecevable",
                    EtatDossier.IRRECEVABLE,
                    "irrecevable",
                    "depot 2026-03-02, irrecevabilite-a-confirmer 2026-03-03, irrecevable 2026-03-06",
                    """
                    Dépôt : fait le 2 mars 2026
                    Vérification : arrêté le 6 mars 2026
                    Compléments : n’a pas eu lieu
                    Relecture : n’a pas eu lieu
                    Décision : n’a pas eu lieu
                    Réponse : n’a pas eu lieu
                    > Votre initiative n’entre pas dans le cadre de cet appel : le dossier est clos. Vous pourrez vous présenter \
                    à un prochain appel.
                    """),
            new Cas(
                    "retiré pendant la relecture",
                    EtatDossier.RETIRE,
                    null,
                    "depot 2026-03-02, en-relecture 2026-03-03, retrait 2026-03-11, retire 2026-03-11",
                    """
                    Dépôt : fait le 2 mars 2026
                    Vérification : fait le 3 mars 2026
                    Compléments : pas nécessaire
                    Relecture : arrêté le 11 mars 2026
                    Décision : n’a pas eu lieu
                    Réponse : n’a pas eu lieu
                    > Votre candidature est retirée, comme vous l’avez demandé. Vous pourrez vous présenter à un prochain appel.
                    """),
            new Cas(
                    "retiré après avoir été retenu",
                    EtatDossier.RETIRE,
                    "retenu-projet",
                    "depot 2026-03-02, en-relecture 2026-03-03, en-decision 2026-03-27, notifie 2026-04-07, retenu"
                            + " 2026-04-29, retire 2026-06-03",
                    """
                    Dépôt : fait le 2 mars 2026
                    Vérification : fait le 3 mars 2026
                    Compléments : pas nécessaire
                    Relecture : fait le 27 mars 2026
                    Décision : fait le 7 avril 2026
                    Réponse : fait le 29 avril 2026
                    Besoins : arrêté le 3 juin 2026
                    > Votre initiative ne fait plus partie du programme, comme vous l’avez demandé. Vous pourrez vous présenter \
                    à un prochain appel.
                    """));

    @ParameterizedTest
    @FieldSource("CAS")
    void lePorteurLitOuEnEstSonDossierEtCeQuiVient(Cas cas) {
        Optional<TacheSuivie> demande =
                cas.etat() == EtatDossier.A_COMPLETER ? Optional.of(demande()) : Optional.empty();
        List<EtapeDuPorteur> suites = cas.etat() == EtatDossier.RETIRE
                ? List.of(EtapeDuPorteur.arretee("Besoins", Instant.parse("2026-06-03T08:00:00Z")))
                : SUITES;

        assertThat(lire(chemin(cas, demande, suites))).isEqualTo(cas.attendu());
    }

    @Test
    void chaqueEtatEstDansLaTable() {
        Set<EtatDossier> vus = CAS.stream().map(Cas::etat).collect(Collectors.toSet());
        assertThat(vus).isEqualTo(EnumSet.allOf(EtatDossier.class));
    }

    @Test
    void desComplementsRecusNAttendentPlusPersonne() {
        CheminDuPorteur chemin = chemin(
                cas(EtatDossier.A_COMPLETER, "depot 2026-03-02, a-completer 2026-03-03, complements 2026-03-09"),
                Optional.empty(),
                List.of());

        assertThat(chemin.attendLePorteur()).isFalse();
        assertThat(chemin.courante().le()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(chemin.ensuite()).singleElement().asString().startsWith("Nous avons reçu vos compléments.");
    }

    @Test
    void unDossierReprisApresUneDecisionMontreLaRelectureAVenirAuComite() {
        CheminDuPorteur chemin = chemin(
                cas(
                        EtatDossier.EN_RELECTURE,
                        "depot 2026-03-02, en-relecture 2026-03-03, en-decision 2026-03-27, notifie 2026-04-07,"
                                + " en-relecture 2026-04-08"),
                Optional.empty(),
                List.of());

        assertThat(chemin.courante().nom()).isEqualTo("Relecture");
        assertThat(chemin.courante().le()).isEqualTo(LocalDate.of(2026, 4, 8));
        assertThat(chemin.etapes())
                .filteredOn(etape -> etape.avancement() == Avancement.A_VENIR)
                .extracting(EtapeDuPorteur::nom)
                .containsExactly("Décision", "Réponse");
    }

    @Test
    void unDossierSansHistoireSeLitQuandMeme() {
        for (EtatDossier etat : EtatDossier.values()) {
            CheminDuPorteur chemin = chemin(cas(etat, ""), Optional.empty(), List.of());
            assertThat(chemin.etapes()).as("%s", etat).first().satisfies(etape -> assertThat(etape.nom())
                    .isEqualTo("Dépôt"));
        }
    }

    @Test
    void unDossierNationalAttendLesPilotesDuProgramme() {
        CheminDuPorteur chemin = new CheminDuPorteur(
                DossiersDEssai.dossier(EtatDossier.IRRECEVABILITE_A_CONFIRMER, "FR", null),
                evenements("depot 2026-03-02, irrecevabilite-a-confirmer 2026-03-03"),
                Optional.empty(),
                List.of());

        assertThat(chemin.courante().attendu()).isEqualTo("les pilotes du programme");
    }

    @Test
    void lesAutresPiecesNeSontInterrogeesQueSurUneInitiativeRetenue() {
        String retenue = "depot 2026-03-02, notifie 2026-04-07, retenu 2026-04-29";

        assertThat(retenue(EtatDossier.RETENU, "")).isTrue();
        assertThat(retenue(EtatDossier.RETIRE, retenue + ", retire 2026-06-03")).isTrue();
        assertThat(retenue(EtatDossier.RETIRE, "depot 2026-03-02, retire 2026-03-11"))
                .isFalse();
        assertThat(retenue(EtatDossier.NON_RETENU, retenue + ", non-retenu 2026-05-29"))
                .isFalse();
    }

    @Test
    void sansEtapeEnCoursLaDerniereSuiteConnueEstDite() {
        List<EtapeDuPorteur> suites = List.of(
                EtapeDuPorteur.faite("Besoins", null).puis("Première suite."),
                EtapeDuPorteur.faite("Accompagnement", null).puis("Dernière suite."),
                EtapeDuPorteur.faite("Monographie", null));
        CheminDuPorteur chemin =
                chemin(cas(EtatDossier.RETENU, "depot 2026-03-02, retenu 2026-04-29"), Optional.empty(), suites);

        assertThat(chemin.courante()).isNull();
        assertThat(chemin.ensuite()).containsExactly("Dernière suite.");
    }

    @Test
    void ceQuiVientEstDitDeChaqueEtapeEnCoursEtDElleSeule() {
        List<EtapeDuPorteur> suites = List.of(
                EtapeDuPorteur.enCours("Besoins", null).puis("Suite des besoins."),
                EtapeDuPorteur.enCours("Accompagnement", null).puis("Suite de l’accompagnement."),
                EtapeDuPorteur.de("Monographie", Avancement.A_VENIR).puis("Suite de la monographie."));
        CheminDuPorteur chemin =
                chemin(cas(EtatDossier.RETENU, "depot 2026-03-02, retenu 2026-04-29"), Optional.empty(), suites);

        assertThat(chemin.ensuite()).containsExactly("Suite des besoins.", "Suite de l’accompagnement.");
    }

    @Test
    void desComplementsDejaRecusRestentFaitsQuandLaVerificationReprend() {
        CheminDuPorteur chemin = chemin(
                cas(
                        EtatDossier.IRRECEVABLE,
                        "depot 2026-03-02, a-completer 2026-03-03, complements 2026-03-09,"
                                + " irrecevabilite-a-confirmer 2026-03-10, irrecevable 2026-03-12"),
                Optional.empty(),
                List.of());

        assertThat(chemin.etapes().get(2))
                .isEqualTo(EtapeDuPorteur.faite("Compléments", Instant.parse("2026-03-09T08:00:00Z")));
        assertThat(chemin.etapes().get(1).avancement()).isEqualTo(Avancement.ARRETEE);
    }

    @Test
    void lePorteurEstAttenduQuandUneDemandeEstOuverte() {
        assertThat(chemin(
                                cas(EtatDossier.A_COMPLETER, "depot 2026-03-02, a-completer 2026-03-02"),
                                Optional.of(demande()),
                                List.of())
                        .attendLePorteur())
                .isTrue();
    }

    private static boolean retenue(EtatDossier etat, String evenements) {
        return CheminDuPorteur.retenue(DossiersDEssai.dossier(etat, "53", null), evenements(evenements));
    }

    @Test
    void leJourEstCeluiDeParis() {
        assertThat(EtapeDuPorteur.faite("Dépôt", Instant.parse("2026-03-11T23:30:00Z"))
                        .le())
                .isEqualTo(LocalDate.of(2026, 3, 12));
    }

    private static Cas cas(EtatDossier etat, String evenements) {
        return new Cas("", etat, null, evenements, "");
    }

    private static CheminDuPorteur chemin(Cas cas, Optional<TacheSuivie> demande, List<EtapeDuPorteur> suites) {
        return new CheminDuPorteur(dossier(cas), evenements(cas.evenements()), demande, suites);
    }

    private static List<Evenement> evenements(String lignes) {
        return Arrays.stream(lignes.split(", "))
                .filter(ligne -> !ligne.isEmpty())
                .map(ligne -> ligne.split(" "))
                .map(mots -> evenement(mots[0], Instant.parse(mots[1] + "T08:00:00Z")))
                .toList();
    }

    private static Evenement evenement(String mot, Instant le) {
        return Stream.of(EtatDossier.values())
                .filter(etat -> etat.id().equals(mot))
                .findFirst()
                .map(etat -> new Evenement(le, "etat", null, etat.annonce()))
                .orElseGet(() -> new Evenement(le, mot, null, mot));
    }

    private static String lire(CheminDuPorteur chemin) {
        List<String> lignes = new ArrayList<>();
        chemin.etapes().forEach(etape -> lignes.add((etape.equals(chemin.courante()) ? "* " : "") + lire(etape)));
        chemin.ensuite().forEach(phrase -> lignes.add("> " + phrase));
        return String.join("\n", lignes).replace('\u00a0', ' ') + "\n";
    }

    private static String lire(EtapeDuPorteur etape) {
        return etape.nom()
                + " : "
                + etape.avancement().libelle()
                + (etape.le() == null ? "" : (etape.enCours() ? " depuis le " : " le ") + FORMAT.date(etape.le()))
                + (etape.attendu() == null ? "" : ", attendu : " + etape.attendu())
                + (etape.avantLe() == null ? "" : ", jusqu’au " + FORMAT.date(etape.avantLe()));
    }

    private static TacheSuivie demande() {
        return new TacheSuivie(
                "t",
                CandidatureProcess.CLE,
                "i",
                CandidatureProcess.Elements.COMPLETER_DOSSIER,
                "Compléter le dossier",
                "PTCE-0042",
                "53",
                "porteur",
                null,
                List.of("pilotes-53"),
                Instant.parse("2026-03-03T08:00:00Z"),
                Instant.parse("2026-03-24T17:00:00Z"),
                null,
                0,
                null,
                null);
    }

    private static Dossier dossier(Cas cas) {
        return DossiersDEssai.dossier(cas.etat(), "53", cas.decision());
    }
}
