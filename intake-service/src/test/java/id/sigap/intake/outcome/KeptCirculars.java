package id.sigap.intake.outcome;

import id.sigap.events.TicketId;
import id.sigap.intake.notice.Notices;
import id.sigap.intake.report.Reports;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is still to be told to all reports of the ticket, in memory. */
@Vetoed
final class KeptCirculars extends Circulars {

    private final List<Circular> left = new ArrayList<>();

    KeptCirculars(Reports reports, Notices notices) {
        super(reports, notices, null);
    }

    List<Circular> left() {
        return List.copyOf(left);
    }

    @Override
    public void persist(Circular circular) {
        left.add(circular);
    }

    @Override
    public void delete(Circular circular) {
        left.remove(circular);
    }

    @Override
    List<Circular> held(TicketId ticket) {
        return left.stream()
                .filter(circular -> circular.ticket().equals(ticket))
                .toList();
    }

    @Override
    Optional<Circular> next() {
        return left.stream().findFirst();
    }
}
