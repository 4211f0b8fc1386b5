package fr.ptce.candidature;

import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.formulaire.ErreurDeChamp;
import fr.ptce.formulaire.Formulaire;
import fr.ptce.formulaire.Formulaires;
import fr.ptce.formulaire.SoumissionRefusee;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filing a candidature on the public site: a draft becomes a dossier, once, while the campaign is open. */
@Service
class Depots {

    static final String FORMULAIRE = "candidature/depot-candidature.form";

    private final Formulaires formulaires;
    private final Brouillons brouillons;
    private final Campagnes campagnes;
    private final LanceurDeCandidature lanceur;
    private final Regions regions;
    private final Clock horloge;

    Depots(
            Formulaires formulaires,
            Brouillons brouillons,
            Campagnes campagnes,
            LanceurDeCandidature lanceur,
            Regions regions,
            Clock horloge) {
        this.formulaires = formulaires;
        this.brouillons = brouillons;
        this.campagnes = campagnes;
        this.lanceur = lanceur;
        this.regions = regions;
        this.horloge = horloge;
    }

    Formulaire formulaire() {
        return formulaires.lire(FORMULAIRE);
    }

    /** @throws BrouillonInconnu when there is no such draft */
    Brouillon brouillon(String id) {
        return brouillons.lire(id).orElseThrow(BrouillonInconnu::new);
    }

    boolean ouverte(Campagne campagne) {
        return campagne.ouverteLe(horloge.instant());
    }

    /**
     * Files a draft. What was submitted is kept in the draft in any case, so that nothing is lost when it is refused.
     *
     * @return number of the dossier; that of the first time when the draft was filed already
     * @throws SoumissionRefusee when a field is wrong
     * @throws ActionImpossible when the campaign is not open
     */
    @Transactional(noRollbackFor = {SoumissionRefusee.class, ActionImpossible.class})
    String deposer(String id, Map<String, Object> soumission) {
        Brouillon brouillon = brouillons.verrouiller(id).orElseThrow(BrouillonInconnu::new);
        if (brouillon.depose()) {
            return brouillon.deposeNumero();
        }
        brouillons.enregistrer(id, soumission);
        Campagne campagne = campagnes.lire(brouillon.campagne());
        exigerQuElleSoitOuverte(campagne);
        ChampsDuDossier champs = ChampsDuDossier.de(formulaire().accepter(soumission, Map.of()));
        String region = champs.texte("region");
        exigerUneRegionDe(campagne, region);
        String numero = lanceur.deposer(
                campagne.id(), Instruction.FORMULAIRE, region, champs, brouillon.proprietaireDesPieces());
        brouillons.marquerDepose(id, numero);
        return numero;
    }

    private void exigerQuElleSoitOuverte(Campagne campagne) {
        if (!ouverte(campagne)) {
            String quand = horloge.instant().isBefore(campagne.ouverture()) ? "n’est pas encore ouvert" : "est fermé";
            throw new ActionImpossible(
                    "L’appel « %s » %s : votre brouillon est conservé, mais il ne peut pas être déposé."
                            .formatted(campagne.nom(), quand),
                    null);
        }
    }

    private void exigerUneRegionDe(Campagne campagne, String code) {
        boolean connue = regions.decoupage(campagne.decoupage()).stream()
                .map(Region::code)
                .anyMatch(code::equals);
        if (!connue) {
            throw new SoumissionRefusee(
                    List.of(new ErreurDeChamp("region", "Région", "Choisissez une région de cette campagne.")));
        }
    }
}
