package fr.ptce.annuaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.SansApplication;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a timeline shows when more has happened than it can hold. */
class JournalTest {

    private static final int MONTRES = 500;

    private static SansApplication pieces;

    @BeforeAll
    static void ouvrir() {
        pieces = new SansApplication(Journal.class);
    }

    @AfterAll
    static void fermer() {
        pieces.close();
    }

    @Test
    void auDelaDeCinqCentsFaitsLesPlusRecentsRestentMontresDansLOrdre() {
        pieces.donner(JdbcClient.class).sql("""
                        insert into campagne (code, nom, ouverture, fermeture, decoupage, seuil_divergence, cree_le)
                        values ('ESSAI', 'Appel', current_timestamp, dateadd(day, 1, current_timestamp), 2012, 2, current_timestamp)
                        """).update();
        pieces.donner(JdbcClient.class).sql("""
                        insert into dossier (numero, campagne, etat, origine, initiative, region, depose_le, maj_le)
                        select 'PTCE-J001', id, 'retenu', 'formulaire', 'Pôle', '53', current_timestamp, current_timestamp
                        from campagne
                        """).update();
        Journal journal = pieces.donner(Journal.class);
        IntStream.rangeClosed(1, MONTRES + 3)
                .forEach(rang -> journal.consigner("PTCE-J001", "commentaire", "anne", "Fait " + rang));

        List<String> montres = journal.duDossier("PTCE-J001").stream()
                .map(Journal.Evenement::libelle)
                .toList();
        assertThat(montres)
                .as("les faits les plus récents d’un dossier très suivi")
                .hasSize(MONTRES)
                .startsWith("Fait 4")
                .endsWith("Fait " + (MONTRES + 2), "Fait " + (MONTRES + 3));
    }
}
