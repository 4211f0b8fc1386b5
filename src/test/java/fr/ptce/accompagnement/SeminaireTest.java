package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.ApplicationDeTest;
import fr.ptce.accompagnement.SeminaireProcess.Elements;
import fr.ptce.accompagnement.SeminaireProcess.Variables;
import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.Courriels;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import fr.ptce.moteur.securite.ClientHttp;
import fr.ptce.portail.ActionImpossible;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A seminar, from the choice of its date to what those who came think of it. */
@ApplicationDeTest
@TousLesChemins(SeminaireProcess.CLE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeminaireTest {

    private static final String PILOTE = "pilote.bretagne";
    private static final AtomicInteger SUITE = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private ProjetsDEssai essai;

    @Autowired
    private AnneesRegionales annees;

    @Autowired
    private ProjetsAccompagnes projets;

    @Autowired
    private Seminaires seminaires;

    @Autowired
    private Invites invites;

    @Autowired
    private ConduiteDuSeminaire conduite;

    @Autowired
    private Courriels courriels;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private Pas pas;

    private int annee;
    private long id;
    private String reference;
    private String instance;
    private Accompagnateur inscrit;

    @BeforeEach
    void unReseauEtSonSeminaire() {
        annee = 2200 + SUITE.incrementAndGet();
        essai.oublierLesAccompagnateurs();
        inscrit = essai.inscrire("Camille", "S" + annee, "53", 2, Map.of("gouvernance", 2));
        String numero = "PTCE-8" + (annee - 2000);
        essai.qualifier(numero, "53");
        projets.ouvrir(annees.ouvrir("53", annee, 3, PILOTE), numero);
        ProcessInstance demarre = runtimeService.startProcessInstanceByKey(
                SeminaireProcess.CLE, Map.<String, Object>of(Variables.REGION, "53", Variables.ANNEE, annee));
        instance = demarre.getId();
        id = (Long) runtimeService.getVariable(instance, Variables.SEMINAIRE);
        reference = Seminaire.reference(id);
        pas.avancer(reference);
    }

    @Test
    void deLaDateAuxAvis() {
        fixer("Robin Invité ; robin@invite.example\nCamille bis ; CAMILLE.S" + annee + "@accompagnateur.example");
        assertThat(invites.duSeminaire(id))
                .extracting(Invite::courriel)
                .containsExactlyInAnyOrder(
                        "CAMILLE.S" + annee + "@accompagnateur.example",
                        "robin@invite.example",
                        "ptce-8" + (annee - 2000) + "@porteur.example");
        assertThat(pas.taches(reference, Elements.REPONDRE)).hasSize(3);
        assertThat(seminaires.lire(id).etat()).isEqualTo(EtatDuSeminaire.INVITATIONS);

        repondre("robin@invite.example", Map.of("reponse", "non", "message_invite", "Je suis en voyage."));
        assertThatThrownBy(() -> taskService.complete(
                        tacheDe("ptce-8" + (annee - 2000) + "@porteur.example").getId(), Map.of("reponse", "remplace")))
                .isInstanceOf(SoumissionRefusee.class);
        repondre(
                "ptce-8" + (annee - 2000) + "@porteur.example",
                Map.of(
                        "reponse",
                        "remplace",
                        "remplacant_nom",
                        "Dominique Remplaçante",
                        "remplacant_courriel",
                        "dominique@invite.example"));
        assertThat(courriels.duDossier(reference))
                .filteredOn(courriel -> courriel.modele().equals("remplacant-seminaire"))
                .extracting(courriel -> courriel.destinataire())
                .containsExactly("dominique@invite.example");
        assertThat(pas.enCours(reference)).isTrue();

        pas.declencher(reference, Elements.JOUR);
        assertThat(pas.taches(reference, Elements.REPONDRE)).isEmpty();
        Task compte = pas.tache(reference, Elements.RENDRE_COMPTE);
        assertThat(taskService.getVariable(compte.getId(), "invitesProposes").toString())
                .contains("sans réponse", "vient en remplacement", "ne vient pas");
        String present = String.valueOf(invite("dominique@invite.example").id());
        pas.accomplir(
                reference,
                compte,
                PILOTE,
                Map.of(
                        "tenu",
                        "oui",
                        "presents",
                        List.of(present),
                        "autres_presents",
                        "Une élue du pays.",
                        "compte_rendu",
                        "Trois retours d’expérience et un calendrier."));
        Task avis = pas.tache(reference, Elements.EVALUER);
        taskService.complete(
                avis.getId(), Map.of("utilite", "5", "organisation", "4", "commentaire", "À refaire bientôt."));
        pas.avancer(reference);

        assertThat(seminaires.lire(id).etat()).isEqualTo(EtatDuSeminaire.TENU);
        assertThat(seminaires.tenus("53", annee)).isOne();
        assertThat(tenu()).isEqualTo(true);
        ClientHttp pilote = connecte(PILOTE);
        assertThat(pilote.get("/accompagnement/seminaires/" + id).body())
                .contains("Dominique Remplaçante", "Utilité 5,0 sur 5, organisation 4,0 sur 5", "À refaire bientôt.");
        assertThat(pilote.get("/accompagnement/seminaires/" + id + "/presence.csv")
                        .body())
                .contains("Dominique Remplaçante;dominique@invite.example;vient en remplacement;oui");
        assertThat(connecte("pilote.auvergne")
                        .get("/accompagnement/seminaires/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(connecte("pilote.auvergne")
                        .get("/accompagnement/seminaires/" + id + "/presence.csv")
                        .statusCode())
                .isEqualTo(404);
        assertThat(connecte("accompagnateur.bretagne")
                        .get("/accompagnement/seminaires/" + id)
                        .statusCode())
                .isEqualTo(403);
        assertThat(new ClientHttp(port).get("/accompagnement/seminaires/" + id).statusCode())
                .isEqualTo(302);
    }

    @Test
    void unSeminaireReporteInviteDeNouveauAvecUnRendezVousPlusRecent() {
        assertThatThrownBy(() -> conduite.reporter(id, "Avant même la date."))
                .isInstanceOf(ActionImpossible.class)
                .hasMessageContaining("Date à choisir");
        fixer(null);
        repondre(inscrit.fiche().courriel(), Map.of("reponse", "oui"));
        conduite.reporter(id, "La salle n’est plus disponible.");
        pas.avancer(reference);
        assertThatThrownBy(() -> conduite.reporter(id, "Une seconde fois, trop tôt."))
                .isInstanceOf(ActionImpossible.class);
        assertThat(modeles()).contains("report-seminaire");
        assertThat((String) taskService.getVariable(
                        pas.tache(reference, Elements.CHOISIR_DATE).getId(), "seminaireEnClair"))
                .contains("La salle n’est plus disponible");

        fixer(null);
        assertThat(seminaires.lire(id).changements()).isOne();
        assertThat(pas.taches(reference, Elements.REPONDRE)).hasSize(2);
        assertThat(invite(inscrit.fiche().courriel()).reponse()).isNull();
        repondre(inscrit.fiche().courriel(), Map.of("reponse", "oui"));
        repondre("ptce-8" + (annee - 2000) + "@porteur.example", Map.of("reponse", "oui"));
        assertThat(pas.enCours(reference)).isTrue();
        pas.declencher(reference, Elements.JOUR);
        pas.accomplir(
                reference,
                pas.tache(reference, Elements.RENDRE_COMPTE),
                PILOTE,
                Map.of(
                        "tenu",
                        "oui",
                        "presents",
                        List.of(String.valueOf(
                                invite(inscrit.fiche().courriel()).id())),
                        "compte_rendu",
                        "Un calendrier commun est arrêté."));
        pas.declencher(reference, Elements.DIX_JOURS);
        assertThat(seminaires.lire(id).etat()).isEqualTo(EtatDuSeminaire.TENU);
        assertThat(pas.enCours(reference)).isFalse();
        assertThatThrownBy(() -> conduite.annuler(id, "Trop tard pour annuler."))
                .isInstanceOf(ActionImpossible.class);
    }

    @Test
    void unSeminaireReporteDeuxFoisEstAnnonceDeuxFois() {
        for (String motif : List.of("La salle n’est plus disponible.", "Une grève des trains est annoncée.")) {
            fixer(null);
            conduite.reporter(id, motif);
            pas.avancer(reference);
            assertThat(courriels.duDossier(reference))
                    .as("chaque personne invitée apprend le report de son agenda : %s", motif)
                    .filteredOn(courriel -> courriel.texte().contains(motif))
                    .extracting(courriel -> courriel.destinataire())
                    .containsExactlyInAnyOrder(
                            inscrit.fiche().courriel(), "ptce-8" + (annee - 2000) + "@porteur.example");
        }
    }

    @Test
    void unSeminaireAnnuleQuitteLesAgendas() {
        fixer(null);
        repondre(inscrit.fiche().courriel(), Map.of("reponse", "non"));
        conduite.annuler(id, "Trop peu de participants.");
        assertThatThrownBy(() -> conduite.annuler(id, "Une seconde fois, trop tôt."))
                .isInstanceOf(ActionImpossible.class);
        pas.avancer(reference);
        assertThat(seminaires.lire(id).etat()).isEqualTo(EtatDuSeminaire.ANNULE);
        assertThat(courriels.duDossier(reference))
                .filteredOn(courriel -> courriel.modele().equals("annulation-seminaire"))
                .extracting(courriel -> courriel.destinataire())
                .containsExactly("ptce-8" + (annee - 2000) + "@porteur.example");
        assertThat(tenu()).isEqualTo(false);
        assertThat(pas.enCours(reference)).isFalse();
    }

    @Test
    void unSeminaireQuiNAPasEuLieuNeComptePas() {
        fixer(null);
        pas.declencher(reference, Elements.JOUR);
        pas.accomplir(
                reference,
                pas.tache(reference, Elements.RENDRE_COMPTE),
                PILOTE,
                Map.of("tenu", "non", "motif_non_tenu", "Une tempête a coupé les routes."));
        assertThat(seminaires.lire(id).etat()).isEqualTo(EtatDuSeminaire.NON_TENU);
        assertThat(seminaires.tenus("53", annee)).isZero();
        assertThat(tenu()).isEqualTo(false);
    }

    @Test
    void ceQuiNEstPasPossibleEstRefuseChampParChamp() {
        Task date = pas.tache(reference, Elements.CHOISIR_DATE);
        Map<String, Object> fin = champs(null);
        fin.put("heure_fin", "13h00");
        assertThatThrownBy(() -> taskService.complete(date.getId(), fin))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("la fin doit suivre le début");
        Map<String, Object> hier = champs(null);
        hier.put("jour", LocalDate.now(HeureDeParis.ZONE).minusDays(1).toString());
        assertThatThrownBy(() -> taskService.complete(date.getId(), hier)).isInstanceOf(SoumissionRefusee.class);
        assertThatThrownBy(() ->
                        taskService.complete(date.getId(), champs("Robin ; robin@invite.example\nrien de lisible")))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("ligne 2");
        assertThat(invites.duSeminaire(id)).isEmpty();
        assertThat(seminaires.lire(id).theme()).isNull();
    }

    private void fixer(String autres) {
        pas.accomplir(reference, pas.tache(reference, Elements.CHOISIR_DATE), PILOTE, champs(autres));
    }

    private static Map<String, Object> champs(String autres) {
        Map<String, Object> champs = new HashMap<>(Map.of(
                "theme",
                "Partager la gouvernance",
                "jour",
                LocalDate.now(HeureDeParis.ZONE).plusDays(40).toString(),
                "heure_debut",
                "14h00",
                "heure_fin",
                "17h30",
                "lieu",
                "Maison des associations, Lannion",
                "programme",
                "Accueil, retours d’expérience, ateliers."));
        if (autres != null) {
            champs.put("autres_invites", autres);
        }
        return champs;
    }

    private void repondre(String courriel, Map<String, Object> champs) {
        taskService.complete(tacheDe(courriel).getId(), champs);
        pas.avancer(reference);
    }

    private Task tacheDe(String courriel) {
        long sien = invite(courriel).id();
        return pas.taches(reference, Elements.REPONDRE).stream()
                .filter(tache ->
                        taskService.getVariable(tache.getId(), Variables.INVITE).equals(sien))
                .findFirst()
                .orElseThrow();
    }

    private Invite invite(String courriel) {
        return invites.duSeminaire(id).stream()
                .filter(invite -> invite.courriel().equals(courriel))
                .findFirst()
                .orElseThrow();
    }

    private List<String> modeles() {
        return courriels.duDossier(reference).stream()
                .map(courriel -> courriel.modele())
                .toList();
    }

    private Object tenu() {
        return historyService
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName(Variables.TENU)
                .singleResult()
                .getValue();
    }

    private ClientHttp connecte(String personne) {
        ClientHttp client = new ClientHttp(port);
        assertThat(client.tenterConnexionPage(personne, "demo", "/").statusCode())
                .isEqualTo(302);
        return client;
    }
}
