package fr.ptce.courriel;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Turns a row of the ledger into a MIME message: text and HTML alternatives in UTF-8, attachments, and the headers that
 * thread it with its dossier and keep automatic answers away (RFC 3834). Nothing in it reports that it was read.
 */
@Component
class FabriqueDeMessages {

    private static final String UTF_8 = "UTF-8";

    private final InternetAddress expediteur;
    private final Clock horloge;

    /** @throws IllegalStateException when {@code ptce.courriel.expediteur} is missing or is not one address */
    FabriqueDeMessages(ReglagesCourriel reglages, Clock horloge) {
        this.horloge = horloge;
        this.expediteur = expediteur(reglages.expediteur());
    }

    /** Always the same for one key: a message sent twice is recognised by the reader's mail program. */
    String messageId(String cle) {
        return identifiant("courriel:" + cle);
    }

    /** Fills an empty message. */
    MimeMessage remplir(MimeMessage message, JournalDesCourriels.AExpedier ligne, List<PieceAJoindre> pieces)
            throws MessagingException {
        CourrielEnvoye courriel = ligne.courriel();
        message.setFrom(expediteur);
        message.setRecipient(Message.RecipientType.TO, Adresses.verifier(courriel.destinataire()));
        message.setSubject(UneLigne.de(courriel.objet()), UTF_8);
        message.setSentDate(Date.from(horloge.instant()));
        message.setHeader("Message-ID", ligne.messageId());
        if (courriel.dossier() != null) {
            String fil = identifiant("dossier:" + courriel.dossier());
            message.setHeader("References", fil);
            message.setHeader("In-Reply-To", fil);
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        // Exchange does not know RFC 3834.
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("Content-Language", "fr");
        if (ligne.reglages() != null) {
            message.setHeader("List-Unsubscribe", "<" + ligne.reglages() + ">");
        }
        message.setContent(pieces.isEmpty() ? alternatives(courriel) : avecPieces(courriel, pieces));
        return message;
    }

    private static MimeMultipart alternatives(CourrielEnvoye courriel) throws MessagingException {
        MimeBodyPart texte = new MimeBodyPart();
        texte.setText(courriel.texte(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(courriel.html(), UTF_8, "html");
        return multipart("alternative", texte, html);
    }

    private static MimeMultipart avecPieces(CourrielEnvoye courriel, List<PieceAJoindre> pieces)
            throws MessagingException {
        MimeBodyPart corps = new MimeBodyPart();
        corps.setContent(alternatives(courriel));
        MimeMultipart tout = multipart("mixed", corps);
        for (PieceAJoindre piece : pieces) {
            tout.addBodyPart(partie(piece));
        }
        return tout;
    }

    private static MimeMultipart multipart(String genre, BodyPart... parties) throws MessagingException {
        MimeMultipart multipart = new MimeMultipart(genre);
        for (BodyPart partie : parties) {
            ((Multipart) multipart).addBodyPart(partie);
        }
        return multipart;
    }

    private static MimeBodyPart partie(PieceAJoindre piece) throws MessagingException {
        MimeBodyPart partie = new MimeBodyPart();
        partie.setDataHandler(new DataHandler(new ByteArrayDataSource(piece.contenu(), UneLigne.de(piece.type()))));
        // RFC 2231 with an explicit charset: the platform's own is not UTF-8 everywhere.
        ParameterList parametres = new ParameterList();
        parametres.set("filename", nomDeFichier(piece.nom()), UTF_8);
        partie.setHeader("Content-Disposition", new ContentDisposition(Part.ATTACHMENT, parametres).toString());
        return partie;
    }

    private static String nomDeFichier(String nom) {
        return UneLigne.de(nom).replaceAll("[/\\\\\"]", "-");
    }

    private String identifiant(String graine) {
        try {
            byte[] empreinte = MessageDigest.getInstance("SHA-256").digest(graine.getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(empreinte, 0, 16) + "@" + Adresses.domaine(expediteur) + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InternetAddress expediteur(String reglage) {
        if (reglage == null || reglage.isBlank()) {
            throw new IllegalStateException("Il manque la propriété ptce.courriel.expediteur.");
        }
        try {
            InternetAddress lu = new InternetAddress(reglage, true);
            InternetAddress verifie = Adresses.verifier(lu.getAddress());
            verifie.setPersonal(lu.getPersonal(), UTF_8);
            return verifie;
        } catch (AddressException | AdresseInvalide | UnsupportedEncodingException e) {
            throw new IllegalStateException("La propriété ptce.courriel.expediteur n’est pas une adresse.", e);
        }
    }
}
