package fr.ptce.courriel;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailSendException;

/** Reads what the mail server or the network said when a message did not leave. */
final class Echec {

    /** Replies about the mailbox, for servers that give no enhanced status (RFC 5321, RFC 7504). */
    private static final Set<Integer> REPONSES = Set.of(550, 551, 553, 556);

    /** Permanent statuses about the recipient's address or mailbox, not about us or the moment (RFC 3463, 7505). */
    private static final Set<String> STATUTS =
            Set.of("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.0", "5.2.1");

    private static final Pattern STATUT = Pattern.compile("\\A\\s*5\\d\\d[ -](5\\.\\d{1,3}\\.\\d{1,3})\\b");

    private Echec() {}

    /**
     * Whether the server refused the recipient for good. Not so when it refuses <em>us</em> (policy, relaying,
     * authentication: 5.7.x, 530…): a sender on a blocking list would otherwise suspend everybody it writes to.
     */
    static boolean estUnRefusDuDestinataire(Throwable erreur) {
        return chaine(erreur)
                .anyMatch(cause -> cause instanceof SMTPAddressFailedException refus && concerneLeDestinataire(refus));
    }

    /** The innermost message, on one line; never empty. */
    static String raison(Throwable erreur) {
        List<Throwable> chaine = chaine(erreur).toList();
        Throwable derniere = chaine.get(chaine.size() - 1);
        String message = derniere.getMessage() == null
                ? ""
                : derniere.getMessage().strip().replaceAll("\\s+", " ");
        return message.isEmpty() ? derniere.getClass().getSimpleName() : message;
    }

    private static boolean concerneLeDestinataire(SMTPAddressFailedException refus) {
        Matcher statut = STATUT.matcher(refus.getMessage() == null ? "" : refus.getMessage());
        return statut.find() ? STATUTS.contains(statut.group(1)) : REPONSES.contains(refus.getReturnCode());
    }

    private static Stream<Throwable> chaine(Throwable erreur) {
        return Stream.iterate(erreur, courante -> courante != null, Echec::suivante);
    }

    private static Throwable suivante(Throwable erreur) {
        if (erreur instanceof MailSendException envoi && envoi.getMessageExceptions().length > 0) {
            return envoi.getMessageExceptions()[0];
        }
        if (erreur instanceof MessagingException message && message.getNextException() != null) {
            return message.getNextException();
        }
        return erreur.getCause();
    }
}
