package id.sigap.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sigap.events.EventCodec.UnreadableEvent;
import id.sigap.events.operator.ActionReply;
import id.sigap.events.platform.RecordDeadLettered;
import id.sigap.events.report.ReportWithdrawn;
import id.sigap.events.verification.EvidenceRequested;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class EventCodecTest {

    private static final UUID SOME_ID = UUID.fromString("019cac80-c088-7001-8001-000000001eef");
    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "\"text\"", "{", "{} {}", "<xml/>", "\u0000"})
    void whatIsNoEvent_isRefused(String payload) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> EventCodec.read(payload.getBytes(UTF_8), ReportWithdrawn.class))
                .withMessageStartingWith("ReportWithdrawn: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"outcome":"CONFIRMED"}                            | ActionReply: request: required and missing
                    {"request":"7","outcome":"CONFIRMED"}              | ActionReply: request: not a UUID
                    {"request":"%s","outcome":"DECLINED"}              | ActionReply: reason: a decline says why
                    {"request":"%s","outcome":"CONFIRMED","suggestedOperator":"nobody"} | ActionReply: suggestedOperator: not an operator code
                    {"request":"%s","outcome":"DONE"}                  | ActionReply: outcome: Cannot deserialize value
                    """)
    void refusal_namesTheFieldAndWhatIsWrong(String reply, String said) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> EventCodec.read(reply.formatted(SOME_ID).getBytes(UTF_8), ActionReply.class))
                .withMessageStartingWith(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"request\":\"%s\",\"outcome\":\"DECLINED\",\"outcome\":\"CONFIRMED\"}",
                "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\",\"doneAt\":\"\"}",
                "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\",\"doneAt\":1796028646}",
                "{\"request\":\"%s\",\"outcome\":1}",
                "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\",\"networkReference\":1}",
                "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\"}]"
            })
    void reply_thatCouldBeReadInTwoWays_isRefused(String reply) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> EventCodec.read(reply.formatted(SOME_ID).getBytes(UTF_8), ActionReply.class));
    }

    @Test
    void requiredNull_isRefusedAtTheWriter() {
        // Given
        var withoutTime = new ReportWithdrawn(new ReportId(SOME_ID), null);
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCodec.write(withoutTime))
                .withMessageContaining("id.sigap.report.report-withdrawn.v1")
                .withMessageContaining("at is required");
    }

    @Test
    void deadLetter_ofARecordWithANullHeader_leavesTheHeaderOut() {
        // Given
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_type", "x");
        headers.put("traceparent", null);
        var deadLetter = new RecordDeadLettered(
                SOME_ID,
                "sla-monitor",
                Topic.Name.TICKETS,
                0,
                0,
                Optional.empty(),
                headers,
                Optional.empty(),
                "poison",
                NOW);
        // Then
        assertThat(Contract.written(deadLetter).path("headers").toString()).isEqualTo("{\"ce_type\":\"x\"}");
    }

    @Test
    void setsOfTheSameThings_areWrittenAlike() {
        // Given
        ObjectNode asked = Contract.of(typeOf(EvidenceRequested.class)).golden();
        ObjectNode otherOrder = asked.deepCopy();
        otherOrder.putArray("kinds").add("TRANSFER_RECEIPT").add("CALL_RECORDING");
        // Then
        assertThat(Contract.written(EventCodec.read(Contract.bytes(otherOrder), EvidenceRequested.class)))
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"outcome\":\"DECLINED\"}",
                "{\"outcome\":\"CONFIRMED\",\"networkReference\":\"%101\"}",
                "{\"outcome\":\"ACKNOWLEDGED\",\"note\":\"%501\"}"
            })
    void reply_thatBreaksTheOperatorsRules_isRefusedByCodecAndSchema(String rest) throws Exception {
        // Given
        Contract contract = Contract.of(typeOf(ActionReply.class));
        String long101 = "é".repeat(101);
        String long501 = "é".repeat(501);
        ObjectNode reply = (ObjectNode)
                Contract.JSON.readTree(rest.replace("%101", long101).replace("%501", long501));
        reply.put("request", SOME_ID.toString());
        // Then
        assertThat(contract.objectionsTo(reply)).isNotEmpty();
        assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> contract.readBy(reply));
    }

    @Test
    void reply_thatDeclinesWithAReason_isRead() {
        // Given
        Contract contract = Contract.of(typeOf(ActionReply.class));
        ObjectNode reply = Contract.JSON.createObjectNode();
        reply.put("request", SOME_ID.toString()).put("outcome", "DECLINED").put("reason", "NOT_OURS");
        reply.put("note", "🙂".repeat(500));
        // Then
        assertThat(contract.objectionsTo(reply)).isEmpty();
        assertThat(Contract.written(contract.readBy(reply))).isEqualTo(reply);
    }

    private static EventType typeOf(Class<? extends Event> record) {
        return EventType.all().stream()
                .filter(type -> type.record() == record)
                .findFirst()
                .orElseThrow();
    }
}
