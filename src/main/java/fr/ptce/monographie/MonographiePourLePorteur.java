package fr.ptce.monographie;

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

/** The latest monograph of an initiative, as its porteur follows it. */
@Repository
@Order(3)
class MonographiePourLePorteur implements SuiteDeLInitiative {

    private static final String NOM = "Monographie";
    private static final String AUTEUR = "l’auteur de la monographie";

    private final JdbcClient jdbc;
    private final CourrielsImmediats courriels;

    MonographiePourLePorteur(JdbcClient jdbc, CourrielsImmediats courriels) {
        this.jdbc = jdbc;
        this.courriels = courriels;
    }

    private record Ouvrage(long id, EtatDeMonographie etat, Instant valideLe) {}

    @Override
    public Optional<EtapeDuPorteur> etape(String initiative) {
        return jdbc.sql("select id, etat, validee_le from monographie where initiative = :initiative"
                        + " order by id desc limit 1")
                .param("initiative", initiative)
                .query((r, rang) -> new Ouvrage(
                        r.getLong("id"), EtatDeMonographie.de(r.getString("etat")), Sql.instant(r, "validee_le")))
                .optional()
                .map(this::etape);
    }

    private EtapeDuPorteur etape(Ouvrage ouvrage) {
        return switch (ouvrage.etat()) {
            case CHOISIE, AUTEUR_A_DESIGNER, AUTEUR_PROPOSE ->
                enCours(
                        EtapeDuPorteur.PILOTES_DU_PROGRAMME,
                        "Votre pôle est choisi pour une monographie. Nous cherchons la personne qui l’écrira.");
            case GRILLE, TERRAIN ->
                enCours(AUTEUR, "Des personnes de votre pôle seront invitées à un entretien, avant la rédaction.");
            case REDACTION ->
                enCours(
                        AUTEUR,
                        "La rédaction est prévue en 40\u00a0jours ouvrés. Vous relirez le texte avant sa publication.");
            case RELECTURE -> relecture(ouvrage);
            case CORRECTIONS ->
                enCours(
                        AUTEUR,
                        "Le texte est corrigé d’après les relectures, en principe sous 15\u00a0jours ouvrés. Vous le relirez à"
                                + " nouveau.");
            case VALIDATION ->
                enCours(
                        EtapeDuPorteur.COMITE,
                        "Il valide la monographie, en principe sous 20\u00a0jours ouvrés. Elle paraîtra ensuite dans la boîte à"
                                + " outils.");
            case VALIDEE ->
                EtapeDuPorteur.faite(NOM, ouvrage.valideLe())
                        .puis("La monographie de votre pôle est validée et remise à la boîte à outils du programme.");
            case ABANDONNEE ->
                EtapeDuPorteur.arretee(NOM, null).puis("La monographie de votre pôle ne sera pas menée à son terme.");
        };
    }

    private EtapeDuPorteur relecture(Ouvrage ouvrage) {
        return courriels.tachesExterieures(Monographie.reference(ouvrage.id())).stream()
                .filter(tache -> MonographieProcess.Elements.RELIRE_POLE.equals(tache.element()))
                .findFirst()
                .map(MonographiePourLePorteur::parVous)
                .orElseGet(() -> enCours(
                        EtapeDuPorteur.PILOTES_DU_PROGRAMME,
                        "Un pilote relit le texte à son tour, en principe sous 15\u00a0jours ouvrés."));
    }

    private static EtapeDuPorteur parVous(TacheSuivie tache) {
        return EtapeDuPorteur.enCours(NOM, tache.creeeLe())
                .attendre(EtapeDuPorteur.VOUS)
                .avant(tache.echeance())
                .puis(
                        "Le texte est prêt\u00a0: le lien pour le relire est dans le courriel que nous vous avons envoyé. Sans"
                                + " réponse dans les 15\u00a0jours ouvrés, votre accord est acquis.");
    }

    private static EtapeDuPorteur enCours(String attendu, String ensuite) {
        return EtapeDuPorteur.enCours(NOM, null).attendre(attendu).puis(ensuite);
    }
}
