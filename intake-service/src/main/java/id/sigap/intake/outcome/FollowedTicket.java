package id.sigap.intake.outcome;

import id.sigap.events.AppealId;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.ticket.UnblockRequested;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A number's ticket, as far as its reporters are told of it: how often it has said something, and what a report that joins late has missed. */
@Entity
@Table(name = "followed_ticket")
class FollowedTicket {

    @Id
    private UUID ticket;

    private String ticketNumber;

    /** What it is about; null in one from before that was kept, none of whose reports named a number. */
    private String number;

    /** By when the operator must have blocked; null while none is asked. */
    private Instant dueAt;

    /** Since when the number is blocked; null while it isn't. */
    private Instant blockedAt;

    /** Since when an operator is asked to lift the block, and which; null before. */
    private Instant unblockAskedAt;

    private String unblockAskedOf;

    /** Null while something may still happen to it. */
    private Instant endedAt;

    /** How many it has told its reports. */
    private int steps;

    @ElementCollection
    @CollectionTable(name = "followed_ticket_appeal", joinColumns = @JoinColumn(name = "ticket"))
    @Column(name = "appeal")
    private Set<UUID> appeals = new HashSet<>();

    FollowedTicket() {}

    FollowedTicket(TicketOpened opened) {
        this.ticket = opened.ticket().value();
        this.ticketNumber = opened.ticketNumber();
        this.number = opened.number().value();
    }

    int steps() {
        return steps;
    }

    /** Tells its reports one step more. @return which, from 1 */
    int step() {
        return ++steps;
    }

    void asked(BlockRequested asked) {
        dueAt = asked.dueAt();
    }

    /** Nobody has to block until another operator is asked. */
    void nobodyIsAsked() {
        dueAt = null;
    }

    void blocked(Instant at) {
        blockedAt = at;
        dueAt = null;
    }

    void unblockAsked(UnblockRequested asked) {
        asked.appeal().ifPresent(this::appealed);
        endedAt = null;
        unblockAskedAt = asked.requestedAt();
        unblockAskedOf = asked.operator().value();
        dueAt = null;
    }

    void appealed(AppealId by) {
        appeals.add(by.value());
    }

    void unblocked() {
        blockedAt = null;
    }

    void ended(Instant at) {
        endedAt = at;
        dueAt = null;
    }

    /** Of its number. */
    NumberStanding standing() {
        if (blockedAt != null) {
            return NumberStanding.BLOCKED;
        }
        return endedAt == null && unblockAskedAt == null ? NumberStanding.ON_ITS_WAY : NumberStanding.NONE;
    }

    String ticketNumber() {
        return ticketNumber;
    }

    Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    Optional<Instant> blockedAt() {
        return Optional.ofNullable(blockedAt);
    }

    /** Since when an operator is asked to lift the block. */
    Optional<Instant> unblockAskedAt() {
        return Optional.ofNullable(unblockAskedAt);
    }

    /** Which is asked to lift it; null before. */
    String unblockAskedOf() {
        return unblockAskedOf;
    }

    /** Whether nothing more happens to it. */
    boolean isOver() {
        return endedAt != null;
    }

    /** Those for which the block is to be lifted, in one order. */
    List<AppealId> appeals() {
        return appeals.stream().sorted().map(AppealId::new).toList();
    }
}
