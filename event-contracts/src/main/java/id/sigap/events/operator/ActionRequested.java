package id.sigap.events.operator;

import id.sigap.events.Action;
import id.sigap.events.Category;
import id.sigap.events.Msisdn;
import id.sigap.events.RequestId;
import java.time.Instant;
import java.util.Optional;

/**
 * An operator is asked to block or unblock a number. Topic {@code operator.<code>.requests}; may come more than once, with the same request id.
 *
 * @param request answer with this id
 * @param ticketNumber such as {@code SGP-2026-000123}
 * @param action block or unblock
 * @param number the number
 * @param category what the fraud pretends to be; absent for an unblock
 * @param requestedAt when it was asked
 * @param dueAt the latest moment to confirm
 * @param authority the name of the regulator who asks
 */
public record ActionRequested(
        RequestId request,
        String ticketNumber,
        Action action,
        Msisdn number,
        Optional<Category> category,
        Instant requestedAt,
        Instant dueAt,
        String authority)
        implements OperatorNotice {

    @Override
    public String subject() {
        return request.toString();
    }
}
