package id.sigap.faults.load;

import id.sigap.faults.history.ClientLog;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A citizen who reports a number or appeals against a block, and sends the form again when no answer comes. */
final class Reporter extends Client {

    private final Web intake;
    private final Patience patience;
    private final Map<String, Object> person;
    private final Instant occurredAt = Instant.now().minus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    private String id;
    private Web own;

    /** @param name unique, so that it can be looked for everywhere */
    Reporter(ClientLog log, Web intake, Patience patience, String name, int serial) {
        super(log);
        this.intake = intake;
        this.patience = patience;
        this.person = Map.of(
                "name", name,
                "email", "warga-%d-%s@warga.example".formatted(serial, UUID.randomUUID()),
                "mobile", "+62895000%05d".formatted(serial % 100_000));
    }

    String id() {
        return id;
    }

    void reports(String number, String narrative) {
        Map<String, Object> form = new HashMap<>(person);
        form.putAll(Map.of(
                "kind",
                "COMPLAINT",
                "channel",
                "SMS",
                "category",
                "PRIZE",
                "suspectNumber",
                number,
                "occurredAt",
                occurredAt.toString(),
                "moneyLost",
                false,
                "narrative",
                narrative,
                "language",
                "id"));
        submits(
                Operation.SUBMIT_REPORT,
                "/api/v1/reports",
                form,
                Fact.REPORT,
                number,
                Map.of(Fact.NARRATIVE, narrative));
    }

    void appeals(String number, String statement) {
        Map<String, Object> form = new HashMap<>(person);
        form.putAll(Map.of("number", number, "statement", statement, "language", "id"));
        submits(
                Operation.SUBMIT_APPEAL,
                "/api/v1/appeals",
                form,
                Fact.APPEAL,
                number,
                Map.of(Fact.STATEMENT, statement));
    }

    private void submits(
            Operation operation,
            String path,
            Map<String, Object> form,
            String idFact,
            String number,
            Map<String, String> told) {
        String key = UUID.randomUUID().toString();
        Map<String, String> asked = new HashMap<>(told);
        person.forEach((field, value) -> asked.put(field, value.toString()));
        asked.put(Fact.KEY, key);
        asked.put(Fact.NUMBER, number);
        Web intakeOnce = intake.with("Idempotency-Key", key);
        Answer taken = patience.until(path + " about " + number, () -> Optional.of(tries(
                        operation,
                        asked,
                        () -> intakeOnce.post(path, form),
                        answer -> Map.of(
                                idFact,
                                answer.text(idFact),
                                Fact.CASE_NUMBER,
                                answer.body().path("caseNumber").asText(answer.text("appealNumber")))))
                .filter(Answer::isOk));
        id = taken.text(idFact);
        own = intake.with("Sigap-Receipt", taken.text("receiptCode"));
    }

    void says(String text) {
        String key = UUID.randomUUID().toString();
        Map<String, String> asked = Map.of(Fact.REPORT, id, Fact.KEY, key, Fact.AUTHOR, "REPORTER", Fact.TEXT, text);
        Web once = own.with("Idempotency-Key", key);
        patience.until("a message on " + id, () -> Optional.of(tries(
                        Operation.POST_MESSAGE,
                        asked,
                        () -> once.post("/api/v1/report/messages", Map.of("text", text)),
                        answer -> Map.of(Fact.MESSAGE, answer.text("id"))))
                .filter(Answer::isOk));
    }

    /** @return whether it was still wanted */
    boolean handsIn(Picture picture) {
        Map<String, String> asked = Map.of(Fact.REPORT, id, Fact.SHA256, picture.sha256());
        Answer answer = patience.until("evidence of " + id, () -> Optional.of(tries(
                        Operation.UPLOAD_EVIDENCE,
                        asked,
                        () -> own.post("/api/v1/report/evidence", "image/png", picture.bytes()),
                        taken -> Map.of(Fact.EVIDENCE, taken.text("evidence"))))
                .filter(taken -> taken.isOk() || taken.isTooLate()));
        return answer.isOk();
    }

    /** Takes the report back after a while, unless it is decided by then. */
    void withdrawsAfter(Duration time) {
        patience.pause("a change of mind about " + id, time);
        patience.until(id + " to be withdrawn", () -> Optional.of(tries(
                        Operation.WITHDRAW_REPORT,
                        Map.of(Fact.REPORT, id),
                        () -> own.post("/api/v1/report/withdraw", Map.of())))
                .filter(answer -> answer.isOk() || answer.isTooLate()));
    }

    /** Waits for what the tracking page calls the end. */
    void seesReport(String status) {
        sees("/api/v1/report", status);
    }

    void seesAppeal(String status) {
        sees("/api/v1/appeal", status);
    }

    private void sees(String path, String status) {
        patience.until(path + " " + id + " to be " + status, () -> Optional.of(own.get(path))
                .filter(answer -> answer.isOk() && answer.text("status").equals(status)));
    }
}
