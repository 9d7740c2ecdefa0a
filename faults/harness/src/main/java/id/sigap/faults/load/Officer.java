package id.sigap.faults.load;

import id.sigap.faults.history.ClientLog;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A help-desk officer, or the regulator, at the services they use. */
final class Officer extends Client {

    private final String name;
    private final Web cases;
    private final Web vault;
    private final Patience patience;

    Officer(ClientLog log, String name, Web cases, Web vault, Patience patience) {
        super(log);
        this.name = name;
        this.cases = cases;
        this.vault = vault;
        this.patience = patience;
    }

    /** Waits for the case, with that many pieces of evidence. @return their hashes, comma separated */
    String findsCase(String report, int evidence) {
        Answer found = patience.until("the case of " + report, () -> Optional.of(cases.get("/api/v1/cases/" + report))
                .filter(answer ->
                        answer.isOk() && answer.body().path("evidence").size() >= evidence));
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
        decides(report, Operation.VERIFY, "verify", Map.of(), "VERIFIED", sha256);
    }

    void rejects(String report, String sha256) {
        decides(report, Operation.REJECT, "reject", Map.of("reason", "NOT_FRAUD"), "REJECTED", sha256);
    }

    private void decides(
            String report, Operation decision, String move, Map<String, ?> body, String state, String sha256) {
        Map<String, String> asked = Map.of(Fact.REPORT, report, Fact.OFFICER, name, Fact.SHA256, sha256);
        String path = "/api/v1/cases/" + report;
        patience.until(report + " to be " + state, () -> {
            Answer now = cases.get(path);
            if (now.isOk() && now.text("state").equals(state)) {
                return Optional.of(now);
            }
            if (now.isOk()) {
                tries(Operation.CLAIM, asked, () -> cases.post(path + "/claim", Map.of()));
                tries(decision, asked, () -> cases.post(path + "/" + move, body));
            }
            return Optional.empty();
        });
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
