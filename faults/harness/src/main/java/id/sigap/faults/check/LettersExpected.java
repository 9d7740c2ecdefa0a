package id.sigap.faults.check;

import static id.sigap.local.service.Service.NOTIFIER;

import id.sigap.events.CanonicalUuid;
import id.sigap.events.CloudEventHeader;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.history.History;
import id.sigap.local.service.Service;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** I: a record is a dead letter if and only if it can't be handled: the injector's poison, or an answer that no operator may give. */
final class LettersExpected implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.I);
        Injected injected = Injected.of(history, snapshot);
        Set<String> refusals = refusals(snapshot);
        snapshot.topics().values().stream()
                .flatMap(List::stream)
                .filter(injected::contains)
                .forEach(record -> refusals.add(record.place()));
        for (Service service : Service.values()) {
            List<DeadLetters.Letter> letters = DeadLetters.of(snapshot, service).toList();
            letters.stream()
                    .filter(letter -> !refusals.contains(letter.place()))
                    .forEach(letter -> found.add(
                            "%s could not handle a record that it should: %s".formatted(service, letter.reason()),
                            letter.place()));
            Set<String> places = letters.stream().map(DeadLetters.Letter::place).collect(Collectors.toSet());
            Receivers.OF.forEach((topic, receivers) -> {
                if (receivers.contains(service)) {
                    Set<Copy> dead = snapshot.topic(topic).stream()
                            .filter(record -> places.contains(record.place()))
                            .map(Copy::of)
                            .collect(Collectors.toSet());
                    snapshot.topic(topic).stream()
                            .filter(record -> !isReadable(record) && !dead.contains(Copy.of(record)))
                            .forEach(record -> found.add(
                                    "%s passed over a record that nobody can read".formatted(service), record.place()));
                }
            });
        }
        return found.list();
    }

    /** What a record is, wherever a copy of it lies: a copy is no other dead letter. Without an id it is nothing but its place. */
    private record Copy(String id, ByteBuffer value) {

        static Copy of(TopicRecord record) {
            String id = record.header(CloudEventHeader.ID);
            byte[] value = record.value() == null ? new byte[0] : record.value();
            return new Copy(id.isEmpty() ? record.place() : id, ByteBuffer.wrap(value));
        }
    }

    /** Answers that the notifier may not have accepted. */
    private static Set<String> refusals(Snapshot snapshot) {
        Map<String, Row> requests = TicketsOnce.byId(snapshot.table(NOTIFIER, "operator_request"), "id");
        return OperatorReply.on(snapshot).stream()
                .filter(reply -> reply.mayBeRefused(requests.get(reply.request())))
                .map(reply -> reply.record().place())
                .collect(Collectors.toSet());
    }

    /** As the contract wants a record to be. */
    static boolean isReadable(TopicRecord record) {
        try {
            CanonicalUuid.parse(record.header(CloudEventHeader.ID));
            Instant.parse(record.header(CloudEventHeader.TIME));
            String sequence = record.header(CloudEventHeader.SEQUENCE);
            if (!sequence.isEmpty() && Long.parseLong(sequence) < 1
                    || record.value() == null
                    || record.header(CloudEventHeader.TYPE).isEmpty()
                    || record.header(CloudEventHeader.SUBJECT).isEmpty()
                    || !sequence.isEmpty()
                            && !record.header(CloudEventHeader.SUBJECT).equals(record.key())) {
                return false;
            }
            EventType.named(record.header(CloudEventHeader.TYPE))
                    .ifPresent(type -> EventCodec.read(record.value(), type.record()));
            return true;
        } catch (IllegalArgumentException | DateTimeParseException | EventCodec.UnreadableEvent _) {
            return false;
        }
    }
}
