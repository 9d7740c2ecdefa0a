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
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;

/** One report on its way to a blocked number, carried by people who try again when nobody answers. */
final class Passage {

    static final String PATIENT_OPERATOR = "TELKOMSEL";
    /** Its windows are short. */
    static final String HURRIED_OPERATOR = "INDOSAT";

    static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Map<String, String> PREFIXES = Map.of(PATIENT_OPERATOR, "821", HURRIED_OPERATOR, "815");
    /** A number is known to be free only once it has a ticket. */
    private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();

    final HelpDesk desk;
    final Citizen citizen;
    final OperatorTopics operator;
    final String number;
    final Person person;

    Passage(Cast cast, String operatorCode) {
        this.desk = new HelpDesk(cast, Account.SARI);
        this.operator = cast.topicsOf(operatorCode);
        this.number = free(PREFIXES.get(operatorCode));
        this.person = new Person("Uji Coba", "uji-" + UUID.randomUUID() + "@warga.example", "+628120000001");
        this.citizen = cast.citizen(person);
    }

    private String free(String prefix) {
        FreeNumbers numbers = new FreeNumbers(desk);
        return Stream.generate(() -> numbers.next(prefix))
                .filter(GIVEN::add)
                .findFirst()
                .orElseThrow();
    }

    Passage reports() {
        atLast(() -> citizen.reports("COMPLAINT", "PRIZE", "SMS", number, false, "Katanya saya menang undian."));
        return this;
    }

    Passage isVerified() {
        String report = citizen.id();
        atLast(() -> desk.claims(report));
        atLast(() -> {
            if (desk.theCase(report).path("evidence").isEmpty()) {
                citizen.uploads(Samples.SCAM_SMS.contentType(), Samples.SCAM_SMS.bytes());
            }
            desk.seesEvidence(report, 1);
        });
        atLast(() -> {
            if (!desk.theCase(report).path("state").asText().equals("VERIFIED")) {
                desk.verifies(report, Map.of());
            }
        });
        return this;
    }

    Passage isAskedOfTheOperator() {
        atLast(this::request);
        return this;
    }

    String request() {
        return operator.requestFor(number, "BLOCK").path("request").asText();
    }

    /** The id of the number's ticket, once there is one. */
    String ticket() {
        atLast(() -> assertThat(desk.findsTickets(number).json().path("items")).isNotEmpty());
        return desk.findsTickets(number).json().path("items").path(0).path("id").asText();
    }

    Passage isConfirmed() {
        atLast(this::confirm);
        return this;
    }

    void confirm() {
        operator.reply(
                JsonNodeFactory.instance.objectNode().put("request", request()).put("outcome", "CONFIRMED"));
    }

    Passage ends() {
        atLast(() -> desk.seesTicket(number, "BLOCKED"));
        atLast(() -> citizen.sees("CLOSED"));
        return this;
    }

    void metItsWindow() {
        atLast(() -> desk.seesClock(request(), "MET"));
    }

    /** One ticket, one report, one request, however often anything was tried. */
    void happenedOnce() {
        JsonNode tickets = desk.findsTickets(number).json().path("items");
        assertThat(tickets).as("tickets of " + number).hasSize(1);
        JsonNode ticket = desk.ticket(tickets.path(0).path("id").asText());
        assertThat(ticket.path("reports")).hasSize(1);
        assertThat(ticket.path("requests")).hasSize(1);
        assertThat(desk.theCase(citizen.id()).path("evidence")).hasSize(1);
        assertThat(operator.readAll(operator.requests()).stream()
                        .map(record -> OperatorTopics.json(record.value()))
                        .filter(request -> request.path("number").asText().equals(number))
                        .map(request -> request.path("request").asText())
                        .distinct())
                .as("requests to block " + number)
                .hasSize(1);
    }

    static void atLast(ThrowingRunnable done) {
        await().dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(done);
    }
}
