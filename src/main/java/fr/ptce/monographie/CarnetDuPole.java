package fr.ptce.monographie;

import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.relance.CarnetDAdresses;
import fr.ptce.relance.Correspondant;
import fr.ptce.relance.TacheSuivie;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The contact of the pôle, who reviews its monograph. */
@Component
class CarnetDuPole implements CarnetDAdresses {

    private static final String ROLE = "pole-monographie";

    private final Monographies monographies;
    private final Initiatives initiatives;
    private final String adresse;

    CarnetDuPole(Monographies monographies, Initiatives initiatives, @Value("${ptce.adresse}") String adresse) {
        this.monographies = monographies;
        this.initiatives = initiatives;
        this.adresse = adresse;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public Optional<Correspondant> correspondant(String dossier, String tache) {
        return monographies.chercher(Monographie.id(dossier)).map(monographie -> {
            Initiative initiative =
                    initiatives.chercher(monographie.initiative()).orElseThrow();
            return new Correspondant(
                    initiative.contactNom(), initiative.contactCourriel(), initiative.nom(), details(monographie));
        });
    }

    /** What every e-mail about a review says of it. */
    Map<String, Object> details(Monographie monographie) {
        Map<String, Object> details = new HashMap<>();
        details.put("pole", monographie.nom());
        details.put("tour", monographie.tour());
        details.put("lecture", monographie.jeton() == null ? "" : adresse + lecture(monographie));
        return details;
    }

    /** Path of the page where the text of the current round is read without an account. */
    static String lecture(Monographie monographie) {
        return "/lecture/" + monographie.jeton();
    }

    @Override
    public Map<String, String> adresses(Collection<TacheSuivie> taches) {
        return CarnetDAdresses.parTache(taches, monographies::adresses);
    }

    @Override
    public void signaler(String dossier, String alerte) {
        monographies.alerter(Monographie.id(dossier), alerte);
    }
}
