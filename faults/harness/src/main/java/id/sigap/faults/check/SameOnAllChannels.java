package id.sigap.faults.check;

import static id.sigap.local.service.Service.NOTIFIER;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.EventCodec;
import id.sigap.events.OperatorCode;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.DeliveryFailed;
import id.sigap.events.operator.ActionRequested;
import id.sigap.events.operator.ActionWithdrawn;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.faults.check.Expectations.Excuse;
import id.sigap.faults.check.snapshot.Mail;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Said;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.history.History;
import id.sigap.local.actors.Operators;
import id.sigap.local.stack.KafkaRights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** D: what an operator finds on its topic and in its mailbox is what its ticket asked, with the same id, and as often as it was tried. */
final class SameOnAllChannels implements Rule {

    private static final String TYPE_OF_A_WITHDRAWAL = "id.sigap.operator.action-withdrawn.v1";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String REQUEST = "REQUEST";
    private static final String WITHDRAWAL = "WITHDRAWAL";

    /** One request, or its withdrawal, on one channel. */
    private record Way(String request, String channel, String matter) {}

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.D);
        Map<String, Asked> asked = Asked.byRequest(snapshot);
        Map<Way, Integer> copies = new HashMap<>();
        Map<String, RequestWithdrawn> withdrawn = snapshot.said(RequestWithdrawn.class)
                .map(Said::event)
                .collect(Collectors.toMap(event -> event.request().toString(), event -> event, (first, _) -> first));
        Injected injected = Injected.of(history, snapshot);
        for (OperatorCode operator : KafkaRights.OPERATORS) {
            for (TopicRecord record : snapshot.topic(Topic.requestsTo(operator).name())) {
                if (!injected.contains(record)) {
                    way(record, asked, withdrawn, found).ifPresent(way -> copies.merge(way, 1, Integer::sum));
                }
            }
        }
        mails(snapshot).forEach(mail -> inMail(mail, asked, found)
                .map(request -> new Way(request, "EMAIL", isWithdrawal(mail) ? WITHDRAWAL : REQUEST))
                .ifPresent(way -> copies.merge(way, 1, Integer::sum)));
        deliveries(snapshot, asked, copies, expectations, found);
        return found.list();
    }

    static Stream<Mail> mails(Snapshot snapshot) {
        Set<String> boxes = KafkaRights.OPERATORS.stream()
                .map(operator -> Operators.mailOf(operator.value()))
                .collect(Collectors.toSet());
        return snapshot.mails().stream().filter(mail -> mail.to().stream().anyMatch(boxes::contains));
    }

    static Optional<ActionRequested> read(TopicRecord record) {
        try {
            return record.value() == null
                    ? Optional.empty()
                    : Optional.of(EventCodec.read(record.value(), ActionRequested.class));
        } catch (EventCodec.UnreadableEvent _) {
            return Optional.empty();
        }
    }

    private static Optional<Way> way(
            TopicRecord record, Map<String, Asked> asked, Map<String, RequestWithdrawn> withdrawn, Findings found) {
        return record.header(CloudEventHeader.TYPE).equals(TYPE_OF_A_WITHDRAWAL)
                ? withdrawal(record, withdrawn, found).map(request -> new Way(request, "KAFKA", WITHDRAWAL))
                : onTopic(record, asked, found).map(request -> new Way(request, "KAFKA", REQUEST));
    }

    /** Which request an operator is told is withdrawn. */
    private static Optional<String> withdrawal(
            TopicRecord record, Map<String, RequestWithdrawn> withdrawn, Findings found) {
        Optional<ActionWithdrawn> told = readWithdrawal(record);
        RequestWithdrawn meant =
                told.map(it -> withdrawn.get(it.request().toString())).orElse(null);
        found.unless(
                meant != null
                        && meant.number().equals(told.get().number())
                        && meant.number().value().equals(record.key())
                        && meant.action() == told.get().action()
                        && meant.withdrawnAt().equals(told.get().withdrawnAt())
                        && !record.header(CloudEventHeader.ID)
                                .equals(meant.request().toString()),
                "a withdrawal on an operator's topic is not what the ticket withdrew",
                record.place());
        return told.map(it -> it.request().toString());
    }

    static Optional<ActionWithdrawn> readWithdrawal(TopicRecord record) {
        try {
            return record.value() == null
                    ? Optional.empty()
                    : Optional.of(EventCodec.read(record.value(), ActionWithdrawn.class));
        } catch (EventCodec.UnreadableEvent _) {
            return Optional.empty();
        }
    }

    private static boolean isWithdrawal(Mail mail) {
        return mail.subject().contains("WITHDRAWN");
    }

    private static Optional<String> onTopic(TopicRecord record, Map<String, Asked> asked, Findings found) {
        Optional<ActionRequested> read = read(record);
        Asked meant = read.map(it -> asked.get(it.request().toString())).orElse(null);
        if (meant == null) {
            found.add("an operator is asked something on its topic that no ticket asked", record.place());
            return Optional.empty();
        }
        ActionRequested request = read.get();
        found.unless(
                record.header(CloudEventHeader.ID).equals(meant.request())
                        && meant.number().equals(record.key())
                        && request.number().value().equals(meant.number())
                        && request.action() == meant.action()
                        && request.dueAt().equals(meant.dueAt())
                        && request.requestedAt().equals(meant.requestedAt()),
                "a request on its operator's topic is not what the ticket asked",
                record.place(),
                meant.request());
        return Optional.of(meant.request());
    }

    /** The ids a mail names: its request's. */
    static Stream<String> ids(Mail mail) {
        return ID.matcher(mail.text()).results().map(MatchResult::group).distinct();
    }

    private static Optional<String> inMail(Mail mail, Map<String, Asked> asked, Findings found) {
        List<String> ids = ids(mail).toList();
        Asked meant = ids.size() == 1 ? asked.get(ids.getFirst()) : null;
        found.unless(
                meant != null && mail.text().contains(meant.number()),
                "an operator has a mail that no ticket asked for, or with another number: " + mail.subject(),
                ids.toArray());
        return Optional.ofNullable(meant).map(Asked::request);
    }

    private static void deliveries(
            Snapshot snapshot,
            Map<String, Asked> asked,
            Map<Way, Integer> copies,
            Expectations expectations,
            Findings found) {
        Map<String, List<Row>> rows = snapshot.table(NOTIFIER, "delivery").stream()
                .collect(Collectors.groupingBy(row -> row.text("request")));
        Set<String> ended = snapshot.table(NOTIFIER, "operator_request").stream()
                .filter(row -> row.text("state").equals(Diagrams.WITHDRAWN))
                .map(row -> row.text("id"))
                .collect(Collectors.toSet());
        // who mends a failed delivery starts its count of attempts anew
        Set<Way> begunAnew = snapshot.said(DeliveryFailed.class)
                .map(said ->
                        new Way(said.event().subject(), said.event().channel().name(), REQUEST))
                .collect(Collectors.toSet());
        for (String request : asked.keySet()) {
            List<String> channels = new ArrayList<>();
            for (Row row : rows.getOrDefault(request, List.of())) {
                Way way = new Way(request, row.text("channel"), row.text("matter"));
                if (way.matter().equals(REQUEST)) {
                    channels.add(way.channel());
                }
                int times = copies.getOrDefault(way, 0);
                boolean lost = way.channel().equals("EMAIL") && expectations.excuse(Excuse.MAIL_LOST)
                        || way.channel().equals("KAFKA") && expectations.excuse(Excuse.BROKER_FORGOT);
                found.unless(
                        times > 0 || lost || !row.text("state").equals("DELIVERED"),
                        "a request counts as delivered by %s and is not there".formatted(way.channel()),
                        request);
                found.unless(
                        times <= row.number("attempts") || begunAnew.contains(way),
                        "a request came %d times by %s, and was sent %d times"
                                .formatted(times, way.channel(), row.number("attempts")),
                        request);
            }
            for (String channel : channels) {
                found.unless(
                        !ended.contains(request)
                                || !copies.containsKey(new Way(request, channel, REQUEST))
                                || rows.get(request).stream()
                                        .anyMatch(row -> row.text("channel").equals(channel)
                                                && row.text("matter").equals(WITHDRAWAL)),
                        "a request that came by %s is withdrawn, and nobody is told there".formatted(channel),
                        request);
            }
            found.unless(
                    channels.stream().sorted().toList().equals(List.of("EMAIL", "KAFKA")),
                    "a request goes out by %s, not once by each channel".formatted(channels),
                    request);
        }
    }
}
