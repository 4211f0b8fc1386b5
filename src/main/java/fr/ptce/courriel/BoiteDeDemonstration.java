package fr.ptce.courriel;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The demo's mail server: takes every e-mail on 127.0.0.1, delivers none, keeps the last ones in memory. All recipients
 * share one mailbox, so that its size can be bounded.
 */
class BoiteDeDemonstration implements AutoCloseable {

    private static final String HOTE = "127.0.0.1";

    /** Expunging copies the list: do it once in a while only. */
    private static final int MARGE = 100;

    private final GreenMail serveur;
    private final GreenMailUser boite;
    private final int gardes;
    private final FormatFrancais formatFrancais = new FormatFrancais();

    /**
     * Starts at once.
     *
     * @param port 0 for any free port
     * @param gardes number of e-mails kept
     */
    BoiteDeDemonstration(int port, int gardes) {
        this.gardes = gardes;
        this.serveur = new GreenMail(new ServerSetup(port, HOTE, ServerSetup.PROTOCOL_SMTP));
        serveur.start();
        try {
            this.boite = serveur.getUserManager().createUser("demonstration@ptce.example", "demonstration", "demo");
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
        serveur.getUserManager().setMessageDeliveryHandler((message, adresse) -> recevoir());
    }

    String hote() {
        return HOTE;
    }

    int port() {
        return serveur.getSmtp().getPort();
    }

    /** The latest sent first, those whose recipient or subject contains {@code recherche} (case ignored; empty for all). */
    List<CourrielAttrape.Resume> chercher(String recherche) {
        String cherche = recherche.strip().toLowerCase(Locale.ROOT);
        List<CourrielAttrape.Resume> trouves = new ArrayList<>();
        List<StoredMessage> messages = new ArrayList<>(dossier().getMessages());
        messages.sort(Comparator.comparing(BoiteDeDemonstration::envoi)
                .thenComparing(StoredMessage::getUid)
                .reversed());
        for (StoredMessage message : messages) {
            CourrielAttrape.Resume resume = resume(message);
            if ((resume.destinataire() + " " + resume.objet())
                    .toLowerCase(Locale.ROOT)
                    .contains(cherche)) {
                trouves.add(resume);
            }
        }
        return trouves;
    }

    /** The e-mail of that number; empty when there is none, or no longer. */
    Optional<CourrielAttrape> lire(long n) {
        return dossier().getMessages().stream()
                .filter(message -> message.getUid() == n)
                .findFirst()
                .map(this::lire);
    }

    @Override
    public void close() {
        serveur.stop();
    }

    private CourrielAttrape lire(StoredMessage message) {
        try {
            return LectureDeMessage.lire(message.getUid(), date(message), message.getMimeMessage());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CourrielAttrape.Resume resume(StoredMessage message) {
        try {
            return new CourrielAttrape.Resume(
                    message.getUid(),
                    date(message),
                    LectureDeMessage.destinataire(message.getMimeMessage()),
                    LectureDeMessage.objet(message.getMimeMessage()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String date(StoredMessage message) {
        return formatFrancais.dateHeure(envoi(message));
    }

    /** As the message says it: the demonstration tells the last months in a minute. */
    private static Date envoi(StoredMessage message) {
        try {
            Date date = message.getMimeMessage().getSentDate();
            return date == null ? message.getReceivedDate() : date;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized GreenMailUser recevoir() {
        if (dossier().getMessageCount() >= gardes + MARGE) {
            oublierLesAnciens();
        }
        return boite;
    }

    private void oublierLesAnciens() {
        List<StoredMessage> messages = dossier().getMessages();
        messages.subList(0, messages.size() - gardes).forEach(ancien -> ancien.setFlag(Flags.Flag.DELETED, true));
        try {
            dossier().expunge();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private MailFolder dossier() {
        try {
            return serveur.getManagers().getImapHostManager().getInbox(boite);
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
