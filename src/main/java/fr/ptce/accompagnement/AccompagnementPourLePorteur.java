package fr.ptce.accompagnement;

import fr.ptce.annuaire.EtapeDuPorteur;
import fr.ptce.annuaire.SuiteDeLInitiative;
import fr.ptce.base.Sql;
import fr.ptce.relance.CourrielsImmediats;
import fr.ptce.relance.TacheSuivie;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest accompaniment of an initiative, as its porteur follows it. */
@Repository
@Order(2)
class AccompagnementPourLePorteur implements SuiteDeLInitiative {

    private static final String NOM = "Accompagnement";
    private static final String VOTRE_ACCOMPAGNATEUR = "votre accompagnateur";

    private final JdbcClient jdbc;
    private final CourrielsImmediats courriels;

    AccompagnementPourLePorteur(JdbcClient jdbc, CourrielsImmediats courriels) {
        this.jdbc = jdbc;
        this.courriels = courriels;
    }

    /** @param bilanLe null as long as the accompagnateur has not drawn it up */
    private record Projet(EtatDuProjet etat, Instant entreLe, Instant bilanLe, Instant closLe) {}

    @Override
    public Optional<EtapeDuPorteur> etape(String initiative) {
        return jdbc.sql("select etat, entre_le, bilan_le, clos_le from accompagnement_projet"
                        + " where initiative = :initiative order by id desc limit 1")
                .param("initiative", initiative)
                .query((r, rang) -> new Projet(
                        EtatDuProjet.de(r.getString("etat")),
                        Sql.instant(r, "entre_le"),
                        Sql.instant(r, "bilan_le"),
                        Sql.instant(r, "clos_le")))
                .optional()
                .map(projet -> etape(projet, initiative));
    }

    private EtapeDuPorteur etape(Projet projet, String initiative) {
        return switch (projet.etat()) {
            case A_AFFECTER ->
                enCours(
                        projet,
                        EtapeDuPorteur.PILOTES_DE_LA_REGION,
                        "Votre projet est choisi. Les pilotes cherchent l’accompagnateur qui vous convient\u00a0: c’est prévu"
                                + " sous 10\u00a0jours ouvrés.");
            case MISSION_PROPOSEE ->
                enCours(
                        projet,
                        "un accompagnateur, à qui votre projet est proposé",
                        "Sa réponse est prévue sous 5\u00a0jours ouvrés. Il prendra ensuite contact avec vous.");
            case DIAGNOSTIC ->
                enCours(
                        projet,
                        VOTRE_ACCOMPAGNATEUR,
                        "Il établit avec vous un diagnostic partagé, prévu sous 20\u00a0jours ouvrés, puis un plan"
                                + " d’accompagnement.");
            case PLAN ->
                enCours(
                        projet,
                        VOTRE_ACCOMPAGNATEUR,
                        "Il écrit avec vous le plan d’accompagnement, prévu sous 15\u00a0jours ouvrés. Un pilote de votre région"
                                + " le validera, puis les séances commenceront.");
            case PLAN_A_VALIDER ->
                enCours(
                        projet,
                        EtapeDuPorteur.PILOTES_DE_LA_REGION,
                        "Ils relisent le plan d’accompagnement, en principe sous 10\u00a0jours ouvrés. Les séances commenceront"
                                + " ensuite.");
            case SEANCES ->
                enCours(
                        projet,
                        VOTRE_ACCOMPAGNATEUR,
                        "Les séances se suivent, aux dates que vous fixez ensemble. L’accompagnement se termine par un bilan.");
            case BILAN -> bilan(projet);
            case SUSPENDU ->
                enCours(
                        projet,
                        EtapeDuPorteur.PILOTES_DE_LA_REGION,
                        "L’accompagnement est suspendu. Les pilotes de votre région le feront reprendre quand ce sera possible.");
            case AVIS ->
                enCours(
                                projet,
                                EtapeDuPorteur.VOUS,
                                "Votre avis aidera les projets suivants. L’accompagnement sera"
                                        + " ensuite clos par les pilotes de votre région, avec ou sans réponse de votre part.")
                        .avant(avis(initiative));
            case A_CLORE ->
                enCours(
                        projet,
                        EtapeDuPorteur.PILOTES_DE_LA_REGION,
                        "Ils referment l’accompagnement, en principe sous 10\u00a0jours ouvrés.");
            case CLOS ->
                EtapeDuPorteur.faite(NOM, projet.closLe()).puis("L’accompagnement de votre projet est terminé.");
            case ABANDONNE ->
                EtapeDuPorteur.arretee(NOM, projet.closLe())
                        .puis(
                                "L’accompagnement de votre projet s’est arrêté. Les pilotes de votre région peuvent vous dire ce"
                                        + " qui reste possible.");
        };
    }

    /** The row keeps its state until the porteur is asked for an opinion, ten days after the bilan. */
    private static EtapeDuPorteur bilan(Projet projet) {
        return projet.bilanLe() == null
                ? enCours(
                        projet,
                        VOTRE_ACCOMPAGNATEUR,
                        "Il dresse le bilan de l’accompagnement, prévu sous 15\u00a0jours ouvrés. Dix jours après, nous vous"
                                + " demanderons votre avis.")
                : EtapeDuPorteur.enCours(NOM, projet.bilanLe())
                        .puis("Le bilan est dressé. Dix jours après, nous vous demanderons votre avis sur"
                                + " l’accompagnement.");
    }

    private static EtapeDuPorteur enCours(Projet projet, String attendu, String ensuite) {
        return EtapeDuPorteur.enCours(NOM, projet.entreLe()).attendre(attendu).puis(ensuite);
    }

    private Instant avis(String initiative) {
        return courriels.tachesExterieures(initiative).stream()
                .filter(tache -> AccompagnementProjetProcess.Elements.DONNER_AVIS.equals(tache.element()))
                .map(TacheSuivie::echeance)
                .findFirst()
                .orElse(null);
    }
}
