package id.sigap.ticket;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.sigap.reliable.Journal;
import id.sigap.testing.SharedWalls;
import id.sigap.ticket.ticket.State;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The walls of this service. */
@Tag("quick")
class WallsTest implements SharedWalls {

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

    @Override
    public JavaClasses service() {
        return SERVICE;
    }
}
