package id.sigap.ticket.ticket;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import id.sigap.directory.Jakarta;
import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.events.TicketId;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.reliable.Journal;
import id.sigap.service.Refusal;
import id.sigap.service.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All tickets. Whoever wants to move one gets it locked until the transaction ends, so that two who decide at once decide one after the
 * other, and the second on what the first left.
 */
@ApplicationScoped
public class Tickets implements PanacheRepositoryBase<Ticket, UUID> {

    private static final String OPEN = "number = ?1 and state not in (UNBLOCKED, CLOSED)";

    private static final String NEXT = """
            insert into ticket_number_given as given (year, last) values (?, 1)
            on conflict (year) do update set last = given.last + 1 returning last""";

    private final Journal journal;
    private final Sql sql;

    Tickets(Journal journal, Sql sql) {
        this.journal = journal;
        this.sql = sql;
    }

    /** The open ticket of a number, locked; if there is none, nobody else opens one before this transaction ends. */
    public Optional<Ticket> openOf(Msisdn number) {
        sql.number("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))", number.value());
        return find(OPEN, number).withLock(PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** The ended ticket whose block of the number stands all the same, by what is on record; locked. */
    public Optional<Ticket> endedWithABlockThatStands(Msisdn number) {
        return find(
                        "number = ?1 and state in (UNBLOCKED, CLOSED) and blockedAt is not null and unblockedAt is null"
                                + " order by id desc",
                        number)
                .withLock(PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** That ticket, locked; empty if there is none. */
    public Optional<Ticket> toMove(TicketId id) {
        return findByIdOptional(id.value(), PESSIMISTIC_WRITE);
    }

    /**
     * That ticket, locked.
     *
     * @throws Refusal 404 if there is none
     */
    public Ticket toMove(TicketReference reference) {
        return switch (reference) {
            case TicketReference.ById(UUID id) ->
                findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(Tickets::notFound);
            case TicketReference.ByNumber(TicketNumber number) ->
                find("ticketNumber", number.value())
                        .withLock(PESSIMISTIC_WRITE)
                        .firstResultOptional()
                        .orElseThrow(Tickets::notFound);
        };
    }

    /**
     * That ticket, to look at.
     *
     * @throws Refusal 404 if there is none
     */
    public Ticket toRead(TicketReference reference) {
        return switch (reference) {
            case TicketReference.ById(UUID id) -> findByIdOptional(id).orElseThrow(Tickets::notFound);
            case TicketReference.ByNumber(TicketNumber number) ->
                find("ticketNumber", number.value()).firstResultOptional().orElseThrow(Tickets::notFound);
        };
    }

    /** The newest that pass the filter, at most so many. */
    List<Ticket> list(TicketFilter filter, int most) {
        var query =
                getEntityManager().createNativeQuery(filter.sql(), Ticket.class).setMaxResults(most);
        filter.parameters().forEach(query::setParameter);
        @SuppressWarnings("unchecked") // a native query of an entity
        List<Ticket> rows = query.getResultList();
        return rows;
    }

    /** The next ticket number of the year in Jakarta; those who open at once wait for each other, so that there is no gap. */
    public TicketNumber nextNumber(Instant at) {
        int year = Jakarta.dayOf(at).getYear();
        return TicketNumber.of(year, (int) sql.number(NEXT, year));
    }

    /** The report's stay in the ticket, if it ever was in it: one row, however many reports the ticket has. */
    public Optional<MergedReport> stay(Ticket ticket, ReportId report) {
        return Optional.ofNullable(
                getEntityManager().find(MergedReport.class, MergedReport.Key.of(ticket.id(), report)));
    }

    /** Says what a move answered. */
    public void say(List<TicketEvent> events) {
        events.forEach(journal::append);
    }

    private static Refusal notFound() {
        return Refusal.notFound("ticket");
    }
}
