package id.sigap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.OperatorCode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class SigapTopicsTest {

    @Test
    void everyTopic_hasItsDeadLetters() {
        // When
        var names = SigapTopics.forOperators(List.of(new OperatorCode("TELKOMSEL")), 3).stream()
                .map(TopicSpec::name)
                .toList();
        // Then
        assertThat(names)
                .contains(
                        "sigap.reports", "operator.telkomsel.requests", "operator.telkomsel.confirmations.dead-letters")
                .hasSize(14);
    }

    /** Whatever somebody outside may write, and nothing else. */
    @Test
    void operatorsConfirmations_areUnpackedByTheBroker() {
        // When
        var unpacked = SigapTopics.forOperators(List.of(new OperatorCode("TELKOMSEL")), 3).stream()
                .filter(topic -> "uncompressed".equals(topic.config().get("compression.type")))
                .map(TopicSpec::name)
                .toList();
        // Then
        assertThat(unpacked).containsExactly("operator.telkomsel.confirmations");
    }

    @Test
    void operatorsConfirmations_areStampedByTheBroker() {
        // When
        var stamped = SigapTopics.forOperators(List.of(new OperatorCode("TELKOMSEL")), 3).stream()
                .filter(topic -> "LogAppendTime".equals(topic.config().get("message.timestamp.type")))
                .map(TopicSpec::name)
                .toList();
        // Then
        assertThat(stamped).containsExactly("operator.telkomsel.confirmations");
    }
}
