package id.sigap.events;

import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.operator.ActionReply;
import id.sigap.events.operator.OperatorNotice;
import id.sigap.events.platform.PlatformEvent;
import id.sigap.events.report.ReportEvent;
import id.sigap.events.sla.SlaEvent;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.verification.VerificationEvent;
import java.util.Locale;

/**
 * Every topic's name, once.
 *
 * @param name as the broker knows it
 * @param carries the family of events on it
 */
public record Topic(String name, Class<? extends Event> carries) {

    /** The names alone, where an annotation or a configuration needs a constant. */
    public static final class Name {
        public static final String REPORTS = "sigap.reports";
        public static final String VERIFICATIONS = "sigap.verifications";
        public static final String TICKETS = "sigap.tickets";
        public static final String CONFIRMATIONS = "sigap.confirmations";
        public static final String SLA = "sigap.sla";

        private Name() {}
    }

    private static final String DEAD_LETTERS = ".dead-letters";

    public static final Topic REPORTS = new Topic(Name.REPORTS, ReportEvent.class);
    public static final Topic VERIFICATIONS = new Topic(Name.VERIFICATIONS, VerificationEvent.class);
    public static final Topic TICKETS = new Topic(Name.TICKETS, TicketEvent.class);
    public static final Topic CONFIRMATIONS = new Topic(Name.CONFIRMATIONS, ConfirmationEvent.class);
    public static final Topic SLA = new Topic(Name.SLA, SlaEvent.class);

    /** The topic a service's event belongs on. Operators' messages and dead letters have one for each operator or source, and are refused here. */
    public static Topic of(Event event) {
        return switch (event) {
            case ReportEvent _ -> REPORTS;
            case VerificationEvent _ -> VERIFICATIONS;
            case TicketEvent _ -> TICKETS;
            case ConfirmationEvent _ -> CONFIRMATIONS;
            case SlaEvent _ -> SLA;
            default ->
                throw new IllegalArgumentException(
                        "no single topic carries " + event.getClass().getSimpleName());
        };
    }

    /** What one operator may read: {@code operator.telkomsel.requests}. */
    public static Topic requestsTo(OperatorCode operator) {
        return new Topic("operator." + operator.value().toLowerCase(Locale.ROOT) + ".requests", OperatorNotice.class);
    }

    /** What one operator may write: {@code operator.telkomsel.confirmations}. Its time stamps are the broker's, so nobody backdates. */
    public static Topic confirmationsOf(OperatorCode operator) {
        return new Topic("operator." + operator.value().toLowerCase(Locale.ROOT) + ".confirmations", ActionReply.class);
    }

    /** Where records of the named topic go that could not be handled. */
    public static Topic deadLettersOf(String topic) {
        return new Topic(topic + DEAD_LETTERS, PlatformEvent.class);
    }
}
