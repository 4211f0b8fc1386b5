package fr.ptce.relance;

import fr.ptce.essai.Remise;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;

/** The people outside of {@code essai-relance.bpmn}: {@code <dossier>@porteur.example}, but for dossiers named MUET-…. */
@TestComponent
public class CarnetDEssai implements CarnetDAdresses, Remise {

    final List<String> alertes = new CopyOnWriteArrayList<>();

    @Override
    public void remettre() {
        alertes.clear();
    }

    @Override
    public String role() {
        return "essai";
    }

    @Override
    public Optional<Correspondant> correspondant(String dossier, String tache) {
        String adresse = dossier.startsWith("MUET-") ? null : adresse(dossier);
        return Optional.of(new Correspondant("Jeanne Martin", adresse, "Pôle d’essai", Map.of()));
    }

    @Override
    public Map<String, String> adresses(Collection<TacheSuivie> taches) {
        return taches.stream()
                .filter(tache -> !tache.dossier().startsWith("MUET-"))
                .collect(Collectors.toMap(TacheSuivie::tache, tache -> adresse(tache.dossier())));
    }

    static String adresse(String dossier) {
        return dossier.toLowerCase(java.util.Locale.ROOT) + "@porteur.example";
    }

    @Override
    public void signaler(String dossier, String alerte) {
        alertes.add(dossier + " : " + alerte);
    }
}
