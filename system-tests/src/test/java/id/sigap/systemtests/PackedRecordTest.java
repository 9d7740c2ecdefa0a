package id.sigap.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.local.console.Console;
import id.sigap.local.demo.Procedure;
import id.sigap.local.demo.Scenario.Outcome;
import id.sigap.local.stack.LocalStack;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator's machine that answers with what unpacks to more than any service's memory. */
@Tag("full")
@Order(8)
@ExtendWith(Whole.class)
class PackedRecordTest {

    private static final int UNPACKED_BYTES = 200 << 20;

    @Test
    void oneOperatorsBomb_isRefused_andEverybodysProcedureGoesOn(LocalStack system) {
        // Given
        Map<String, Object> settings = new HashMap<>(system.description().kafkaClient("telkomsel"));
        settings.put("compression.type", "zstd");
        settings.put("max.request.size", UNPACKED_BYTES + 1024);
        settings.put("buffer.memory", 2L * UNPACKED_BYTES);
        // When
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var bomb = new ProducerRecord<byte[], byte[]>("operator.telkomsel.confirmations", new byte[UNPACKED_BYTES]);
            // by its limit, or for want of room: a local broker has less than an unpacked one would take
            assertThatThrownBy(() -> producer.send(bomb).get()).isInstanceOf(ExecutionException.class);
        }
        // Then
        Outcome outcome = new Procedure().play(system.description(), Console.standard());
        assertThat(outcome.failed()).isZero();
    }
}
