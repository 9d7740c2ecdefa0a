package id.sigap.events.confirmation;

import java.time.Instant;

/**
 * A watermark: every confirmation received up to {@code through} stands before this record, in the partition it is in. Without it a slow relay would look like a silent operator. Source: operator-notifier, about once a second to every partition.
 *
 * @param partition the partition it speaks for
 * @param through all received up to this moment are published
 */
public record ConfirmationsPublished(int partition, Instant through) implements ConfirmationEvent {

    @Override
    public String subject() {
        return "partition-" + partition;
    }
}
