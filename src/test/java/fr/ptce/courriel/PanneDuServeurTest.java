package fr.ptce.courriel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ptce.essai.Ampleur;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A real SMTP server stopped in the middle of many e-mails, and started again on the same port. */
@Tag("echantillon")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PanneDuServeurTest {

    private static final int COURRIELS = Ampleur.de(100, 1_000);
    private static final int AVANT_LA_PANNE = COURRIELS / 2;
    private static final int DESTINATAIRES = COURRIELS / 4;
    private static final int FILS = 4;
    private static final int LOT = Ampleur.de(5, 25);

    private final CountDownLatch retour = new CountDownLatch(1);

    @Test
    void chacunRecoitChaqueCourrielUneFois() throws Exception {
        BancCourriel banc = new BancCourriel(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        ExecutorService fils = Executors.newFixedThreadPool(FILS);
        try (ServeurDeTest serveur = new ServeurDeTest(recus -> recus < AVANT_LA_PANNE)) {
            Courriels courriels = banc.courriels(BancCourriel.regler(new JavaMailSenderImpl(), serveur.port()));
            List<Future<?>> envois = new ArrayList<>();
            for (int fil = 0; fil < FILS; fil++) {
                List<CourrielAEnvoyer> part = part(fil);
                envois.add(fils.submit(() -> envoyerJusquAuBout(courriels, part)));
            }
            // What the server has accepted is written down, the rest is in its hands.
            await().atMost(Duration.ofSeconds(60)).until(() -> compter(banc, "etat = 'envoye'") == AVANT_LA_PANNE);
            serveur.arreter();
            await().atMost(Duration.ofSeconds(30)).until(() -> compter(banc, "etat = 'echec'") >= FILS);
            assertThat(serveur.recus).hasSize(AVANT_LA_PANNE);

            serveur.demarrer();
            retour.countDown();
            for (Future<?> envoi : envois) {
                envoi.get(60, TimeUnit.SECONDS);
            }

            assertThat(serveur.recus).hasSize(COURRIELS);
            assertThat(serveur.doubles()).isEmpty();
            assertThat(serveur.parDestinataire())
                    .hasSize(DESTINATAIRES)
                    .allSatisfy((destinataire, recus) -> assertThat(recus).hasSize(COURRIELS / DESTINATAIRES));
        } finally {
            fils.shutdownNow();
        }
        assertThat(compter(banc, "etat = 'envoye'")).isEqualTo(COURRIELS);
        assertThat(compter(banc, "tentatives > 1")).isGreaterThanOrEqualTo(FILS);
        assertThat(compter(banc, "renvois > 0")).isZero();
    }

    private void envoyerJusquAuBout(Courriels courriels, List<CourrielAEnvoyer> part) {
        List<CourrielAEnvoyer> reste = part;
        while (!reste.isEmpty()) {
            Set<String> echecs = envoyerParLots(courriels, reste);
            if (!echecs.isEmpty()) {
                attendreLeRetour();
            }
            reste = reste.stream()
                    .filter(courriel -> echecs.contains(courriel.cle()))
                    .toList();
        }
    }

    private static Set<String> envoyerParLots(Courriels courriels, List<CourrielAEnvoyer> envois) {
        return IntStream.iterate(0, debut -> debut < envois.size(), debut -> debut + LOT)
                .mapToObj(debut -> envois.subList(debut, Math.min(debut + LOT, envois.size())))
                .flatMap(lot -> courriels.envoyerTous(lot).stream())
                .map(EnvoiImpossible::cle)
                .collect(Collectors.toSet());
    }

    private void attendreLeRetour() {
        try {
            retour.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<CourrielAEnvoyer> part(int fil) {
        return IntStream.range(0, COURRIELS)
                .filter(i -> i % FILS == fil)
                .mapToObj(i -> AdressesRefuseesTest.courriel("k" + i, "p" + i % DESTINATAIRES + "@porteur.example"))
                .toList();
    }

    private static int compter(BancCourriel banc, String condition) {
        return banc.jdbc
                .sql("select count(*) from courriel where " + condition)
                .query(Integer.class)
                .single();
    }
}
