package fr.ptce.courriel;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Sends e-mails, once each, and tells what was sent.
 *
 * <p>To be called from an asynchronous job, which tries again after an exception and ends as an incident. The protocol,
 * each step a committed transaction that does not depend on the caller's:
 *
 * <ol>
 *   <li>the ledger's row goes to {@code envoi} with subject, text, HTML and Message-ID;
 *   <li>under the row's lock the message is handed to the mail server, and the row goes to {@code envoye}, or to
 *       {@code echec} with a short reason, in which case the exception is thrown.
 * </ol>
 *
 * <p>A row found in {@code envoi} whose lock is free was cut by a crash: nobody can tell whether the message left. It is
 * sent again, with the <em>same</em> content and Message-ID, and counted in {@code renvois}. Two copies of one message,
 * which mail programs recognise as such, are better than a porteur who never learns that a piece is missing. Attachments
 * are not kept in the ledger: they are those of the new call.
 *
 * <p>Hence a duty of the caller: what the variables carry must have been committed before the job began. A personal link
 * made in the same transaction as the job would be dead if that transaction were lost after the message left.
 */
@Component
public class Courriels {

    private static final Logger LOG = LoggerFactory.getLogger(Courriels.class);

    private final JournalDesCourriels journal;
    private final ModelesDeCourriel modeles;
    private final FabriqueDeMessages fabrique;
    private final ObjectProvider<JavaMailSender> expedition;

    Courriels(
            JournalDesCourriels journal,
            ModelesDeCourriel modeles,
            FabriqueDeMessages fabrique,
            ObjectProvider<JavaMailSender> expedition) {
        this.journal = journal;
        this.modeles = modeles;
        this.fabrique = fabrique;
        this.expedition = expedition;
    }

    /**
     * Sends an e-mail, or does nothing when that of the same key has left already.
     *
     * @throws AdresseInvalide when the recipient's address cannot be written to; nothing is recorded
     * @throws IllegalArgumentException when the model is unknown or lacks a variable; nothing is recorded
     * @throws EnvoiImpossible when no mail server is configured or it did not take the message; call again later with the same key
     */
    public void envoyer(CourrielAEnvoyer courriel) {
        if (journal.estParti(courriel.cle())) {
            return;
        }
        journal.commencer(brouillon(courriel)).ifPresent(tentative -> {
            if (tentative.incertain()) {
                LOG.warn("Courriel n° {} : tentative précédente incertaine, renvoi à l’identique.", tentative.id());
            }
            journal.conclure(tentative, ligne -> expedier(ligne, courriel.pieces()))
                    .ifPresent(raison -> {
                        throw new EnvoiImpossible(tentative.id(), courriel.modele(), raison);
                    });
        });
    }

    /** The e-mails of a dossier, newest first, at most 200; empty when there is none. */
    public List<CourrielEnvoye> duDossier(String dossier) {
        return journal.duDossier(dossier);
    }

    /** One e-mail of the ledger, by its number. */
    public Optional<CourrielEnvoye> lire(long id) {
        return journal.lire(id);
    }

    private JournalDesCourriels.Brouillon brouillon(CourrielAEnvoyer c) {
        String destinataire = Adresses.verifier(c.destinataire()).getAddress();
        ModelesDeCourriel.Contenu contenu = modeles.ecrire(c.modele(), c.variables());
        String objet = c.dossier() == null ? contenu.objet() : "[" + UneLigne.de(c.dossier()) + "] " + contenu.objet();
        return new JournalDesCourriels.Brouillon(
                c.cle(),
                c.dossier(),
                destinataire,
                c.modele(),
                objet,
                contenu.texte(),
                contenu.html(),
                fabrique.messageId(c.cle()));
    }

    /** Sends; returns the reason when it fails. */
    private Optional<String> expedier(JournalDesCourriels.AExpedier ligne, List<PieceAJoindre> pieces) {
        try {
            JavaMailSender serveur = serveur();
            MimeMessage message = fabrique.remplir(serveur.createMimeMessage(), ligne, pieces);
            serveur.send(message);
            LOG.info(
                    "Courriel n° {} ({}) parti.",
                    ligne.courriel().id(),
                    ligne.courriel().modele());
            return Optional.empty();
        } catch (MailException | MessagingException | IllegalStateException e) {
            return Optional.of(raison(e).replace(ligne.courriel().destinataire(), "<destinataire>"));
        }
    }

    private JavaMailSender serveur() {
        JavaMailSender serveur = expedition.getIfAvailable();
        if (serveur == null) {
            throw new IllegalStateException("aucun serveur de courriel : il manque la propriété spring.mail.host");
        }
        return serveur;
    }

    /** The innermost message, which is what the server or the network said. */
    private static String raison(Throwable erreur) {
        Throwable courante = erreur;
        for (Throwable suivante = suivante(courante); suivante != null; suivante = suivante(courante)) {
            courante = suivante;
        }
        String message = courante.getMessage() == null
                ? ""
                : courante.getMessage().strip().replaceAll("\\s+", " ");
        return message.isEmpty() ? courante.getClass().getSimpleName() : message;
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
