package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.ApplicationDeTest;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path of {@code campagne.bpmn}, and what a campaign lets porteurs do. */
@ApplicationDeTest
@TousLesChemins(CampagneProcess.CLE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampagneProcessTest {

    @Autowired
    private Campagnes campagnes;

    @Autowired
    private Brouillons brouillons;

    @Autowired
    private Depots depots;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private Pas pas;

    @Test
    void unBrouillonNonDeposeEstRappeleUneFoisAvantLaFermeture() {
        Campagne campagne = creer("RAPPEL", -1, 30);
        brouillon(campagne, "oublie@porteur.example");
        Brouillon depose = brouillon(campagne, "depose@porteur.example");
        depots.deposer(depose.id(), dossier("depose@porteur.example"));
        brouillons.ouvrir(campagne.id());

        pas.declencher(campagne.code(), "event_avantFermeture");
        assertThat(rappels("oublie@porteur.example")).isEqualTo(1);
        assertThat(rappels("depose@porteur.example")).isZero();

        pas.declencher(campagne.code(), "event_fermeture");
        assertThat(pas.enCours(campagne.code())).isFalse();
        assertThat(rappels("oublie@porteur.example")).isEqualTo(1);
    }

    @Test
    void changerLesDatesDeplaceLaFermetureEtGardeLeRappel() {
        Campagne campagne = creer("DATES", -1, 30);
        campagnes.changerLesDates(
                campagne.id(), campagne.ouverture(), campagne.fermeture().plus(Duration.ofDays(10)));
        pas.avancer(campagne.code());

        assertThat(campagnes.lire(campagne.id()).fermeture())
                .isEqualTo(campagne.fermeture().plus(Duration.ofDays(10)));
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(campagne.code())
                        .count())
                .as("calendriers en cours pour %s : l’ancien s’arrête", campagne.code())
                .isOne();
        pas.declencher(campagne.code(), "event_avantFermeture");
        assertThat(pas.enCours(campagne.code())).isTrue();
    }

    @Test
    void unDossierNEstPasDeposeHorsDeLaCampagneEtSonBrouillonEstGarde() {
        for (Campagne campagne : new Campagne[] {creer("FERMEE", -10, -1), creer("FUTURE", 5, 10)}) {
            Brouillon brouillon = brouillon(campagne, "tard@porteur.example");
            Map<String, Object> corrige = dossier("tard@porteur.example");
            corrige.put("structure", "Les Tisserands réunis");
            assertThatThrownBy(() -> depots.deposer(brouillon.id(), corrige))
                    .isInstanceOf(ActionImpossible.class)
                    .hasMessageContaining("votre brouillon est conservé");
            assertThat(depots.brouillon(brouillon.id()).champs())
                    .as("le brouillon garde ce qui vient d’être saisi, même refusé")
                    .containsEntry("structure", "Les Tisserands réunis");
            assertThat(depots.brouillon(brouillon.id()).depose()).isFalse();
        }
    }

    @Test
    void unMemeBrouillonNEstDeposeQuUneFois() {
        Campagne campagne = creer("UNIQUE", -1, 30);
        Brouillon brouillon = brouillon(campagne, "deux@porteur.example");
        String numero = depots.deposer(brouillon.id(), dossier("deux@porteur.example"));

        assertThat(depots.deposer(brouillon.id(), dossier("deux@porteur.example")))
                .isEqualTo(numero);
    }

    @Test
    void uneRegionDUnAutreDecoupageEstRefusee() {
        Campagne campagne = creer("REGION", -1, 30);
        Map<String, Object> soumission = dossier("region@porteur.example");
        soumission.put("region", "76");

        Brouillon brouillon = brouillon(campagne, "region@porteur.example");
        assertThatThrownBy(() -> depots.deposer(brouillon.id(), soumission))
                .hasMessageContaining("choisissez une région de cette campagne");
    }

    private Campagne creer(String code, int ouvertureEnJours, int fermetureEnJours) {
        Instant maintenant = Instant.now();
        return campagnes.creer(
                "CAMPAGNE-" + code,
                "Appel " + code,
                maintenant.plus(Duration.ofDays(ouvertureEnJours)),
                maintenant.plus(Duration.ofDays(fermetureEnJours)),
                2012,
                2);
    }

    private Brouillon brouillon(Campagne campagne, String courriel) {
        Brouillon brouillon = brouillons.ouvrir(campagne.id());
        brouillons.enregistrer(brouillon.id(), dossier(courriel));
        return depots.brouillon(brouillon.id());
    }

    private int rappels(String adresse) {
        return jdbc.sql("select count(*) from courriel where destinataire = :adresse and modele = 'rappel-brouillon'"
                        + " and etat = 'envoye'")
                .param("adresse", adresse)
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> dossier(String courriel) {
        Map<String, Object> champs = new HashMap<>();
        champs.put("initiative", "Pôle des arts du Trégor");
        champs.put("structure", "Les Tisserands");
        champs.put("region", "53");
        champs.put("activite_economique", "oui");
        champs.put("contact_nom", "Camille Exemple");
        champs.put("contact_courriel", courriel);
        champs.put("consentement", true);
        return champs;
    }
}
