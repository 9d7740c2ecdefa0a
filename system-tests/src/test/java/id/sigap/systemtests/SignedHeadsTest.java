package id.sigap.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.local.console.Console;
import id.sigap.local.demo.Procedure;
import id.sigap.local.repair.RepairSite;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import id.sigap.repair.audit.Audit;
import id.sigap.repair.audit.AuditReport;
import id.sigap.repair.audit.Finding;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ends of chains are signed while everything that came before went on; here that takes a minute instead of an hour. */
@Tag("system")
@Order(8)
@ExtendWith(Whole.class)
class SignedHeadsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** So that every service has something to sign, where nobody has used the system before. */
    @BeforeAll
    static void play(LocalStack system) {
        if (Rows.count(system.description(), Service.SLA, "select count(*) from journal") == 0) {
            new Procedure().play(system.description(), Console.standard());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyService_signsTheEndsOfItsChains(Service service, LocalStack system) {
        await().atMost(PATIENCE)
                .until(() -> Rows.count(system.description(), service, "select count(*) from signed_heads") > 0);
    }

    @ParameterizedTest
    @EnumSource
    void statements_arePassedOver_byThoseWhoReadTheTopic(Service service, LocalStack system) {
        // When
        long asideForOne = Rows.count(
                system.description(),
                service,
                "select count(*) from set_aside where headers::text like '%heads-signed%'");
        // Then
        assertThat(asideForOne).isZero();
    }

    @Test
    void booksOfAUsedSystem_areAsTheyWereSigned(LocalStack system) throws SQLException {
        // When
        RepairSite site = RepairSite.of(system.description());
        AuditReport report;
        try (Audit audit = new Audit(site.audited(), (_, _, _) -> {})) {
            report = audit.whole(site.kafka());
        }
        // Then
        assertThat(report.signed().orElseThrow()).isPositive();
        assertThat(report.findings()).extracting(Finding::kind).doesNotContain(Finding.Kind.NOT_AS_SIGNED);
    }
}
