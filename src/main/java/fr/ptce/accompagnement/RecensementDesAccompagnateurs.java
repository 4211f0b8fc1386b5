package fr.ptce.accompagnement;

import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.formulaire.Formulaire;
import fr.ptce.formulaire.Formulaires;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.NouveauxComptes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the sheet that somebody files to their account, then its yearly confirmation, to the day they leave. */
@Service
class RecensementDesAccompagnateurs {

    /** Version of the wording of the consent in the form. */
    static final String VERSION_CONSENTEMENT = "2026-11";

    private static final String FORMULAIRE = "accompagnement/recensement-accompagnateur.form";
    private static final String INVITATION = "accompagnement/inviter-accompagnateur.form";
    private static final String MODIFICATION = "accompagnement/modifier-fiche.form";
    private static final String GROUPE_DE_REGION = "accompagnateurs-";

    private final Formulaires formulaires;
    private final Accompagnateurs accompagnateurs;
    private final RecensementAccompagnateurProcess processus;
    private final NouveauxComptes comptes;
    private final Missions missions;
    private final Besoins besoins;
    private final Regions regions;
    private final Groupes groupesDuProgramme;

    RecensementDesAccompagnateurs(
            Formulaires formulaires,
            Accompagnateurs accompagnateurs,
            RecensementAccompagnateurProcess processus,
            NouveauxComptes comptes,
            Missions missions,
            Besoins besoins,
            Regions regions,
            Groupes groupes) {
        this.formulaires = formulaires;
        this.accompagnateurs = accompagnateurs;
        this.processus = processus;
        this.comptes = comptes;
        this.missions = missions;
        this.besoins = besoins;
        this.regions = regions;
        this.groupesDuProgramme = groupes;
    }

    Formulaire formulaire() {
        return formulaires.lire(FORMULAIRE);
    }

    Formulaire formulaireDInvitation() {
        return formulaires.lire(INVITATION);
    }

    /**
     * Asks somebody to file a sheet.
     *
     * @throws SoumissionRefusee when a field is wrong, or the address has a sheet already
     */
    @Transactional
    void inviter(Agent agent, Map<String, Object> soumission) {
        ValeursLues saisie = new ValeursLues(formulaireDInvitation().accepter(soumission, Map.of()));
        String courriel = saisie.texte("courriel");
        if (accompagnateurs.connue(courriel)) {
            throw new SoumissionRefusee("courriel", "Adresse de courriel", "Une fiche porte déjà cette adresse.");
        }
        processus.inviter(
                new RecensementAccompagnateurProcess.Invitation(saisie.texte("nom"), courriel, saisie.texte("message")),
                agent);
    }

    /** What the lists of the form offer: the regions that have a group of accompagnateurs. */
    Map<String, Object> contexte() {
        return Map.of(
                "regionsProposees",
                regionsDuProgramme().stream()
                        .map(region -> Map.of("value", region.code(), "label", region.nom()))
                        .toList());
    }

    List<Region> regionsDuProgramme() {
        return regions.toutes().stream()
                .filter(region -> groupesDuProgramme
                        .parId(GROUPE_DE_REGION + region.code())
                        .isPresent())
                .toList();
    }

    /**
     * Files a sheet and starts its validation.
     *
     * @throws SoumissionRefusee when a field is wrong, no skill is given, or the address has a sheet already
     */
    @Transactional
    long deposer(Map<String, Object> soumission) {
        Fiche fiche = Fiche.de(formulaire().accepter(soumission, contexte()), besoins.liste(besoins.version()));
        exigerUneCompetence(fiche);
        if (accompagnateurs.connue(fiche.courriel())) {
            throw new SoumissionRefusee(
                    "courriel",
                    "Adresse de courriel",
                    "Une fiche porte déjà cette adresse. Pour la corriger, écrivez au pilote de votre région.");
        }
        long id = accompagnateurs.deposer(fiche, VERSION_CONSENTEMENT);
        processus.demarrer(id, fiche.region());
        return id;
    }

    private void exigerUneCompetence(Fiche fiche) {
        if (fiche.competences().isEmpty()) {
            throw new SoumissionRefusee(
                    Fiche.champ(besoins.liste(besoins.version()).get(0).id()),
                    "Vos compétences",
                    "Indiquez votre niveau dans une compétence au moins.");
        }
    }

    void accepter(long id, String par) {
        accompagnateurs.accepter(id, par);
    }

    void refuser(long id, String motif, String par) {
        accompagnateurs.refuser(id, motif, par);
    }

    /** Opens the account, or gives an account of the same address the groups of an accompagnateur. */
    @Transactional
    String ouvrirLeCompte(long id) {
        Fiche fiche = accompagnateurs.lire(id).fiche();
        String compte = comptes.ouvrir(fiche.prenom(), fiche.nom(), fiche.courriel(), groupes(fiche));
        accompagnateurs.compte(id, compte);
        return compte;
    }

    private static Set<String> groupes(Fiche fiche) {
        Set<String> siens = new LinkedHashSet<>(List.of(Groupes.ACCOMPAGNATEURS));
        fiche.regions().forEach(region -> siens.add(GROUPE_DE_REGION + region));
        return siens;
    }

    /** Lets somebody work in one more region: a pilot has given them a project there. */
    @Transactional
    void etendre(Accompagnateur accompagnateur, String region) {
        if (accompagnateur.fiche().regions().contains(region)) {
            return;
        }
        accompagnateurs.ajouterLaRegion(accompagnateur.id(), region);
        comptes.rejoindre(accompagnateur.compte(), Set.of(GROUPE_DE_REGION + region));
    }

    void confirmer(long id) {
        accompagnateurs.confirmer(id);
    }

    /**
     * The account stays, without the groups of an accompagnateur.
     *
     * @throws SoumissionRefusee when a project would be left alone
     */
    @Transactional
    void laisserPartir(long id) {
        Accompagnateur parti = accompagnateurs.lire(id);
        long enCours = missions.enCours(id);
        if (enCours > 0) {
            throw new SoumissionRefusee(
                    "disponible",
                    "Votre choix",
                    (enCours == 1 ? "Vous avez encore une mission." : "Vous avez encore " + enCours + " missions.")
                            + " Demandez d’abord au pilote de la région de changer d’accompagnateur.");
        }
        comptes.quitter(parti.compte(), groupes(parti.fiche()));
        accompagnateurs.partir(id);
    }

    Formulaire formulaireDeModification() {
        return formulaires.lire(MODIFICATION);
    }

    /**
     * Changes what the person may change of their own sheet.
     *
     * @throws SoumissionRefusee when a field is wrong or no skill is given
     */
    @Transactional
    void modifier(Accompagnateur accompagnateur, Map<String, Object> soumission) {
        Fiche fiche =
                Fiche.de(formulaireDeModification().accepter(soumission, Map.of()), besoins.liste(besoins.version()));
        exigerUneCompetence(fiche);
        accompagnateurs.modifier(accompagnateur.id(), fiche);
    }
}
