package id.sigap.verification.casework;

import id.sigap.phone.Suspect;
import id.sigap.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** How many reports there are of a number, or of a sender's name. Its row is also the lock that two reports of one number, arriving at once, queue at. */
@ApplicationScoped
class ReportedNumbers {

    private static final String COUNT = """
            insert into reported_number (number, reports) values (?, 1)
            on conflict (number) do update set reports = reported_number.reports + 1
            returning reports
            """;
    private static final String DISCOUNT =
            "update reported_number set reports = reports - 1 where number = ? returning reports";
    /** The reports that came before are several now too; or one alone is left again. */
    private static final String RANK = """
            update verification_case set priority = :priority
            where suspect_number = :number and not money_lost and priority <> :priority
              and state in %s
            """.formatted(CaseState.in(CaseState::isQueued));

    private final Session database;
    private final Sql sql;

    ReportedNumbers(Session database, Sql sql) {
        this.database = database;
        this.sql = sql;
    }

    /** @return how many reports of the number there are with this one */
    int count(Suspect suspect) {
        int reports = change(COUNT, suspect.value());
        if (reports == 2) {
            rank(suspect.value(), Priority.SEVERAL_REPORTS);
        }
        return reports;
    }

    /** A report of the number was taken back. */
    void discount(Suspect suspect) {
        if (change(DISCOUNT, suspect.value()) == 1) {
            rank(suspect.value(), Priority.NORMAL);
        }
    }

    int reportsOf(String number) {
        return sql.numberIfAny("select reports from reported_number where number = ?", number)
                .orElse(0L)
                .intValue();
    }

    private int change(String statement, String number) {
        return (int) sql.number(statement, number);
    }

    private void rank(String number, Priority priority) {
        database.createNativeMutationQuery(RANK)
                .setParameter("priority", priority.ordinal())
                .setParameter("number", number)
                .executeUpdate();
    }
}
