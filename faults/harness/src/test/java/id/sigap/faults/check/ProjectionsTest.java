package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;
import static id.sigap.local.service.Service.VERIFICATION;

import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A and B: what is missing, doubled or different somewhere is found. */
@Tag("quick")
class ProjectionsTest {

    private static Harm a(String name, BiConsumer<World, Tale> done, String words) {
        return new Harm(name, Invariant.A, done, words);
    }

    private static Harm b(String name, BiConsumer<World, Tale> done, String words) {
        return new Harm(name, Invariant.B, done, words);
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
                a(
                        "a clock knows another answer",
                        (world, _) -> world.change(SLA, "clock", "confirmed_at", Instant.EPOCH),
                        "the clock knows another answer"),
                a(
                        "a ticket never heard of an answer",
                        (world, _) -> world.change(TICKET, "operator_request", "state", "PENDING"),
                        "the operator's answer is CONFIRMED, the ticket knows PENDING"),
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
