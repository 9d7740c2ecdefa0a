package id.sigap.reliable;

import io.smallrye.reactive.messaging.MessageConverter;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Makes the connector's batches into {@link EventBatch} or {@link ForeignBatch}, as the listener asks. */
@ApplicationScoped
class BatchConverter implements MessageConverter {

    private final Inbox inbox;
    private final Attempts attempts;
    private final DeadLetters deadLetters;

    BatchConverter(Inbox inbox, Attempts attempts, DeadLetters deadLetters) {
        this.inbox = inbox;
        this.attempts = attempts;
        this.deadLetters = deadLetters;
    }

    @Override
    public boolean canConvert(Message<?> in, Type target) {
        Class<?> wanted = raw(target);
        return (wanted == EventBatch.class || wanted == ForeignBatch.class)
                && in.getMetadata(IncomingKafkaRecordBatchMetadata.class).isPresent();
    }

    @Override
    public Message<?> convert(Message<?> in, Type target) {
        List<RawRecord> records = records(in);
        return in.withPayload(
                raw(target) == EventBatch.class
                        ? new EventBatch<>(records, inbox)
                        : new ForeignBatch(records, attempts, deadLetters));
    }

    private static List<RawRecord> records(Message<?> in) {
        var metadata = in.getMetadata(IncomingKafkaRecordBatchMetadata.class).orElseThrow();
        List<RawRecord> records = new ArrayList<>();
        for (Object record : metadata.getRecords()) {
            @SuppressWarnings("unchecked") // the deserializers are the library's: String and byte[]
            var typed = (ConsumerRecord<String, byte[]>) record;
            records.add(RawRecord.of(typed));
        }
        return records;
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> Object.class;
        };
    }
}
