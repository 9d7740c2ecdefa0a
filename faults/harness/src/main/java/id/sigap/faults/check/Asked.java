package id.sigap.faults.check;

import id.sigap.events.Action;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.faults.check.snapshot.Entry;
import id.sigap.faults.check.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an operator was asked to do, as the tickets' journal says. */
record Asked(
        String request,
        String ticket,
        String operator,
        Action action,
        String number,
        Duration window,
        Instant requestedAt,
        Instant dueAt,
        Optional<Instant> evidenceCompleteAt,
        Entry entry) {

    static Stream<Asked> in(Snapshot snapshot) {
        return Stream.concat(
                snapshot.said(BlockRequested.class).map(said -> of(said.event(), said.entry())),
                snapshot.said(UnblockRequested.class).map(said -> of(said.event(), said.entry())));
    }

    static Map<String, Asked> byRequest(Snapshot snapshot) {
        return in(snapshot).collect(Collectors.toMap(Asked::request, Function.identity(), (first, _) -> first));
    }

    private static Asked of(BlockRequested event, Entry entry) {
        return new Asked(
                event.request().toString(),
                event.ticket().toString(),
                event.operator().value(),
                Action.BLOCK,
                event.number().value(),
                event.window(),
                event.requestedAt(),
                event.dueAt(),
                Optional.of(event.evidenceCompleteAt()),
                entry);
    }

    private static Asked of(UnblockRequested event, Entry entry) {
        return new Asked(
                event.request().toString(),
                event.ticket().toString(),
                event.operator().value(),
                Action.UNBLOCK,
                event.number().value(),
                event.window(),
                event.requestedAt(),
                event.dueAt(),
                Optional.empty(),
                entry);
    }
}
