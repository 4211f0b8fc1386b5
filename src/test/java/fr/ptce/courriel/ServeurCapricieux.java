package fr.ptce.courriel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMTP server that answers a recipient what the test wants, which GreenMail cannot: a reply, or {@link #RACCROCHE}.
 */
final class ServeurCapricieux implements AutoCloseable {

    /** Instead of a reply: the connection is closed. */
    static final String RACCROCHE = "";

    private final ServerSocket ecoute;
    private final Map<String, String> reponses = new ConcurrentHashMap<>();
    private final AtomicInteger connexions = new AtomicInteger();

    /** Recipients of the messages accepted, in their order. */
    final List<String> acceptes = new CopyOnWriteArrayList<>();

    ServeurCapricieux() {
        try {
            ecoute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread accueil = new Thread(this::accueillir, "smtp-capricieux");
        accueil.setDaemon(true);
        accueil.start();
    }

    int port() {
        return ecoute.getLocalPort();
    }

    int connexions() {
        return connexions.get();
    }

    /** From now on, {@code RCPT TO} of that address gets this reply. */
    void repondre(String adresse, String reponse) {
        reponses.put(adresse, reponse);
    }

    /** From now on, that address is accepted. */
    void accepter(String adresse) {
        reponses.remove(adresse);
    }

    @Override
    public void close() throws IOException {
        ecoute.close();
    }

    private void accueillir() {
        while (!ecoute.isClosed()) {
            try {
                Socket client = ecoute.accept();
                connexions.incrementAndGet();
                Thread dialogue = new Thread(() -> dialoguer(client), "smtp-capricieux-client");
                dialogue.setDaemon(true);
                dialogue.start();
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void dialoguer(Socket client) {
        try (client;
                BufferedReader lecture = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                PrintWriter ecriture = new PrintWriter(client.getOutputStream(), false, StandardCharsets.ISO_8859_1)) {
            dire(ecriture, "220 essai");
            String destinataire = null;
            for (String ligne = lecture.readLine(); ligne != null; ligne = lecture.readLine()) {
                if (ligne.startsWith("RCPT TO:")) {
                    destinataire = ligne.substring(ligne.indexOf('<') + 1, ligne.indexOf('>'));
                    String reponse = reponses.getOrDefault(destinataire, "250 2.1.5 ok");
                    if (reponse.equals(RACCROCHE)) {
                        return;
                    }
                    dire(ecriture, reponse);
                } else if (ligne.equals("DATA")) {
                    recevoir(lecture, ecriture, destinataire);
                } else if (ligne.equals("QUIT")) {
                    dire(ecriture, "221 au revoir");
                    return;
                } else {
                    dire(ecriture, "250 ok");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void recevoir(BufferedReader lecture, PrintWriter ecriture, String destinataire) throws IOException {
        dire(ecriture, "354 allez-y");
        String ligne = lecture.readLine();
        while (ligne != null && !ligne.equals(".")) {
            ligne = lecture.readLine();
        }
        acceptes.add(destinataire);
        dire(ecriture, "250 ok");
    }

    private static void dire(PrintWriter ecriture, String reponse) {
        ecriture.print(reponse + "\r\n");
        ecriture.flush();
    }
}
