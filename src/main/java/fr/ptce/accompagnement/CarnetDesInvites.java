package fr.ptce.accompagnement;

import fr.ptce.courriel.FormatFrancais;
import fr.ptce.courriel.PieceAJoindre;
import fr.ptce.relance.CarnetDAdresses;
import fr.ptce.relance.Correspondant;
import fr.ptce.relance.TacheSuivie;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The people invited to a seminar, to whom its external tasks are addressed, each one to their own. */
@Component
class CarnetDesInvites implements CarnetDAdresses {

    static final String ROLE = "invite-seminaire";

    private final Invites invites;
    private final Seminaires seminaires;
    private final RendezVousDuSeminaire rendezVous;
    private final FormatFrancais dates = new FormatFrancais();

    CarnetDesInvites(Invites invites, Seminaires seminaires, RendezVousDuSeminaire rendezVous) {
        this.invites = invites;
        this.seminaires = seminaires;
        this.rendezVous = rendezVous;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public Optional<Correspondant> correspondant(String dossier, String tache) {
        return invites.deLaTache(tache).map(invite -> {
            Seminaire seminaire = seminaires.lire(invite.seminaire());
            return new Correspondant(
                    invite.nom(), invite.courriel(), "Séminaire\u00a0: " + seminaire.theme(), details(seminaire));
        });
    }

    /** What every e-mail about a seminar says of it. */
    Map<String, Object> details(Seminaire seminaire) {
        return Map.of(
                "theme", seminaire.theme(),
                "quand", dates.creneau(seminaire.debut(), seminaire.fin()),
                "lieu", seminaire.lieu(),
                "programme", seminaire.programme());
    }

    /** The appointment goes with the invitation, not with the request for an evaluation. */
    @Override
    public List<PieceAJoindre> pieces(String dossier, String tache) {
        return invites.deLaTache(tache)
                .filter(invite -> !invite.present())
                .map(invite -> List.of(rendezVous.piece(seminaires.lire(invite.seminaire()), invite.courriel(), false)))
                .orElse(List.of());
    }

    @Override
    public Map<String, String> adresses(Collection<TacheSuivie> taches) {
        return invites.adresses(taches.stream().map(TacheSuivie::tache).collect(Collectors.toSet()));
    }

    @Override
    public void signaler(String dossier, String alerte) {
        seminaires.alerter(Long.parseLong(dossier.substring("SEM-".length())), alerte);
    }
}
