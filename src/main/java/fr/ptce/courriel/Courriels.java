package fr.ptce.courriel;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.MailException;
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
 * <p>When the server refuses the recipient for good, the address is suspended and the row goes to {@code refuse}; an
 * e-mail to a suspended address goes there without leaving. That is an end like another: no exception, no later attempt,
 * even once the address is written to again; {@link AdresseRefusee} tells the application.
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
    private final AdressesSuspendues adresses;
    private final ApplicationEventPublisher evenements;
    private final ObjectProvider<JavaMailSender> serveurs;

    Courriels(
            JournalDesCourriels journal,
            ModelesDeCourriel modeles,
            FabriqueDeMessages fabrique,
            AdressesSuspendues adresses,
            ApplicationEventPublisher evenements,
            ObjectProvider<JavaMailSender> serveurs) {
        this.journal = journal;
        this.modeles = modeles;
        this.fabrique = fabrique;
        this.adresses = adresses;
        this.evenements = evenements;
        this.serveurs = serveurs;
    }

    /**
     * Sends an e-mail, or does nothing when that of the same key has left or was refused already.
     *
     * @throws AdresseInvalide when the recipient's address cannot be written to; nothing is recorded
     * @throws IllegalArgumentException when the model is unknown or lacks a variable; nothing is recorded
     * @throws EnvoiImpossible when no mail server is configured or it did not take the message; call again later with the same key
     */
    public void envoyer(CourrielAEnvoyer courriel) {
        EtatCourriel etat = journal.etats(List.of(courriel.cle())).get(courriel.cle());
        try (Expedition expedition = expedition(false)) {
            envoyer(courriel, etat, expedition);
        }
    }

    /**
     * Sends e-mails one after the other on one connection, each with the guarantees of {@link #envoyer}. Whatever stops
     * one of them does not stop the others. Those that have left already cost one query for all.
     *
     * <p>A server that does not answer costs its time-out for each: keep batches to some fifty, below what the job's lock
     * allows.
     *
     * @return those that did not leave, in their order, to be tried again with the same key; empty when all are settled
     */
    public List<EnvoiImpossible> envoyerTous(List<CourrielAEnvoyer> courriels) {
        Map<String, EtatCourriel> etats =
                journal.etats(courriels.stream().map(CourrielAEnvoyer::cle).toList());
        List<EnvoiImpossible> restes = new ArrayList<>();
        try (Expedition expedition = expedition(true)) {
            for (CourrielAEnvoyer courriel : courriels) {
                tenter(courriel, etats.get(courriel.cle()), expedition).ifPresent(restes::add);
            }
        }
        return restes;
    }

    /** Whether there is a model of e-mail of this name; false for null. */
    public static boolean existe(String modele) {
        return ModelesDeCourriel.existe(modele);
    }

    /** The e-mails of a dossier, newest first, at most 200; empty when there is none. */
    public List<CourrielEnvoye> duDossier(String dossier) {
        return journal.duDossier(dossier);
    }

    /** One e-mail of the ledger, by its number. */
    public Optional<CourrielEnvoye> lire(long id) {
        return journal.lire(id);
    }

    private Optional<EnvoiImpossible> tenter(CourrielAEnvoyer courriel, EtatCourriel etat, Expedition expedition) {
        try {
            envoyer(courriel, etat, expedition);
            return Optional.empty();
        } catch (EnvoiImpossible e) {
            return Optional.of(e);
        } catch (IllegalArgumentException e) {
            return Optional.of(new EnvoiImpossible(courriel.cle(), courriel.modele(), e.getMessage()));
        } catch (RuntimeException e) {
            // Anything else, a lock or a listener, may quote an address.
            String genre = e.getClass().getSimpleName();
            return Optional.of(new EnvoiImpossible(courriel.cle(), courriel.modele(), genre));
        }
    }

    /** @param etat what the ledger said a moment ago; {@code null} when it knew nothing */
    private void envoyer(CourrielAEnvoyer courriel, EtatCourriel etat, Expedition expedition) {
        if (etat != null && etat.estFinal()) {
            return;
        }
        journal.commencer(brouillon(courriel), etat != null).ifPresent(tentative -> {
            if (tentative.incertain()) {
                LOG.warn(
                        "Courriel n°\u00a0{}\u00a0: tentative précédente incertaine, renvoi à l’identique.",
                        tentative.id());
            }
            journal.conclure(tentative, ligne -> expedier(ligne, courriel.pieces(), expedition))
                    .ifPresent(raison -> {
                        throw new EnvoiImpossible(courriel.cle(), tentative.id(), courriel.modele(), raison);
                    });
        });
    }

    private JournalDesCourriels.Brouillon brouillon(CourrielAEnvoyer c) {
        String destinataire = Adresses.verifier(c.destinataire()).getAddress();
        Map<String, Object> variables = new HashMap<>(c.variables());
        variables.put("reglages", c.reglages());
        ModelesDeCourriel.Contenu contenu = modeles.ecrire(c.modele(), variables);
        String objet = c.dossier() == null ? contenu.objet() : "[" + UneLigne.de(c.dossier()) + "] " + contenu.objet();
        return new JournalDesCourriels.Brouillon(
                c.cle(),
                c.dossier(),
                destinataire,
                c.modele(),
                objet,
                contenu.texte(),
                contenu.html(),
                fabrique.messageId(c.cle()),
                c.reglages());
    }

    /** Sends, in the transaction that will record how it ended. */
    private JournalDesCourriels.Issue expedier(
            JournalDesCourriels.AExpedier ligne, List<PieceAJoindre> pieces, Expedition expedition) {
        CourrielEnvoye courriel = ligne.courriel();
        if (ligne.suspension() != null) {
            return refuser(courriel, "adresse suspendue\u00a0: " + ligne.suspension());
        }
        try {
            expedition.envoyer(fabrique.remplir(expedition.nouveau(), ligne, pieces));
            LOG.info("Courriel n°\u00a0{} ({}) parti.", courriel.id(), courriel.modele());
            return JournalDesCourriels.Issue.envoye();
        } catch (MailException | MessagingException | IllegalStateException e) {
            String raison = sansAdresse(Echec.raison(e), courriel.destinataire());
            if (!Echec.estUnRefusDuDestinataire(e)) {
                return JournalDesCourriels.Issue.echec(raison);
            }
            String motif = "le serveur de courriel a répondu «\u00a0" + raison + "\u00a0»";
            adresses.suspendre(courriel.destinataire(), motif);
            return refuser(courriel, motif);
        }
    }

    private JournalDesCourriels.Issue refuser(CourrielEnvoye courriel, String motif) {
        LOG.warn("Courriel n°\u00a0{} ({})\u00a0: adresse refusée.", courriel.id(), courriel.modele());
        evenements.publishEvent(new AdresseRefusee(courriel.destinataire(), courriel.dossier(), motif));
        return JournalDesCourriels.Issue.refuse(motif);
    }

    private static String sansAdresse(String raison, String adresse) {
        return Pattern.compile(Pattern.quote(adresse), Pattern.CASE_INSENSITIVE)
                .matcher(raison)
                .replaceAll("destinataire");
    }

    private Expedition expedition(boolean parLot) {
        JavaMailSender serveur = serveurs.getIfAvailable();
        if (serveur == null) {
            return Expedition.AUCUNE;
        }
        return parLot ? Expedition.parLot(serveur) : Expedition.parMessage(serveur);
    }
}
