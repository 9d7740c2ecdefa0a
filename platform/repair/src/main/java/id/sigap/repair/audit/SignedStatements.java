package id.sigap.repair.audit;

import id.sigap.events.CloudEventHeader;
import id.sigap.journal.AccessEntry;
import id.sigap.journal.SignedHeads;
import id.sigap.journal.SignedHeads.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What services have signed of their own books. Whoever writes a journal anew and Kafka's copy with it would need the key, too, which is in
 * neither.
 */
final class SignedStatements {

    private static final String SUBJECT = "signed heads";

    private static final String OF_THE_JOURNAL = """
            select k.number, j.id from unnest(?::text[], ?::bigint[], ?::bytea[]) with ordinality as k (subject, version, hash, number)
            left join journal j on j.subject = k.subject and j.version = k.version
            where j.hash is distinct from k.hash""";
    private static final String OF_THE_ACCESS_LOG = """
            select k.number, l.id from unnest(?::uuid[], ?::bigint[], ?::bytea[]) with ordinality as k (case_id, sequence, hash, number)
            left join access_log l on l.case_id = k.case_id and l.sequence = k.sequence
            where l.hash is distinct from k.hash""";

    private final Map<String, Connection> journals;
    private final Map<String, PublicKey> keys;
    private final Findings findings;
    private final Map<String, AuditReport.Statement> last = new TreeMap<>();
    private final Map<String, Long> remembered = new HashMap<>();
    private long heads;

    /** @param keys of the services that sign; what the others say isn't looked at */
    SignedStatements(Map<String, Connection> journals, Map<String, PublicKey> keys, Findings findings)
            throws SQLException {
        this.journals = journals;
        this.keys = keys;
        this.findings = findings;
        for (String service : keys.keySet()) { // before Kafka is read: a service says there first what it remembers
            remembered.put(service, new RememberedStatements(journals.get(service)).last());
        }
    }

    /** How many heads bore a right signature. */
    long heads() {
        return heads;
    }

    /** The last of each service that has signed anything. */
    List<AuditReport.Statement> last() {
        return List.copyOf(last.values());
    }

    /** Whether Kafka's last statement is the one that the service remembers as its last; asked after all have been taken. */
    void compareEnds() throws SQLException {
        for (String service : keys.keySet()) {
            RememberedStatements its = new RememberedStatements(journals.get(service));
            long before = remembered.get(service);
            Optional<AuditReport.Statement> found = Optional.ofNullable(last.get(service));
            long number = found.map(AuditReport.Statement::number).orElse(0L);
            if (number < before) {
                findings.add(about(
                        service,
                        before,
                        "the service remembers statement %d, Kafka's last is %d: the end was cut off"
                                .formatted(before, number)));
            } else if (found.isEmpty() && its.oughtToBe()) {
                findings.add(
                        about(
                                service,
                                1,
                                "nothing was ever signed, though the journal is older than two hours: its statements were taken away on both sides, or it has no signing key"));
            } else if (found.isPresent()
                    && number > its.last()
                    && its.isLongAgo(found.get().signedAt())) {
                findings.add(about(
                        service,
                        number,
                        "Kafka carries statement %d, the service remembers %d as its last"
                                .formatted(number, its.last())));
            }
        }
    }

    /** Looks at a record of a service's topic. @param author whose topic it is */
    void take(ConsumerRecord<String, byte[]> record, String author) throws SQLException {
        PublicKey key = keys.get(author);
        if (key == null || !isStatement(record)) {
            return;
        }
        Optional<SignedHeads> signed = read(record)
                .filter(statement -> statement.service().equals(author))
                .filter(statement -> statement.isSignedWith(key));
        if (signed.isEmpty()) {
            findings.add(about(
                    author,
                    0,
                    "a statement on Kafka, partition %d, offset %d, doesn't bear the service's signature"
                            .formatted(record.partition(), record.offset())));
            return;
        }
        follow(signed.get());
        compare(signed.get());
    }

    private void follow(SignedHeads statement) {
        long before = Optional.ofNullable(last.get(statement.service()))
                .map(AuditReport.Statement::number)
                .orElse(0L);
        if (statement.number() > before + 1) {
            findings.add(about(
                    statement.service(),
                    before + 1,
                    "statement %d is missing on Kafka, or more up to %d"
                            .formatted(before + 1, statement.number() - 1)));
        }
        if (statement.number() > before) {
            last.put(
                    statement.service(),
                    new AuditReport.Statement(statement.service(), statement.number(), statement.signedAt()));
        }
    }

    private void compare(SignedHeads statement) throws SQLException {
        heads += statement.heads().size();
        var ofCases = statement.heads().stream()
                .collect(Collectors.partitioningBy(
                        head -> AccessEntry.caseOf(head.subject()).isPresent()));
        compare(statement, ofCases.get(false), OF_THE_JOURNAL, "text", Head::subject);
        if (!ofCases.get(true).isEmpty()) { // the other services have no such book
            compare(statement, ofCases.get(true), OF_THE_ACCESS_LOG, "uuid", head -> AccessEntry.caseOf(head.subject())
                    .orElseThrow());
        }
    }

    private void compare(
            SignedHeads statement, List<Head> signed, String differing, String type, Function<Head, Object> subject)
            throws SQLException {
        Connection journal = journals.get(statement.service());
        try (PreparedStatement select = journal.prepareStatement(differing)) {
            select.setArray(1, journal.createArrayOf(type, column(signed, subject)));
            select.setArray(2, journal.createArrayOf("int8", column(signed, Head::version)));
            select.setArray(
                    3,
                    journal.createArrayOf(
                            "bytea", signed.stream().map(Head::hash).toArray(byte[][]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Head head = signed.get(row.getInt("number") - 1);
                    findings.add(new Finding(
                            statement.service(),
                            head.subject(),
                            head.version(),
                            head.version(),
                            Optional.ofNullable(row.getObject("id", UUID.class)),
                            Finding.Kind.NOT_AS_SIGNED,
                            "at %s the service signed another end of this chain".formatted(statement.signedAt())));
                }
            }
        }
    }

    private static Finding about(String service, long number, String how) {
        return new Finding(service, SUBJECT, number, number, Optional.empty(), Finding.Kind.NOT_AS_SIGNED, how);
    }

    private static boolean isStatement(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader(CloudEventHeader.TYPE.key());
        return type != null
                && type.value() != null
                && new String(type.value(), StandardCharsets.UTF_8).equals(SignedHeads.TYPE);
    }

    private static Optional<SignedHeads> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(SignedHeads.read(record.value()));
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static Object[] column(List<Head> heads, Function<Head, Object> value) {
        return heads.stream().map(value).toArray();
    }
}
