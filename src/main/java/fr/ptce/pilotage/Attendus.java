package fr.ptce.pilotage;

import fr.ptce.annuaire.Groupes;
import fr.ptce.moteur.Membres;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who is awaited for open tasks: somebody outside by their role, the person who took the task, otherwise its groups. */
@Component
class Attendus {

    /** SQL on {@code tache_suivie t}: by which tasks of the same person, role or groups are found. */
    static final String CLE = "case when t.correspondant is not null then 'externe:' || t.correspondant"
            + " when t.responsable is not null then 'agent:' || t.responsable"
            + " else 'groupe:' || coalesce(t.groupes, '') end";

    private static final String EXTERNE = "externe:";
    private static final String AGENT = "agent:";
    private static final String GROUPE = "groupe:";

    private static final Map<String, String> ROLES = Map.of(
            "porteur", "Les porteurs (dossiers)",
            "initiative", "Les porteurs (besoins, accompagnement)",
            "invite-seminaire", "Les invités des séminaires",
            "personne-entretien", "Les personnes à rencontrer",
            "pole-monographie", "Les pôles (relecture des monographies)");

    private final Membres membres;
    private final Groupes groupes;

    Attendus(Membres membres, Groupes groupes) {
        this.membres = membres;
        this.groupes = groupes;
    }

    /** What a person reads for each key; a question to the engine when there is an account among them. */
    Map<String, String> noms(Collection<String> cles) {
        List<String> comptes = cles.stream()
                .filter(cle -> cle.startsWith(AGENT))
                .map(cle -> cle.substring(AGENT.length()))
                .distinct()
                .toList();
        Map<String, Membres.Membre> connus = membres.parId(comptes);
        Map<String, String> noms = new HashMap<>();
        cles.forEach(cle -> noms.put(cle, nom(cle, connus)));
        return noms;
    }

    private String nom(String cle, Map<String, Membres.Membre> connus) {
        if (cle.startsWith(EXTERNE)) {
            return ROLES.getOrDefault(cle.substring(EXTERNE.length()), "Une personne extérieure");
        }
        if (cle.startsWith(AGENT)) {
            String compte = cle.substring(AGENT.length());
            return connus.containsKey(compte) ? connus.get(compte).nom() : compte;
        }
        String ids = cle.substring(GROUPE.length());
        return ids.isEmpty()
                ? "Personne en particulier"
                : Stream.of(ids.split(",")).map(groupes::nom).collect(Collectors.joining(" ou "));
    }
}
