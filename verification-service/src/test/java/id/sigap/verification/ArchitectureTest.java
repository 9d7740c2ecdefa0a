package id.sigap.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.sigap.testing.SharedWalls;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The house's walls. */
@Tag("quick")
class ArchitectureTest implements SharedWalls {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.sigap.verification");

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("id.sigap.verification");

    /** Each other set of resources, and each profile, would have Quarkus build and start the service once more. */
    @Test
    void testsOfTheService_shareOneStart() {
        classes()
                .that()
                .areAnnotatedWith(QuarkusTest.class)
                .should()
                .beAnnotatedWith(WithSigapInfrastructure.class)
                .andShould()
                .beAnnotatedWith(WithTestResource.class)
                .andShould()
                .notBeAnnotatedWith(TestProfile.class)
                .check(TESTS);
    }

    @Test
    void noService_importsAnother() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("id.sigap.intake..", "id.sigap.ticket..", "id.sigap.notifier..", "id.sigap.sla..")
                .check(SERVICE);
    }

    @Test
    void features_formNoCircle() {
        slices().matching("id.sigap.verification.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    @Test
    void time_comesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(SERVICE);
    }

    @Override
    public JavaClasses service() {
        return SERVICE;
    }
}
