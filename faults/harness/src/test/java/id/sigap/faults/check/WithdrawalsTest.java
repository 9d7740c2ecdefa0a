package id.sigap.faults.check;

import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Action;
import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.CloudEventHeader;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.operator.ActionReply;
import id.sigap.events.operator.ActionRequested;
import id.sigap.events.operator.ActionWithdrawn;
import id.sigap.events.operator.OperatorNotice;
import id.sigap.events.operator.ReplyOutcome;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.events.ticket.WithdrawalReason;
import id.sigap.faults.check.snapshot.Mail;
import id.sigap.faults.history.History;
import id.sigap.local.actors.Operators;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the judge wants of a request that was withdrawn after both channels had brought it. */
@Tag("quick")
class WithdrawalsTest {

    private static final OperatorCode TELKOMSEL = new OperatorCode("TELKOMSEL");
    private static final Msisdn NUMBER = new Msisdn("+628110000077");
    private static final Duration WINDOW = Duration.ofHours(24);

    private final World world = new World();
    private final RequestId request = new RequestId(UUID.randomUUID());
    private final TicketId ticket = new TicketId(UUID.randomUUID());

    @BeforeEach
    void aRequestIsWithdrawn() {
        Instant asked = world.tick();
        world.say(
                TICKET,
                new BlockRequested(
                        ticket,
                        "SGP-2026-000001",
                        request,
                        TELKOMSEL,
                        NUMBER,
                        Category.PRIZE,
                        Channel.SMS,
                        WINDOW,
                        asked,
                        asked.plus(WINDOW),
                        asked),
                "system");
        told(
                new ActionRequested(
                        request,
                        "SGP-2026-000001",
                        Action.BLOCK,
                        NUMBER,
                        Optional.empty(),
                        asked,
                        asked.plus(WINDOW),
                        "Regulator"),
                request.toString());
        mailed("Blokir/Block");
        Instant withdrawn = world.tick();
        world.say(
                TICKET,
                new RequestWithdrawn(
                        ticket,
                        "SGP-2026-000001",
                        request,
                        TELKOMSEL,
                        Action.BLOCK,
                        NUMBER,
                        WithdrawalReason.APPEAL_UPHELD,
                        withdrawn),
                "system");
        told(
                new ActionWithdrawn(request, "SGP-2026-000001", Action.BLOCK, NUMBER, withdrawn, "Regulator"),
                UUID.randomUUID().toString());
        mailed("DITARIK/WITHDRAWN");
        List.of("REQUEST", "WITHDRAWAL").forEach(matter -> List.of("KAFKA", "EMAIL")
                .forEach(channel -> world.row(
                        NOTIFIER,
                        "delivery",
                        Map.of(
                                "request",
                                request.toString(),
                                "channel",
                                channel,
                                "matter",
                                matter,
                                "state",
                                "DELIVERED",
                                "attempts",
                                1L))));
        Map<String, Object> row = new HashMap<>(
                Map.of("id", request.toString(), "operator", "TELKOMSEL", "action", "BLOCK", "state", "WITHDRAWN"));
        row.put("network_reference", null);
        row.put("decline_reason", null);
        world.row(NOTIFIER, "operator_request", row);
    }

    @Test
    void toldWhereverItCame_itIsWhole() {
        assertThat(judged(new SameOnAllChannels())).isEmpty();
        assertThat(judged(new OwnOnly())).noneMatch(finding -> finding.contains(request.toString()));
    }

    @Test
    void untoldOnAChannelThatBroughtIt_itIsFound() {
        // When
        world.remove(
                NOTIFIER,
                "delivery",
                row -> row.text("channel").equals("EMAIL") && row.text("matter").equals("WITHDRAWAL"));
        // Then
        assertThat(judged(new SameOnAllChannels()))
                .singleElement()
                .asString()
                .contains("came by EMAIL is withdrawn, and nobody is told there");
    }

    @Test
    void toldByTheIdOfTheRequest_itIsFound() {
        // Given
        var told = world.topics.get(Topic.requestsTo(TELKOMSEL).name()).removeLast();
        // When
        Map<String, String> headers = new HashMap<>(told.headers());
        headers.put(CloudEventHeader.ID.key(), request.toString());
        world.write(told.topic(), told.key(), told.value(), headers);
        // Then
        assertThat(judged(new SameOnAllChannels()))
                .anyMatch(finding -> finding.contains("is not what the ticket withdrew"));
    }

    @Test
    void itsState_isWhatTheTicketSays_unlessItWasAnsweredBefore() {
        assertThat(judged(new LegalMoves())).noneMatch(finding -> finding.contains("it is WITHDRAWN"));
        // When
        world.change(NOTIFIER, "operator_request", "state", "PENDING");
        // Then
        assertThat(judged(new LegalMoves()))
                .anyMatch(finding -> finding.contains("it is PENDING, its journal leaves it WITHDRAWN"));
    }

    @Test
    void aLateBlock_mayBeSaid() {
        // When
        world.say(
                NOTIFIER,
                new LateBlockReported(
                        request, ticket, TELKOMSEL, world.tick(), Optional.empty(), ReplyChannel.REST, world.now()),
                "system");
        // Then
        assertThat(judged(new LegalMoves()))
                .noneMatch(finding -> finding.contains("LateBlockReported") || finding.contains("it is WITHDRAWN"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ACKNOWLEDGED, false", "CONFIRMED, true", "DECLINED, true"})
    void itsAnswers_mayBeRefused(ReplyOutcome outcome, boolean must) {
        // Given
        var reply = new ActionReply(
                request,
                outcome,
                Optional.empty(),
                Optional.empty(),
                Optional.of(DeclineReason.NOT_ACTIVE),
                Optional.empty(),
                Optional.empty());
        world.write(Topic.confirmationsOf(TELKOMSEL).name(), request.toString(), EventCodec.write(reply), Map.of());
        // When
        var read = OperatorReply.on(world.snapshot()).getFirst();
        var row = world.rows(NOTIFIER, "operator_request").getFirst();
        // Then
        assertThat(read.mayBeRefused(row)).isTrue();
        assertThat(read.mustBeRefused(row)).isEqualTo(must);
    }

    private List<String> judged(Rule rule) {
        return rule.judge(new History(world.attempts), world.snapshot(), Expectations.strict()).stream()
                .map(Finding::toString)
                .toList();
    }

    private void told(OperatorNotice notice, String id) {
        world.write(
                Topic.requestsTo(TELKOMSEL).name(),
                NUMBER.value(),
                EventCodec.write(notice),
                Map.of(
                        CloudEventHeader.ID.key(),
                        id,
                        CloudEventHeader.TYPE.key(),
                        EventType.of(notice).name()));
    }

    private void mailed(String subject) {
        world.mails.add(new Mail(
                List.of(Operators.mailOf("TELKOMSEL")),
                subject + " " + NUMBER,
                "Nomor %s, permintaan %s".formatted(NUMBER, request)));
    }
}
