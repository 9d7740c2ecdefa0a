package id.sigap.reliable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Events that were read together, on their way to Kafka. */
final class Page {

    private final List<Outbox.Entry> entries;
    private final List<Future<RecordMetadata>> acknowledgements;

    /** @param entries in the order in which they are sent */
    Page(List<Outbox.Entry> entries) {
        this.entries = entries;
        this.acknowledgements = new ArrayList<>(entries.size());
    }

    void sent(Future<RecordMetadata> acknowledgement) {
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
