package fr.ptce.monographie;

import fr.ptce.courriel.FormatFrancais;
import fr.ptce.courriel.PieceAJoindre;
import fr.ptce.relance.CarnetDAdresses;
import fr.ptce.relance.Correspondant;
import fr.ptce.relance.TacheSuivie;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The people to be met for a monograph, to whom the external task of {@code entretien.bpmn} is addressed. */
@Component
class CarnetDesPersonnes implements CarnetDAdresses {

    private static final String ROLE = "personne-entretien";
    private final Entretiens entretiens;
    private final Monographies monographies;
    private final RendezVousDEntretien rendezVous;
    private final FormatFrancais dates = new FormatFrancais();

    CarnetDesPersonnes(Entretiens entretiens, Monographies monographies, RendezVousDEntretien rendezVous) {
        this.entretiens = entretiens;
        this.monographies = monographies;
        this.rendezVous = rendezVous;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public Optional<Correspondant> correspondant(String dossier, String tache) {
        return entretiens
                .deLaTache(tache)
                .map(entretien ->
                        new Correspondant(entretien.nom(), entretien.courriel(), pole(entretien), details(entretien)));
    }

    /** What every e-mail about an interview says of it. */
    Map<String, Object> details(Entretien entretien) {
        Map<String, Object> details = new HashMap<>();
        details.put("pole", pole(entretien));
        details.put("accepte", entretien.etat() == EtatDEntretien.ACCEPTE);
        details.put("autreDate", entretien.etat() == EtatDEntretien.AUTRE_DATE);
        details.put("lieu", entretien.lieu());
        details.put("propos", entretien.objet() == null ? "" : entretien.objet());
        details.put("quand", dates.creneau(entretien.debut(), entretien.fin()));
        return details;
    }

    private String pole(Entretien entretien) {
        return monographies.lire(entretien.monographie()).nom();
    }

    @Override
    public List<PieceAJoindre> pieces(String dossier, String tache) {
        return entretiens
                .deLaTache(tache)
                .map(entretien -> List.of(rendezVous.piece(entretien, pole(entretien), false)))
                .orElse(List.of());
    }

    @Override
    public Map<String, String> adresses(Collection<TacheSuivie> taches) {
        return entretiens.adresses(taches.stream().map(TacheSuivie::tache).collect(Collectors.toSet()));
    }

    @Override
    public void signaler(String dossier, String alerte) {
        monographies.alerter(Monographie.id(dossier), alerte);
    }
}
