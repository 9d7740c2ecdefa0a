package id.sigap.events.operator;

import id.sigap.events.Action;
import id.sigap.events.Msisdn;
import id.sigap.events.RequestId;
import java.time.Instant;

/**
 * What an operator was asked is no longer wanted: do not do it, and undo it if it is done. Topic {@code operator.<code>.requests}, keyed by the number; may come more than once, also before the request itself.
 *
 * @param request the request that is withdrawn
 * @param ticketNumber such as {@code SGP-2026-000123}
 * @param action what was asked
 * @param number the number
 * @param withdrawnAt when it was withdrawn
 * @param authority the name of the regulator who asked
 */
public record ActionWithdrawn(
        RequestId request, String ticketNumber, Action action, Msisdn number, Instant withdrawnAt, String authority)
        implements OperatorNotice {

    @Override
    public String subject() {
        return request.toString();
    }
}
