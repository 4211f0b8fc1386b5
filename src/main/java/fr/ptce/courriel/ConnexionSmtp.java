package fr.ptce.courriel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/**
 * One connection to the server that Spring's sender is set up for, opened at the first message and again when the server
 * has closed it. Spring's own {@code send(MimeMessage...)} shares a connection too, but tells what left at the end only,
 * while the ledger wants each message committed as it leaves.
 *
 * <p>A server that cannot be reached is not tried again: each later message fails at once with the same reason, instead
 * of waiting as many times as there are messages.
 */
final class ConnexionSmtp implements Expedition {

    private static final Logger LOG = LoggerFactory.getLogger(ConnexionSmtp.class);

    /** Many servers hang up after this number of messages. */
    private static final int MESSAGES_PAR_CONNEXION = 100;

    private final JavaMailSenderImpl serveur;
    private Transport transport;
    private int messages;
    private MessagingException panne;

    ConnexionSmtp(JavaMailSenderImpl serveur) {
        this.serveur = serveur;
    }

    @Override
    public MimeMessage nouveau() {
        return serveur.createMimeMessage();
    }

    @Override
    public void envoyer(MimeMessage message) throws MessagingException {
        // Saving writes a new Message-ID.
        String identifiant = message.getMessageID();
        message.saveChanges();
        message.setHeader("Message-ID", identifiant);
        Transport ouvert = ouvrir();
        messages++;
        ouvert.sendMessage(message, message.getAllRecipients());
    }

    @Override
    public void close() {
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("Connexion SMTP déjà fermée.", e);
        }
        transport = null;
    }

    private Transport ouvrir() throws MessagingException {
        if (panne != null) {
            throw panne;
        }
        // isConnected() asks the server.
        if (transport == null || messages >= MESSAGES_PAR_CONNEXION || !transport.isConnected()) {
            close();
            connecter();
        }
        return transport;
    }

    private void connecter() throws MessagingException {
        try {
            Session session = serveur.getSession();
            String protocole = Objects.requireNonNullElse(
                    serveur.getProtocol(),
                    Objects.requireNonNullElse(
                            session.getProperty("mail.transport.protocol"), JavaMailSenderImpl.DEFAULT_PROTOCOL));
            Transport nouveau = session.getTransport(protocole);
            nouveau.connect(
                    serveur.getHost(),
                    serveur.getPort(),
                    nonVide(serveur.getUsername()),
                    nonVide(serveur.getPassword()));
            transport = nouveau;
            messages = 0;
        } catch (MessagingException e) {
            panne = e;
            throw e;
        }
    }

    private static String nonVide(String valeur) {
        return StringUtils.hasLength(valeur) ? valeur : null;
    }
}
