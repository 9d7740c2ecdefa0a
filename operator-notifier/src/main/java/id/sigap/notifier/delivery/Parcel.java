package id.sigap.notifier.delivery;

import id.sigap.events.Action;
import id.sigap.events.Category;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A delivery claimed, with everything its courier needs.
 *
 * @param attempt which attempt this is, from 1
 * @param withdrawnAt empty unless the request is withdrawn
 * @param traceParent may be null
 */
record Parcel(
        UUID delivery,
        Matter matter,
        int attempt,
        Instant queuedAt,
        RequestId request,
        OperatorCode operator,
        String ticketNumber,
        Action action,
        Msisdn number,
        Optional<Category> category,
        Instant requestedAt,
        Instant dueAt,
        Optional<Instant> withdrawnAt,
        String traceParent) {}
