package id.sigap.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.faults.history.ClientLog;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A help-desk officer, or the regulator, at the services they use. */
final class Officer extends Client {

    private final String name;
    private final Web cases;
    private final Web vault;
    private final Web tickets;
    private final Patience patience;

    Officer(ClientLog log, String name, Web cases, Web vault, Web tickets, Patience patience) {
        super(log);
        this.name = name;
        this.cases = cases;
        this.vault = vault;
        this.tickets = tickets;
        this.patience = patience;
    }

    /** Waits for the case, with that many pieces of evidence unless it was taken back. @return their hashes, comma separated */
    String findsCase(String report, int evidence) {
        Answer found = patience.until("the case of " + report, () -> Optional.of(cases.get("/api/v1/cases/" + report))
                .filter(answer -> answer.isOk()
                        && (answer.body().path("evidence").size() >= evidence
                                || answer.text("state").equals("WITHDRAWN"))));
        return String.join(",", found.body().path("evidence").findValuesAsText("sha256"));
    }

    void says(String report, String text) {
        String key = UUID.randomUUID().toString();
        Map<String, String> asked = Map.of(Fact.REPORT, report, Fact.KEY, key, Fact.AUTHOR, "OFFICER", Fact.TEXT, text);
        Web once = vault.with("Idempotency-Key", key);
        patience.until("a message on " + report, () -> Optional.of(tries(
                        Operation.POST_MESSAGE,
                        asked,
                        () -> once.post("/api/v1/reports/" + report + "/messages", Map.of("text", text)),
                        answer -> Map.of(Fact.MESSAGE, answer.text("id"))))
                .filter(Answer::isOk));
    }

    /** Claims and verifies until the case is verified, by whomever. */
    void verifies(String report, String sha256) {
        decides(report, Operation.VERIFY, "verify", Map.of(), List.of("VERIFIED"), sha256);
    }

    /** As {@link #verifies}, and leaves it when the reporter has taken it back. @return whether it is verified */
    boolean verifiesUnlessWithdrawn(String report, String sha256) {
        String end = decides(report, Operation.VERIFY, "verify", Map.of(), List.of("VERIFIED", "WITHDRAWN"), sha256);
        return end.equals("VERIFIED");
    }

    void rejects(String report, String sha256) {
        decides(report, Operation.REJECT, "reject", Map.of("reason", "NOT_FRAUD"), List.of("REJECTED"), sha256);
    }

    /** @return which of the ends it came to */
    private String decides(
            String report, Operation decision, String move, Map<String, ?> body, List<String> ends, String sha256) {
        Map<String, String> asked = Map.of(Fact.REPORT, report, Fact.OFFICER, name, Fact.SHA256, sha256);
        String path = "/api/v1/cases/" + report;
        Answer end = patience.until(report + " to be " + ends, () -> {
            Answer now = cases.get(path);
            if (now.isOk() && ends.contains(now.text("state"))) {
                return Optional.of(now);
            }
            if (now.isOk()) {
                tries(Operation.CLAIM, asked, () -> cases.post(path + "/claim", Map.of()));
                tries(decision, asked, () -> cases.post(path + "/" + move, body));
            }
            return Optional.empty();
        });
        return end.text("state");
    }

    /** Claims the case, whoever has it now, and asks for evidence; one that was asked for before is claimed anew first. */
    void asksForEvidence(String report) {
        Map<String, String> asked = Map.of(Fact.REPORT, report, Fact.OFFICER, name);
        String path = "/api/v1/cases/" + report;
        findsCase(report, 0);
        patience.until("evidence to be asked for " + report, () -> {
            tries(Operation.CLAIM, asked, () -> cases.post(path + "/claim", Map.of()));
            return Optional.of(tries(
                            Operation.ASK_EVIDENCE,
                            asked,
                            () -> cases.post(path + "/request-evidence", Map.of("kinds", List.of("MESSAGE_PHOTO")))))
                    .filter(Answer::isOk);
        });
    }

    void proposesRelease(String number) {
        moves(number, Operation.PROPOSE_RELEASE, "propose-release", Map.of(), "BLOCKED");
    }

    /** And waits until the operator has let go. */
    void approvesRelease(String number) {
        moves(number, Operation.APPROVE_RELEASE, "approve-release", Map.of(), "RELEASE_PROPOSED");
        patience.until(number + " to be let go", () -> ticket(number).filter(ticket -> is(ticket, "UNBLOCKED")));
    }

    void reroutes(String number, String operator) {
        moves(number, Operation.REROUTE, "reroute", Map.of("operator", operator), "DECLINED");
    }

    void givesUp(String number) {
        moves(number, Operation.GIVE_UP, "close", Map.of("outcome", "NOT_BLOCKED"), "DECLINED");
    }

    /** Waits until the number's ticket is where the move can be made, and makes it: until it has moved on. */
    private void moves(String number, Operation operation, String move, Map<String, String> body, String from) {
        Map<String, String> asked = new HashMap<>(body);
        asked.putAll(Map.of(Fact.NUMBER, number, Fact.OFFICER, name));
        JsonNode found =
                patience.until(number + " to be " + from, () -> ticket(number).filter(ticket -> is(ticket, from)));
        patience.until(move + " of " + number, () -> Optional.of(tries(
                        operation,
                        asked,
                        () -> tickets.post("/api/v1/tickets/" + found.path("id").asText() + "/" + move, body)))
                .filter(answer -> answer.isOk() || answer.isTooLate()));
    }

    private Optional<JsonNode> ticket(String number) {
        Answer found = tickets.post("/api/v1/tickets/search", Map.of("number", number));
        return Optional.of(found.body().path("items").path(0)).filter(JsonNode::isObject);
    }

    private static boolean is(JsonNode ticket, String state) {
        return ticket.path("state").asText().equals(state);
    }

    /** The regulator, about a block that was wrong. */
    void upholds(String appeal) {
        Map<String, String> asked = Map.of(Fact.APPEAL, appeal, Fact.OFFICER, name);
        String path = "/api/v1/appeals/" + appeal;
        patience.until("appeal " + appeal + " to be upheld", () -> {
            Answer now = cases.get(path);
            if (now.isOk() && List.of("UPHELD", "UNBLOCKED").contains(now.text("state"))) {
                return Optional.of(now);
            }
            if (now.isOk()) {
                tries(Operation.UPHOLD_APPEAL, asked, () -> cases.post(path + "/uphold", Map.of()));
            }
            return Optional.empty();
        });
    }
}
