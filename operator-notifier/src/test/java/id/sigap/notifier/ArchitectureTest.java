package id.sigap.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.sigap.mail.MailServer;
import id.sigap.testing.SharedWalls;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The house's walls. */
@Tag("quick")
class ArchitectureTest implements SharedWalls {

    private static final JavaClasses SERVICE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void noService_importsAnother() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "id.sigap.intake..", "id.sigap.verification..", "id.sigap.ticket..", "id.sigap.sla..")
                .check(SERVICE);
    }

    @Test
    void features_formNoCircle() {
        slices().matching("id.sigap.notifier.(*)..").should().beFreeOfCycles().check(SERVICE);
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

    @Test
    void outside_isCalledAtTheBorderAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.sigap.notifier.delivery")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(MailServer.class)
                .check(SERVICE);
        noClasses()
                .that()
                .resideOutsideOfPackage("id.sigap.notifier.broker")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(KafkaProducer.class)
                .check(SERVICE);
    }

    @Override
    public JavaClasses service() {
        return SERVICE;
    }
}
