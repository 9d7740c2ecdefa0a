package id.sigap.faults.check;

import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;
import static id.sigap.local.service.Service.VERIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Action;
import id.sigap.events.RequestId;
import id.sigap.events.sla.SlaBreached;
import id.sigap.events.sla.SlaMet;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.ticket.WithdrawalReason;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.faults.check.Expectations.Excuse;
import id.sigap.faults.check.snapshot.Entry;
import id.sigap.faults.check.snapshot.Mail;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.history.Operation;
import id.sigap.local.service.Service;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** C, D, E and K: a block nobody decided, a request that came twice, a miss wrongly or never flagged, a network that blocks something else are found. */
@Tag("quick")
class BlockingTest {

    private static Harm c(String name, BiConsumer<World, Tale> done, String words) {
        return new Harm(name, Invariant.C, done, words);
    }

    private static Harm d(String name, BiConsumer<World, Tale> done, String words) {
        return new Harm(name, Invariant.D, done, words);
    }

    private static Harm e(String name, BiConsumer<World, Tale> done, String words) {
        return new Harm(name, Invariant.E, done, words);
    }

    private static Harm k(String name, BiConsumer<World, Tale> done, String words) {
        return new Harm(name, Invariant.K, done, words);
    }

    static Stream<Harm> harms() {
        return Stream.of(
                c(
                        "somebody else decided",
                        (world, tale) -> {
                            world.journal.remove(world.said(EvidenceVerified.class));
                            world.say(VERIFICATION, tale.decision("eve"), "officer:eve");
                        },
                        "a block was decided by eve, who is no officer"),
                c(
                        "the officer never did",
                        (world, _) -> world.attempts.removeIf(attempt -> attempt.operation() == Operation.VERIFY),
                        "sari never verified the report"),
                c(
                        "nobody decided",
                        (world, _) -> world.journal.remove(world.said(EvidenceVerified.class)),
                        "a report is in a ticket that no officer verified"),
                c(
                        "a ticket has no report",
                        (world, _) -> world.journal.remove(world.said(TicketOpened.class)),
                        "a block was requested without a verified report"),
                c(
                        "the evidence is not in the vault",
                        (world, _) -> world.rows(Service.INTAKE, "evidence").clear(),
                        "the decision rests on evidence that the vault does not have"),
                c(
                        "nobody upheld the appeal",
                        (world, _) ->
                                world.attempts.removeIf(attempt -> attempt.operation() == Operation.UPHOLD_APPEAL),
                        "wira never upheld the appeal"),
                d(
                        "a number has two open tickets",
                        (world, tale) -> List.copyOf(world.rows(TICKET, "ticket"))
                                .forEach(row -> {
                                    if (row.text("state").equals("BLOCKED")) {
                                        world.row(TICKET, "ticket", with(row, "id", "other"));
                                    }
                                }),
                        "has 2 open tickets"),
                d(
                        "an operator is asked twice",
                        (world, tale) -> new Dealings(tale, new RequestId(UUID.randomUUID())).asked(false),
                        "TELKOMSEL is asked to block 2 times"),
                d(
                        "a request is on no topic",
                        (world, _) ->
                                world.topics.get("operator.telkomsel.requests").removeFirst(),
                        "counts as delivered by KAFKA and is not there"),
                d(
                        "a request is on its topic more often than it was sent",
                        (world, _) -> {
                            var first = world.topics
                                    .get("operator.telkomsel.requests")
                                    .getFirst();
                            world.write(first.topic(), first.key(), first.value(), first.headers());
                        },
                        "a request came 2 times by KAFKA, and was sent 1 times"),
                d(
                        "a request has another id on its topic",
                        (world, _) -> {
                            var first = world.topics
                                    .get("operator.telkomsel.requests")
                                    .removeFirst();
                            world.write(first.topic(), first.key(), first.value(), Map.of("ce_id", "other"));
                        },
                        "is not what the ticket asked"),
                d(
                        "a mail names another number",
                        (world, tale) -> world.mails.add(
                                new Mail(List.of("block-desk@telkomsel.example"), "s", "Nomor lain, " + tale.request)),
                        "an operator has a mail that no ticket asked for"),
                d(
                        "a request goes out by one channel",
                        (world, _) -> world.rows(NOTIFIER, "delivery").removeFirst(),
                        "a request goes out by [EMAIL]"),
                e(
                        "a miss is not flagged",
                        (world, _) -> world.journal.remove(world.said(SlaBreached.class)),
                        "no breach was declared of a window that passed"),
                e(
                        "a miss is flagged twice",
                        (world, _) -> {
                            var breach = (SlaBreached)
                                    world.said(SlaBreached.class).event().orElseThrow();
                            world.say(SLA, breach, "system");
                        },
                        "a miss is flagged 2 times"),
                e(
                        "an answer in time is flagged",
                        (world, tale) -> {
                            var met = (SlaMet) world.said(SlaMet.class).event().orElseThrow();
                            world.say(
                                    SLA,
                                    new SlaBreached(
                                            met.request(),
                                            met.ticket(),
                                            met.operator(),
                                            met.action(),
                                            met.startedAt(),
                                            met.dueAt(),
                                            world.now()),
                                    "system");
                        },
                        "a breach was declared although the answer"),
                e(
                        "a breach of what was withdrawn in time stands",
                        (world, tale) -> {
                            var breach = (SlaBreached)
                                    world.said(SlaBreached.class).event().orElseThrow();
                            world.say(
                                    TICKET,
                                    new RequestWithdrawn(
                                            breach.ticket(),
                                            "SGP-2026-000001",
                                            breach.request(),
                                            breach.operator(),
                                            breach.action(),
                                            tale.number,
                                            WithdrawalReason.APPEAL_UPHELD,
                                            breach.dueAt()),
                                    "system");
                        },
                        "a breach stands of what was withdrawn"),
                e(
                        "a miss is flagged before all answers are known",
                        (world, _) -> {
                            Entry breach = world.said(SlaBreached.class);
                            world.topics
                                    .get("sigap.confirmations")
                                    .removeIf(record -> record.at().isBefore(breach.recordedAt())
                                            && Watermarks.isWatermark(record));
                        },
                        "before all answers up to"),
                e(
                        "an answer counts from another time",
                        (world, _) -> {
                            var first = world.topics
                                    .get("operator.telkomsel.confirmations")
                                    .removeFirst();
                            world.write(first.topic(), first.key(), first.value(), first.headers());
                        },
                        "CONFIRMED counts from"),
                e(
                        "a window starts before anybody was told",
                        (world, _) -> world.change(SLA, "clock", "started_at", Instant.EPOCH),
                        "the window starts at 1970"),
                e(
                        "a window is too short",
                        (world, _) -> world.change(SLA, "clock", "due_at", Instant.EPOCH),
                        "the window of PT24H ends at 1970"),
                k(
                        "a network never did what was confirmed",
                        (world, _) -> world.attempts.removeIf(attempt -> attempt.operation() == Operation.OBEY),
                        "the network of INDOSAT does not block a number that is blocked by the record"),
                k(
                        "a network blocks again what is unblocked",
                        (_, tale) -> new Dealings(tale, tale.request).obeyed(Action.BLOCK),
                        "the network of TELKOMSEL blocks a number that is not blocked by the record"),
                k(
                        "the record forgot that it was unblocked",
                        (world, _) -> world.journal.remove(world.said(NumberUnblocked.class)),
                        "the network of TELKOMSEL does not block a number that is blocked by the record"),
                k(
                        "the record forgot that it was blocked",
                        (world, _) -> world.journal.removeIf(entry -> entry.event()
                                .filter(NumberBlocked.class::isInstance)
                                .isPresent()),
                        "the network of INDOSAT blocks a number that is not blocked by the record"));
    }

    private static Map<String, Object> with(Row row, String column, Object value) {
        Map<String, Object> columns = new HashMap<>(row.columns());
        columns.put(column, value);
        return columns;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harms")
    void harm_isFound(Harm harm) {
        harm.isFound();
    }

    @Test
    void aProtectedNumber_needsTwo() {
        // Given
        World world = new World();
        Tale tale = Tale.healthy(world);
        // When
        Verdict verdict = world.judged(Expectations.strict().protecting(List.of(tale.number.value(), "+62999*")));
        // Then
        assertThat(verdict.findings().get(Invariant.C)).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains("was decided by one person"));
    }

    @Test
    void aBreachBeforeItsTime_isExcused_ifClocksWereMoved() {
        // Given
        World world = new World();
        Tale.healthy(world);
        Entry breach = world.said(SlaBreached.class);
        // When
        world.topics.get("sigap.confirmations").removeIf(record -> record.at().isBefore(breach.recordedAt()));
        // Then
        assertThat(world.judged().held(Invariant.E)).isFalse();
        assertThat(world.judged(Expectations.strict().excusing(Excuse.CLOCKS_MOVED))
                        .held(Invariant.E))
                .isTrue();
    }
}
