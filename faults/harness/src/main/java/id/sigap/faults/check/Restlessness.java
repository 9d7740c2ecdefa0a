package id.sigap.faults.check;

import id.sigap.faults.check.snapshot.Unread;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/**
 * What a stack still has to do at one moment, by a few cheap questions.
 *
 * @param unrest a line for each kind of thing that is left
 * @param entries of all journals together
 */
record Restlessness(List<String> unrest, long entries) {

    /** How far a subject of a topic has come. */
    private record Subject(String topic, String id) {}

    private static final String SAID = "select topic, subject, max(version) from journal group by topic, subject";

    private static final String FOLLOWED = "select topic, subject, version from inbox_position";

    private record Left(Service service, String what, String count) {}

    private static final List<Left> LEFT = List.of(
            new Left(Service.INTAKE, "mails", "select count(*) from notice where state = 'PENDING'"),
            new Left(Service.INTAKE, "circulars", "select count(*) from circular"),
            new Left(Service.INTAKE, "unchecked pieces", "select count(*) from evidence where state = 'QUARANTINED'"),
            new Left(
                    Service.NOTIFIER,
                    "deliveries",
                    "select count(*) from delivery where state in ('PENDING', 'RETRYING')"),
            new Left(Service.SLA, "clocks that are due or answered", """
                    select count(*) from clock
                    where state in ('RUNNING', 'AT_RISK')
                      and (confirmed_at is not null or declined_at is not null or due_at < now() - interval '5 seconds')
                      and not exists (select 1 from set_aside s where s.subject = clock.request::text)"""));

    static Restlessness of(Stack stack) {
        List<String> unrest = new ArrayList<>();
        Map<Subject, Long> said = new HashMap<>();
        Map<Service, Map<Subject, Long>> followed = new EnumMap<>(Service.class);
        long entries = 0;
        for (Service service : Service.values()) {
            try (Connection connection = DriverManager.getConnection(
                            stack.jdbcUrl(service.database()), Stack.DATABASE_SUPERUSER, "");
                    Statement statement = connection.createStatement()) {
                entries += number(statement, "select count(*) from journal");
                count(statement, service, "unpublished events", "select count(*) from pending", unrest);
                count(
                        statement,
                        service,
                        "waiting events",
                        "select count(*) from set_aside where state = 'WAITING'",
                        unrest);
                for (Left left : LEFT) {
                    if (left.service() == service) {
                        count(statement, service, left.what(), left.count(), unrest);
                    }
                }
                said.putAll(versions(statement, SAID));
                followed.put(service, versions(statement, FOLLOWED));
            } catch (SQLException e) {
                unrest.add("the database of %s does not answer: %s".formatted(service, e.getMessage()));
            }
        }
        unfollowed(said, followed, unrest);
        unread(stack, unrest);
        return new Restlessness(unrest, entries);
    }

    private static void count(Statement statement, Service service, String what, String sql, List<String> unrest)
            throws SQLException {
        long left = number(statement, sql);
        if (left > 0) {
            unrest.add("%s has %d %s".formatted(service, left, what));
        }
    }

    private static void unfollowed(
            Map<Subject, Long> said, Map<Service, Map<Subject, Long>> followed, List<String> unrest) {
        Receivers.OF.forEach((topic, receivers) -> {
            for (Service receiver : receivers) {
                Map<Subject, Long> versions = followed.getOrDefault(receiver, Map.of());
                long behind = said.entrySet().stream()
                        .filter(subject -> subject.getKey().topic().equals(topic))
                        .filter(subject -> versions.getOrDefault(subject.getKey(), 0L) < subject.getValue())
                        .count();
                if (behind > 0) {
                    unrest.add("%s has not followed %d subjects of %s to their end".formatted(receiver, behind, topic));
                }
            }
        });
    }

    private static void unread(Stack stack, List<String> unrest) {
        try {
            Unread.of(stack, Receivers.topicsByGroup(), record -> !Watermarks.isWatermark(record))
                    .forEach((group, records) -> {
                        if (records > 0) {
                            unrest.add("%s has %d records to read".formatted(group, records));
                        }
                    });
        } catch (KafkaException e) {
            unrest.add("Kafka does not answer: " + e.getMessage());
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<Subject, Long> versions(Statement statement, String sql) throws SQLException {
        Map<Subject, Long> versions = new HashMap<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                versions.put(new Subject(row.getString(1), row.getString(2)), row.getLong(3));
            }
        }
        return versions;
    }

    boolean isQuiet() {
        return unrest.isEmpty();
    }

    List<Finding> findings() {
        return unrest.stream()
                .map(left -> new Finding(Invariant.I, "still restless: " + left, List.of()))
                .toList();
    }
}
