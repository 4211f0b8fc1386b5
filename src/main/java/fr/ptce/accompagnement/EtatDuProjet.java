package fr.ptce.accompagnement;

import fr.ptce.base.Identifie;

/** How far the accompaniment of a project has come; the elements of {@code accompagnement-projet.bpmn} carry the ids. */
public enum EtatDuProjet implements Identifie {
    A_AFFECTER("a-affecter", "Accompagnateur à trouver"),
    MISSION_PROPOSEE("mission-proposee", "Mission proposée"),
    DIAGNOSTIC("diagnostic", "Diagnostic partagé"),
    PLAN("plan", "Plan à écrire"),
    PLAN_A_VALIDER("plan-a-valider", "Plan à valider"),
    SEANCES("seances", "Séances en cours"),
    BILAN("bilan", "Bilan à dresser"),
    SUSPENDU("suspendu", "Suspendu"),
    AVIS("avis", "Avis du porteur attendu"),
    A_CLORE("a-clore", "À clore"),
    CLOS("clos", "Clos"),
    ABANDONNE("abandonne", "Arrêté");

    private final String id;
    private final String libelle;

    EtatDuProjet(String id, String libelle) {
        this.id = id;
        this.libelle = libelle;
    }

    @Override
    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** Whether nothing more will happen. */
    public boolean fini() {
        return this == CLOS || this == ABANDONNE;
    }

    /** Whether an accompagnateur is at work, so that a pilot may suspend the work or give it to somebody else. */
    public boolean enMission() {
        return this == DIAGNOSTIC || this == PLAN || this == PLAN_A_VALIDER || this == SEANCES || this == BILAN;
    }

    /** Where work goes on after a suspension or with another person; a plan that waits for validation is read anew. */
    EtatDuProjet etape() {
        return this == PLAN_A_VALIDER ? PLAN : this;
    }

    /** @throws IllegalArgumentException when no state has this id */
    static EtatDuProjet de(String id) {
        return Identifie.de(EtatDuProjet.class, id);
    }
}
