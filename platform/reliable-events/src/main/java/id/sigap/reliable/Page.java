package id.sigap.reliable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Events that were read together, on their way to Kafka, in the order in which they were sent. */
final class Page {

    private final List<Outbox.Entry> entries = new ArrayList<>();
    private final List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();

    void sent(Outbox.Entry entry, Future<RecordMetadata> acknowledgement) {
        entries.add(entry);
        acknowledgements.add(acknowledgement);
    }

    /** @throws ExecutionException if one of them could not be sent */
    void awaitArrival() throws ExecutionException, InterruptedException {
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
    }

    List<Outbox.Entry> entries() {
        return entries;
    }
}
