package id.sigap.local.actors;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.infrastructure.Account;
import id.sigap.local.service.Service;
import java.util.Map;
import java.util.Set;

/** An officer, at the three services an officer uses. */
public final class HelpDesk {

    private final Api cases;
    private final Api vault;
    private final Api tickets;
    private final Api clocks;

    public HelpDesk(Cast cast, Account officer) {
        this.cases = cast.staff(officer, Service.VERIFICATION);
        this.vault = cast.staff(officer, Service.INTAKE);
        this.tickets = cast.staff(officer, Service.TICKET);
        this.clocks = cast.staff(officer, Service.SLA);
    }

    /** Waits until the case has come, and takes it. */
    public void claims(String report) {
        Waiting.until(() -> cases.get("/api/v1/cases/" + report).expect(200));
        cases.post("/api/v1/cases/" + report + "/claim", null).expect(200);
    }

    public void asksForEvidence(String report, String... kinds) {
        move(report, "request-evidence", Map.of("kinds", Set.of(kinds)));
    }

    public void verifies(String report, Map<String, ?> judgement) {
        move(report, "verify", judgement);
    }

    public void rejects(String report, String reason) {
        move(report, "reject", Map.of("reason", reason));
    }

    public void answers(String report, String answer) {
        move(report, "answer", Map.of("answer", answer));
    }

    private void move(String report, String move, Map<String, ?> body) {
        cases.post("/api/v1/cases/" + report + "/" + move, body).expect(200);
    }

    public JsonNode theCase(String report) {
        return cases.get("/api/v1/cases/" + report).expect(200).json();
    }

    /** Waits until the case has as many pieces of clean evidence. */
    public JsonNode seesEvidence(String report, int pieces) {
        Waiting.until(() -> {
            int there = theCase(report).path("evidence").size();
            Waiting.that(there == pieces, "the case has %d pieces of evidence, not %d".formatted(there, pieces));
        });
        return theCase(report).path("evidence");
    }

    /** The narrative and who wrote it; logged by the vault. */
    public JsonNode readsInTheVault(String report) {
        return vault.get("/api/v1/reports/" + report).expect(200).json();
    }

    public Api vault() {
        return vault;
    }

    public Api.Reply findsTickets(String number) {
        return tickets.post("/api/v1/tickets/search", Map.of("number", number)).expect(200);
    }

    /** Waits for the number's newest ticket to be in the state. */
    public JsonNode seesTicket(String number, String state) {
        Waiting.until(() -> {
            JsonNode newest = findsTickets(number).json().path("items").path(0);
            Waiting.that(
                    newest.path("state").asText().equals(state),
                    "the ticket is " + newest.path("state").asText("not there") + ", not " + state);
        });
        return ticket(
                findsTickets(number).json().path("items").path(0).path("id").asText());
    }

    public JsonNode ticket(String id) {
        return tickets.get("/api/v1/tickets/" + id).expect(200).json();
    }

    /** Waits for a request's clock to be in the state. */
    public JsonNode seesClock(String request, String state) {
        Waiting.until(() -> {
            JsonNode clock = clocks.get("/api/v1/clocks/" + request).expect(200).json();
            Waiting.that(
                    clock.path("state").asText().equals(state),
                    "the clock is " + clock.path("state").asText() + ", not " + state);
        });
        return clocks.get("/api/v1/clocks/" + request).json();
    }
}
