package id.sigap.events;

/** Something that happened, said once, in the past tense. Records that implement it are the contract: additions only within a version. */
public interface Event {

    /** The aggregate it happened to: the record's key on Kafka and the CloudEvents {@code subject}. */
    String subject();
}
