package fr.ptce.courriel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves through a real SMTP server, and what the ledger says of it. Run again on PostgreSQL by a subclass. */
class CourrielsTest {

    private static final String CLE = "lien-de-suivi:PTCE-0042";
    private static final String SECRET = "Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm8";

    private GreenMail serveur;
    private BancCourriel banc;
    private Courriels courriels;

    DataSource donnees() throws Exception {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    @BeforeEach
    void demarrer() throws Exception {
        serveur = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        serveur.start();
        banc = new BancCourriel(donnees());
        courriels = banc.courriels(BancCourriel.expedition(serveur));
    }

    @AfterEach
    void arreter() {
        serveur.stop();
    }

    @Test
    void unCourrielPorteTexteHtmlPieceEtEnTetes() throws Exception {
        byte[] lettre = "%PDF-1.7 lettre".getBytes(StandardCharsets.US_ASCII);
        courriels.envoyer(lien(
                CLE,
                "jeanne@porteur.example",
                "Pôle du Trégor",
                List.of(new PieceAJoindre("lettre-décision.pdf", "application/pdf", lettre))));

        MimeMessage recu = seulRecu();
        assertThat(recu.getSubject()).isEqualTo("[PTCE-0042] Votre nouveau lien de suivi");
        assertThat(recu.getFrom()[0]).hasToString("Programme PTCE <programme@ptce.example>");
        assertThat(recu.getAllRecipients()).extracting(Object::toString).containsExactly("jeanne@porteur.example");
        assertThat(recu.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(recu.getHeader("Content-Language")).containsExactly("fr");
        assertThat(recu.getMessageID()).matches("<[0-9a-f]{32}@ptce\\.example>");
        assertThat(recu.getHeader("In-Reply-To")).isEqualTo(recu.getHeader("References"));
        assertThat(recu.getHeader("References")[0]).matches("<[0-9a-f]{32}@ptce\\.example>");

        CourrielAttrape lu = LectureDeMessage.lire(1, "", recu);
        assertThat(lu.texte()).contains("Bonjour Jeanne Le Goff,", "«\u00a0Pôle du Trégor\u00a0»", SECRET);
        assertThat(lu.html()).contains("<html lang=\"fr\"", "Pôle du Trégor", "/suivi/" + SECRET + "\"");
        assertThat(lu.pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.nom()).isEqualTo("lettre-décision.pdf");
            assertThat(piece.type()).isEqualTo("application/pdf");
            assertThat(piece.contenu()).isEqualTo(lettre);
        });
    }

    @Test
    void unCourrielQueLonPeutEspacerMeneASesReglagesAussiQuandIlRepart() throws Exception {
        String reglages = "https://ptce.example/courriels/preferences?a=1&b=2";
        CourrielAEnvoyer rappel = new CourrielAEnvoyer(
                CLE, "PTCE-0042", "jeanne@porteur.example", "lien-de-suivi", variables("Pôle"), List.of(), reglages);
        Courriels interrompus = banc.courriels(new ExpeditionObservee(serveur) {
            @Override
            void apres() {
                throw new ArretBrutal();
            }
        });
        assertThatThrownBy(() -> interrompus.envoyer(rappel)).isInstanceOf(ArretBrutal.class);
        courriels.envoyer(lien(CLE));

        assertThat(serveur.getReceivedMessages()).hasSize(2).allSatisfy(recu -> {
            assertThat(recu.getHeader("List-Unsubscribe")).containsExactly("<" + reglages + ">");
            assertThat(recu.getHeader("List-Unsubscribe-Post")).isNull();
            CourrielAttrape lu = LectureDeMessage.lire(1, "", recu);
            assertThat(lu.texte().replace("\r\n", "\n"))
                    .endsWith("Régler la fréquence de ces courriels\u00a0:\n" + reglages + "\n");
            assertThat(lu.html())
                    .contains(
                            "<a href=\"https://ptce.example/courriels/preferences?a=1&amp;b=2\" style=\"color:#1a3a5c\">Régler la fréquence de ces courriels</a>");
        });
    }

    @Test
    void unCourrielQueLonNePeutPasEspacerNeMeneAAucunReglage() throws Exception {
        courriels.envoyer(lien(CLE));

        MimeMessage recu = seulRecu();
        assertThat(recu.getHeader("List-Unsubscribe")).isNull();
        assertThat(LectureDeMessage.lire(1, "", recu).texte()).doesNotContain("Régler");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/reglages", "javascript:alert(1)", "https://a.example/>\r\nBcc: b@c.example", "https://a b"
            })
    void desReglagesQuiNeSontPasUneAdresseDePageSontRefuses(String reglages) {
        assertThatThrownBy(() -> new CourrielAEnvoyer(
                        CLE, null, "jeanne@porteur.example", "lien-de-suivi", Map.of(), List.of(), reglages))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sansPieceLeMessageEstUneAlternativeTexteEtHtml() throws Exception {
        courriels.envoyer(lien(CLE));

        MimeMessage recu = seulRecu();
        assertThat(recu.isMimeType("multipart/alternative")).isTrue();
        Multipart versions = (Multipart) recu.getContent();
        assertThat(versions.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(versions.getBodyPart(1).isMimeType("text/html")).isTrue();
    }

    @Test
    void lesCourrielsDunDossierSuiventLeMemeFil() throws Exception {
        courriels.envoyer(lien("a:PTCE-0042"));
        courriels.envoyer(lien("b:PTCE-0042"));

        MimeMessage[] recus = serveur.getReceivedMessages();
        assertThat(recus).hasSize(2);
        assertThat(recus[0].getHeader("References")).isEqualTo(recus[1].getHeader("References"));
        assertThat(recus[0].getMessageID()).isNotEqualTo(recus[1].getMessageID());
    }

    @Test
    void sansDossierNiNumeroNiFil() throws Exception {
        Map<String, Object> variables =
                Map.of("lien", "https://ptce.example/b/1", "campagne", "Appel 2011", "fermetureLe", "2026-12-01T12:00");
        courriels.envoyer(new CourrielAEnvoyer(
                "rappel-brouillon:7", null, "jeanne@porteur.example", "rappel-brouillon", variables, null));

        MimeMessage recu = seulRecu();
        assertThat(recu.getSubject()).isEqualTo("Votre candidature n’est pas encore déposée");
        assertThat(recu.getHeader("References")).isNull();
    }

    @Test
    void laMemeCleDeuxFoisNePartQuUneFois() {
        courriels.envoyer(lien(CLE));
        courriels.envoyer(lien(CLE));

        assertThat(serveur.getReceivedMessages()).hasSize(1);
        assertThat(seuleLigne().tentatives()).isEqualTo(1);
    }

    @Test
    void deuxFilsDexecutionAvecLaMemeCleNenvoientQuUneFois() throws Exception {
        int cles = 10;
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < cles; i++) {
                CyclicBarrier depart = new CyclicBarrier(2);
                CourrielAEnvoyer courriel = lien("course:" + i);
                List<Future<Object>> courses = fils.invokeAll(
                        List.of(() -> apres(depart, courriel), () -> apres(depart, courriel)), 30, TimeUnit.SECONDS);
                for (Future<Object> course : courses) {
                    course.get();
                }
            }
        } finally {
            fils.shutdownNow();
        }
        assertThat(serveur.getReceivedMessages()).hasSize(cles);
        assertThat(courriels.duDossier("PTCE-0042"))
                .hasSize(cles)
                .allMatch(courriel -> courriel.etat() == EtatCourriel.ENVOYE);
    }

    @Test
    void unSecondFilAttendLaFinDeLenvoiPuisNenvoieRien() throws Exception {
        CountDownLatch entre = new CountDownLatch(1);
        CountDownLatch continuer = new CountDownLatch(1);
        Courriels lents = banc.courriels(new ExpeditionObservee(serveur) {
            @Override
            void avant() {
                entre.countDown();
                attendre(continuer);
            }
        });
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            Future<?> premier = fils.submit(() -> lents.envoyer(lien(CLE)));
            assertThat(entre.await(20, TimeUnit.SECONDS)).isTrue();
            Future<?> second = fils.submit(() -> courriels.envoyer(lien(CLE)));
            await().during(Duration.ofMillis(400)).until(() -> !second.isDone());
            continuer.countDown();
            premier.get(20, TimeUnit.SECONDS);
            second.get(20, TimeUnit.SECONDS);
        } finally {
            fils.shutdownNow();
        }
        assertThat(serveur.getReceivedMessages()).hasSize(1);
    }

    @Test
    void serveurArreteDonneUnEchecPuisLeCourrielPartUneFois() {
        int port = serveur.getSmtp().getPort();
        serveur.stop();
        assertThatThrownBy(() -> courriels.envoyer(lien(CLE)))
                .isInstanceOf(EnvoiImpossible.class)
                .hasMessageContaining("n’est pas parti")
                .hasMessageNotContaining("jeanne@");
        assertThat(seuleLigne()).satisfies(ligne -> {
            assertThat(ligne.etat()).isEqualTo(EtatCourriel.ECHEC);
            assertThat(ligne.derniereErreur()).isNotBlank().hasSizeLessThanOrEqualTo(500);
            assertThat(ligne.envoyeLe()).isNull();
        });

        serveur = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        serveur.start();
        courriels.envoyer(lien(CLE));
        courriels.envoyer(lien(CLE));

        assertThat(serveur.getReceivedMessages()).hasSize(1);
        assertThat(seuleLigne()).satisfies(ligne -> {
            assertThat(ligne.etat()).isEqualTo(EtatCourriel.ENVOYE);
            assertThat(ligne.tentatives()).isEqualTo(2);
            assertThat(ligne.derniereErreur()).isNull();
            assertThat(ligne.envoyeLe()).isNotNull();
        });
    }

    @Test
    void apresUnEchecLadresseCorrigeeEstPrise() throws Exception {
        Courriels sansServeur = banc.courriels(null);
        assertThatThrownBy(() -> sansServeur.envoyer(lien(CLE)))
                .isInstanceOf(EnvoiImpossible.class)
                .hasMessageContaining("spring.mail.host");

        courriels.envoyer(lien(CLE, "corrigee@porteur.example", "Pôle", List.of()));

        assertThat(seulRecu().getAllRecipients()[0]).hasToString("corrigee@porteur.example");
        assertThat(seuleLigne().destinataire()).isEqualTo("corrigee@porteur.example");
    }

    @Test
    void unArretEntreEnvoiEtMarqueRenvoieALidentique() throws Exception {
        Courriels interrompus = banc.courriels(new ExpeditionObservee(serveur) {
            @Override
            void apres() {
                throw new ArretBrutal();
            }
        });
        assertThatThrownBy(() -> interrompus.envoyer(lien(CLE))).isInstanceOf(ArretBrutal.class);
        assertThat(seuleLigne().etat()).isEqualTo(EtatCourriel.ENVOI);

        courriels.envoyer(lien(CLE, "autre@porteur.example", "Nom changé entre-temps", List.of()));

        MimeMessage[] recus = serveur.getReceivedMessages();
        assertThat(recus).hasSize(2);
        assertThat(recus[1].getMessageID()).isEqualTo(recus[0].getMessageID());
        assertThat(recus[1].getAllRecipients()).isEqualTo(recus[0].getAllRecipients());
        assertThat(LectureDeMessage.lire(2, "", recus[1]).texte())
                .isEqualTo(LectureDeMessage.lire(1, "", recus[0]).texte());
        assertThat(seuleLigne().etat()).isEqualTo(EtatCourriel.ENVOYE);
        assertThat(banc.jdbc
                        .sql("select renvois from courriel")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void lannulationDeLaTransactionDeLappelantNeFaitPasPartirDeuxFois() {
        new TransactionTemplate(banc.transactions).executeWithoutResult(statut -> {
            courriels.envoyer(lien(CLE));
            statut.setRollbackOnly();
        });
        courriels.envoyer(lien(CLE));

        assertThat(serveur.getReceivedMessages()).hasSize(1);
        assertThat(seuleLigne().etat()).isEqualTo(EtatCourriel.ENVOYE);
    }

    @Test
    void leSecretDunLienPersonnelNeResteNiApresLenvoiNiApresUnEchec() {
        assertThatThrownBy(() -> banc.courriels(null).envoyer(lien(CLE))).isInstanceOf(EnvoiImpossible.class);
        assertThat(seuleLigne().texte() + seuleLigne().html()).doesNotContain(SECRET);

        courriels.envoyer(lien(CLE));

        assertThat(seuleLigne().texte() + seuleLigne().html())
                .doesNotContain(SECRET)
                .contains("https://ptce.example/suivi/…");
    }

    @Test
    void unRetourALaLigneDansUnNomNajoutePasDenTete() throws Exception {
        courriels.envoyer(new CourrielAEnvoyer(
                "x:1",
                "PTCE-0042\r\nBcc: pirate@ailleurs.example",
                "jeanne@porteur.example",
                "lien-de-suivi",
                variables("Pôle\r\nBcc: pirate@ailleurs.example"),
                List.of(new PieceAJoindre("a\r\nX-Pirate: 1.pdf", "application/pdf;\r\n X-Pirate=1", new byte[] {1}))));

        MimeMessage recu = seulRecu();
        assertThat(recu.getHeader("Bcc")).isNull();
        assertThat(recu.getSubject()).doesNotContain("\n", "\r");
        assertThat(recu.getAllRecipients()).hasSize(1);
        Multipart parties = (Multipart) recu.getContent();
        assertThat(parties.getBodyPart(1).getHeader("X-Pirate")).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sans-arobase",
                "a@b@c",
                "@domaine.example",
                "jeanne@",
                "jeanne@porteur.example\r\nBcc: pirate@ailleurs.example",
                "jeanne@porteur.example, pirate@ailleurs.example",
                "Jeanne <jeanne@porteur.example>",
                "jea nne@porteur.example",
                "jeanne@por teur.example",
                "jérôme@porteur.example",
                "jeanne@-porteur.example"
            })
    void uneAdresseInvalideEstRefuseeSansRienEcrire(String adresse) {
        assertThatThrownBy(() -> courriels.envoyer(lien(CLE, adresse, "Pôle", List.of())))
                .isInstanceOf(AdresseInvalide.class)
                .hasMessageStartingWith("Adresse électronique invalide");
        assertThat(courriels.duDossier("PTCE-0042")).isEmpty();
    }

    @Test
    void unDomaineAccentueEstEcritEnAscii() {
        assertThat(Adresses.verifier(" jeanne@pôle.example ").getAddress()).isEqualTo("jeanne@xn--ple-kna.example");
    }

    @Test
    void uneVariableAbsenteEstNommeeSansRienEcrire() {
        Map<String, Object> incompletes = new HashMap<>(variables("Pôle"));
        incompletes.remove("lien");
        assertThatThrownBy(() -> courriels.envoyer(new CourrielAEnvoyer(
                        CLE, "PTCE-0042", "jeanne@porteur.example", "lien-de-suivi", incompletes, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lien-de-suivi")
                .hasMessageContaining("[lien]");
        assertThat(courriels.duDossier("PTCE-0042")).isEmpty();
    }

    @Test
    void leDossierListeSesCourrielsDuPlusRecentAuPlusAncien() {
        courriels.envoyer(lien("a:1"));
        courriels.envoyer(lien("b:2"));

        List<CourrielEnvoye> lus = courriels.duDossier("PTCE-0042");
        assertThat(lus).extracting(CourrielEnvoye::id).hasSize(2).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(courriels.lire(lus.get(0).id())).contains(lus.get(0));
        assertThat(courriels.lire(-1)).isEmpty();
        assertThat(courriels.duDossier("PTCE-9999")).isEmpty();
    }

    @Test
    void uneCleVideOuTropLongueEstRefusee() {
        assertThatThrownBy(() -> lien(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lien("c".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> lien("c".repeat(200))).doesNotThrowAnyException();
    }

    private Object apres(CyclicBarrier depart, CourrielAEnvoyer courriel) throws Exception {
        depart.await(20, TimeUnit.SECONDS);
        courriels.envoyer(courriel);
        return null;
    }

    private static void attendre(CountDownLatch signal) {
        try {
            signal.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private MimeMessage seulRecu() {
        assertThat(serveur.getReceivedMessages()).hasSize(1);
        return serveur.getReceivedMessages()[0];
    }

    private CourrielEnvoye seuleLigne() {
        List<CourrielEnvoye> lignes = courriels.duDossier("PTCE-0042");
        assertThat(lignes).hasSize(1);
        return lignes.get(0);
    }

    private static CourrielAEnvoyer lien(String cle) {
        return lien(cle, "jeanne@porteur.example", "Pôle du Trégor", List.of());
    }

    private static CourrielAEnvoyer lien(
            String cle, String destinataire, String initiative, List<PieceAJoindre> pieces) {
        return new CourrielAEnvoyer(cle, "PTCE-0042", destinataire, "lien-de-suivi", variables(initiative), pieces);
    }

    private static Map<String, Object> variables(String initiative) {
        return Map.of(
                "numero",
                "PTCE-0042",
                "initiative",
                initiative,
                "contactNom",
                "Jeanne Le Goff",
                "lien",
                "https://ptce.example/suivi/" + SECRET);
    }

    /** What a killed process looks like from inside: nothing after it runs. */
    private static final class ArretBrutal extends Error {}

    private abstract static class ExpeditionObservee extends JavaMailSenderImpl implements JavaMailSender {

        ExpeditionObservee(GreenMail serveur) {
            BancCourriel.regler(this, serveur);
        }

        void avant() {}

        void apres() {}

        @Override
        public void send(MimeMessage message) {
            avant();
            super.send(message);
            apres();
        }
    }
}
