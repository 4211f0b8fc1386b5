package fr.ptce.monographie;

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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to an interview: the tasks of {@code entretien.bpmn} hand their answers to it, checked against their forms
 * by then, and the page of the monograph asks it to add people.
 */
@Service
class ConduiteDesEntretiens {

    /** Working days after an interview by which the author says how it went. */
    private static final int JOURS_APRES = 5;

    private static final int MAXIMUM = 30;

    private final Entretiens entretiens;
    private final MonographieProcess processus;
    private final JoursOuvres joursOuvres;
    private final Clock horloge;

    ConduiteDesEntretiens(Entretiens entretiens, MonographieProcess processus, JoursOuvres joursOuvres, Clock horloge) {
        this.entretiens = entretiens;
        this.processus = processus;
        this.joursOuvres = joursOuvres;
        this.horloge = horloge;
    }

    /**
     * Adds somebody to be met; while interviews are under way, their own begins at once.
     *
     * @throws ActionImpossible when something is missing or wrong, or the interviews are over
     */
    @Transactional
    void ajouter(Monographie monographie, String nom, String role, String courriel) {
        if (nom.isBlank() || nom.length() > 200 || role.isBlank() || role.length() > 200) {
            throw new ActionImpossible(
                    "Donnez le nom et la fonction de la personne, en 200 caractères au plus chacun.");
        }
        verifier(monographie.id(), courriel);
        if (entretiens.deLaMonographie(monographie.id()).size() >= MAXIMUM) {
            throw new ActionImpossible("Une monographie compte " + MAXIMUM + " entretiens au plus.");
        }
        long id = entretiens.ajouter(monographie.id(), nom.strip(), role.strip(), courriel.strip(), null);
        if (monographie.etat() == EtatDeMonographie.TERRAIN
                && !processus.ajouterUnEntretien(monographie.instance(), id)) {
            throw new ActionImpossible("Les entretiens sont terminés\u00a0: rien n’a été ajouté.");
        }
    }

    private void verifier(long monographie, String courriel) {
        try {
            Adresses.verifier(courriel.strip());
        } catch (AdresseInvalide refusee) {
            throw new ActionImpossible("Cette adresse de courriel n’est pas valable.");
        }
        if (entretiens.invite(monographie, courriel.strip())) {
            throw new ActionImpossible("Une personne de la liste a déjà cette adresse de courriel.");
        }
    }

    /**
     * Proposes an appointment.
     *
     * @throws SoumissionRefusee when the end is not after the beginning, or it is not to come
     */
    void proposer(long id, ValeursLues saisie) {
        Creneau creneau = Creneau.lire(saisie, horloge.instant());
        entretiens.proposer(
                id,
                new Entretiens.RendezVousPropose(
                        creneau.debut(), creneau.fin(), saisie.texte("lieu"), saisie.texte("objet")));
    }

    /** {@return what the person answered: accepte, autre-date or refuse} */
    String repondre(long id, ValeursLues saisie) {
        String reponse = saisie.texte("reponse_entretien");
        switch (reponse) {
            case "accepte" ->
                entretiens.repondre(id, EtatDEntretien.ACCEPTE, Consentement.de(saisie.texte("consentement")), null);
            case "autre-date" -> entretiens.repondre(id, EtatDEntretien.AUTRE_DATE, null, saisie.texte("autre_date"));
            default -> entretiens.repondre(id, EtatDEntretien.REFUSE, null, saisie.texte("motif_refus_entretien"));
        }
        return reponse;
    }

    /** Until when the author says how an interview went. */
    Date compteRenduAvant(Entretien entretien, String region) {
        LocalDate jour = LocalDate.ofInstant(entretien.fin(), HeureDeParis.ZONE);
        return JoursOuvres.finDeJournee(joursOuvres.ajouter(jour, JOURS_APRES, region));
    }

    /** {@return whether the interview took place} */
    boolean rendreCompte(long id, ValeursLues saisie) {
        boolean tenu = saisie.est("entretien_tenu", "oui");
        entretiens.etat(id, tenu ? EtatDEntretien.MENE : EtatDEntretien.A_PROPOSER);
        return tenu;
    }

    /**
     * Somebody else is met, or nobody.
     *
     * @return id of the interview that goes on: that of the other person, or the same when nobody replaces them
     * @throws SoumissionRefusee when the address of the other person is on the list
     */
    @Transactional
    long remplacer(long id, ValeursLues saisie) {
        Entretien entretien = entretiens.lire(id);
        if (entretien.etat() == EtatDEntretien.PROPOSE) {
            entretiens.etat(id, EtatDEntretien.SANS_REPONSE);
        }
        if (!saisie.est("remplacement", "oui")) {
            entretiens.etat(id, EtatDEntretien.ABANDONNE);
            return id;
        }
        String courriel = saisie.texte("remplacant_courriel");
        try {
            verifier(entretien.monographie(), courriel);
        } catch (ActionImpossible refus) {
            throw new SoumissionRefusee("remplacant_courriel", "Courriel", refus.getMessage());
        }
        return entretiens.ajouter(
                entretien.monographie(), saisie.texte("remplacant_nom"), saisie.texte("remplacant_role"), courriel, id);
    }
}
