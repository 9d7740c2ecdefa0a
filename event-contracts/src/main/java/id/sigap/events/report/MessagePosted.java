package id.sigap.events.report;

import id.sigap.events.MessageId;
import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * Somebody wrote in the case's chat; the text stays in the vault. Source: intake-service.
 *
 * @param report the report
 * @param message the message
 * @param sequence its place in the conversation, from 1
 * @param author reporter or officer
 * @param at when, by the service's clock
 */
public record MessagePosted(ReportId report, MessageId message, long sequence, Author author, Instant at)
        implements ReportEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
