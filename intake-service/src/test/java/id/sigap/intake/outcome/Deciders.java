package id.sigap.intake.outcome;

import id.sigap.events.Succession;
import id.sigap.events.ticket.NothingToUnblock;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.ReportUnmerged;
import id.sigap.events.ticket.TicketOpened;

/** How cases, appeals and tickets go on, in the events their services say. */
final class Deciders {

    static final String START = Succession.START;
    /** A ticket that opens with this report. */
    static final String OURS = "OURS";
    /** A ticket that opens with another report. */
    static final String ANOTHERS = "ANOTHERS";

    static final Successions CASE = Successions.of(Succession.ofCases());

    static final Successions APPEAL = Successions.of(Succession.ofAppeals());

    /** Of an appeal for which no ticket has anything to undo. */
    static final Successions NOTHING = Successions.none().with(START, NothingToUnblock.class, "NOTHING_BLOCKED");

    /** A ticket as one report sees it, which is in it, or not yet, or was: it joins, leaves and joins again in every open state. */
    static Successions ticket() {
        Successions all = Successions.none();
        for (Succession row : Succession.ofTickets()) {
            String from = row.from();
            String to = row.to();
            if (row.event() == TicketOpened.class) {
                all = all.with(OURS, row.event(), in(to)).with(ANOTHERS, row.event(), out(to));
            } else if (row.event() == ReportMerged.class) {
                all = all.with(out(from), row.event(), in(to)).with(gone(from), row.event(), in(to));
            } else if (row.event() == ReportUnmerged.class) {
                all = all.with(in(from), row.event(), gone(to));
            } else {
                all = all.with(in(from), row.event(), in(to))
                        .with(out(from), row.event(), out(to))
                        .with(gone(from), row.event(), gone(to));
            }
        }
        return all;
    }

    private static String in(String state) {
        return "with it: " + state;
    }

    private static String out(String state) {
        return "without it: " + state;
    }

    private static String gone(String state) {
        return "no more with it: " + state;
    }

    private Deciders() {}
}
