package id.sigap.reliable;

import io.smallrye.reactive.messaging.MessageConverter;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Makes the connector's batches, and the looks between them, into {@link EventBatch} or {@link ForeignBatch}, as the listener asks. */
@ApplicationScoped
class BatchConverter implements MessageConverter {

    private final Inbox inbox;
    private final ForeignInbox foreignInbox;

    BatchConverter(Inbox inbox, ForeignInbox foreignInbox) {
        this.inbox = inbox;
        this.foreignInbox = foreignInbox;
    }

    @Override
    public boolean canConvert(Message<?> in, Type target) {
        Class<?> wanted = raw(target);
        return (wanted == EventBatch.class || wanted == ForeignBatch.class)
                && (in.getPayload() instanceof Look
                        || in.getMetadata(IncomingKafkaRecordBatchMetadata.class)
                                .isPresent());
    }

    @Override
    public Message<?> convert(Message<?> in, Type target) {
        return in.getPayload() instanceof Look look
                ? in.withPayload(batch(List.of(), look.topics(), target))
                : in.withPayload(batch(records(in), target));
    }

    private Object batch(List<RawRecord> records, Type target) {
        Set<String> topics = records.stream().map(RawRecord::topic).collect(Collectors.toSet());
        return batch(records, topics::contains, target);
    }

    private Object batch(List<RawRecord> records, Predicate<String> topics, Type target) {
        return raw(target) == EventBatch.class
                ? new EventBatch<>(records, topics, inbox)
                : new ForeignBatch(records, topics, foreignInbox);
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
