package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.moteur.Membres.Membre;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who reads of a task, role by role, and what happens when a role is empty. */
class DestinatairesTest {

    private static final Map<String, List<String>> GROUPES = Map.of(
            "pilotes-53", List.of("anne", "basile"),
            "pilotes-culture", List.of("basile", "carole"),
            "pilotes-FR", List.of("denis"),
            "comite-pilotage", List.of("edith", "farid"),
            "pilotes-75", List.of());

    private final List<String> groupesLus = new ArrayList<>();

    @Test
    void leRappelDUneTachePriseVaASonSeulResponsable() {
        assertThat(destinataires().desRappels(tache("anne", "53", "pilotes-53")))
                .containsExactly("anne");
    }

    @Test
    void leRappelDUneTacheLibreVaUneFoisAChacunDeSesGroupes() {
        assertThat(destinataires().desRappels(tache(null, "53", "pilotes-53", "pilotes-culture")))
                .containsExactly("anne", "basile", "carole");
    }

    @Test
    void personneNEstInformeDUnDossierDontIlEstDessaisi() {
        Destinataires destinataires = destinataires(Map.of(), Map.of("instance", Set.of("anne")));

        assertThat(destinataires.desRappels(tache(null, "53", "pilotes-53"))).containsExactly("basile");
        assertThat(destinataires(Map.of(), Map.of("autre", Set.of("anne"))).desRappels(tache(null, "53", "pilotes-53")))
                .containsExactly("anne", "basile");
        assertThat(destinataires(Map.of(), Map.of("instance", Set.of("edith"))).duComite(tache(null, "53")))
                .containsExactly("farid");
    }

    @Test
    void leResponsableDuGroupeEstPrefereAuxMembres() {
        Destinataires destinataires = destinataires(Map.of("pilotes-53", "anne", "pilotes-culture", "anne"), Map.of());

        assertThat(destinataires.desResponsables(tache(null, "53", "pilotes-53", "pilotes-culture")))
                .containsExactly("anne");
    }

    @Test
    void unGroupeSansResponsableFaitRelireACeuxQueLeRappelTouche() {
        assertThat(destinataires().desResponsables(tache(null, "53", "pilotes-53")))
                .containsExactly("anne", "basile");
        assertThat(destinataires(Map.of("pilotes-53", "anne"), Map.of("instance", Set.of("anne")))
                        .desResponsables(tache(null, "53", "pilotes-53")))
                .as("the lead of the group may know nothing of it")
                .containsExactly("basile");
    }

    @Test
    void lesPilotesPrevenusSontCeuxDuGroupeSansLeRetardataire() {
        assertThat(destinataires().desPilotes(tache("anne", "75", "pilotes-53")))
                .containsExactly("basile");
    }

    @Test
    void sansAutreMembreDuGroupeLesPilotesDeLaRegionSontPrevenus() {
        assertThat(destinataires().desPilotes(tache("denis", "53", "pilotes-FR")))
                .containsExactly("anne", "basile");
        assertThat(destinataires().desPilotes(tache(null, "53", "pilotes-75")))
                .as("a group without members")
                .containsExactly("anne", "basile");
    }

    @Test
    void uneRegionSansPilotesOuInconnueRevientAuxPilotesNationaux() {
        assertThat(destinataires().desPilotes(tache("anne", "75"))).containsExactly("denis");
        assertThat(destinataires().desPilotes(tache("anne", null))).containsExactly("denis");
    }

    @Test
    void leSeulPiloteQuiSoitEstPrevenuMemeQuandIlEstEnRetard() {
        assertThat(destinataires().desPilotes(tache("denis", "75"))).containsExactly("denis");
    }

    @Test
    void leComiteEstPrevenuEnEntier() {
        assertThat(destinataires().duComite(tache("anne", "53", "pilotes-53"))).containsExactly("edith", "farid");
    }

    @Test
    void chaqueGroupeNEstLuQuUneFoisParPassage() {
        Destinataires destinataires = destinataires();

        destinataires.desRappels(tache(null, "53", "pilotes-53"));
        destinataires.desPilotes(tache(null, "53", "pilotes-53"));

        assertThat(groupesLus).containsExactly("pilotes-53");
    }

    private Destinataires destinataires() {
        return destinataires(Map.of(), Map.of());
    }

    private Destinataires destinataires(Map<String, String> responsables, Map<String, Set<String>> dessaisis) {
        return new Destinataires(this::membres, responsables, dessaisis);
    }

    private List<Membre> membres(String groupe) {
        groupesLus.add(groupe);
        return GROUPES.getOrDefault(groupe, List.of()).stream()
                .map(id -> new Membre(id, id, id + "@ptce.example"))
                .toList();
    }

    private static TacheSuivie tache(String responsable, String region, String... groupes) {
        return TachesDEssai.tache("instance", region, null, responsable, List.of(groupes));
    }
}
