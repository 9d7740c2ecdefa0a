package id.sigap.faults.check;

import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;

import id.sigap.events.Action;
import id.sigap.events.AppealId;
import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.CloudEventHeader;
import id.sigap.events.Event;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import id.sigap.events.RequestId;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.ConfirmationsPublished;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.confirmation.RequestDelivered;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.events.operator.ActionReply;
import id.sigap.events.operator.ActionRequested;
import id.sigap.events.operator.ReplyOutcome;
import id.sigap.events.sla.SlaAtRisk;
import id.sigap.events.sla.SlaBreached;
import id.sigap.events.sla.SlaMet;
import id.sigap.events.sla.Timeliness;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.UnblockReason;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.faults.check.snapshot.Mail;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import id.sigap.local.actors.Operators;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What goes between a ticket and its operator about one request, and the clock beside it. */
final class Dealings {

    static final Duration WINDOW = Duration.ofHours(24);

    private final Tale tale;
    private final World world;
    private final RequestId request;
    private final Map<String, Object> clock = new HashMap<>();
    private Optional<AppealId> appeal = Optional.empty();
    private Action action = Action.BLOCK;
    private Instant requestedAt;
    private Instant deliveredAt;
    private Instant answeredAt;

    Dealings(Tale tale, RequestId request) {
        this.tale = tale;
        this.world = tale.world;
        this.request = request;
    }

    Dealings unblocking(AppealId by) {
        appeal = Optional.of(by);
        action = Action.UNBLOCK;
        return this;
    }

    Dealings asked(boolean byMailFirst) {
        requestedAt = world.tick();
        world.say(TICKET, requested(), "system");
        world.row(TICKET, "operator_request", facts("id", Map.of("state", "CONFIRMED")));
        deliveredAt = world.tick();
        delivered(byMailFirst ? DeliveryChannel.EMAIL : DeliveryChannel.KAFKA);
        delivered(byMailFirst ? DeliveryChannel.KAFKA : DeliveryChannel.EMAIL);
        var paper = new ActionRequested(
                request,
                tale.ticketNumber(),
                action,
                tale.number,
                Optional.empty(),
                requestedAt,
                requestedAt.plus(WINDOW),
                "Regulator");
        world.write(
                Topic.requestsTo(tale.operator).name(),
                tale.number.value(),
                EventCodec.write(paper),
                Map.of(CloudEventHeader.ID.key(), request.toString()));
        world.mails.add(new Mail(
                List.of(Operators.mailOf(tale.operator.value())),
                tale.ticketNumber(),
                "Nomor %s, permintaan %s".formatted(tale.number, request)));
        return this;
    }

    private Event requested() {
        Instant due = requestedAt.plus(WINDOW);
        return appeal.<Event>map(by -> new UnblockRequested(
                        tale.ticket,
                        tale.ticketNumber(),
                        request,
                        tale.operator,
                        tale.number,
                        UnblockReason.APPEAL,
                        Optional.of(by),
                        Optional.empty(),
                        WINDOW,
                        requestedAt,
                        due))
                .orElseGet(() -> new BlockRequested(
                        tale.ticket,
                        tale.ticketNumber(),
                        request,
                        tale.operator,
                        tale.number,
                        Category.PRIZE,
                        Channel.SMS,
                        WINDOW,
                        requestedAt,
                        due,
                        requestedAt));
    }

    private void delivered(DeliveryChannel channel) {
        world.say(
                NOTIFIER,
                new RequestDelivered(request, tale.ticket, tale.operator, action, channel, deliveredAt),
                "system");
        world.row(
                NOTIFIER,
                "delivery",
                Map.of(
                        "request",
                        request.toString(),
                        "channel",
                        channel.name(),
                        "matter",
                        "REQUEST",
                        "state",
                        "DELIVERED",
                        "attempts",
                        1L));
    }

    /** The window passes; the sweep declares it once all is known. */
    Dealings missed() {
        world.pass(WINDOW);
        seen(world);
        world.tick();
        world.say(
                SLA,
                new SlaAtRisk(request, tale.ticket, tale.operator, action, deliveredAt, due(), world.now()),
                "system");
        world.say(
                SLA,
                new SlaBreached(request, tale.ticket, tale.operator, action, deliveredAt, due(), world.now()),
                "system");
        return this;
    }

    Dealings answered() {
        answeredAt = world.tick();
        var reply = new ActionReply(
                request,
                ReplyOutcome.CONFIRMED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        world.write(Topic.confirmationsOf(tale.operator).name(), request.toString(), EventCodec.write(reply), Map.of());
        world.attempt(
                Operation.REPLY,
                Phase.OK,
                Map.of(
                        Fact.OPERATOR,
                        tale.operator.value(),
                        Fact.REQUEST,
                        request.toString(),
                        Fact.OUTCOME,
                        "CONFIRMED",
                        Fact.CHANNEL,
                        "KAFKA"),
                Map.of(Fact.AT, answeredAt.toString()));
        world.say(
                NOTIFIER,
                action == Action.BLOCK
                        ? new BlockConfirmed(
                                request,
                                tale.ticket,
                                tale.operator,
                                answeredAt,
                                Optional.empty(),
                                ReplyChannel.KAFKA,
                                answeredAt)
                        : new UnblockConfirmed(
                                request,
                                tale.ticket,
                                tale.operator,
                                answeredAt,
                                Optional.empty(),
                                ReplyChannel.KAFKA,
                                answeredAt),
                "system");
        Map<String, Object> answer = new HashMap<>(Map.of("state", "CONFIRMED", "answered_at", answeredAt));
        answer.put("acknowledged_at", null);
        answer.put("network_reference", null);
        answer.put("decline_reason", null);
        world.row(NOTIFIER, "operator_request", facts("id", answer));
        return this;
    }

    void met() {
        settled("MET", Timeliness.ON_TIME);
    }

    void metLate() {
        settled("MET_LATE", Timeliness.LATE);
    }

    private void settled(String state, Timeliness timeliness) {
        world.say(
                SLA,
                new SlaMet(request, tale.ticket, tale.operator, action, deliveredAt, due(), answeredAt, timeliness),
                "system");
        clock.put("declined_at", null);
        clock.put("acknowledged_at", null);
        clock.putAll(Map.of(
                "state", state,
                "confirmed_at", answeredAt,
                "started_at", deliveredAt,
                "due_at", due(),
                "clock_start", "DELIVERED"));
        world.row(SLA, "clock", facts("request", clock));
    }

    private Instant due() {
        return deliveredAt.plus(WINDOW);
    }

    private Map<String, Object> facts(String id, Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.putAll(Map.of(
                id,
                request.toString(),
                "ticket",
                tale.ticket.toString(),
                "operator",
                tale.operator.value(),
                "action",
                action.name(),
                "requested_at",
                requestedAt));
        return facts;
    }

    /** A watermark: all answers up to now are published. */
    static void seen(World world) {
        var mark = new ConfirmationsPublished(0, world.tick());
        world.write(
                Topic.Name.CONFIRMATIONS,
                "partition-0",
                EventCodec.write(mark),
                Map.of(
                        CloudEventHeader.ID.key(), UUID.randomUUID().toString(),
                        CloudEventHeader.TYPE.key(), EventType.of(mark).name(),
                        CloudEventHeader.SUBJECT.key(), "partition-0",
                        CloudEventHeader.TIME.key(), world.now().toString()));
    }
}
