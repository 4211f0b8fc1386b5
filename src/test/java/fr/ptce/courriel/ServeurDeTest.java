package fr.ptce.courriel;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * A real SMTP server for thousands of messages: remembers who got which Message-ID, through stops and starts on one port.
 */
final class ServeurDeTest implements AutoCloseable {

    /** One message that the server has accepted. */
    record Recu(String destinataire, String messageId) {}

    final List<Recu> recus = new CopyOnWriteArrayList<>();

    private final IntPredicate prendre;
    private final CountDownLatch arret = new CountDownLatch(1);
    /** Null while stopped. */
    private volatile GreenMail serveur;

    private int port;

    /**
     * Starts.
     *
     * @param prendre asked before each message with the number of those accepted: when it says no, the message stays in
     *     hand until the server is stopped, and is lost with it
     */
    ServeurDeTest(IntPredicate prendre) {
        this.prendre = prendre;
        demarrer();
    }

    int port() {
        return port;
    }

    void demarrer() {
        GreenMail nouveau = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        GreenMailUser boite = nouveau.setUser("boite@porteur.example", "boite");
        nouveau.getUserManager().setMessageDeliveryHandler((message, adresse) -> {
            recevoir(nouveau, new Recu(adresse.getEmail(), message.getMessage().getMessageID()));
            return boite;
        });
        serveur = nouveau;
        nouveau.start();
        port = nouveau.getSmtp().getPort();
    }

    /** Closes every connection in the middle of whatever is said. */
    void arreter() {
        GreenMail ancien = serveur;
        serveur = null;
        if (ancien != null) {
            ancien.stop();
        }
        arret.countDown();
    }

    /** Message-IDs that each recipient got, in the order of arrival. */
    Map<String, List<String>> parDestinataire() {
        return recus.stream()
                .collect(Collectors.groupingBy(
                        Recu::destinataire, Collectors.mapping(Recu::messageId, Collectors.toList())));
    }

    /** Those that arrived more than once. */
    Set<String> doubles() {
        return recus.stream().collect(Collectors.groupingBy(Recu::messageId, Collectors.counting())).entrySet().stream()
                .filter(compte -> compte.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        arreter();
    }

    private void recevoir(GreenMail parQui, Recu message) throws MessagingException {
        if (!prendre.test(recus.size()) && arret.getCount() > 0) {
            attendreLArret();
        }
        if (parQui != serveur) {
            throw new MessagingException("stopped");
        }
        recus.add(message);
    }

    private void attendreLArret() {
        try {
            arret.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
