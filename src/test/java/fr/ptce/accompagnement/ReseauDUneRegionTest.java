package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.SansApplication;
import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is counted in a region: those invited to its seminars, and the places that its accompagnateurs have left. */
class ReseauDUneRegionTest {

    private static final int ANNEE = 2028;

    private SansApplication pieces;
    private long regional;
    private long accompagnateur;

    @BeforeEach
    void ouvrir() {
        pieces = new SansApplication(
                Accompagnateurs.class, Invites.class, Candidats.class, Initiatives.class, Besoins.class);
        sql("insert into accompagnement_regional (region, annee, etat, seminaires_prevus, ouvert_par, ouvert_le)"
                + " values ('53', " + ANNEE + ", 'en-cours', 3, 'pilote', current_timestamp)");
        regional = id("accompagnement_regional");
        Besoins besoins = pieces.donner(Besoins.class);
        accompagnateur = pieces.donner(Accompagnateurs.class)
                .deposer(
                        Fiche.de(
                                FichesDEssai.fiche("Camille", "Réseau", "camille@accompagnateur.example"),
                                besoins.liste(besoins.version())),
                        "essai");
        pieces.donner(Accompagnateurs.class).accepter(accompagnateur, "comite");
        sql("update accompagnateur set capacite = 3, region = '53'");
        sql("delete from accompagnateur_region");
        sql("insert into accompagnateur_region select id, '53' from accompagnateur");
    }

    @AfterEach
    void fermer() {
        pieces.close();
    }

    @Test
    void lePorteurDUnProjetAbandonneNEstPlusInvite() {
        projet("PTCE-R1", "seances");
        projet("PTCE-R2", "abandonne");

        assertThat(pieces.donner(Invites.class).reseau("53", ANNEE))
                .as("invités du réseau, par adresse")
                .containsOnlyKeys("camille@accompagnateur.example", "ptce-r1@porteur.example");
    }

    @Test
    void unConseilNeCompteQueTantQueLeProjetAttendQuelquUn() {
        long enAttente = projet("PTCE-R3", "a-affecter");
        long confie = projet("PTCE-R4", "seances");
        long aApparier = projet("PTCE-R5", "a-affecter");
        for (long projet : List.of(enAttente, confie, aApparier)) {
            sql("insert into proposition (projet, rang, accompagnateur, score, raisons, conseillee) values (" + projet
                    + ", 1, " + accompagnateur + ", 50, 'Essai.', true)");
        }

        assertThat(pieces.donner(Candidats.class).pour("53", false, Set.of(aApparier)))
                .as("trois places, moins celle du seul autre projet qui attend encore")
                .extracting(CandidatALaMission::libre)
                .containsExactly(2);
    }

    private long projet(String numero, String etat) {
        pieces.donner(Initiatives.class)
                .inscrire(new Initiative(
                        numero,
                        "ESSAI",
                        "Pôle",
                        "53",
                        List.of(),
                        "en-projet",
                        "Dominique",
                        numero.toLowerCase(Locale.ROOT) + "@porteur.example",
                        null,
                        null));
        sql("insert into accompagnement_projet (regional, initiative, etat, entre_le, ouvert_le) values (" + regional
                + ", '" + numero + "', '" + etat + "', current_timestamp, current_timestamp)");
        return id("accompagnement_projet");
    }

    private long id(String table) {
        return pieces.donner(JdbcClient.class)
                .sql("select max(id) from " + table)
                .query(Long.class)
                .single();
    }

    private void sql(String ordre) {
        pieces.donner(JdbcClient.class).sql(ordre).update();
    }
}
