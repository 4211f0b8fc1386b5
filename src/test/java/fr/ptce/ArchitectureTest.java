package fr.ptce;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import fr.ptce.base.LectureParLots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules of the house (docs/architecture.md). */
@AnalyzeClasses(packages = "fr.ptce", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] SOCLE = {
        "fr.ptce.base..",
        "fr.ptce.annuaire..",
        "fr.ptce.relance..",
        "fr.ptce.courriel..",
        "fr.ptce.formulaire..",
        "fr.ptce.moteur.."
    };
    private static final String[] PIECES_METIER = {
        "fr.ptce.accompagnement..",
        "fr.ptce.besoins..",
        "fr.ptce.candidature..",
        "fr.ptce.monographie..",
        "fr.ptce.publication.."
    };

    @ArchTest
    static final ArchRule LE_SOCLE_NE_CONNAIT_AUCUNE_PIECE_METIER = noClasses()
            .that()
            .resideInAnyPackage(SOCLE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PIECES_METIER);

    @ArchTest
    static final ArchRule LE_PORTAIL_NE_CONNAIT_AUCUNE_PIECE_METIER = noClasses()
            .that()
            .resideInAPackage("fr.ptce.portail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PIECES_METIER);

    @ArchTest
    static final ArchRule LES_CLASSES_INTERNES_DU_MOTEUR_RESTENT_DANS_UN_PAQUET = noClasses()
            .that()
            .resideOutsideOfPackage("fr.ptce.moteur.interne..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..impl..");

    @ArchTest
    static final ArchRule CHAQUE_PORTE_DIT_A_QUI_ELLE_EST_OUVERTE =
            classes().that().areMetaAnnotatedWith(Controller.class).should(new PorteDeclaree());

    @ArchTest
    static final ArchRule L_AGENT_EST_CELUI_QUI_EST_CONNECTE = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .or()
            .areAnnotatedWith(ModelAttribute.class)
            .or()
            .areAnnotatedWith(ExceptionHandler.class)
            .should(new AgentDeLaConnexion());

    @ArchTest
    static final ArchRule LES_LONGUES_LISTES_SE_LISENT_PAR_LOTS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(LectureParLots.class.getName())
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .orShould()
            .callMethodWhere(target(name("queryForStream")))
            .as("long lists are read by LectureParLots")
            .because("elsewhere PostgreSQL would send the whole answer at once, or a connection would stay open");

    @ArchTest
    static final ArchRule AUCUN_OBJET_SPIN =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.camunda.spin..");

    /** It alone knows what a spreadsheet would take for a formula ({@code TableurTest}). */
    @ArchTest
    static final ArchRule LE_TABLEUR_SEUL_ECRIT_POUR_LES_TABLEURS = noClasses()
            .that()
            .doNotHaveSimpleName("Tableur")
            .and()
            .doNotHaveSimpleName("Ecriture")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.dhatim\\.fastexcel\\..*|org\\.apache\\.commons\\.csv\\.CSVPrinter");

    @ArchTest
    static final ArchRule LES_PIECES_METIER_S_IGNORENT = slices().matching(
                    "fr.ptce.(accompagnement|besoins|candidature|monographie|publication)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule AUCUNE_PIECE_NE_CONNAIT_LE_PILOTAGE = noClasses()
            .that()
            .resideOutsideOfPackage("fr.ptce.pilotage..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.ptce.pilotage..");

    @ArchTest
    static final ArchRule LES_PIECES_NE_SE_CONNAISSENT_PAS_EN_ROND =
            slices().matching("fr.ptce.(*)..").should().beFreeOfCycles();
}
