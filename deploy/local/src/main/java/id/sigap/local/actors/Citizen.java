package id.sigap.local.actors;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody with a telephone and, after reporting, a receipt code. */
public final class Citizen {

    private final Person person;
    private final Api anonymous;
    private final URI intake;
    private final HttpClient client;
    /** A phone that lost the answer sends the same form again. */
    private final String idempotencyKey = UUID.randomUUID().toString();

    private final Instant occurredAt = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    private Api own;
    private String receipt;
    private String id;
    private String caseNumber;

    Citizen(Person person, Api anonymous, URI intake, HttpClient client) {
        this.person = person;
        this.anonymous = anonymous;
        this.intake = intake;
        this.client = client;
    }

    /** Fills the form; done again, it is the same report. @return the answer: case number, receipt code, advice */
    public JsonNode reports(
            String kind, String category, String channel, String suspect, boolean moneyLost, String narrative) {
        Map<String, Object> form = new HashMap<>();
        form.put("name", person.name());
        form.put("email", person.email());
        form.put("mobile", person.mobile());
        form.put("kind", kind);
        form.put("channel", channel);
        form.put("category", category);
        form.put("occurredAt", occurredAt.toString());
        form.put("moneyLost", moneyLost);
        form.put("narrative", narrative);
        form.put("language", "id");
        if (suspect != null) {
            form.put("suspectNumber", suspect);
        }
        return keep(asking().post("/api/v1/reports", form).expect(201).json(), "report");
    }

    /** Asks for an own number to be unblocked. */
    public JsonNode appeals(String number, String statement) {
        Map<String, Object> form = Map.of(
                "name",
                person.name(),
                "email",
                person.email(),
                "mobile",
                person.mobile(),
                "number",
                number,
                "statement",
                statement,
                "language",
                "id");
        return keep(asking().post("/api/v1/appeals", form).expect(201).json(), "appeal");
    }

    private Api asking() {
        return anonymous.with("Idempotency-Key", idempotencyKey);
    }

    private JsonNode keep(JsonNode answer, String idField) {
        receipt = answer.path("receiptCode").asText();
        id = answer.path(idField).asText();
        caseNumber = answer.path("caseNumber").asText();
        own = anonymous.with("Sigap-Receipt", receipt);
        Waiting.that(receipt.length() >= 26, "the receipt code is shorter than 128 bits: " + receipt);
        return answer;
    }

    /** The report's, or the appeal's, id. */
    public String id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** What the tracking page shows. */
    public JsonNode tracks() {
        return own.get("/api/v1/report").expect(200).json();
    }

    public JsonNode uploads(String contentType, byte[] bytes) {
        return own.upload("/api/v1/report/evidence", contentType, bytes)
                .expect(201)
                .json();
    }

    public Chat opensChat() {
        return Chat.open(client, intake, Map.of("type", "hello", "receipt", receipt, "after", 0));
    }

    /** Waits until the tracking page shows the status. */
    public void sees(String status) {
        Waiting.until(() -> {
            String shown = tracks().path("status").asText();
            Waiting.that(shown.equals(status), "status is " + shown + ", not " + status);
        });
    }
}
