package id.sigap.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.testing.api.AccessTable.Cell;
import id.sigap.testing.api.HostileRequests.Hostile;
import id.sigap.testing.api.RawHttp.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every service's API promises, whatever it is about. A service extends it with the table of who may what. */
public abstract class ApiContract {

    /** The same ones in each build; {@code full} sends them all. */
    private static final long SEED = 20261130;

    private static final int SAMPLE = 800;
    /** How long they are sent, if the machine is slow; half of them are sent all the same. */
    private static final Duration BUDGET = Duration.ofSeconds(5);

    private static final int AT_ONCE = 4;
    private static final boolean ALL = Boolean.getBoolean("sigap.test.hostile.all");

    private static final String JSON = "Content-Type: application/json";
    static final String UNKNOWN = "01890000-0000-7000-8000-000000000000";

    /** Receipts that are guessed here are held against an address of their own. */
    private static final String GUESSER = "127.0.0.66";

    private final AtomicInteger callers = new AtomicInteger();

    @TestHTTPResource
    URI service;

    /** Who may call what. */
    protected abstract AccessTable access();

    /** Good values, so that what is spoilt stands alone: of properties (as JSON) and headers by name, of variables of the path by {@code {name}}. */
    protected Map<String, String> known() {
        return Map.of();
    }

    /** What no document lists and takes parameters all the same. */
    protected List<Operation> pages() {
        return List.of();
    }

    /** What a browser that may see those pages sends with each request. */
    protected List<String> pageHeaders() {
        return List.of();
    }

    @Test
    void everyOperation_standsInTheTable_withTheRolesItDeclares() {
        // When
        List<Operation> operations = operations();
        // Then
        assertThat(operations).extracting(Operation::name).containsExactlyInAnyOrderElementsOf(access().operations());
        for (Operation operation : operations) {
            assertThat(AccessTable.accountsDeclared(operation))
                    .as(operation.name())
                    .isEqualTo(access().accounts(operation));
        }
    }

    @Test
    void everyOperation_isOpenToItsRolesOnly() {
        // Given
        Map<String, Operation> operations =
                operations().stream().collect(Collectors.toMap(Operation::name, Function.identity()));
        // When
        List<String> wrong = access().cells()
                .flatMap(cell -> wronglyAnswered(cell, operations.get(cell.operation())))
                .toList();
        // Then
        assertThat(wrong).isEmpty();
    }

    @Test
    void hostileRequests_findNoFaultOfOurs() {
        // Given
        var requests = new HostileRequests(access(), known(), pageHeaders());
        List<Operation> operations =
                Stream.concat(operations().stream(), pages().stream()).toList();
        RawHttp server = server().from(GUESSER);
        // When
        List<String> faults = faults(requests.drawn(operations, SEED, ALL ? Integer.MAX_VALUE : SAMPLE), server);
        // Then
        assertThat(faults).isEmpty();
    }

    private List<String> faults(List<Hostile> requests, RawHttp server) {
        var faults = new ConcurrentLinkedQueue<String>();
        Instant end = Instant.now().plus(BUDGET);
        int least = ALL ? requests.size() : requests.size() / 2;
        var sent = new AtomicInteger();
        try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
            requests.forEach(request -> senders.execute(() -> {
                if (Instant.now().isBefore(end) || sent.get() < least) {
                    sent.incrementAndGet();
                    faultOfOurs(request, server).ifPresent(faults::add);
                }
            }));
        }
        assertThat(sent).as("requests that were sent").hasValueGreaterThanOrEqualTo(least);
        return List.copyOf(faults);
    }

    @Test
    void everyAnswer_isKeptByNobody_andIsTheTypeItSays() {
        // When
        List<Answer> answers = List.of(
                server().get("/openapi", List.of()),
                server().get("/no/such/address", List.of()),
                server().get("/api/v1/" + UNKNOWN, List.of()),
                server().send("POST", "/openapi", List.of(JSON), "{}".getBytes(StandardCharsets.UTF_8)),
                server().send("POST", "/api/v1", List.of("Content-Length: 999999999"), new byte[0]));
        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Referrer-Policy")).contains("same-origin");
            assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        });
    }

    @Test
    void aBodyThatIsTooLarge_isRefusedInWords() {
        // When
        Answer answer = server().send("POST", "/api/v1/any", List.of(JSON, "Content-Length: 999999999"), new byte[0]);
        // Then
        assertThat(answer.status()).isEqualTo(413);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("urn:sigap:problem:too-large");
    }

    @Test
    void aBodyThatIsTooLarge_andDoesNotSaySo_isRefusedInWords() {
        // Given
        byte[] large = ("{\"a\":\"" + "a".repeat(400 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);
        // When
        List<String> wrong = operations().stream()
                .filter(operation -> operation.body().isPresent())
                .flatMap(operation -> {
                    var headers = new ArrayList<>(access().keyTo(operation));
                    headers.add(JSON);
                    String path = operation.path().replaceAll("\\{.*?}", UNKNOWN);
                    Answer answer = server().sendChunked(operation.method(), path, headers, large);
                    String said = new String(answer.body(), StandardCharsets.UTF_8);
                    return answer.status() == 413 && said.contains("urn:sigap:problem:too-large")
                            ? Stream.empty()
                            : Stream.of(operation.name() + " → " + answer.status() + " " + said);
                })
                .toList();
        // Then
        assertThat(wrong).isEmpty();
    }

    protected final RawHttp server() {
        return RawHttp.at(service.getPort());
    }

    final List<Operation> operations() {
        return ApiDocument.of(service.getPort()).operations();
    }

    private Stream<String> wronglyAnswered(Cell cell, Operation operation) {
        String path = operation.path().replaceAll("\\{kind.*?}", "reports").replaceAll("\\{.*?}", UNKNOWN);
        var headers = new ArrayList<>(cell.headers());
        headers.add("Content-Type: " + operation.contentType());
        byte[] body = operation.method().equals("GET") ? new byte[0] : "{}".getBytes(StandardCharsets.UTF_8);
        int status = server().from("127.0.1." + (1 + callers.getAndIncrement() % 250))
                .send(operation.method(), path, headers, body)
                .status();
        boolean right = cell.isOpen() ? status != 401 && status != 403 && status < 500 : status == cell.refusal();
        return right ? Stream.empty() : Stream.of(cell + ", but " + status);
    }

    private Optional<String> faultOfOurs(Hostile request, RawHttp server) {
        try {
            Answer answer = followed(request.sendTo(server), server);
            String said = new String(answer.body(), StandardCharsets.UTF_8);
            return answer.status() < 500
                    ? Optional.empty()
                    : Optional.of(answer.status() + " " + request + " → " + said);
        } catch (UncheckedIOException e) {
            return Optional.of("no answer to " + request + ": " + e.getCause());
        }
    }

    /** Where a form leads, what was sent is shown again. */
    private Answer followed(Answer answer, RawHttp server) {
        return answer.status() == 303 && !pageHeaders().isEmpty()
                ? server.get(answer.header("Location").orElseThrow().replaceFirst("^https?://[^/]*", ""), pageHeaders())
                : answer;
    }
}
