package id.sigap.sla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.sigap.testing.SharedWalls;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The walls of the house. */
@Tag("quick")
class ArchitectureTest implements SharedWalls {

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

    @Override
    public JavaClasses service() {
        return SERVICE;
    }
}
