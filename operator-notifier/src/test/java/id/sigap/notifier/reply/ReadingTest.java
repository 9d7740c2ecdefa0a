package id.sigap.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.reliable.ForeignRecord;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be read is told by code and field, in our words. */
@Tag("quick")
class ReadingTest {

    private static final String ID = "019c0000-0000-7000-8000-000000000001";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not JSON: the end | not-json",
                "{\"request\":\"$\", oops | not-json",
                "{\"request\":\"$\",\"outcome\":\"CONFIRMED\"} {} | wrong-type",
                "{\"request\":\"$\",\"outcome\":\"CONFIRMED\",\"doneAt\":{ | wrong-type doneAt",
                "{\"request\":\"$\",\"request\":\"$\",\"outcome\":\"CONFIRMED\"} | not-json",
                "[] | wrong-type",
                "7 | wrong-type",
                "\"CONFIRMED\" | wrong-type",
                "null | no-body",
                "{} | required request",
                "{\"request\":\"$\"} | required outcome",
                "{\"request\":7,\"outcome\":\"CONFIRMED\"} | wrong-type request",
                "{\"request\":\"1\",\"outcome\":\"CONFIRMED\"} | invalid request",
                "{\"request\":\"$\",\"outcome\":\"BLOCKED\"} | wrong-value outcome",
                "{\"request\":\"$\",\"outcome\":1} | wrong-value outcome",
                "{\"request\":\"$\",\"outcome\":\"CONFIRMED\",\"doneAt\":\"yesterday\"} | wrong-type doneAt",
                "{\"request\":\"$\",\"outcome\":\"CONFIRMED\",\"doneAt\":7} | wrong-type doneAt",
                "{\"request\":\"$\",\"outcome\":\"CONFIRMED\",\"networkReference\":[]} | wrong-type networkReference",
                "{\"request\":\"$\",\"outcome\":\"DECLINED\"} | invalid reason",
                "{\"request\":\"$\",\"outcome\":\"DECLINED\",\"reason\":\"BUSY\"} | wrong-value reason",
                "{\"request\":\"$\",\"outcome\":\"DECLINED\",\"reason\":\"NOT_OURS\",\"suggestedOperator\":\"tri\"} | invalid suggestedOperator"
            })
    void whatIsNoAnswer_isToldByCodeAndField(String json, String codeAndField) {
        // When
        var reading = read(Optional.of(json.replace("$", ID).getBytes(StandardCharsets.UTF_8)));
        // Then
        assertThat(complaint(reading))
                .startsWith(codeAndField + ": ")
                .doesNotContain("jackson", "Exception", "id.sigap", "ActionReply", "line:");
    }

    @Test
    void textThatIsTooLong_isToldByItsField() {
        // Given
        var json = "{\"request\":\"" + ID + "\",\"outcome\":\"CONFIRMED\",\"networkReference\":\"" + "x".repeat(101)
                + "\"}";
        // When
        var reading = read(Optional.of(json.getBytes(StandardCharsets.UTF_8)));
        // Then
        assertThat(complaint(reading)).isEqualTo("invalid networkReference: at most 100 characters");
    }

    @Test
    void tombstoneAndGiant_areTold() {
        assertThat(complaint(read(Optional.empty()))).startsWith("no-body: ");
        assertThat(complaint(read(Optional.of(new byte[2_001])))).startsWith("too-large: ");
    }

    private static Reading read(Optional<byte[]> value) {
        return Reading.of(
                new ForeignRecord(
                        "operator.telkomsel.confirmations", 0, 1, Optional.empty(), value, Map.of(), Optional.empty()),
                2_000);
    }

    private static String complaint(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).why().toString();
    }
}
