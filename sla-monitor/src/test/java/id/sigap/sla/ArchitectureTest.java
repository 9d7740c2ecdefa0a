package id.sigap.sla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.sigap.text.TypedText;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The walls of the house. */
@Tag("quick")
class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void service_importsNoOther() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "id.sigap.intake..", "id.sigap.verification..", "id.sigap.ticket..", "id.sigap.notifier..")
                .check(SERVICE);
    }

    @Test
    void features_formNoCircle() {
        slices().matching("id.sigap.sla.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void time_isAsked_neverTaken() {
        noClasses().should().callMethod(Instant.class, "now").check(SERVICE);
    }

    /** {@link TypedText} knows what nobody sees, and what a word processor makes of a blank. */
    @Test
    void whatIsBlank_isAskedOfOneHelper() {
        noClasses()
                .should()
                .callMethod(String.class, "isBlank")
                .orShould()
                .callMethod(String.class, "trim")
                .check(SERVICE);
    }

    @Test
    void json_isReadByTheOneStrictReader() {
        noClasses().should().callConstructor(ObjectMapper.class).check(SERVICE);
    }
}
