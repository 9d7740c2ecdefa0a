package id.sigap.sla.clock;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.sla.Retraction;
import id.sigap.events.sla.SlaAtRisk;
import id.sigap.events.sla.SlaBreachRetracted;
import id.sigap.events.sla.SlaBreached;
import id.sigap.events.sla.SlaMet;
import id.sigap.events.sla.Timeliness;
import java.time.Instant;

/** Who must have done what by when; and the words for what came of it. */
public record Terms(
        RequestId request, TicketId ticket, OperatorCode operator, Action action, Instant startedAt, Instant dueAt) {

    public SlaAtRisk atRisk(Instant at) {
        return new SlaAtRisk(request, ticket, operator, action, startedAt, dueAt, at);
    }

    public SlaBreached breached(Instant at) {
        return new SlaBreached(request, ticket, operator, action, startedAt, dueAt, at);
    }

    SlaBreachRetracted retracted(Retraction reason, Instant at) {
        return new SlaBreachRetracted(request, ticket, operator, action, startedAt, dueAt, reason, at);
    }

    public SlaMet met(Instant confirmedAt) {
        return new SlaMet(request, ticket, operator, action, startedAt, dueAt, confirmedAt, timeliness(confirmedAt));
    }

    /** What comes at the very moment the window ends is in time. */
    boolean isInTime(Instant at) {
        return !at.isAfter(dueAt);
    }

    private Timeliness timeliness(Instant confirmedAt) {
        return isInTime(confirmedAt) ? Timeliness.ON_TIME : Timeliness.LATE;
    }
}
