package fr.ptce.courriel;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The way to the mail server, for one message or for several on one connection. Not for several threads at once. */
interface Expedition extends AutoCloseable {

    /** An empty message. */
    MimeMessage nouveau();

    /** Hands a message over; an exception says that the server did not take it, or that nobody knows. */
    void envoyer(MimeMessage message) throws MessagingException, MailException;

    @Override
    default void close() {}

    /** Without a server: says which setting is missing. */
    Expedition AUCUNE = new Expedition() {
        @Override
        public MimeMessage nouveau() {
            throw new IllegalStateException("aucun serveur de courriel\u00a0: il manque la propriété spring.mail.host");
        }

        @Override
        public void envoyer(MimeMessage message) {
            throw new IllegalStateException("aucun serveur de courriel");
        }
    };

    /** A connection for each message. */
    static Expedition parMessage(JavaMailSender serveur) {
        return new Expedition() {
            @Override
            public MimeMessage nouveau() {
                return serveur.createMimeMessage();
            }

            @Override
            public void envoyer(MimeMessage message) {
                serveur.send(message);
            }
        };
    }

    /** One connection for many messages, when the sender is Spring's own; another kind of sender does as it likes. */
    static Expedition parLot(JavaMailSender serveur) {
        return serveur instanceof JavaMailSenderImpl spring ? new ConnexionSmtp(spring) : parMessage(serveur);
    }
}
