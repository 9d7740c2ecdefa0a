package id.sigap.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.sigap.events.EventCodec.UnreadableEvent;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a number, a code, a reference may look like: the record and the schema give the same answer. */
@Tag("quick")
class ValueTypesTest {

    private static final EvidenceId EVIDENCE = new EvidenceId(UUID.fromString("019cac8f-5300-7004-8004-000000007bbc"));

    @ParameterizedTest
    @CsvSource({
        "+628110000001, true",
        "+6281100000, true",
        "+62811000000000, true",
        "+628110000, false",
        "+628110000000000, false",
        "08110000001, false",
        "628110000001, false",
        "+62 811 0000 001, false",
        "+622100000000, false",
        "+6581100000, false",
        "'+６２８１１００００００１', false",
        "'', false"
    })
    void msisdn_isAnIndonesianMobileNumber(String text, boolean accepted) {
        agree("ticket.ticket-opened", "number", TextNode.valueOf(text), accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "TELKOMSEL, true",
        "XL, true",
        "O2, true",
        "ABCDEFGHIJKLMNOPQRST, true",
        "ABCDEFGHIJKLMNOPQRSTU, false",
        "X, false",
        "telkomsel, false",
        "3HK, false",
        "XL-AXIATA, false",
        "'TELKOMSEL ', false",
        "'', false"
    })
    void operatorCode_isCapitalLettersAndDigits(String text, boolean accepted) {
        agree("sla.sla-breached", "operator", TextNode.valueOf(text), accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "BANK-CONTOH, true",
        "Bank Contoh, true",
        "3CONTOH, true",
        "BANK-CONTOHH, false",
        "12345, false",
        "BCA/INFO, true",
        "HALO@BCA, true",
        "(BANK), true",
        "INFO:BRI, true",
        "-BANK, true",
        "CAFÉ Ñandú, false",
        "CAFÉ ÑANDà, true",
        "ΩΞ, true",
        "_, false",
        "' BANK', false",
        "'BANK ', false",
        "'BANK\n2', false",
        "BANK\u200b2, false",
        "BANK\u00a02, false",
        "БАНК, false",
        "BANK€, false",
        "BANK[2], false",
        "'', false"
    })
    void senderName_isOfTheFormAMessageBears(String name, boolean accepted) {
        agree("report.report-submitted", "senderName", TextNode.valueOf(name), accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "DOMESTIC_MOBILE, +628110000001, true",
        "DOMESTIC_MOBILE, +6221000000, false",
        "DOMESTIC_MOBILE, 110, false",
        "DOMESTIC_LANDLINE, +62210000000, true",
        "FOREIGN, +6500000000, true",
        "SHORT_CODE, 110, true",
        "SHORT_CODE, 1, false",
        "FOREIGN, 0065000000000, false",
        "FOREIGN, +1234567890123456, false",
        "FOREIGN, +65 0000 0000, false",
        "PAYPHONE, +6500000000, false"
    })
    void suspectNumber_isOfTheFormItsKindAllows(String kind, String value, boolean accepted) {
        ObjectNode number = Contract.JSON.createObjectNode().put("kind", kind).put("value", value);
        agree("report.report-submitted", "suspect", number, accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, true",
        "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08, false",
        "9f86d081884c7d659a2feaa0c55ad015, false",
        "zf86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, false",
        "'', false"
    })
    void evidenceRef_hasASha256(String sha256, boolean accepted) {
        ObjectNode ref = Contract.JSON
                .createObjectNode()
                .put("evidence", EVIDENCE.toString())
                .put("sha256", sha256);
        agree("report.evidence-attached", "evidence", ref, accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "019cac8f-5300-7004-8004-000000007bbc, true",
        "019CAC8F-5300-7004-8004-000000007BBC, true",
        "1-1-1-1-1, false",
        "019cac8f530070048004000000007bbc, false",
        "019cac8f-5300-7004-8004-00000000zzzz, false",
        "'', false"
    })
    void ids_areUuidsOf36Characters(String text, boolean accepted) {
        agree("sla.sla-breached", "request", TextNode.valueOf(text), accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "PT24H, true",
        "P1D, true",
        "P1DT12H30M, true",
        "PT90S, true",
        "P, false",
        "PT, false",
        "P1W, false",
        "P1M, false",
        "24h, false",
        "'', false"
    })
    void window_isAnIso8601Duration(String text, boolean accepted) {
        agree("ticket.block-requested", "window", TextNode.valueOf(text), accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T03:04:05Z, true",
        "2026-03-02T03:04:05.123456Z, true",
        "2026-03-02T10:04:05+07:00, true",
        "2026-03-02T03:04:05, false",
        "2026-03-02, false",
        "2026-02-30T03:04:05Z, false",
        "1772420645, false"
    })
    void times_areRfc3339(String text, boolean accepted) {
        agree("sla.sla-breached", "at", TextNode.valueOf(text), accepted);
    }

    @Test
    void blockable_isOnlyADomesticMobile() {
        assertThat(new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+628110000001").blockable())
                .contains(new Msisdn("+628110000001"));
        assertThat(new SuspectNumber(SuspectNumber.Kind.FOREIGN, "+6500000000").blockable())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a number", "+6281100000x1", "+628110000001\n"})
    void msisdn_refused_isNotRepeatedInTheMessage(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Msisdn(text))
                .withMessage("not an Indonesian mobile number in E.164 form");
    }

    private static void agree(String event, String field, JsonNode value, boolean accepted) {
        Contract contract =
                Contract.of(EventType.named("id.sigap." + event + ".v1").orElseThrow());
        JsonNode document = contract.golden().deepCopy().set(field, value);
        assertThat(contract.objectionsTo(document).isEmpty())
                .as("schema accepts %s", value)
                .isEqualTo(accepted);
        assertThat(reads(contract, document)).as("codec accepts %s", value).isEqualTo(accepted);
    }

    private static boolean reads(Contract contract, JsonNode document) {
        try {
            contract.readBy(document);
            return true;
        } catch (UnreadableEvent _) {
            return false;
        }
    }
}
