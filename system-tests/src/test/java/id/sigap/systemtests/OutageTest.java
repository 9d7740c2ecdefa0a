package id.sigap.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.infrastructure.Account;
import id.sigap.local.actors.Cast;
import id.sigap.local.actors.Citizen;
import id.sigap.local.actors.HelpDesk;
import id.sigap.local.actors.Person;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Health;
import id.sigap.local.stack.LocalStack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a citizen meets while something below is down, and what becomes of the report afterwards. */
@Tag("system")
@Order(8)
@ExtendWith(Whole.class)
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void withoutKafka_aReportIsTakenAllTheSame_andArrivesLater(LocalStack system) {
        try (Cast cast = new Cast(system.description())) {
            // Given
            Citizen citizen = someone(cast);
            system.infrastructure().kafka().kill();
            // When
            try {
                reports(citizen);
                await().during(Duration.ofSeconds(5)).until(() -> isUp(system));
            } finally {
                system.infrastructure().kafka().restart();
            }
            // Then
            HelpDesk desk = new HelpDesk(cast, Account.SARI);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            desk.theCase(citizen.id()).path("caseNumber").asText())
                    .isEqualTo(citizen.caseNumber()));
        }
    }

    @Test
    void withoutPostgres_noReportIsPromised_andTheSameFormIsTakenLater(LocalStack system) throws Exception {
        try (Cast cast = new Cast(system.description())) {
            // Given
            Citizen citizen = someone(cast);
            String key = UUID.randomUUID().toString();
            system.infrastructure().postgres().kill();
            // When
            HttpResponse<String> refusal;
            try {
                refusal = submit(system, key);
            } finally {
                system.infrastructure().postgres().revive();
            }
            // Then
            assertThat(refusal.statusCode()).isEqualTo(503);
            assertThat(refusal.headers().firstValue("Retry-After")).isPresent();
            assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(submit(system, key).statusCode()).isEqualTo(201));
            await().atMost(PATIENCE).untilAsserted(() -> reports(citizen));
            HelpDesk desk = new HelpDesk(cast, Account.SARI);
            await().atMost(PATIENCE).untilAsserted(() -> desk.theCase(citizen.id()));
        }
    }

    @Test
    void withoutAMailServer_theReceiptMailWaits_andComesLater(LocalStack system) {
        try (Cast cast = new Cast(system.description())) {
            // Given
            Person person = person();
            Citizen citizen = cast.citizen(person);
            cast.token(Account.SARI);
            system.infrastructure().mail().stop();
            system.infrastructure().identity().stop();
            // When
            try {
                reports(citizen);
            } finally {
                system.infrastructure().mail().revive();
                system.infrastructure().identity().revive();
            }
            // Then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(mailTo(cast, person.email()))
                    .anyMatch(mail -> mail.path("subject").asText().contains(citizen.caseNumber())));
        }
    }

    /** As a cluster sees it: nobody is started again, and intake is sent people. */
    private static boolean isUp(LocalStack system) {
        try (var health = new Health()) {
            return health.isReady(system.description().management(Service.INTAKE.replica(1)))
                    && Arrays.stream(Service.values())
                            .allMatch(service ->
                                    health.isAlive(system.description().management(service.replica(1))));
        }
    }

    private static Iterable<JsonNode> mailTo(Cast cast, String address) {
        return cast.mailbox().get("/api/messages?to=" + address).expect(200).json();
    }

    private static Citizen someone(Cast cast) {
        return cast.citizen(person());
    }

    private static Person person() {
        return new Person("Uji Coba", "uji-" + UUID.randomUUID() + "@warga.example", "+628120000002");
    }

    private static void reports(Citizen citizen) {
        citizen.reports("COMPLAINT", "PRIZE", "SMS", "0822 0000 0001", false, "Katanya saya menang undian.");
    }

    private static HttpResponse<String> submit(LocalStack system, String key) throws IOException, InterruptedException {
        String form = """
                {"name": "Uji Coba", "email": "uji@warga.example", "mobile": "+628120000002", "kind": "INFORMATION",
                 "channel": "SMS", "category": "OTHER", "narrative": "Bagaimana cara melapor?"}""";
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    system.description().api(Service.INTAKE).resolve("/api/v1/reports"))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", key)
                            .timeout(Duration.ofSeconds(30))
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
