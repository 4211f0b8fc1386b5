package fr.ptce.moteur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.annuaire.LecteurCsv;
import fr.ptce.moteur.Modeles.Diagramme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/**
 * Who is awaited at each human task of each diagram: the person it is given to, the groups it is offered to.
 * {@code moteur/attendus.csv} has a line for each of them, and {@code DestinationsTest} looks for the groups.
 */
class AttendusTest {

    private static final String LISTE = "moteur/attendus.csv";

    private record Attendu(String personne, String groupes) {

        @Override
        public String toString() {
            return (personne.isEmpty() ? "à personne en particulier" : "à " + personne) + ", parmi " + groupes;
        }
    }

    @Test
    void chaqueTacheVaACeuxQuiSontAttendus() {
        Map<String, Attendu> prevus = new HashMap<>();
        LecteurCsv.lire(LISTE, ligne -> ligne)
                .forEach(ligne -> prevus.put(
                        ligne.get("processus") + " " + ligne.get("tâche"),
                        new Attendu(ligne.get("confiée à"), ligne.get("proposée à"))));
        List<String> fautes = new ArrayList<>();
        for (Diagramme diagramme : Modeles.diagrammes()) {
            for (UserTask tache : diagramme.modele().getModelElementsByType(UserTask.class)) {
                String nom = diagramme.fichier().replace(".bpmn", "") + " " + tache.getId();
                Attendu ecrit = new Attendu(
                        Objects.toString(tache.getCamundaAssignee(), ""),
                        Objects.toString(tache.getCamundaCandidateGroups(), ""));
                Attendu prevu = prevus.remove(nom);
                if (!ecrit.equals(prevu)) {
                    fautes.add(nom + " va " + ecrit + " ; prévu : " + (prevu == null ? "rien" : prevu));
                }
            }
        }
        prevus.keySet().forEach(nom -> fautes.add(nom + " n’existe plus"));
        assertThat(fautes)
                .as("tâches qui ne vont pas à ceux que prévoit %s", LISTE)
                .isEmpty();
    }
}
