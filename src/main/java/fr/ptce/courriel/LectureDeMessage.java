package fr.ptce.courriel;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads the parts of a received message: the first text, the first HTML, and whatever is attached. */
final class LectureDeMessage {

    private String texte;
    private String html;
    private final List<CourrielAttrape.Piece> pieces = new ArrayList<>();

    private LectureDeMessage() {}

    static CourrielAttrape lire(long n, String date, MimeMessage message) throws MessagingException, IOException {
        LectureDeMessage lecture = new LectureDeMessage();
        lecture.parcourir(message);
        return new CourrielAttrape(
                n,
                date,
                destinataire(message),
                objet(message),
                entetes(message),
                lecture.texte,
                lecture.html,
                List.copyOf(lecture.pieces));
    }

    static String destinataire(MimeMessage message) throws MessagingException {
        return decoder(message.getHeader("To", ", "));
    }

    static String objet(MimeMessage message) throws MessagingException {
        return message.getSubject() == null ? "" : message.getSubject();
    }

    private static List<CourrielAttrape.EnTete> entetes(MimeMessage message) throws MessagingException {
        List<CourrielAttrape.EnTete> entetes = new ArrayList<>();
        for (Header entete : Collections.list(message.getAllHeaders())) {
            entetes.add(new CourrielAttrape.EnTete(entete.getName(), decoder(entete.getValue())));
        }
        return entetes;
    }

    private static String decoder(String valeur) {
        if (valeur == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(valeur));
        } catch (UnsupportedEncodingException e) {
            return valeur;
        }
    }

    private void parcourir(Part partie) throws MessagingException, IOException {
        if (partie.isMimeType("multipart/*")) {
            Multipart multipart = (Multipart) partie.getContent();
            for (int i = 0; i < multipart.getCount(); i++) {
                parcourir(multipart.getBodyPart(i));
            }
        } else if (Part.ATTACHMENT.equalsIgnoreCase(partie.getDisposition())) {
            pieces.add(piece(partie));
        } else if (texte == null && partie.isMimeType("text/plain")) {
            texte = partie.getContent().toString();
        } else if (html == null && partie.isMimeType("text/html")) {
            html = partie.getContent().toString();
        } else {
            pieces.add(piece(partie));
        }
    }

    private static CourrielAttrape.Piece piece(Part partie) throws MessagingException, IOException {
        String nom = partie.getFileName() == null ? "sans-nom" : decoder(partie.getFileName());
        String type = new ContentType(partie.getContentType()).getBaseType();
        try (var flux = partie.getInputStream()) {
            return new CourrielAttrape.Piece(nom, type, flux.readAllBytes());
        }
    }
}
