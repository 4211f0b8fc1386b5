package fr.ptce.annuaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.EtapeDuPorteur.Avancement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What each room tells a porteur of a retained initiative, in every state that its table can hold. */
@ApplicationDeTest
@Transactional
class SuiteDeLInitiativeTest {

    private static final String LE = "timestamp with time zone '2026-03-11 23:30:00+00:00'";
    private static final LocalDate JOUR_DE_PARIS = LocalDate.of(2026, 3, 12);
    private static int compteur;

    @Autowired
    private List<SuiteDeLInitiative> suites;

    @Autowired
    private Initiatives initiatives;

    @Autowired
    private JdbcClient jdbc;

    private String numero;

    @BeforeEach
    void retenir() {
        numero = "PTCE-S%03d".formatted(++compteur);
        initiatives.inscrire(new Initiative(
                numero, "SUITE", "Pôle " + numero, "53", List.of(), "operationnel", "Camille", null, null, null));
    }

    @Test
    void uneInitiativeQueNulNAInterrogeeAttendSonQuestionnaire() {
        assertThat(lire()).isEqualTo("Besoins à venir");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en-attente  | non | Besoins en cours : vous
                    en-attente  | oui | Besoins en cours : les pilotes de votre région
                    a-appeler   | non | Besoins en cours : les accompagnateurs et les pilotes de votre région
                    a-qualifier | oui | Besoins en cours : les pilotes de votre région
                    qualifie    | oui | Besoins fait le 2026-03-12
                    injoignable | non | Besoins arrêté
                    retire      | non | Besoins arrêté
                    """)
    void lePorteurLitOuEnSontSesBesoins(String etat, String repondu, String attendu) {
        String reponse = "oui".equals(repondu) ? LE : "null";
        jdbc.sql("insert into questionnaire (initiative, courant, version, etat, ouvert_le, repondu_le, qualifie_le,"
                        + " experimentation) values (:numero, true, '2026', :etat, " + LE + ", " + reponse + ", " + LE
                        + ", 'oui')")
                .param("numero", numero)
                .param("etat", etat)
                .update();

        assertThat(lire()).isEqualTo(attendu);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a-affecter       | non | Accompagnement en cours : les pilotes de votre région
                    mission-proposee | non | Accompagnement en cours : un accompagnateur, à qui votre projet est proposé
                    diagnostic       | non | Accompagnement en cours : votre accompagnateur
                    plan             | non | Accompagnement en cours : votre accompagnateur
                    plan-a-valider   | non | Accompagnement en cours : les pilotes de votre région
                    seances          | non | Accompagnement en cours : votre accompagnateur
                    bilan            | non | Accompagnement en cours : votre accompagnateur
                    bilan            | oui | Accompagnement en cours : personne
                    suspendu         | non | Accompagnement en cours : les pilotes de votre région
                    avis             | oui | Accompagnement en cours : vous
                    a-clore          | oui | Accompagnement en cours : les pilotes de votre région
                    clos             | oui | Accompagnement fait le 2026-03-12
                    abandonne        | non | Accompagnement arrêté le 2026-03-12
                    """)
    void lePorteurLitOuEnEstSonAccompagnement(String etat, String bilan, String attendu) {
        String bilanLe = "oui".equals(bilan) ? LE : "null";
        jdbc.sql(
                        "insert into accompagnement_projet (regional, initiative, etat, entre_le, ouvert_le, bilan_le, clos_le,"
                                + " motif_arret, clos_par) values (:regional, :numero, :etat, " + LE + ", " + LE + ", "
                                + bilanLe
                                + ", " + LE + ", 'Motif interne', 'pilote.bretagne')")
                .param("regional", annee())
                .param("numero", numero)
                .param("etat", etat)
                .update();

        assertThat(lire()).isEqualTo("Besoins à venir, " + attendu);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    choisie           | Monographie en cours : les pilotes du programme
                    auteur-a-designer | Monographie en cours : les pilotes du programme
                    auteur-propose    | Monographie en cours : les pilotes du programme
                    grille            | Monographie en cours : l’auteur de la monographie
                    terrain           | Monographie en cours : l’auteur de la monographie
                    redaction         | Monographie en cours : l’auteur de la monographie
                    relecture         | Monographie en cours : les pilotes du programme
                    corrections       | Monographie en cours : l’auteur de la monographie
                    validation        | Monographie en cours : le comité de pilotage
                    validee           | Monographie fait le 2026-03-12
                    abandonnee        | Monographie arrêté
                    """)
    void lePorteurLitOuEnEstSaMonographie(String etat, String attendu) {
        ouvrirLaMonographie(etat);

        assertThat(lire()).isEqualTo("Besoins à venir, " + attendu);
    }

    @Test
    void leTexteQueLePoleDoitRelireLAttend() {
        long monographie = ouvrirLaMonographie("relecture");
        jdbc.sql("insert into tache_suivie (tache, processus, instance, element, nom, dossier, correspondant, creee_le,"
                        + " echeance, rappels) values (:tache, 'monographie', 'i', 'userTask_relirePole', 'Relire',"
                        + " :dossier, 'pole-monographie', " + LE + ", " + LE + ", 0)")
                .param("tache", "relire-" + numero)
                .param("dossier", "MONO-%04d".formatted(monographie))
                .update();

        assertThat(etapes()).last().satisfies(etape -> {
            assertThat(etape.attendLePorteur()).isTrue();
            assertThat(etape.le()).isEqualTo(JOUR_DE_PARIS);
            assertThat(etape.avantLe()).isEqualTo(JOUR_DE_PARIS);
        });
    }

    private long ouvrirLaMonographie(String etat) {
        jdbc.sql("insert into monographie (initiative, region, milieu, genre, grille, etat, motif, tour, choisie_par,"
                        + " ouverte_le, validee_le) values (:numero, '53', 'rural', 'cooperation', '2026', :etat,"
                        + " 'Motif interne', 0, 'pilote.national', " + LE + ", " + LE + ")")
                .param("numero", numero)
                .param("etat", etat)
                .update();
        return jdbc.sql("select id from monographie where initiative = :numero")
                .param("numero", numero)
                .query(Long.class)
                .single();
    }

    private List<EtapeDuPorteur> etapes() {
        return suites.stream().flatMap(suite -> suite.etape(numero).stream()).toList();
    }

    /** The steps in a line; whatever is current says what comes next, and nothing internal is in any of them. */
    private String lire() {
        assertThat(etapes()).allSatisfy(etape -> {
            assertThat(etape.toString()).doesNotContain("pilote.", "Motif interne");
            if (etape.enCours()) {
                assertThat(etape.ensuite()).isNotBlank();
            }
        });
        return etapes().stream().map(SuiteDeLInitiativeTest::lire).collect(Collectors.joining(", "));
    }

    private static String lire(EtapeDuPorteur etape) {
        String debut = etape.nom() + " " + etape.avancement().libelle();
        if (etape.enCours()) {
            return debut + " : " + (etape.attendu() == null ? "personne" : etape.attendu());
        }
        return etape.avancement() == Avancement.A_VENIR || etape.le() == null ? debut : debut + " le " + etape.le();
    }

    private long annee() {
        return jdbc.sql("select id from accompagnement_regional where annee = 1999")
                .query(Long.class)
                .optional()
                .orElseGet(this::ouvrirUneAnnee);
    }

    private long ouvrirUneAnnee() {
        jdbc.sql("insert into accompagnement_regional (region, annee, etat, seminaires_prevus, ouvert_le, ouvert_par)"
                        + " values ('53', 1999, 'selection', 3, " + LE + ", 'pilote.bretagne')")
                .update();
        return annee();
    }
}
