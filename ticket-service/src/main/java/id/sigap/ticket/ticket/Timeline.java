package id.sigap.ticket.ticket;

import static id.sigap.directory.Jakarta.wallClock;

import id.sigap.events.TicketId;
import id.sigap.events.ticket.AppealJoined;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NothingToUnblock;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.ReleaseProposed;
import id.sigap.events.ticket.ReleaseRefused;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.ReportUnmerged;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.events.ticket.TicketAcknowledged;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketDeclined;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.ticket.TicketRerouted;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.journal.JournalEntry;
import id.sigap.reliable.Journal;
import id.sigap.service.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** A ticket's journal, told so that a person can follow it: Indonesian, or English for who prefers it. */
@ApplicationScoped
class Timeline {

    private static final Control NO_GUESSING = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Journal journal;

    Timeline(Journal journal) {
        this.journal = journal;
    }

    /** Everything that happened to it, oldest first. */
    List<TimelineEntry> of(TicketId ticket, List<Locale> languages) {
        Language language = Language.among(languages).orElse(Language.ID);
        ResourceBundle texts = ResourceBundle.getBundle("timeline", language.locale(), NO_GUESSING);
        return journal.of(ticket.toString()).stream()
                .map(entry -> told(entry, texts))
                .toList();
    }

    private static TimelineEntry told(JournalEntry entry, ResourceBundle texts) {
        String name = entry.event().map(e -> e.getClass().getSimpleName()).orElse(entry.type());
        String text = entry.event()
                .map(TicketEvent.class::cast)
                .map(event -> new MessageFormat(texts.getString(name), texts.getLocale()).format(particulars(event)))
                .orElse(name);
        return new TimelineEntry(entry.version(), entry.occurredAt(), name, entry.actor(), text, entry.json());
    }

    private static Object[] particulars(TicketEvent event) {
        return switch (event) {
            case TicketOpened opened -> of(opened.ticketNumber(), opened.report());
            case ReportMerged merged -> of(merged.report());
            case ReportUnmerged unmerged -> of(unmerged.report());
            case BlockRequested asked -> of(asked.operator(), wallClock(asked.dueAt()));
            case TicketAcknowledged seen -> of(seen.operator());
            case NumberBlocked blocked -> of(blocked.operator(), wallClock(blocked.blockedAt()));
            case TicketDeclined declined -> of(declined.operator(), declined.reason());
            case TicketRerouted rerouted -> of(rerouted.to(), rerouted.decidedBy());
            case RequestWithdrawn withdrawn -> of(withdrawn.operator());
            case ReleaseProposed proposed -> of(proposed.proposedBy());
            case ReleaseRefused refused -> of(refused.refusedBy());
            case AppealJoined joined -> of(joined.appeal());
            case NothingToUnblock nothing -> of(nothing.appeal());
            case UnblockRequested asked -> of(asked.operator(), wallClock(asked.dueAt()));
            case NumberUnblocked unblocked -> of(unblocked.operator(), wallClock(unblocked.unblockedAt()));
            case TicketClosed closed -> of(closed.outcome(), closed.decidedBy());
        };
    }

    private static Object[] of(Object... particulars) {
        return particulars;
    }
}
