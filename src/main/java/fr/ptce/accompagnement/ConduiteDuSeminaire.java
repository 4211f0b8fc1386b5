package fr.ptce.accompagnement;

import fr.ptce.accompagnement.SeminaireProcess.Messages;
import fr.ptce.accompagnement.Seminaires.Rendezvous;
import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.AdresseInvalide;
import fr.ptce.courriel.Adresses;
import fr.ptce.formulaire.Creneau;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.portail.ActionImpossible;
import fr.ptce.relance.JoursOuvres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a seminar: the tasks of {@code seminaire.bpmn} hand their answers to it, checked against their forms by
 * then, and the page of the seminar asks it to put it off or call it off.
 */
@Service
class ConduiteDuSeminaire {

    /** Working days before the seminar by which an answer is asked for. */
    private static final int JOURS_AVANT = 5;

    private final Seminaires seminaires;
    private final Invites invites;
    private final SeminaireProcess processus;
    private final JoursOuvres joursOuvres;
    private final Clock horloge;

    ConduiteDuSeminaire(
            Seminaires seminaires,
            Invites invites,
            SeminaireProcess processus,
            JoursOuvres joursOuvres,
            Clock horloge) {
        this.seminaires = seminaires;
        this.invites = invites;
        this.processus = processus;
        this.joursOuvres = joursOuvres;
        this.horloge = horloge;
    }

    /**
     * Fixes the date; after a change everybody is asked anew.
     *
     * @throws SoumissionRefusee when the end is not after the beginning, the seminar is not to come, or a line of guests
     *     is no name with an address
     */
    @Transactional
    Seminaire fixer(long id, ValeursLues saisie) {
        Creneau creneau = Creneau.lire(saisie, horloge.instant());
        Map<String, String> autres = autresInvites(saisie.texte("autres_invites"));
        seminaires.fixer(
                id,
                new Rendezvous(
                        saisie.texte("theme"),
                        creneau.debut(),
                        creneau.fin(),
                        saisie.texte("lieu"),
                        saisie.texte("programme")));
        Seminaire fixe = seminaires.lire(id);
        if (fixe.changements() > 0) {
            invites.oublierLesReponses(id);
        }
        autres.forEach((courriel, nom) -> invites.ajouter(id, nom, courriel, false));
        return fixe;
    }

    /** Name by address, as the lines say. */
    private static Map<String, String> autresInvites(String texte) {
        Map<String, String> autres = new LinkedHashMap<>();
        if (texte == null) {
            return autres;
        }
        List<String> lignes = texte.lines()
                .map(String::strip)
                .filter(ligne -> !ligne.isEmpty())
                .toList();
        for (int rang = 0; rang < lignes.size(); rang++) {
            // Zero: a semicolon at the end of a line, as a spreadsheet leaves it, is forgiven.
            String[] parties = lignes.get(rang).split(";", 0);
            if (parties.length != 2 || parties[0].isBlank() || !estUneAdresse(parties[1].strip())) {
                throw new SoumissionRefusee(
                        "autres_invites",
                        "Autres personnes à inviter",
                        "La ligne " + (rang + 1)
                                + " n’est pas lisible\u00a0: écrivez un nom, un point-virgule, puis une adresse"
                                + " de courriel.");
            }
            autres.put(parties[1].strip(), parties[0].strip());
        }
        return autres;
    }

    private static boolean estUneAdresse(String texte) {
        try {
            return Adresses.verifier(texte) != null;
        } catch (AdresseInvalide refusee) {
            return false;
        }
    }

    /** Until when an answer is asked for: five working days before the day, but never before tomorrow. */
    Date reponseAvant(Seminaire seminaire) {
        LocalDate jour = LocalDate.ofInstant(seminaire.debut(), HeureDeParis.ZONE);
        Date souhaitee = JoursOuvres.finDeJournee(joursOuvres.retrancher(jour, JOURS_AVANT, seminaire.region()));
        Date auPlusTot = joursOuvres.echeance(1, seminaire.region());
        return souhaitee.toInstant().isBefore(auPlusTot.toInstant()) ? auPlusTot : souhaitee;
    }

    /** The network of the region joins those whom the pilot has named. */
    @Transactional
    void constituerLaListe(long id) {
        Seminaire seminaire = seminaires.lire(id);
        new TreeMap<>(invites.reseau(seminaire.region(), seminaire.annee()))
                .forEach((courriel, nom) -> invites.ajouter(id, nom, courriel, false));
        seminaires.etat(id, EtatDuSeminaire.INVITATIONS);
    }

    /** {@return whether somebody else comes instead, and is to be invited} */
    @Transactional
    boolean repondre(long invite, ValeursLues saisie) {
        String reponse = saisie.texte("reponse");
        invites.repondre(
                invite,
                reponse,
                saisie.texte("remplacant_nom"),
                saisie.texte("remplacant_courriel"),
                saisie.texte("message_invite"));
        if (!"remplace".equals(reponse)) {
            return false;
        }
        invites.ajouter(
                invites.lire(invite).seminaire(),
                saisie.texte("remplacant_nom"),
                saisie.texte("remplacant_courriel"),
                true);
        return true;
    }

    /** {@return whether the seminar took place} */
    @Transactional
    boolean raconter(long id, ValeursLues saisie) {
        if (saisie.est("tenu", "non")) {
            seminaires.motiver(id, saisie.texte("motif_non_tenu"));
            return false;
        }
        seminaires.raconter(id, saisie.texte("compte_rendu"), saisie.texte("autres_presents"));
        invites.marquerPresents(
                id, saisie.liste("presents").stream().map(Long::valueOf).toList());
        return true;
    }

    void evaluer(long invite, ValeursLues saisie) {
        invites.evaluer(invite, saisie.entier("utilite"), saisie.entier("organisation"), saisie.texte("commentaire"));
    }

    /**
     * Puts a seminar off: the invited are told, the pilot chooses another date.
     *
     * @throws ActionImpossible when its date is not fixed, or has come
     */
    @Transactional
    void reporter(long id, String motif) {
        decider(id, motif, Messages.REPORT, "reporté");
    }

    /**
     * Calls a seminar off: the invited are told and the appointment leaves their calendars.
     *
     * @throws ActionImpossible when its date is not fixed, or has come
     */
    @Transactional
    void annuler(long id, String motif) {
        decider(id, motif, Messages.ANNULATION, "annulé");
    }

    private void decider(long id, String motif, String message, String participe) {
        Seminaire seminaire = seminaires.verrouiller(id);
        if (seminaire.etat() != EtatDuSeminaire.INVITATIONS) {
            throw new ActionImpossible("Ce séminaire ne peut pas être " + participe + "\u00a0: il en est à «\u00a0"
                    + seminaire.etat().libelle() + "\u00a0».");
        }
        seminaires.motiver(id, motif);
        if (!processus.envoyer(seminaire.instance(), message)) {
            throw new ActionImpossible(
                    "Le séminaire passe d’une étape à l’autre. Réessayez dans un instant\u00a0; rien n’a été"
                            + " changé.");
        }
    }
}
