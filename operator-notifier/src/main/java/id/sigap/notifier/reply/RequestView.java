package id.sigap.notifier.reply;

import id.sigap.events.Action;
import id.sigap.events.Category;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.operator.ReplyOutcome;
import id.sigap.notifier.request.OperatorRequest;
import id.sigap.notifier.request.State;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request, as its operator sees it.
 *
 * @param acknowledgedAt when the acknowledgement counts from
 * @param answeredAt when the final answer counts from
 * @param doneAt when the network acted, as the operator states it
 * @param answers what its operator may answer now: the values of {@code outcome} that would be taken, and change something
 * @param withdrawnAt if it is withdrawn: don't do it, undo it if it is done; it can't be answered
 */
@Schema(name = "Request")
record RequestView(
        RequestId request,
        String ticketNumber,
        OperatorCode operator,
        Action action,
        Msisdn number,
        Optional<Category> category,
        Instant requestedAt,
        Instant dueAt,
        State state,
        Set<ReplyOutcome> answers,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> answeredAt,
        Optional<ReplyChannel> answeredVia,
        Optional<Instant> doneAt,
        Optional<String> networkReference,
        Optional<DeclineReason> reason,
        Optional<OperatorCode> suggestedOperator,
        Optional<String> note,
        Optional<Instant> withdrawnAt) {

    static RequestView of(OperatorRequest request) {
        return new RequestView(
                request.id(),
                request.ticketNumber(),
                request.operator(),
                request.action(),
                request.number(),
                request.category(),
                request.requestedAt(),
                request.dueAt(),
                request.state(),
                request.answers(),
                request.acknowledgedAt(),
                request.answeredAt(),
                request.answeredVia(),
                request.doneAt(),
                request.networkReference(),
                request.declineReason(),
                request.suggestedOperator(),
                request.note(),
                request.withdrawnAt());
    }
}
