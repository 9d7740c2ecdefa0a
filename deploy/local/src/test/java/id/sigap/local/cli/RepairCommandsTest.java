package id.sigap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.infrastructure.PostgresServer;
import id.sigap.infrastructure.ServiceDatabase;
import id.sigap.journal.Draft;
import id.sigap.journal.JournalEntry;
import id.sigap.local.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The repair commands on a database of the real tables, with no service running. */
@Tag("service")
class RepairCommandsTest {

    private static final Path MIGRATIONS =
            Path.of("../../platform/reliable-events/src/main/resources/db/reliable-events");

    @TempDir
    private static Path folder;

    private static PostgresServer server;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final UUID letter = UUID.randomUUID();
    private final UUID subject = UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start(folder.resolve("postgres"), 0);
        ServiceDatabase database = new ServiceDatabase("ticket", "owner", "password");
        server.createService(database);
        try (Connection owner = DriverManager.getConnection(server.jdbcUrl("ticket"), database.owner(), "owner");
                Statement statement = owner.createStatement();
                Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file :
                    files.filter(RepairCommandsTest::isVersioned).sorted().toList()) {
                statement.execute(Files.readString(file).replace("${runtimeRole}", "ticket"));
            }
            statement.execute("create table ticket (id uuid primary key, ticket_number text)");
        }
    }

    /** Not what follows every migration: it is about Flyway's own table. */
    private static boolean isVersioned(Path file) {
        return file.getFileName().toString().startsWith("V");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() {
        sql("truncate set_aside, settled, inbox, inbox_position, journal, pending, ticket, bookmark, stepped_over");
    }

    @Test
    void list_ofNothing_saysSo() {
        assertThat(run("dead-letters", "list")).isZero();
        assertThat(said()).contains("no dead letters");
    }

    @Test
    void list_countsByTopicAndReason_andCoversNumbers() {
        // Given
        aDeadLetter(1, "Key (number)=(+628110000042) already exists");
        // When
        int code = run("dead-letters", "list", "--topic", "sigap.verifications");
        // Then
        assertThat(code).isZero();
        assertThat(said())
                .contains(
                        "ticket-service  sigap.verifications  1",
                        "Key (number)=(…number…) already exists",
                        letter.toString())
                .doesNotContain("0000042");
    }

    @Test
    void show_tellsWhatHelps_andPrintsNoContent() throws IOException {
        // Given
        aDeadLetter(1, "broken");
        Path file = folder.resolve("value-" + letter);
        // When
        int code = run("dead-letters", "show", letter.toString(), "--save", file.toString());
        // Then
        assertThat(code).isZero();
        assertThat(said())
                .contains(
                        "reason",
                        "broken",
                        "sigap.verifications, partition 0, offset 7",
                        subject.toString(),
                        "24 bytes")
                .doesNotContain("budi");
        assertThat(Files.readString(file)).isEqualTo("{\"mail\":\"budi@warga.id\"}");
    }

    @Test
    void replay_ofMany_asksFirst_andNamesTheirNumber() {
        // Given
        aDeadLetter(1, "broken");
        // When
        int code = run("dead-letters", "replay", "--all");
        // Then
        assertThat(code).isEqualTo(1);
        assertThat(said()).contains("1 dead letter (ticket-service: 1) will be tried again", "--yes");
        assertThat(count("select count(*) from set_aside where state = 'DEAD'")).isOne();
    }

    @Test
    void replay_isNotedInTheDatabase_forTheServiceToFind() {
        // Given
        aDeadLetter(1, "broken");
        // When
        int code = run("dead-letters", "replay", letter.toString(), "--wait", "0");
        // Then
        assertThat(code).isEqualTo(1);
        assertThat(said()).contains(letter + " waits", "does it run?");
        assertThat(count("select count(*) from set_aside where state = 'WAITING'"))
                .isOne();
    }

    @Test
    void drop_movesPastTheEvent_andStaysOnRecord() {
        // Given
        aDeadLetter(1, "broken");
        // When
        int code = run("dead-letters", "drop", "--service", "ticket", "--yes");
        // Then
        assertThat(code).isZero();
        assertThat(said()).contains("ticket-service: 1 dropped");
        assertThat(count("select version from inbox_position where subject = '%s'".formatted(subject)))
                .isOne();
        assertThat(count("select count(*) from settled where outcome = 'DROPPED' and settled_by = 'postgres'"))
                .isOne();
    }

    @Test
    void drop_ofALaterVersion_saysWhatIsMissing() {
        // Given
        aDeadLetter(3, "broken");
        // When
        int code = run("dead-letters", "drop", letter.toString(), "--yes");
        // Then
        assertThat(code).isEqualTo(1);
        assertThat(said()).contains("it is version 3 of its aggregate, and version 1 was not handled either");
    }

    @Test
    void whoDoesntSayWhich_isAskedWhich() {
        assertThat(run("dead-letters", "drop", "--yes")).isEqualTo(1);
        assertThat(said()).contains("which? Name an id, --topic, --service or --all");
    }

    @Test
    void replayOfTheJournal_putsPointersBack() {
        // Given
        anEntry(subject, null);
        // When
        int code = run("replay", "ticket", "--since", "1h", "--wait", "0");
        // Then
        assertThat(code).isEqualTo(1);
        assertThat(said()).contains("ticket-service: publishing 1 event since", "1 event not published yet");
        assertThat(count("select count(*) from pending")).isOne();
    }

    @Test
    void auditOfAWholeTrail_exits0() {
        // Given
        JournalEntry first = anEntry(subject, null);
        anEntry(subject, first);
        // When, Then
        assertThat(run("audit", "verify")).isZero();
        assertThat(said()).contains("ticket-service  2        1", "the audit trail is whole");
    }

    @Test
    void auditOfATicket_namesTheChangedRow_exits1() {
        // Given
        JournalEntry first = anEntry(subject, null);
        anEntry(subject, first);
        sql("insert into ticket values ('%s', 'SGP-2026-000001')".formatted(subject));
        sql("update journal set actor = 'officer:nobody' where version = 1");
        // When
        int code = run("audit", "verify", "SGP-2026-000001");
        // Then
        assertThat(code).isEqualTo(1);
        assertThat(said())
                .contains(
                        "ticket-service",
                        subject.toString(),
                        "changed",
                        first.id().toString(),
                        "1 finding");
    }

    @Test
    void auditOfAnUnknownTicket_isRefused() {
        assertThat(run("audit", "verify", "SGP-2026-999999")).isEqualTo(1);
        assertThat(said()).contains("there is no ticket SGP-2026-999999");
    }

    @Test
    void withoutAStack_andWithoutADatabase_whatToDoIsSaid() {
        assertThat(execute("dead-letters", "list")).isEqualTo(1);
        assertThat(said()).contains("nothing is running here", "--database SERVICE=URL");
    }

    private int run(String... arguments) {
        return execute(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--database", "ticket=" + server.jdbcUrl("ticket"), "--database-user", "postgres"))
                .toArray(String[]::new));
    }

    private int execute(String... arguments) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        CommandLine line = Main.commandLine(new Workplace(folder.resolve("repository"), Console.to(out)));
        line.setErr(new PrintWriter(out, true, StandardCharsets.UTF_8));
        return line.execute(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void aDeadLetter(long version, String reason) {
        sql("""
                insert into set_aside (id, topic, record_partition, record_offset, subject, version, headers, value, appended_at, state, reason, tries)
                values ('%s', 'sigap.verifications', 0, 7, '%s', %d, '{"ce_id": "%s"}', '{"mail":"budi@warga.id"}', now(), 'DEAD', '%s', 1)""".formatted(letter, subject, version, UUID.randomUUID(), reason));
    }

    @Test
    void stepOver_asksFirst_andMovesBehindTheNextRecord() {
        // Given
        sql("insert into bookmark values ('operator.telkomsel.confirmations', 4, 17, 0)");
        // When
        int asked = run("step-over", "ticket", "operator.telkomsel.confirmations", "4", "17", "--reason", "a bomb");
        // Then
        assertThat(asked).isEqualTo(1);
        assertThat(said()).contains("will never handle", "--yes");
        // When
        int code = run(
                "step-over", "ticket", "operator.telkomsel.confirmations", "4", "17", "--reason", "a bomb", "--yes");
        // Then
        assertThat(code).isZero();
        assertThat(count("select next_offset from bookmark")).isEqualTo(18);
        assertThat(count("select count(*) from stepped_over where record_offset = 17 and reason = 'a bomb'"))
                .isOne();
    }

    @Test
    void stepOver_ofAnotherThanTheNextRecord_isRefused() {
        // Given
        sql("insert into bookmark values ('operator.telkomsel.confirmations', 4, 12, 0)");
        // When
        int code = run(
                "step-over", "ticket", "operator.telkomsel.confirmations", "4", "17", "--reason", "a bomb", "--yes");
        // Then
        assertThat(code).isEqualTo(1);
        assertThat(said()).contains("is 12, not 17", "MAX_POLL_RECORDS=1");
        assertThat(count("select next_offset from bookmark")).isEqualTo(12);
    }

    private static JournalEntry anEntry(UUID subject, JournalEntry before) {
        JournalEntry entry = JournalEntry.of(
                new Draft(
                        "sigap.tickets",
                        subject.toString(),
                        UUID.randomUUID(),
                        "id.sigap.ticket.report-merged.v1",
                        Instant.parse("2026-11-26T10:00:00Z"),
                        "system",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        null),
                before == null ? 1 : before.version() + 1,
                Optional.ofNullable(before).map(JournalEntry::hash));
        try (Connection connection = server.connect("ticket");
                var insert = connection.prepareStatement(
                        "insert into journal (subject, version, id, topic, type, occurred_at, actor, payload, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            List<Object> values = new ArrayList<>(List.<Object>of(
                    entry.subject(),
                    entry.version(),
                    entry.id(),
                    entry.topic(),
                    entry.type(),
                    entry.occurredAt().atOffset(ZoneOffset.UTC),
                    entry.actor(),
                    entry.payload()));
            values.add(entry.previousHash().orElse(null));
            values.add(entry.hash());
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 1, values.get(i));
            }
            insert.executeUpdate();
            return entry;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void sql(String sql) {
        try (Connection connection = server.connect("ticket");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static long count(String sql) {
        try (Connection connection = server.connect("ticket");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
