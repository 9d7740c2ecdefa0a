package id.sigap.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.sigap.infrastructure.Account;
import id.sigap.local.actors.Cast;
import id.sigap.local.actors.Citizen;
import id.sigap.local.actors.FreeNumbers;
import id.sigap.local.actors.HelpDesk;
import id.sigap.local.actors.OperatorTopics;
import id.sigap.local.actors.Person;
import id.sigap.local.actors.Samples;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9 of one service while reports are on their way: nothing is lost, nothing happens twice. */
@ExtendWith(Whole.class)
class KillTest {

    private static final int REPORTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String OPERATOR = "TELKOMSEL";

    @ParameterizedTest(name = "{0}")
    @EnumSource(Service.class)
    void aKilledService_losesNothing_doublesNothing(Service victim, LocalStack system) throws Exception {
        // Given
        int restarts = system.restarts(victim);
        CountDownLatch underWay = new CountDownLatch(REPORTS / 2);
        List<Passage> passages = new ArrayList<>();
        try (Cast cast = new Cast(system.description());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Set<String> numbers = new HashSet<>();
            FreeNumbers free = new FreeNumbers(new HelpDesk(cast, Account.SARI));
            while (numbers.size() < REPORTS) {
                numbers.add(free.next("821"));
            }
            List<Future<?>> walks = new ArrayList<>();
            for (String number : numbers) {
                Passage passage = new Passage(cast, number);
                passages.add(passage);
                walks.add(threads.submit(() -> passage.walk(underWay)));
            }
            // When
            assertThat(underWay.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            system.kill(victim);
            for (Future<?> walk : walks) {
                walk.get(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
            }
            // Then
            assertThat(system.restarts(victim)).isGreaterThan(restarts);
            for (Passage passage : passages) {
                passage.happenedOnce();
            }
            nothingIsLeftOver(system.description());
        }
    }

    /** One report's way to a blocked number, walked by people who try again when nobody answers. */
    private static final class Passage {

        private final HelpDesk desk;
        private final Citizen citizen;
        private final OperatorTopics operator;
        private final String number;

        Passage(Cast cast, String number) {
            this.number = number;
            this.desk = new HelpDesk(cast, Account.SARI);
            this.operator = cast.topicsOf(OPERATOR);
            this.citizen = cast.citizen(
                    new Person("Uji Coba", "uji" + number.substring(1) + "@warga.example", "+628120000001"));
        }

        Void walk(CountDownLatch underWay) {
            atLast(() -> citizen.reports("COMPLAINT", "PRIZE", "SMS", number, false, "Katanya saya menang undian."));
            underWay.countDown();
            String report = citizen.id();
            atLast(() -> desk.claims(report));
            atLast(() -> {
                if (citizen.tracks().path("evidence").isEmpty()) {
                    citizen.uploads(Samples.SCAM_SMS.contentType(), Samples.SCAM_SMS.bytes());
                }
            });
            atLast(() -> desk.seesEvidence(report, 1));
            atLast(() -> {
                if (!desk.theCase(report).path("state").asText().equals("VERIFIED")) {
                    desk.verifies(report, Map.of());
                }
            });
            atLast(() -> operator.reply(JsonNodeFactory.instance
                    .objectNode()
                    .put("request", request())
                    .put("outcome", "CONFIRMED")));
            atLast(() -> desk.seesTicket(number, "BLOCKED"));
            atLast(() -> desk.seesClock(request(), "MET"));
            atLast(() -> citizen.sees("CLOSED"));
            return null;
        }

        private String request() {
            return operator.requestFor(number, "BLOCK").path("request").asText();
        }

        void happenedOnce() {
            JsonNode tickets = desk.findsTickets(number).json().path("items");
            assertThat(tickets).as("tickets of " + number).hasSize(1);
            JsonNode ticket = desk.ticket(tickets.path(0).path("id").asText());
            assertThat(ticket.path("reports")).hasSize(1);
            assertThat(ticket.path("requests")).hasSize(1);
            assertThat(operator.readAll(operator.requests()).stream()
                            .map(record -> OperatorTopics.json(record.value()))
                            .filter(request -> request.path("number").asText().equals(number))
                            .map(request -> request.path("request").asText())
                            .distinct())
                    .as("requests to block " + number)
                    .hasSize(1);
        }
    }

    private static void atLast(ThrowingRunnable done) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(done);
    }

    private static void nothingIsLeftOver(Stack stack) {
        for (Service service : Service.values()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(count(stack, service, "select count(*) from pending"))
                            .as("unpublished events of " + service)
                            .isZero());
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            count(stack, service, "select count(*) from set_aside where topic like 'sigap.%'"))
                    .as("events set aside by " + service)
                    .isZero());
        }
    }

    private static long count(Stack stack, Service service, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(stack.jdbcUrl(service.database()), Stack.DATABASE_SUPERUSER, "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
