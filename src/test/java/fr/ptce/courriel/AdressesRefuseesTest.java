package fr.ptce.courriel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to an e-mail and to its address when the server refuses it, one by one and in a batch. */
class AdressesRefuseesTest {

    private static final String JEANNE = "jeanne@porteur.example";
    private static final String INCONNUE = "550 5.1.1 <jeanne@porteur.example>: user unknown";

    private ServeurCapricieux serveur;
    private BancCourriel banc;
    private Courriels courriels;

    DataSource donnees() throws Exception {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    @BeforeEach
    void demarrer() throws Exception {
        serveur = new ServeurCapricieux();
        banc = new BancCourriel(donnees());
        JavaMailSenderImpl expedition = new JavaMailSenderImpl();
        courriels = banc.courriels(BancCourriel.regler(expedition, serveur.port()));
    }

    @AfterEach
    void arreter() throws Exception {
        serveur.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INCONNUE,
                "550 No such user here",
                "551 User not local",
                "553 Mailbox name not allowed",
                "556 5.1.10 Recipient address has null MX",
                "550 5.2.1 Mailbox disabled"
            })
    void unRefusDefinitifSuspendLadresseEtTermineLeCourriel(String reponse) {
        serveur.repondre(JEANNE, reponse);

        assertThatCode(() -> courriels.envoyer(courriel("a", JEANNE))).doesNotThrowAnyException();

        CourrielEnvoye ligne = seuleLigne();
        assertThat(ligne.etat()).isEqualTo(EtatCourriel.REFUSE);
        assertThat(ligne.etat().libelle()).isEqualTo("adresse refusée");
        assertThat(ligne.envoyeLe()).isNull();
        assertThat(ligne.derniereErreur())
                .contains(reponse.substring(0, 3))
                .doesNotContain(JEANNE)
                .isEqualTo(banc.adresses.motif("JEANNE@porteur.example").orElseThrow());
        assertThat(banc.refus).containsExactly(new AdresseRefusee(JEANNE, "PTCE-0042", ligne.derniereErreur()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "450 4.2.1 Mailbox busy",
                "451 4.7.1 Greylisted",
                "452 4.2.2 Mailbox full",
                "550 5.7.1 Sender blocked by policy",
                "530 5.7.0 Authentication required",
                "554 5.7.1 Relay access denied",
                "550 5.1.8 Bad sender domain",
                ServeurCapricieux.RACCROCHE
            })
    void unRefusPassagerOuDeNotreServeurNeSuspendPersonne(String reponse) {
        serveur.repondre(JEANNE, reponse);
        assertThatThrownBy(() -> courriels.envoyer(courriel("a", JEANNE)))
                .isInstanceOfSatisfying(
                        EnvoiImpossible.class, refus -> assertThat(refus.cle()).isEqualTo("a"))
                .hasMessageNotContaining(JEANNE);
        assertThat(seuleLigne().etat()).isEqualTo(EtatCourriel.ECHEC);
        assertThat(banc.adresses.motif(JEANNE)).isEmpty();
        assertThat(banc.refus).isEmpty();

        serveur.accepter(JEANNE);
        courriels.envoyer(courriel("a", JEANNE));

        assertThat(serveur.acceptes).containsExactly(JEANNE);
    }

    @Test
    void unCourrielRefuseNestPasRetenteMemeUneFoisLadresseRetablie() {
        serveur.repondre(JEANNE, INCONNUE);
        courriels.envoyer(courriel("a", JEANNE));
        serveur.accepter(JEANNE);
        assertThat(banc.adresses.lever(JEANNE)).isTrue();

        courriels.envoyer(courriel("a", JEANNE));
        assertThat(serveur.acceptes).isEmpty();
        assertThat(seuleLigne().tentatives()).isEqualTo(1);

        courriels.envoyer(courriel("b", JEANNE));
        assertThat(serveur.acceptes).containsExactly(JEANNE);
    }

    @Test
    void rienNePartVersUneAdresseSuspendue() {
        banc.adresses.suspendre(" Jeanne@Porteur.example ", "demande de la personne");

        courriels.envoyer(courriel("a", JEANNE));
        assertThat(courriels.envoyerTous(
                        List.of(courriel("b", "JEANNE@porteur.example"), courriel("c", "a@p.example"))))
                .isEmpty();

        assertThat(serveur.acceptes).containsExactly("a@p.example");
        assertThat(courriels.duDossier("PTCE-0042"))
                .extracting(CourrielEnvoye::etat)
                .containsExactly(EtatCourriel.ENVOYE, EtatCourriel.REFUSE, EtatCourriel.REFUSE);
        assertThat(banc.refus).hasSize(2).allSatisfy(refus -> assertThat(refus.motif())
                .isEqualTo("adresse suspendue\u00a0: demande de la personne"));
    }

    @Test
    void quandLeRefusNePeutPasEtreDitRienNenEstGardeEtLeCourrielEstRepris() {
        serveur.repondre(JEANNE, INCONNUE);
        banc.ecoute = refus -> {
            throw new IllegalStateException("listener down");
        };
        assertThatThrownBy(() -> courriels.envoyer(courriel("a", JEANNE))).hasMessage("listener down");
        assertThat(banc.adresses.motif(JEANNE)).isEmpty();
        assertThat(seuleLigne().etat()).isEqualTo(EtatCourriel.ENVOI);

        banc.ecoute = banc.refus::add;
        courriels.envoyer(courriel("a", JEANNE));

        assertThat(seuleLigne().etat()).isEqualTo(EtatCourriel.REFUSE);
        assertThat(banc.refus).hasSize(1);
    }

    @Test
    void suspendreDeuxFoisGardeLaDateEtPrendLeNouveauMotif() {
        banc.adresses.suspendre(JEANNE, "premier");
        AdressesSuspendues.AdresseSuspendue premiere = banc.adresses.toutes(10).get(0);
        banc.adresses.suspendre("JEANNE@PORTEUR.EXAMPLE", "m".repeat(400));

        assertThat(banc.adresses.toutes(10)).singleElement().satisfies(suspendue -> {
            assertThat(suspendue.adresse()).isEqualTo(JEANNE);
            assertThat(suspendue.depuis()).isEqualTo(premiere.depuis());
            assertThat(suspendue.motif()).hasSize(300).endsWith("…");
        });
    }

    @Test
    void parmiRendLesAdressesTellesQuElles() {
        banc.adresses.suspendre(JEANNE, "motif");
        banc.adresses.suspendre("luc@xn--ple-kna.example", "motif");

        assertThat(banc.adresses.parmi(List.of(
                        "Jeanne@porteur.example", "luc@pôle.example", "autre@porteur.example", "pas une adresse")))
                .containsExactlyInAnyOrder("Jeanne@porteur.example", "luc@pôle.example");
        assertThat(banc.adresses.parmi(List.of())).isEmpty();
        assertThat(banc.adresses.toutes(1)).hasSize(1);
        assertThat(banc.adresses.lever("inconnue@porteur.example")).isFalse();
        assertThat(banc.adresses.lever("pas une adresse")).isFalse();
        assertThat(banc.adresses.motif(null)).isEmpty();
    }

    @Test
    void uneSuspensionSansMotifOuSansAdresseEstRefusee() {
        assertThatThrownBy(() -> banc.adresses.suspendre(JEANNE, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> banc.adresses.suspendre("jeanne", "motif")).isInstanceOf(AdresseInvalide.class);
    }

    @Test
    void uneSuspensionSuitLaTransactionDeSonAppelant() {
        new TransactionTemplate(banc.transactions).executeWithoutResult(statut -> {
            banc.adresses.suspendre(JEANNE, "motif");
            statut.setRollbackOnly();
        });
        assertThat(banc.adresses.motif(JEANNE)).isEmpty();
    }

    @Test
    void deuxSuspensionsEnMemeTempsNeFontPasEchouerLeurTransaction() throws Exception {
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            for (int essai = 0; essai < 20; essai++) {
                String adresse = "p" + essai + "@porteur.example";
                CyclicBarrier depart = new CyclicBarrier(2);
                Callable<Boolean> suspension = () -> new TransactionTemplate(banc.transactions).execute(statut -> {
                    attendre(depart);
                    banc.adresses.suspendre(adresse, "motif");
                    return banc.adresses.motif(adresse).isPresent();
                });
                for (Future<Boolean> faite : fils.invokeAll(List.of(suspension, suspension), 30, TimeUnit.SECONDS)) {
                    assertThat(faite.get()).isTrue();
                }
            }
        } finally {
            fils.shutdownNow();
        }
        assertThat(banc.adresses.toutes(100)).hasSize(20);
    }

    private static void attendre(CyclicBarrier depart) {
        try {
            depart.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void unLotPartSurUneConnexionEtSesEchecsNarretentPasLesAutres() {
        serveur.repondre("p2@porteur.example", "450 4.2.1 Mailbox busy");
        serveur.repondre("p3@porteur.example", "550 5.1.1 unknown");
        List<CourrielAEnvoyer> lot = List.of(
                courriel("1", "p1@porteur.example"),
                courriel("2", "p2@porteur.example"),
                courriel("3", "p3@porteur.example"),
                courriel("4", "pas une adresse"),
                new CourrielAEnvoyer("5", null, "p5@porteur.example", "lien-de-suivi", Map.of(), List.of()),
                courriel("6", "p6@porteur.example"),
                courriel("6", "p6@porteur.example"));

        List<EnvoiImpossible> restes = courriels.envoyerTous(lot);

        assertThat(restes).extracting(EnvoiImpossible::cle).containsExactly("2", "4", "5");
        assertThat(restes).extracting(Throwable::getMessage).allSatisfy(message -> assertThat(message)
                .contains("n’est pas parti")
                .doesNotContain("p2@"));
        assertThat(serveur.acceptes).containsExactly("p1@porteur.example", "p6@porteur.example");
        assertThat(serveur.connexions()).isEqualTo(1);

        serveur.accepter("p2@porteur.example");
        assertThat(courriels.envoyerTous(lot.subList(0, 3))).isEmpty();
        assertThat(serveur.acceptes).containsExactly("p1@porteur.example", "p6@porteur.example", "p2@porteur.example");
    }

    @Test
    void uneConnexionRaccrocheeEstRouverteEtUnGrandLotEnPrendPlusieurs() {
        serveur.repondre("p3@porteur.example", ServeurCapricieux.RACCROCHE);
        List<CourrielAEnvoyer> lot = IntStream.range(0, 150)
                .mapToObj(i -> courriel("k" + i, "p" + i + "@porteur.example"))
                .toList();

        assertThat(courriels.envoyerTous(lot))
                .singleElement()
                .extracting(EnvoiImpossible::cle)
                .isEqualTo("k3");

        assertThat(serveur.acceptes).hasSize(149).doesNotHaveDuplicates();
        assertThat(serveur.connexions()).isEqualTo(3);
    }

    @Test
    void unServeurInjoignableRendToutLeLotSansAttendreAChaqueFois() throws Exception {
        serveur.close();
        List<CourrielAEnvoyer> lot = IntStream.range(0, 20)
                .mapToObj(i -> courriel("k" + i, "p" + i + "@porteur.example"))
                .toList();

        assertThat(courriels.envoyerTous(lot)).hasSize(20);
        assertThat(banc.courriels(null).envoyerTous(lot))
                .hasSize(20)
                .first()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("spring.mail.host");
        assertThat(courriels.duDossier("PTCE-0042")).hasSize(20).allMatch(ligne -> ligne.etat() == EtatCourriel.ECHEC);
        assertThat(courriels.envoyerTous(List.of())).isEmpty();
    }

    private CourrielEnvoye seuleLigne() {
        List<CourrielEnvoye> lignes = courriels.duDossier("PTCE-0042");
        assertThat(lignes).hasSize(1);
        return lignes.get(0);
    }

    static CourrielAEnvoyer courriel(String cle, String destinataire) {
        Map<String, Object> variables =
                Map.of("numero", "PTCE-0042", "initiative", "Pôle", "lien", "https://ptce.example/suivi/exemple");
        return new CourrielAEnvoyer(cle, "PTCE-0042", destinataire, "lien-de-suivi", variables, List.of());
    }
}
