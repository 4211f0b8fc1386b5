package fr.ptce.accompagnement;

import fr.ptce.accompagnement.RecensementAccompagnateurProcess.Elements;
import fr.ptce.annuaire.Besoin;
import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.CompteDeDemonstration;
import fr.ptce.moteur.PasDeDemonstration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives each accompagnateur of the demonstration a sheet at its first start, and two sheets to validate. It does nothing
 * when there is a sheet.
 */
@Component
@Order(3)
@Profile("demo")
@ConditionalOnProperty(name = "ptce.demo.donnees", havingValue = "true", matchIfMissing = true)
class DemonstrationAccompagnement implements ApplicationRunner {

    private static final String GROUPE_DE_REGION = "accompagnateurs-";

    private final Accompagnateurs accompagnateurs;
    private final RecensementDesAccompagnateurs recensement;
    private final PasDeDemonstration pas;
    private final Besoins besoins;

    DemonstrationAccompagnement(
            Accompagnateurs accompagnateurs,
            RecensementDesAccompagnateurs recensement,
            PasDeDemonstration pas,
            Besoins besoins) {
        this.accompagnateurs = accompagnateurs;
        this.recensement = recensement;
        this.pas = pas;
        this.besoins = besoins;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accompagnateurs.chercher(1).isPresent()) {
            return;
        }
        List<CompteDeDemonstration> comptes = CompteDeDemonstration.tous().stream()
                .filter(compte -> region(compte) != null)
                .toList();
        for (int rang = 0; rang < comptes.size(); rang++) {
            CompteDeDemonstration compte = comptes.get(rang);
            String reference =
                    deposer(compte.prenom(), compte.nom(), compte.id() + "@demo.example", region(compte), rang);
            valider(reference, region(compte));
        }
        deposer("Dominique", "Volontaire", "dominique@demo.example", "53", 3);
        deposer("Alix", "Disponible", "alix@demo.example", "82", 5);
    }

    private static String region(CompteDeDemonstration compte) {
        return compte.groupes().stream()
                .filter(groupe -> groupe.startsWith(GROUPE_DE_REGION))
                .map(groupe -> groupe.substring(GROUPE_DE_REGION.length()))
                .findFirst()
                .orElse(null);
    }

    private void valider(String reference, String region) {
        pas.tache(reference, Elements.VALIDER)
                .ifPresent(tache -> pas.accomplir(
                        reference,
                        tache,
                        pas.membre("pilotes-" + region).orElse("admin"),
                        Map.of("validation", "oui")));
    }

    /** Skills differ from one person to the next, the same at every first start. */
    private String deposer(String prenom, String nom, String courriel, String region, int rang) {
        Map<String, Object> champs = new HashMap<>();
        champs.put("prenom", prenom);
        champs.put("nom", nom);
        champs.put("courriel", courriel);
        champs.put("structure", rang % 3 == 0 ? null : "Réseau régional de l’économie sociale et solidaire");
        champs.put("region_principale", region);
        champs.put("capacite", 1 + rang % 4);
        champs.put("experience", "Accompagnement de coopératives et d’associations sur leur territoire.");
        champs.put("consentement", true);
        List<Besoin> tous = besoins.liste(besoins.version());
        for (int competence = 0; competence < 3 + rang % 3; competence++) {
            champs.put(
                    Fiche.champ(
                            tous.get((rang * 5 + competence * 2) % tous.size()).id()),
                    String.valueOf(1 + (rang + competence) % 3));
        }
        String reference = Accompagnateur.reference(recensement.deposer(champs));
        pas.avancer(reference);
        return reference;
    }
}
