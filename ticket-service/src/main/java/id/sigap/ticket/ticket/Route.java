package id.sigap.ticket.ticket;

import id.sigap.events.OperatorCode;
import java.time.Duration;

/**
 * Who is asked, and how long it has.
 *
 * @param window by policy (PP: 1×24 jam, wall clock)
 */
public record Route(OperatorCode operator, Duration window) {}
