package id.sigap.intake.chat;

import id.sigap.events.ReportId;
import id.sigap.events.report.Author;
import id.sigap.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** How far each side has read each conversation. A mark only ever moves on, and never past what was said. */
@ApplicationScoped
public class ReadMarks {

    /** Changes no row, and says so, if it had been read as far before, or if there is nothing to read. */
    private static final String MOVE = """
            insert into read_mark (report, reader, sequence)
            select id, ?, least(?, last_message) from report where id = ? and last_message > 0
            on conflict (report, reader) do update set sequence = excluded.sequence
            where read_mark.sequence < excluded.sequence
            returning sequence""";

    private static final String FIND = "select sequence from read_mark where report = ? and reader = ?";

    private final Sql sql;
    private final Event<Moved> moved;

    ReadMarks(Sql sql, Event<Moved> moved) {
        this.sql = sql;
        this.moved = moved;
    }

    /** Somebody has read on. Heard once the reading's transaction has ended well. */
    record Moved(ReportId report, Author reader, long sequence) {}

    /** That side was shown everything up to that place; in the caller's transaction. */
    public void read(ReportId report, Author reader, long sequence) {
        if (sequence > 0) {
            sql.numberIfAny(MOVE, reader.name(), sequence, report.value())
                    .ifPresent(now -> moved.fire(new Moved(report, reader, now)));
        }
    }

    /** The place of the last message that side has read; 0 before the first. */
    public long of(ReportId report, Author reader) {
        return sql.numberIfAny(FIND, report.value(), reader.name()).orElse(0L);
    }
}
