package id.sigap.ticket.ticket;

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
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.reliable.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A ticket brought to a state by legal moves, and the words others say about it. */
final class TicketIn {

    static final OperatorCode TELKOMSEL = new OperatorCode("TELKOMSEL");
    static final OperatorCode INDOSAT = new OperatorCode("INDOSAT");
    static final Msisdn NUMBER = new Msisdn("+628110000001");
    static final Instant NOW = Instant.parse("2026-08-17T03:00:00Z");
    static final Duration WINDOW = Duration.ofHours(24);

    private TicketIn() {}

    static Ticket state(State state) {
        Ticket ticket = opened(state == State.OPENED ? Optional.empty() : Optional.of(TELKOMSEL));
        switch (state) {
            case OPENED, BLOCK_REQUESTED -> {}
            case ACKNOWLEDGED -> ticket.acknowledge(acknowledgement(ticket, TELKOMSEL), NOW);
            case DECLINED -> ticket.decline(decline(ticket, TELKOMSEL), NOW);
            case BLOCKED -> ticket.confirmBlock(confirmation(ticket, TELKOMSEL), Optional.of(WINDOW), NOW);
            case RELEASE_PROPOSED -> {
                ticket.confirmBlock(confirmation(ticket, TELKOMSEL), Optional.of(WINDOW), NOW);
                ticket.proposeRelease("sari", NOW);
            }
            case UNBLOCK_REQUESTED -> ticket.uphold(appealUpheld(NOW), WINDOW, NOW);
            case UNBLOCKED -> {
                ticket.uphold(appealUpheld(NOW), WINDOW, NOW);
                ticket.confirmUnblock(unblocking(ticket, TELKOMSEL), WINDOW, NOW);
            }
            case CLOSED -> {
                ticket.decline(decline(ticket, TELKOMSEL), NOW);
                ticket.giveUp("sari", NOW);
            }
        }
        return ticket;
    }

    static Ticket opened(Optional<OperatorCode> operator) {
        EvidenceVerified report = verified(NOW.minusSeconds(60));
        var ticket = new Ticket(new TicketId(Ids.next()), TicketNumber.of(2026, 123), report);
        ticket.open(report, operator.map(o -> new Route(o, WINDOW)), NOW);
        return ticket;
    }

    /** A further report comes, or one that was there before. */
    static List<TicketEvent> merge(Ticket ticket, EvidenceVerified report) {
        return ticket.merge(report, ticket.reports.of(report.report()), NOW);
    }

    static EvidenceVerified verified(Instant at) {
        return new EvidenceVerified(
                new ReportId(Ids.next()),
                NUMBER,
                Category.PRIZE,
                Channel.SMS,
                List.of(new EvidenceRef(new EvidenceId(Ids.next()), "ab".repeat(32))),
                Optional.empty(),
                "sari",
                Optional.empty(),
                at.minusSeconds(60),
                at);
    }

    static RequestAcknowledged acknowledgement(Ticket ticket, OperatorCode by) {
        return new RequestAcknowledged(lastRequest(ticket), ticket.id(), by, ReplyChannel.KAFKA, NOW);
    }

    static BlockConfirmed confirmation(Ticket ticket, OperatorCode by) {
        return new BlockConfirmed(
                lastRequest(ticket), ticket.id(), by, NOW, Optional.of("NET-1"), ReplyChannel.KAFKA, NOW);
    }

    static BlockDeclined decline(Ticket ticket, OperatorCode by) {
        return new BlockDeclined(
                lastRequest(ticket),
                ticket.id(),
                by,
                DeclineReason.NOT_OURS,
                Optional.of(INDOSAT),
                Optional.of("ported away"),
                ReplyChannel.REST,
                NOW);
    }

    static UnblockConfirmed unblocking(Ticket ticket, OperatorCode by) {
        return new UnblockConfirmed(
                lastRequest(ticket), ticket.id(), by, NOW, Optional.empty(), ReplyChannel.REST, NOW);
    }

    /** Of the first request to block, or of the only one there is. */
    static LateBlockReported lateBlock(Ticket ticket, OperatorCode by) {
        RequestId request = ticket.requests.all.isEmpty()
                ? lastRequest(ticket)
                : ticket.requests.all.getFirst().id();
        return new LateBlockReported(
                request, ticket.id(), by, NOW.plusSeconds(60), Optional.of("NET-2"), ReplyChannel.KAFKA, NOW);
    }

    static AppealUpheld appealUpheld(Instant at) {
        return new AppealUpheld(new AppealId(Ids.next()), NUMBER, "rina", at);
    }

    static RequestId lastRequest(Ticket ticket) {
        return ticket.requests.all.isEmpty()
                ? new RequestId(Ids.next())
                : ticket.requests.all.getLast().id();
    }
}
