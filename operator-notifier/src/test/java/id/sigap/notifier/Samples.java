package id.sigap.notifier;

import id.sigap.events.Action;
import id.sigap.events.AppealId;
import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.events.ticket.UnblockReason;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.events.ticket.WithdrawalReason;
import id.sigap.reliable.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What tickets ask, for tests. Numbers are zeros inside an allocated prefix: they belong to nobody. */
public final class Samples {

    public static final OperatorCode TELKOMSEL = new OperatorCode("TELKOMSEL");
    public static final OperatorCode INDOSAT = new OperatorCode("INDOSAT");
    public static final OperatorCode XLSMART = new OperatorCode("XLSMART");
    /** Has no topic here, and takes no mail. */
    public static final OperatorCode TRI = new OperatorCode("TRI");
    /** Has no topic, and a mailbox that never answers. */
    public static final OperatorCode SLOW = new OperatorCode("SLOW");

    public static final Duration WINDOW = Duration.ofHours(24);

    private Samples() {}

    public static BlockRequested aBlock(OperatorCode operator) {
        return aBlockOf(aNumber(operator), operator);
    }

    public static BlockRequested aBlockOf(Msisdn number, OperatorCode operator) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new BlockRequested(
                new TicketId(Ids.next()),
                "SGP-2026-%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000)),
                new RequestId(Ids.next()),
                operator,
                number,
                Category.URGENT_PAYMENT,
                Channel.VOICE_CALL,
                WINDOW,
                at,
                at.plus(WINDOW),
                at);
    }

    /** The block undone, some time later. */
    public static UnblockRequested anUnblockOf(BlockRequested block) {
        Instant at = block.requestedAt().plusMillis(5);
        return new UnblockRequested(
                block.ticket(),
                block.ticketNumber(),
                new RequestId(Ids.next()),
                block.operator(),
                block.number(),
                UnblockReason.APPEAL,
                Optional.of(new AppealId(Ids.next())),
                Optional.empty(),
                WINDOW,
                at,
                at.plus(WINDOW));
    }

    /** The block withdrawn, some time later. */
    public static RequestWithdrawn aWithdrawalOf(BlockRequested block) {
        return new RequestWithdrawn(
                block.ticket(),
                block.ticketNumber(),
                block.request(),
                block.operator(),
                Action.BLOCK,
                block.number(),
                WithdrawalReason.APPEAL_UPHELD,
                block.requestedAt().plusMillis(4));
    }

    public static Msisdn aNumber(OperatorCode operator) {
        String prefix =
                switch (operator.value()) {
                    case "INDOSAT" -> "814";
                    case "XLSMART" -> "817";
                    default -> "811";
                };
        return new Msisdn(
                "+62%s0000%03d".formatted(prefix, ThreadLocalRandom.current().nextInt(1000)));
    }
}
