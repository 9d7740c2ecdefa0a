package id.sigap.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.sigap.mail.MailServer;
import id.sigap.text.TypedText;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The house's walls. */
@Tag("quick")
class ArchitectureTest {

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
