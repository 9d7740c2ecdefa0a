package id.sigap.intake.outcome;

import id.sigap.events.TicketId;
import id.sigap.events.report.Notice;
import id.sigap.intake.notice.NoticeConfig;
import id.sigap.intake.notice.Notices;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports;
import id.sigap.intake.report.Reports.Recipient;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be told to all reports of a ticket: written down once with what it tells of, queued as mails some at a time. How far it has come
 * is kept in the transaction that queues them, so that each is told once, whoever dies meanwhile.
 */
@ApplicationScoped
class Circulars implements PanacheRepositoryBase<Circular, UUID> {

    private final Reports reports;
    private final Notices notices;
    private final NoticeConfig config;

    Circulars(Reports reports, Notices notices, NoticeConfig config) {
        this.reports = reports;
        this.notices = notices;
        this.config = config;
    }

    /** In the caller's transaction. @param place which of the ticket's steps it tells of */
    void send(TicketId ticket, int place, Notice notice) {
        persist(new Circular(ticket, place, notice));
    }

    @Scheduled(every = "${sigap.intake.notice.poll}", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        boolean more;
        do {
            more = QuarkusTransaction.requiringNew().call(() -> queueSome(config.chunk()));
        } while (more);
    }

    /** In the caller's transaction. @return whether anything was left to do */
    boolean queueSome(int atMost) {
        Optional<Circular> found = next();
        found.ifPresent(circular -> queueSome(circular, atMost));
        return found.isPresent();
    }

    private void queueSome(Circular circular, int atMost) {
        List<Recipient> some = reports.someOf(circular.ticket(), circular.place(), circular.toldUpTo(), atMost);
        some.forEach(to -> notices.tell(to.caseId(), circular.notice(), to.language(), to.caseNumber()));
        if (some.size() < atMost) {
            delete(circular);
        } else {
            circular.told(some.getLast());
        }
    }

    /** Those of a ticket that have not come to their end; until the transaction ends, they go no further. */
    List<Circular> held(TicketId ticket) {
        return find("ticket = ?1 order by place", ticket.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those held are not going to find the report in their ticket any more. */
    void tellWhoLeaves(Report report, List<Circular> held) {
        held.stream()
                .filter(circular -> circular.isStillToReach(report))
                .forEach(circular ->
                        notices.tell(report.caseId(), circular.notice(), report.language(), report.caseNumber()));
    }

    /** One at a time, also among replicas: a ticket's are to come to people in their order. */
    Optional<Circular> next() {
        return find("order by ticket, place")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
