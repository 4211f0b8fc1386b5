package fr.ptce.portail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.ptce.ApplicationDeTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationDeTest
class LiensTest {

    private final Instant dansUnMois = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    private Liens liens;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void unLienSeTrouveParSonJetonPourSonUsage() {
        String adresse = liens.creer("PTCE-1042", "porteur@pole.example", "tache", "tache-7", dansUnMois);

        assertThat(adresse).matches("http://localhost:8080/lien/[A-Za-z0-9_-]{43}");
        assertThat(liens.resoudre("tache", jeton(adresse))).hasValueSatisfying(lien -> {
            assertThat(lien.dossier()).isEqualTo("PTCE-1042");
            assertThat(lien.adresse()).isEqualTo("porteur@pole.example");
            assertThat(lien.usage()).isEqualTo("tache");
            assertThat(lien.cible()).isEqualTo("tache-7");
            assertThat(lien.expireLe()).isEqualTo(dansUnMois);
        });
        assertThat(liens.resoudre("suivi", jeton(adresse))).isEmpty();
    }

    @Test
    void leLienVersUnDossierASonPropreChemin() {
        assertThat(liens.creer("PTCE-1", "a@b.example", "suivi", null, dansUnMois))
                .contains("/suivi/");
    }

    @Test
    void deuxJetonsNeSontJamaisLesMemes() {
        Set<String> jetons = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            jetons.add(jeton(liens.creer("PTCE-2", "a@b.example", "suivi", null, dansUnMois)));
        }

        assertThat(jetons).hasSize(200);
    }

    @Test
    void laBaseNeGardePasLeJeton() {
        String jeton = jeton(liens.creer("PTCE-1043", "a@b.example", "suivi", null, dansUnMois));

        List<String> empreintes = jdbc.sql("select empreinte from lien_personnel where dossier = 'PTCE-1043'")
                .query(String.class)
                .list();
        assertThat(empreintes)
                .singleElement()
                .satisfies(empreinte -> assertThat(empreinte).hasSize(64).doesNotContain(jeton));
        assertThat(liens.resoudre("suivi", empreintes.get(0))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'",
                "' or 1=1 --"
            })
    void unJetonInconnuOuMalFormeNOuvreRien(String jeton) {
        assertThat(liens.resoudre("suivi", jeton)).isEmpty();
    }

    @Test
    void unJetonInterminableNOuvreRien() {
        assertThat(liens.resoudre("suivi", "a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void unLienNOuvreRienDesQuIlExpire() {
        Instant fin = Instant.parse("2027-03-15T12:00:00Z");
        String jeton = jeton(liens.creer("PTCE-3", "a@b.example", "suivi", null, fin));

        assertThat(a(fin.minusSeconds(1)).resoudre("suivi", jeton)).isPresent();
        assertThat(a(fin).resoudre("suivi", jeton)).isEmpty();
    }

    @Test
    void leLienDUnDossierDureDeuxAnsEtCeluiDUnMotDePasseDeuxSemaines() {
        Instant maintenant = Instant.parse("2026-03-01T08:00:00Z");
        String suivi = jeton(a(maintenant).creerSuivi("PTCE-6", "a@b.example"));
        String motDePasse = jeton(a(maintenant).creerMotDePasse("camille", "a@b.example"));

        assertThat(a(maintenant).resoudre(Liens.SUIVI, suivi).orElseThrow().expireLe())
                .isEqualTo(maintenant.plus(730, ChronoUnit.DAYS));
        assertThat(a(maintenant)
                        .resoudre(Liens.MOT_DE_PASSE, motDePasse)
                        .orElseThrow()
                        .expireLe())
                .isEqualTo(maintenant.plus(14, ChronoUnit.DAYS));
    }

    @Test
    void unLienRevoqueNOuvreRienEtLesAutresRestent() {
        String premier = jeton(liens.creer("PTCE-1044", "a@b.example", "suivi", null, dansUnMois));
        String second = jeton(liens.creer("PTCE-1044", "a@b.example", "suivi", null, dansUnMois));

        liens.revoquer(liens.resoudre("suivi", premier).orElseThrow().id());

        assertThat(liens.resoudre("suivi", premier)).isEmpty();
        assertThat(liens.resoudre("suivi", second)).isPresent();
        assertThat(liens.revoquerTous("PTCE-1044")).isEqualTo(1);
        assertThat(liens.resoudre("suivi", second)).isEmpty();
    }

    @Test
    void unLienDUsageInconnuOuSansTacheNEstPasCree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> liens.creer("PTCE-4", "a@b.example", "admin", null, dansUnMois));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> liens.creer("PTCE-4", "a@b.example", "tache", null, dansUnMois));
    }

    @Test
    void unLienResteQuandLaTransactionDeSonAppelantEstAnnulee() {
        String jeton = new TransactionTemplate(transactions).execute(statut -> {
            statut.setRollbackOnly();
            return jeton(liens.creer("PTCE-5", "a@b.example", "suivi", null, dansUnMois));
        });

        assertThat(liens.resoudre("suivi", jeton)).isPresent();
    }

    private Liens a(Instant maintenant) {
        return new Liens(jdbc, Clock.fixed(maintenant, ZoneOffset.UTC), "http://localhost:8080/");
    }

    private static String jeton(String adresse) {
        return adresse.substring(adresse.lastIndexOf('/') + 1);
    }
}
