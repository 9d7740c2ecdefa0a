package id.sigap.intake.report;

import java.util.List;

/** What is asked of all reports of a ticket, with a place for the ticket's id: to be explained. */
public final class AllOfATicket {

    public static final List<String> QUERIES = List.of(
            Reports.LOCK_ALL_OF.replace("?", "%s"),
            Reports.END_ALL_OF
                    .replace("ticket_end = ?", "ticket_end = 'BLOCKED'")
                    .replace("?", "%s"),
            Reports.SOME_OF
                    .replace("ticket = ?", "ticket = %s")
                    .replace("since < ?", "since < 1")
                    .replace("id > ?", "id > '00000000-0000-0000-0000-000000000000'")
                    .replace("limit ?", "limit 500"),
            "select * from timeline_entry where ticket = %s and place > 2 order by place");

    private AllOfATicket() {}
}
