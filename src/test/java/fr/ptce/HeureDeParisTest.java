package fr.ptce;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Between eleven and midnight in London it is tomorrow in Paris: tests too say whose day they mean. */
@AnalyzeClasses(packages = "fr.ptce")
class HeureDeParisTest {

    @ArchTest
    static final ArchRule NUL_NE_LIT_LE_FUSEAU_DE_LA_MACHINE = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault");
}
