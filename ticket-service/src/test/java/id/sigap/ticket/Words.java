package id.sigap.ticket;

import id.sigap.events.AppealId;
import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.EvidenceId;
import id.sigap.events.EvidenceRef;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.reliable.Ids;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Events of the other services, as they would say them. */
final class Words {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Words() {}

    /** A number nobody used in another test: zeros inside an allocated range. */
    static String numberIn(String prefix) {
        return "+62" + prefix + "0".repeat(6 - prefix.length()) + "%04d".formatted(NEXT.incrementAndGet());
    }

    static EvidenceVerified verified(String number) {
        return verified(number, Optional.empty());
    }

    static EvidenceVerified verified(String number, Optional<String> operator) {
        Instant now = now();
        return new EvidenceVerified(
                new ReportId(Ids.next()),
                new Msisdn(number),
                Category.IMPERSONATION,
                Channel.VOICE_CALL,
                List.of(new EvidenceRef(new EvidenceId(Ids.next()), "cd".repeat(32))),
                operator.map(OperatorCode::new),
                "sari",
                Optional.empty(),
                now.minusSeconds(120),
                now);
    }

    static AppealUpheld upheld(String number) {
        return upheld(number, now());
    }

    static AppealUpheld upheld(String number, Instant at) {
        return new AppealUpheld(new AppealId(Ids.next()), new Msisdn(number), "wira", at);
    }

    /** Of the first request of the ticket. */
    static LateBlockReported blockedLate(JsonPath ticket, String operator) {
        return new LateBlockReported(
                RequestId.of(ticket.getString("requests[0].request")),
                id(ticket),
                new OperatorCode(operator),
                now(),
                Optional.of("NET-78"),
                ReplyChannel.KAFKA,
                now());
    }

    static RequestAcknowledged acknowledged(JsonPath ticket, String operator) {
        return new RequestAcknowledged(
                request(ticket), id(ticket), new OperatorCode(operator), ReplyChannel.KAFKA, now());
    }

    static BlockConfirmed blocked(JsonPath ticket, String operator) {
        return new BlockConfirmed(
                request(ticket),
                id(ticket),
                new OperatorCode(operator),
                now(),
                Optional.of("NET-77"),
                ReplyChannel.KAFKA,
                now());
    }

    static BlockDeclined declined(JsonPath ticket, String operator, DeclineReason reason, Optional<String> suggested) {
        return new BlockDeclined(
                request(ticket),
                id(ticket),
                new OperatorCode(operator),
                reason,
                suggested.map(OperatorCode::new),
                Optional.of("not in our network 🚫\0\u202e<b>"),
                ReplyChannel.REST,
                now());
    }

    static UnblockConfirmed unblocked(JsonPath ticket, String operator) {
        return new UnblockConfirmed(
                request(ticket),
                id(ticket),
                new OperatorCode(operator),
                now(),
                Optional.empty(),
                ReplyChannel.REST,
                now());
    }

    private static TicketId id(JsonPath ticket) {
        return TicketId.of(ticket.getString("id"));
    }

    private static RequestId request(JsonPath ticket) {
        return RequestId.of(ticket.getString("requests[-1].request"));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
