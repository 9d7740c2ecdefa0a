package id.sigap.repair.audit;

import id.sigap.events.CloudEventHeader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A journal entry as Kafka carries it.
 *
 * @param topic where it stands
 * @param author whose journal it must be from
 * @param digest SHA-256 of its payload
 * @param rowHash of the journal's row; empty on a record older than that header
 */
record PublishedEvent(
        String topic, String author, String subject, long version, UUID id, byte[] digest, Optional<byte[]> rowHash) {

    private static final String SOURCE = "/sigap/";

    /** Empty for a record that no journal stands behind, or that doesn't say which. */
    static Optional<PublishedEvent> of(ConsumerRecord<String, byte[]> record, Map<String, String> authors) {
        Optional<String> author = Optional.ofNullable(authors.get(record.topic()))
                .or(() -> header(record, CloudEventHeader.SOURCE)
                        .filter(source -> source.startsWith(SOURCE))
                        .map(source -> source.substring(SOURCE.length()))
                        .filter(authors::containsValue));
        try {
            UUID id = UUID.fromString(header(record, CloudEventHeader.ID).orElse(""));
            long version =
                    Long.parseLong(header(record, CloudEventHeader.SEQUENCE).orElse(""));
            String subject = header(record, CloudEventHeader.SUBJECT).orElse("");
            Optional<byte[]> rowHash = header(record, CloudEventHeader.ROW_HASH).map(HexFormat.of()::parseHex);
            return author.filter(_ -> subject.equals(record.key()) && record.value() != null)
                    .map(known -> new PublishedEvent(
                            record.topic(), known, subject, version, id, sha256(record.value()), rowHash));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Key key() {
        return new Key(author, subject, version);
    }

    /** Which entry of which journal. */
    record Key(String author, String subject, long version) {

        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::author).thenComparing(Key::subject).thenComparingLong(Key::version);

        /** @param absent whether the journal has nothing under that name */
        Finding finding(boolean absent) {
            return new Finding(
                    author,
                    subject,
                    version,
                    version,
                    Optional.empty(),
                    Finding.Kind.NOT_AS_PUBLISHED,
                    absent
                            ? "Kafka carries it, the journal doesn't: it was cut off, or somebody else wrote to the topic"
                            : "Kafka carries another event under this version, or this one as it was before it was changed");
        }
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, CloudEventHeader name) {
        Header header = record.headers().lastHeader(name.key());
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
