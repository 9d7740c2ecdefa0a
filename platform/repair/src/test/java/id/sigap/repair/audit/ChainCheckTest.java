package id.sigap.repair.audit;

import static id.sigap.repair.audit.Finding.Kind.CHANGED;
import static id.sigap.repair.audit.Finding.Kind.DELETED;
import static id.sigap.repair.audit.Finding.Kind.REORDERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sigap.journal.Draft;
import id.sigap.journal.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("quick")
class ChainCheckTest {

    private static final byte[] SOMETHING_ELSE = new byte[32];

    @Test
    void wholeChains_areWhole() {
        // Given
        List<JournalEntry> journal = new ArrayList<>(chain("a", 5));
        journal.addAll(chain("b", 1));
        // When, Then
        assertThat(check(journal)).isEmpty();
    }

    static Stream<Arguments> columns() {
        return Map.<String, Function<JournalEntry, JournalEntry>>of(
                        "topic",
                                e -> with(
                                        e,
                                        e.id(),
                                        "other",
                                        e.type(),
                                        e.occurredAt(),
                                        e.actor(),
                                        e.payload(),
                                        e.traceParent()),
                        "id",
                                e -> with(
                                        e,
                                        UUID.randomUUID(),
                                        e.topic(),
                                        e.type(),
                                        e.occurredAt(),
                                        e.actor(),
                                        e.payload(),
                                        e.traceParent()),
                        "type",
                                e -> with(
                                        e,
                                        e.id(),
                                        e.topic(),
                                        "other",
                                        e.occurredAt(),
                                        e.actor(),
                                        e.payload(),
                                        e.traceParent()),
                        "occurred_at",
                                e -> with(
                                        e,
                                        e.id(),
                                        e.topic(),
                                        e.type(),
                                        e.occurredAt().plusNanos(1000),
                                        e.actor(),
                                        e.payload(),
                                        e.traceParent()),
                        "actor",
                                e -> with(
                                        e,
                                        e.id(),
                                        e.topic(),
                                        e.type(),
                                        e.occurredAt(),
                                        "officer:budi",
                                        e.payload(),
                                        e.traceParent()),
                        "payload",
                                e -> with(
                                        e,
                                        e.id(),
                                        e.topic(),
                                        e.type(),
                                        e.occurredAt(),
                                        e.actor(),
                                        "{ }".getBytes(StandardCharsets.UTF_8),
                                        e.traceParent()),
                        "trace_parent",
                                e -> with(
                                        e,
                                        e.id(),
                                        e.topic(),
                                        e.type(),
                                        e.occurredAt(),
                                        e.actor(),
                                        e.payload(),
                                        Optional.empty()))
                .entrySet()
                .stream()
                .map(column -> Arguments.of(column.getKey(), column.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void aChangedColumn_namesItsRow_andNoOther(String column, Function<JournalEntry, JournalEntry> change) {
        // Given
        List<JournalEntry> journal = new ArrayList<>(chain("a", 4));
        journal.set(1, change.apply(journal.get(1)));
        // When, Then
        assertThat(check(journal)).containsExactly(tuple(CHANGED, 2L, 2L));
    }

    @Test
    void aChangedHash_namesItsRow_andNoOther() {
        // Given
        List<JournalEntry> journal = new ArrayList<>(chain("a", 4));
        journal.set(1, hashed(journal.get(1), journal.get(1).previousHash(), SOMETHING_ELSE));
        // When, Then
        assertThat(check(journal)).containsExactly(tuple(CHANGED, 2L, 2L));
    }

    @Test
    void aChangedNoteOfTheHashBefore_namesItsRow_andNoOther() {
        // Given
        List<JournalEntry> journal = new ArrayList<>(chain("a", 4));
        journal.set(
                2,
                hashed(
                        journal.get(2),
                        Optional.of(SOMETHING_ELSE),
                        journal.get(2).hash()));
        // When, Then
        assertThat(check(journal)).containsExactly(tuple(CHANGED, 3L, 3L));
    }

    @Test
    void aRowRewrittenWithItsHash_isNamed_byTheNextOne() {
        // Given
        List<JournalEntry> journal = new ArrayList<>(chain("a", 4));
        JournalEntry forged = with(
                journal.get(1),
                journal.get(1).id(),
                "other",
                "other",
                Instant.EPOCH,
                "nobody",
                new byte[0],
                Optional.empty());
        journal.set(1, hashed(forged, forged.previousHash(), forged.hashAfter(forged.previousHash())));
        // When, Then
        assertThat(check(journal)).containsExactly(tuple(CHANGED, 2L, 2L));
    }

    @Test
    void missingRows_areNamed_inTheMiddleAndAtTheBeginning() {
        // Given
        List<JournalEntry> journal = new ArrayList<>(chain("a", 6));
        journal.subList(2, 4).clear();
        journal.addAll(chain("b", 3).subList(1, 3));
        // When, Then
        assertThat(check(journal)).containsExactly(tuple(DELETED, 3L, 4L), tuple(DELETED, 1L, 1L));
    }

    @Test
    void rowsThatChangedPlaces_areBothNamed() {
        // Given
        List<JournalEntry> journal = new ArrayList<>(chain("a", 5));
        JournalEntry second = journal.get(1);
        journal.set(1, numbered(journal.get(3), 2));
        journal.set(3, numbered(second, 4));
        // When, Then
        assertThat(check(journal)).containsExactly(tuple(REORDERED, 2L, 2L), tuple(REORDERED, 4L, 4L));
    }

    @Test
    void aGapThatWasNumberedAway_isSeen() {
        // Given
        List<JournalEntry> journal = new ArrayList<>(chain("a", 4));
        journal.remove(1);
        journal.set(1, numbered(journal.get(1), 2));
        journal.set(2, numbered(journal.get(2), 3));
        // When, Then
        assertThat(check(journal)).containsExactly(tuple(REORDERED, 2L, 2L), tuple(REORDERED, 3L, 3L));
    }

    private static List<Tuple> check(List<JournalEntry> journal) {
        ChainCheck check = new ChainCheck("ledger-service");
        return journal.stream()
                .flatMap(entry -> check.next(entry).stream())
                .map(finding -> tuple(finding.kind(), finding.from(), finding.to()))
                .toList();
    }

    private static List<JournalEntry> chain(String subject, int length) {
        List<JournalEntry> chain = new ArrayList<>();
        for (int version = 1; version <= length; version++) {
            Draft draft = new Draft(
                    "sigap.tickets",
                    subject,
                    UUID.randomUUID(),
                    "id.sigap.ticket.report-merged.v1",
                    Instant.parse("2026-11-23T10:00:00Z").plus(Duration.ofSeconds(version)),
                    "officer:sari",
                    "{}".getBytes(StandardCharsets.UTF_8),
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            chain.add(JournalEntry.of(
                    draft,
                    version,
                    chain.isEmpty()
                            ? Optional.empty()
                            : Optional.of(chain.getLast().hash())));
        }
        return chain;
    }

    private static JournalEntry with(
            JournalEntry entry,
            UUID id,
            String topic,
            String type,
            Instant occurredAt,
            String actor,
            byte[] payload,
            Optional<String> traceParent) {
        return new JournalEntry(
                entry.subject(),
                entry.version(),
                id,
                topic,
                type,
                occurredAt,
                actor,
                payload,
                traceParent,
                entry.previousHash(),
                entry.hash());
    }

    private static JournalEntry hashed(JournalEntry e, Optional<byte[]> previous, byte[] hash) {
        return new JournalEntry(
                e.subject(),
                e.version(),
                e.id(),
                e.topic(),
                e.type(),
                e.occurredAt(),
                e.actor(),
                e.payload(),
                e.traceParent(),
                previous,
                hash);
    }

    private static JournalEntry numbered(JournalEntry e, long version) {
        return new JournalEntry(
                e.subject(),
                version,
                e.id(),
                e.topic(),
                e.type(),
                e.occurredAt(),
                e.actor(),
                e.payload(),
                e.traceParent(),
                e.previousHash(),
                e.hash());
    }
}
