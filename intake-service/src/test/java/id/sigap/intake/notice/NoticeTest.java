package id.sigap.intake.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.Topic;
import id.sigap.events.report.Notice;
import id.sigap.events.report.ReporterNotified;
import id.sigap.infrastructure.ReceivedMail;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.SmtpGate;
import id.sigap.intake.testing.Surroundings;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.Mailbox;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.TopicReader;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URL;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSurroundings
class NoticeTest {

    @Inject
    Notices notices;

    @Inject
    Postman postman;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @AfterEach
    void mailServerComesBack() {
        SmtpGate.open();
    }

    @Test
    void reporter_isToldByMail_withoutAnythingSensitive_andItIsSaid() {
        // Given
        var form = Citizen.form();
        var citizen = Citizen.whoReported(form);
        // When
        ReceivedMail mail = Mailbox.awaitMessageTo(citizen.email());
        // Then
        assertThat(mail.subject()).isEqualTo("[" + citizen.caseNumber() + "] Laporan Anda kami terima");
        assertThat(mail.text()).contains(citizen.caseNumber()).doesNotContain(citizen.receipt(), "Rina", "811", (String)
                form.get("narrative"));
        try (var topic = TopicReader.of(Topic.REPORTS)) {
            assertThat(topic.await(citizen.report(), ReporterNotified.class).notice())
                    .isEqualTo(Notice.RECEIPT);
        }
    }

    @Test
    void mailServerDown_delaysTheMail_andShowsIt() {
        // Given
        SmtpGate.shut();
        var citizen = Citizen.whoReported();
        awaitRoundUntil(() -> lastFailure(citizen).isPresent());
        assertThat(Mailbox.messagesTo(citizen.email())).isEmpty();
        // When
        SmtpGate.open();
        // Then
        awaitRoundUntil(() -> state(citizen) == DeliveryState.SENT);
        assertThat(Mailbox.messagesTo(citizen.email())).hasSize(1);
    }

    @Test
    void mailbox_thatDoesNotExist_isTriedOnce_andShown() {
        // Given
        SmtpGate.refuse();
        // When
        var citizen = Citizen.whoReported();
        awaitRoundUntil(() -> state(citizen) == DeliveryState.FAILED);
        // Then
        assertThat(attempts(citizen)).isOne();
        assertThat(lastFailure(citizen)).contains("SMTP 550 5.1.1");
        assertThat(given().get(metrics).asString()).containsPattern("(?m)^sigap_notices_failed(\\{.*})? [1-9]");
    }

    @Test
    void mailPlannedByAClockThatWasAhead_isNotWaitedFor() {
        // Given
        SmtpGate.shut();
        var citizen = Citizen.whoReported();
        awaitRoundUntil(() -> lastFailure(citizen).isPresent());
        // When
        plan(citizen, Instant.now().plus(Duration.ofHours(25)));
        SmtpGate.open();
        // Then
        awaitRoundUntil(() -> !Mailbox.messagesTo(citizen.email()).isEmpty());
    }

    /** A mail that ends whoever sends it, or whose sending nobody can write down, was sent again for ever. */
    @Test
    void mailWhoseAttemptsNobodyEnded_isGivenUp_andNotSentAgain() throws SQLException {
        // Given
        SmtpGate.shut();
        var citizen = Citizen.whoReported();
        awaitRoundUntil(() -> lastFailure(citizen).isPresent());
        // When
        triedAsOftenAsThereIs(citizen);
        SmtpGate.open();
        // Then
        awaitRoundUntil(() -> state(citizen) == DeliveryState.FAILED);
        assertThat(Mailbox.messagesTo(citizen.email())).isEmpty();
    }

    private static void triedAsOftenAsThereIs(Citizen citizen) throws SQLException {
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var statement = owner.prepareStatement(
                        "update notice set attempts = 150, next_attempt_at = now() where case_id = ?")) {
            statement.setObject(1, citizen.id().value());
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    /** Sends the postman round, who goes once a second by himself. */
    private void awaitRoundUntil(Callable<Boolean> happened) {
        await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(10)).until(() -> {
            postman.round();
            return happened.call();
        });
    }

    @Transactional
    void plan(Citizen citizen, Instant at) {
        delivery(citizen).attempt(at);
    }

    @Transactional
    int attempts(Citizen citizen) {
        return delivery(citizen).attempts();
    }

    @Transactional
    DeliveryState state(Citizen citizen) {
        return delivery(citizen).state();
    }

    @Transactional
    Optional<String> lastFailure(Citizen citizen) {
        return delivery(citizen).lastFailure();
    }

    private NoticeDelivery delivery(Citizen citizen) {
        return notices.find("caseId", citizen.id().value()).<NoticeDelivery>firstResult();
    }
}
