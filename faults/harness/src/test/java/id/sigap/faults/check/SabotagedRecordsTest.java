package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;
import static id.sigap.local.service.Service.VERIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Action;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.sla.SlaBreached;
import id.sigap.events.sla.SlaMet;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.events.ticket.WithdrawalReason;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.EvidenceRejected;
import id.sigap.events.verification.RejectionReason;
import id.sigap.faults.agent.Sabotage;
import id.sigap.faults.check.snapshot.Entry;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import id.sigap.local.service.Service;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records as each sabotage leaves them: the judge who sees only them must find the system out, by what tells of that sabotage. */
@Tag("quick")
class SabotagedRecordsTest {

    /** What the sabotage does to the records of a world that was whole, and words of the judge. */
    private record Traces(BiConsumer<World, Tale> left, String words) {}

    private static Traces of(Sabotage sabotage) {
        return switch (sabotage) {
            case INBOX_OFF ->
                new Traces(
                        (world, _) -> comesTwice(world, world.journal.getFirst(), VERIFICATION),
                        "could not handle a record that it should");
            case OFFSET_EARLY ->
                new Traces((world, _) -> isLost(world, world.said(CaseClaimed.class), INTAKE), "waits for an earlier");
            case POINTER_EARLY ->
                new Traces(
                        (world, _) -> isNeverSent(world, world.said(BlockRequested.class)), "is not on sigap.tickets");
            case BREACH_WITHOUT_GUARD ->
                new Traces(
                        (world, _) -> isInvented(world, world.said(SlaMet.class)),
                        "a breach was declared although the answer");
            case NO_OPERATOR_CHECK ->
                new Traces(
                        (world, tale) -> isAnsweredByAStranger(world, tale.request.toString()), "was given by INDOSAT");
            case LATE_BLOCK_FORGOTTEN ->
                new Traces(
                        (_, tale) -> new Dealings(tale, tale.request).obeyed(Action.BLOCK),
                        "blocks a number that is not blocked by the record");
            case DECISION_UNTOLD ->
                new Traces(
                        (world, tale) -> world.say(
                                VERIFICATION,
                                new EvidenceRejected(tale.report, RejectionReason.NOT_FRAUD, "sari", world.tick()),
                                "officer:sari"),
                        "somebody was never told REJECTED");
            case DECLINE_UNHEARD ->
                new Traces(
                        (world, _) -> world.change(TICKET, "operator_request", "state", "PENDING"),
                        "the ticket has the request PENDING");
            case WITHDRAWAL_UNHEARD ->
                new Traces((world, tale) -> runsOn(world, tale), "a clock is RUNNING of what was withdrawn");
        };
    }

    /** A record comes a second time; nobody remembers the first, and what it would make is there already. */
    private static void comesTwice(World world, Entry entry, Service receiver) {
        TopicRecord first = world.topics.get(entry.topic()).getFirst();
        TopicRecord again = world.write(first.topic(), first.key(), first.value(), first.headers());
        Map<String, Object> letter = new HashMap<>(Map.of(
                "topic",
                again.topic(),
                "record_partition",
                (long) again.partition(),
                "record_offset",
                again.offset(),
                "subject",
                entry.subject(),
                "event_id",
                entry.id(),
                "state",
                "DEAD",
                "reason",
                "it exists already"));
        world.row(receiver, "set_aside", letter);
    }

    /** The offset was committed, then the receiver died: it goes on behind the event, and what follows waits for it. */
    private static void isLost(World world, Entry entry, Service receiver) {
        world.remove(receiver, "inbox", row -> row.text("event_id").equals(entry.id()));
        world.journal.stream()
                .filter(later -> later.topic().equals(entry.topic())
                        && later.subject().equals(entry.subject())
                        && later.version() > entry.version())
                .forEach(later -> {
                    world.remove(receiver, "inbox", row -> row.text("event_id").equals(later.id()));
                    world.row(
                            receiver,
                            "set_aside",
                            Map.of(
                                    "topic", later.topic(),
                                    "subject", later.subject(),
                                    "event_id", later.id(),
                                    "state", "WAITING"));
                });
        world.remove(
                receiver,
                "inbox_position",
                row -> row.text("subject").equals(entry.subject())
                        && row.text("topic").equals(entry.topic()));
        world.row(
                receiver,
                "inbox_position",
                Map.of("topic", entry.topic(), "subject", entry.subject(), "version", entry.version() - 1));
    }

    /** The pointer was deleted, then the sender died: the journal says what no topic holds, and nothing is pending. */
    private static void isNeverSent(World world, Entry entry) {
        world.topics.get(entry.topic()).removeIf(record -> record.headers().containsValue(entry.id()));
    }

    /** The window passed while the answer was on its way. */
    private static void isInvented(World world, Entry entry) {
        SlaMet met = (SlaMet) entry.event().orElseThrow();
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
    }

    /** What counts as the operator's answer came at the moment at which a stranger gave it. */
    private static void isAnsweredByAStranger(World world, String request) {
        String at = Answered.in(world.snapshot())
                .filter(answer -> answer.request().equals(request))
                .findFirst()
                .orElseThrow()
                .at()
                .toString();
        world.attempt(
                Operation.INTRUDE,
                Phase.OK,
                Map.of(Fact.OPERATOR, "INDOSAT", Fact.REQUEST, request, Fact.CHANNEL, "KAFKA"),
                Map.of(Fact.AT, at));
    }

    /** The request was withdrawn before it was answered, and the clock never heard of it. */
    private static void runsOn(World world, Tale tale) {
        world.journal.removeIf(entry -> entry.service() == NOTIFIER
                && entry.event().filter(BlockConfirmed.class::isInstance).isPresent());
        world.change(SLA, "clock", "state", "RUNNING");
        world.say(
                TICKET,
                new RequestWithdrawn(
                        tale.ticket,
                        tale.ticketNumber(),
                        tale.request,
                        tale.operator,
                        Action.BLOCK,
                        tale.number,
                        WithdrawalReason.APPEAL_UPHELD,
                        Instant.EPOCH),
                "system");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Sabotage.class)
    void recordsOfASystemWithoutThisGuard_areFoundOut(Sabotage sabotage) {
        // Given
        World world = new World();
        Tale tale = Tale.healthy(world);
        Traces traces = of(sabotage);
        // When
        traces.left().accept(world, tale);
        // Then
        assertThat(Telltales.in(world.judged(), sabotage))
                .anySatisfy(finding -> assertThat(finding.what()).contains(traces.words()));
    }
}
