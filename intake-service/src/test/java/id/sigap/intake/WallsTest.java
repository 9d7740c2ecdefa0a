package id.sigap.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.sigap.testing.SharedWalls;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The house's walls. */
@Tag("quick")
class WallsTest implements SharedWalls {

    private static final JavaClasses VAULT = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void features_formNoCircles() {
        slices().matching("id.sigap.intake.(*)..").should().beFreeOfCycles().check(VAULT);
    }

    @Test
    void vault_knowsNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "id.sigap.verification..", "id.sigap.ticket..", "id.sigap.notifier..", "id.sigap.sla..")
                .check(VAULT);
    }

    @Test
    void sealing_isTheVaultsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.sigap.intake.vault")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.crypto.tink..", "javax.crypto..")
                .check(VAULT);
    }

    @Override
    public JavaClasses service() {
        return VAULT;
    }
}
