package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;
import static id.sigap.local.service.Service.VERIFICATION;

import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.report.Notice;
import id.sigap.events.report.ReporterNotified;
import id.sigap.events.sla.SlaBreached;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.events.ticket.WithdrawalReason;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.faults.check.snapshot.Entry;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A, B and L to N: what is missing, doubled or different somewhere is found, and so is what was told and is not so. */
@Tag("quick")
class ProjectionsTest {

    private static Harm a(String name, BiConsumer<World, Tale> done, String words) {
        return new Harm(name, Invariant.A, done, words);
    }

    private static Harm b(String name, BiConsumer<World, Tale> done, String words) {
        return new Harm(name, Invariant.B, done, words);
    }

    private static Harm l(String name, BiConsumer<World, Tale> done, String words) {
        return new Harm(name, Invariant.L, done, words);
    }

    private static Harm m(String name, BiConsumer<World, Tale> done, String words) {
        return new Harm(name, Invariant.M, done, words);
    }

    private static Harm n(String name, BiConsumer<World, Tale> done, String words) {
        return new Harm(name, Invariant.N, done, words);
    }

    private static boolean tells(Entry entry, Notice notice) {
        return entry.event()
                .filter(event -> event instanceof ReporterNotified told && told.notice() == notice)
                .isPresent();
    }

    private static Row with(Row row, String column, Object value) {
        Map<String, Object> columns = new HashMap<>(row.columns());
        columns.put(column, value);
        return new Row(columns);
    }

    static Stream<Harm> harms() {
        return Stream.of(
                a(
                        "an accepted report is nowhere",
                        (world, _) -> world.attempt(
                                Operation.SUBMIT_REPORT,
                                Phase.OK,
                                Map.of(Fact.KEY, "lost", Fact.NARRATIVE, "Hilang"),
                                Map.of(Fact.REPORT, UUID.randomUUID().toString())),
                        "found in the vault 0 times, the journal 0 times, the topic 0 times"),
                a(
                        "a case is gone",
                        (world, _) ->
                                world.rows(VERIFICATION, "verification_case").removeFirst(),
                        "found in the help desk 0 times"),
                a(
                        "a case is doubled",
                        (world, _) -> world.rows(VERIFICATION, "verification_case")
                                .add(world.rows(VERIFICATION, "verification_case")
                                        .getFirst()),
                        "found in the help desk 2 times"),
                a("a person is gone", (world, _) -> world.rows(INTAKE, "person").removeFirst(), "0 rows in person"),
                a(
                        "a narrative is another",
                        (world, tale) -> world.narratives.put(tale.report.toString(), "Lain"),
                        "the narrative in the vault is not the one"),
                a(
                        "a case has another number",
                        (world, _) -> world.change(VERIFICATION, "verification_case", "suspect_number", "+62811"),
                        "suspect_number is"),
                a(
                        "evidence has another hash on its case",
                        (world, _) -> world.change(VERIFICATION, "case_evidence", "sha256", "cd".repeat(32)),
                        "the help desk names it with hash cdcd"),
                a(
                        "evidence never came to its case",
                        (world, _) -> world.rows(VERIFICATION, "case_evidence").removeFirst(),
                        "evidence is on its case 0 times"),
                a(
                        "a message is gone",
                        (world, _) -> world.rows(INTAKE, "message").removeFirst(),
                        "a message that was answered is 0 times"),
                a(
                        "a conversation has a gap",
                        (world, _) -> world.change(INTAKE, "message", "sequence", 2L),
                        "the conversation is expected to be 1 to 1 and is [2]"),
                a(
                        "a report is in two tickets",
                        (world, tale) -> world.row(
                                TICKET, "ticket_report", Map.of("report", tale.report.toString(), "ticket", "other")),
                        "found in the tickets 2 times"),
                a(
                        "a reporter is not told of the ticket",
                        (world, _) -> world.change(INTAKE, "report", "ticket_number", null),
                        "does not tell the reporter"),
                a(
                        "a clock is missing",
                        (world, _) -> world.rows(SLA, "clock").removeFirst(),
                        "found in the clocks 0 times"),
                m(
                        "a clock knows another answer",
                        (world, _) -> world.change(SLA, "clock", "confirmed_at", Instant.EPOCH),
                        "the clock knows other answers than were said"),
                m(
                        "a ticket never heard of an answer",
                        (world, _) -> world.change(TICKET, "operator_request", "state", "PENDING"),
                        "the ticket has the request PENDING, by what was said it is CONFIRMED"),
                m(
                        "the notifier stands elsewhere than what it said",
                        (world, _) -> world.change(NOTIFIER, "operator_request", "state", "WITHDRAWN"),
                        "the notifier has the request WITHDRAWN, by what was said it is CONFIRMED"),
                m(
                        "an appeal stands where nothing led",
                        (world, _) -> world.change(INTAKE, "appeal", "state", "UPHELD"),
                        "the vault has the appeal UPHELD, by what was said it is UNBLOCKED"),
                m(
                        "the number check never heard of a block",
                        (world, _) ->
                                world.rows(INTAKE, "followed_ticket").replaceAll(row -> with(row, "blocked_at", null)),
                        "the vault has the number blocked since never"),
                m(
                        "the number check never heard that a block was lifted",
                        (world, _) -> world.change(INTAKE, "followed_ticket", "blocked_at", Instant.EPOCH),
                        "by what was said since never"),
                l(
                        "a reporter is told of a rejection that nobody decided",
                        (world, tale) -> tale.told(tale.report, Notice.REJECTED),
                        "was told REJECTED, and nothing that was said makes it true"),
                l(
                        "a story tells of an end that did not come",
                        (world, tale) -> tale.story("NOT_BLOCKED"),
                        "a story says NOT_BLOCKED, and nothing that was said makes it true"),
                l(
                        "a ticket's story tells of an end that did not come",
                        (world, tale) -> tale.storyOfAll("NOT_BLOCKED"),
                        "a story says NOT_BLOCKED, and nothing that was said makes it true"),
                l(
                        "nobody is told that a number is unblocked",
                        (world, _) -> world.journal.removeIf(entry -> tells(entry, Notice.UNBLOCKED)),
                        "somebody was never told UNBLOCKED"),
                l(
                        "a reporter is told that it is fraud, and that the report was taken back",
                        (world, _) -> world.change(INTAKE, "report", "state", "WITHDRAWN"),
                        "is shown the report as withdrawn"),
                n(
                        "a clock runs of what was answered",
                        (world, _) -> world.change(SLA, "clock", "state", "RUNNING"),
                        "a clock is RUNNING of what was answered"),
                n(
                        "a breach stands of what was answered in time",
                        (world, _) -> world.change(SLA, "clock", "state", "BREACHED"),
                        "a clock is BREACHED of what was answered"),
                n(
                        "a breach stands of what was withdrawn in time",
                        (world, tale) -> {
                            var breach = (SlaBreached)
                                    world.said(SlaBreached.class).event().orElseThrow();
                            world.say(
                                    TICKET,
                                    new RequestWithdrawn(
                                            breach.ticket(),
                                            "SGP-2026-000002",
                                            breach.request(),
                                            breach.operator(),
                                            breach.action(),
                                            tale.number,
                                            WithdrawalReason.APPEAL_UPHELD,
                                            breach.dueAt()),
                                    "system");
                        },
                        "a clock is MET_LATE of what was withdrawn"),
                n(
                        "a clock runs of what never came to its operator",
                        (world, tale) -> {
                            world.journal.removeIf(entry -> entry.service() == NOTIFIER
                                    && entry.subject().equals(tale.request.toString()));
                            world.change(SLA, "clock", "state", "RUNNING");
                        },
                        "a clock is RUNNING of what never came to its operator"),
                a(
                        "an answer is written down and not said",
                        (world, _) -> world.change(NOTIFIER, "operator_request", "answered_at", Instant.EPOCH),
                        "an operator's answer is expected once everywhere"),
                a(
                        "an answer is said again as received later",
                        (world, _) -> {
                            var said = (BlockConfirmed)
                                    world.said(BlockConfirmed.class).event().orElseThrow();
                            world.say(
                                    NOTIFIER,
                                    new BlockConfirmed(
                                            said.request(),
                                            said.ticket(),
                                            said.operator(),
                                            said.blockedAt(),
                                            said.networkReference(),
                                            said.via(),
                                            said.receivedAt().plusSeconds(1)),
                                    "system");
                        },
                        "an operator's answer is said again, as received at"),
                a(
                        "an appeal never came to the regulator",
                        (world, _) -> world.rows(VERIFICATION, "appeal").clear(),
                        "found in the regulator's list 0 times"),
                a(
                        "a claim that was answered never happened",
                        (world, tale) -> world.journal.remove(world.said(CaseClaimed.class)),
                        "CLAIM by sari was answered and is not in the journal"),
                b(
                        "a report happened twice",
                        (world, tale) -> world.narratives.put(
                                UUID.randomUUID().toString(), world.narratives.get(tale.report.toString())),
                        "is stored 2 times, not 1"),
                b(
                        "a report whose answer was lost happened twice",
                        (world, _) -> {
                            world.attempt(
                                    Operation.SUBMIT_REPORT,
                                    Phase.UNKNOWN,
                                    Map.of(Fact.KEY, "k", Fact.NARRATIVE, "Dua kali"),
                                    Map.of());
                            world.narratives.put("one", "Dua kali");
                            world.narratives.put("two", "Dua kali");
                        },
                        "a report whose answer was lost happened 2 times"),
                b(
                        "a refused appeal happened",
                        (world, _) -> {
                            world.attempt(
                                    Operation.SUBMIT_APPEAL,
                                    Phase.FAIL,
                                    Map.of(Fact.KEY, "k", Fact.STATEMENT, "Ditolak"),
                                    Map.of());
                            world.statements.put("one", "Ditolak");
                        },
                        "is stored 1 times, not 0"),
                b(
                        "one key was answered with two ids",
                        (world, tale) -> world.attempt(
                                Operation.SUBMIT_REPORT,
                                Phase.OK,
                                world.attempts.getFirst().invoke().facts(),
                                Map.of(Fact.REPORT, "another")),
                        "answered with different ids"),
                b(
                        "a message is stored twice",
                        (world, _) -> world.rows(INTAKE, "message")
                                .add(world.rows(INTAKE, "message").getFirst()),
                        "a message was asked for in 1 attempts and is stored 2 times"),
                b(
                        "a file is stored twice",
                        (world, _) -> world.rows(INTAKE, "evidence")
                                .add(world.rows(INTAKE, "evidence").getFirst()),
                        "a piece of evidence was asked for in 1 attempts and is stored 2 times"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harms")
    void harm_isFound(Harm harm) {
        harm.isFound();
    }
}
