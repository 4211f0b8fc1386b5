package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.candidature.CandidatureProcess.Elements;
import fr.ptce.moteur.Pas;
import fr.ptce.portail.ParcoursAuNavigateur;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pilots' pages in Chromium, after a real login: they are accessible, and the committee decides with them. */
@ApplicationDeTest
class PagesDesPilotesAuNavigateurTest extends ParcoursAuNavigateur {

    private static final String CODE = "PAGES-NAVIGATEUR";
    private static final List<EtatDossier> ETATS = List.of(EtatDossier.values());

    @Autowired
    private LanceurDeCandidature lanceur;

    @Autowired
    private Campagnes campagnes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private TaskService taskService;

    @Autowired
    private Pas pas;

    private Campagne campagne;

    @BeforeEach
    void ouvrirUneCampagne() {
        Instant maintenant = Instant.now();
        campagne = campagnes
                .parCode(CODE)
                .orElseGet(() -> campagnes.creer(
                        CODE,
                        "Appel à candidatures 2011",
                        maintenant.minus(Duration.ofDays(1)),
                        maintenant.plus(Duration.ofDays(30)),
                        2012,
                        2));
    }

    @Test
    void leComiteDecideDepuisLesPagesQuiSontAccessibles() {
        String numero = pretADecider();
        for (int i = 1; i <= 26; i++) {
            deposerSansExamen(i);
        }
        arriver();
        connecter("comite");
        verifier("/dossiers?campagne=" + campagne.id() + "&tri=numero", "dossiers");
        verifier("/dossiers/" + numero, "dossier");
        verifier("/dossiers/" + numero + "/categorie", "dossier-categorie");
        verifier("/dossiers/" + numero + "/region", "dossier-region");
        verifier("/dossiers/" + numero + "/retrait", "dossier-retrait");
        verifier("/dossiers/PTCE-9999", "dossier-introuvable");
        verifier("/campagnes", "campagnes");
        verifier("/campagnes/nouvelle", "campagne-nouvelle");
        verifier("/decisions", "decisions");

        page.getByLabel("Choisir " + numero).check();
        page.getByLabel("Motif").fill("Le comité suit l’avis des relecteurs.");
        page.getByText("Relire avant de décider").click();
        conforme("decisions-a-confirmer");
        page.getByText("Décider ce dossier").click();
        conforme("decisions-prises");
        assertThat(page.locator("[role=status]").first().innerText())
                .contains(numero)
                .contains("Retenu comme pôle en projet");

        aller("/dossiers/" + numero);
        page.locator("a[href*='/courriels/']").first().click();
        conforme("dossier-courriel");
        assertThat(dossiers.lire(numero).decision()).isEqualTo("retenu-projet");
    }

    private void verifier(String chemin, String nom) {
        aller(chemin);
        conforme(nom);
    }

    private void deposerSansExamen(int rang) {
        Map<String, Object> champs = CandidatureProcessTest.dossierComplet();
        champs.put("initiative", "Fabrique coopérative n° " + rang);
        String numero = dossiers.creer(campagne.id(), Instruction.IMPORT, "53", ChampsDuDossier.de(champs), null);
        dossiers.etat(numero, ETATS.get(rang % ETATS.size()));
    }

    private String pretADecider() {
        String numero = lanceur.deposer(
                campagne.id(),
                Instruction.FORMULAIRE,
                "53",
                ChampsDuDossier.de(CandidatureProcessTest.dossierComplet()),
                null);
        pas.avancer(numero);
        List<String> relecteurs = List.of("pilote.bretagne", "pilote.culture");
        for (int rang = 0; rang < relecteurs.size(); rang++) {
            Task declaration = pas.taches(numero, Elements.DECLARER_INTERETS).get(0);
            pas.accomplir(numero, declaration, relecteurs.get(rang), Map.of("conflit", "non"));
            Task evaluer = pas.tache(numero, Elements.EVALUER_DOSSIER);
            pas.accomplir(numero, evaluer, relecteurs.get(rang), avis(3 + rang));
        }
        assertThat(taskService
                        .createTaskQuery()
                        .processInstanceBusinessKey(numero)
                        .count())
                .isOne();
        return numero;
    }

    private static Map<String, Object> avis(int note) {
        Map<String, Object> reponses = new HashMap<>(Map.of("recommandation", "retenir"));
        for (String but : List.of("territoire", "cooperations", "economie")) {
            reponses.put("note_" + but, note);
            reponses.put("commentaire_" + but, "Un projet bien ancré dans son bourg, porté par quatre structures.");
        }
        return reponses;
    }
}
