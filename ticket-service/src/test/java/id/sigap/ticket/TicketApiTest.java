package id.sigap.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.infrastructure.Account;
import id.sigap.testing.Tokens;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.testing.api.AccessTable;
import id.sigap.testing.api.OwnershipContract;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "ticket")
class TicketApiTest extends OwnershipContract {

    private static final AccessTable ACCESS = AccessTable.of("""
            GET  /api/v1/tickets                                   sari dewi wira oka
            GET  /api/v1/tickets/{ticket}                          sari dewi wira oka
            GET  /api/v1/tickets/{ticket}/history                  sari dewi wira
            POST /api/v1/tickets/{ticket}/reports/{report}/unmerge sari dewi
            POST /api/v1/tickets/{ticket}/assign-operator          sari dewi
            POST /api/v1/tickets/{ticket}/reroute                  sari dewi
            POST /api/v1/tickets/{ticket}/close                    sari dewi
            POST /api/v1/tickets/{ticket}/propose-release          sari dewi
            POST /api/v1/tickets/{ticket}/approve-release          sari dewi
            POST /api/v1/tickets/{ticket}/refuse-release           sari dewi
            GET  /api/v1/operators                                 sari dewi wira oka
            POST /api/v1/tickets/search                            sari dewi wira
            POST /api/v1/directory/search                          sari dewi wira oka
            """);

    @Override
    protected AccessTable access() {
        return ACCESS;
    }

    @Override
    protected List<Pair> pairs() {
        return List.of(new Pair(aTicket(), aTicket()));
    }

    private static Belongings aTicket() {
        String number = Words.numberIn("811");
        try (var neighbours = new Neighbours()) {
            neighbours.say(Words.verified(number));
        }
        JsonPath ticket = Desk.ticketOf(number, "BLOCK_REQUESTED");
        return new Belongings(
                List.of(), Map.of("ticket", ticket.getString("id"), "report", ticket.getString("reports[0].report")));
    }

    /** Quarkus' own limit begins anew with each byte. */
    @Test
    void aBodyThatDrips_isHungUpOn_andIsNoErrorOfOurs() throws IOException {
        // Given
        var errors = new Errors();
        try (Socket slow = server().connect();
                errors) {
            slow.getOutputStream().write("""
                    POST /api/v1/tickets/SGP-2026-000001/close HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Content-Length: 1000\r
                    \r
                    {""".formatted(Tokens.of(Account.SARI)).getBytes(StandardCharsets.US_ASCII));
            // When, then
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> drips(slow), dripped -> !dripped);
        }
        assertThat(errors.said()).isEmpty();
    }

    private static boolean drips(Socket slow) {
        try {
            slow.getOutputStream().write(' ');
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** What the service calls an error of its own meanwhile. */
    private static final class Errors extends Handler implements AutoCloseable {

        private final Logger root = Logger.getLogger("");
        private final List<String> said = new CopyOnWriteArrayList<>();

        Errors() {
            root.addHandler(this);
        }

        List<String> said() {
            return said;
        }

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                said.add(entry.getLoggerName() + " " + entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            root.removeHandler(this);
        }
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("operator", "\"INDOSAT\"", "number", "\"0811-0000-0042\"");
    }
}
