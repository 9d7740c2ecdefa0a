package id.sigap.ticket;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.sigap.reliable.Journal;
import id.sigap.text.TypedText;
import id.sigap.ticket.ticket.State;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The walls of this service. */
@Tag("quick")
class WallsTest {

    private static final JavaClasses SERVICE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void noOtherService_isKnownHere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "id.sigap.intake..", "id.sigap.verification..", "id.sigap.notifier..", "id.sigap.sla..")
                .check(SERVICE);
    }

    @Test
    void features_formNoCircles() {
        slices().matching("id.sigap.ticket.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void onlyTheTicketsPackage_touchesItsTablesAndItsJournal() {
        noClasses()
                .that()
                .resideOutsideOfPackage(State.class.getPackageName())
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Journal.class, EntityManager.class)
                .check(SERVICE);
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
