package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;

import id.sigap.events.Event;
import id.sigap.events.report.AppealSubmitted;
import id.sigap.events.report.Notice;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.events.report.ReporterNotified;
import id.sigap.events.ticket.AppealJoined;
import id.sigap.events.ticket.NothingToUnblock;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.Outcome;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.ticket.UnblockReason;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.events.verification.AppealDismissed;
import id.sigap.events.verification.EvidenceRejected;
import id.sigap.events.verification.EvidenceRequested;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.InformationAnswered;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * L: what a reporter or a number's owner was told has its event; and where a number was blocked or unblocked, or a report turned down, everybody
 * whom it concerns was told so. A mail that was given up told nobody, and nobody is blamed for it.
 */
final class Told implements Rule {

    /** What steps of a report's story say, where a mail says the same. */
    private static final Map<String, Notice> STEPS = Map.of(
            "EVIDENCE_REQUESTED", Notice.EVIDENCE_REQUESTED,
            "VERIFIED", Notice.VERIFIED,
            "REJECTED", Notice.REJECTED,
            "ANSWERED", Notice.ANSWERED,
            "NUMBER_BLOCKED", Notice.BLOCKED,
            "NOT_BLOCKED", Notice.NOT_BLOCKED,
            "NUMBER_UNBLOCKED", Notice.UNBLOCKED,
            "OWNER_WAS_RIGHT", Notice.OWNER_WAS_RIGHT);

    private static final Set<Notice> LIFTED = EnumSet.of(Notice.UNBLOCKED, Notice.OWNER_WAS_RIGHT);

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.L);
        True what = True.by(snapshot);
        Map<String, Set<Notice>> told = new HashMap<>();
        snapshot.said(ReporterNotified.class).map(said -> said.event()).forEach(notified -> {
            told.computeIfAbsent(notified.about(), _ -> EnumSet.noneOf(Notice.class))
                    .add(notified.notice());
            found.unless(
                    what.holds(notified.about(), notified.notice()),
                    "somebody was told %s, and nothing that was said makes it true".formatted(notified.notice()),
                    notified.about());
        });
        for (Row step : snapshot.table(INTAKE, "timeline_entry")) {
            Notice says = STEPS.get(step.text("step"));
            // a ticket's steps stand once, for all its reports
            String about = step.has("report") ? step.text("report") : step.text("ticket");
            found.unless(
                    says == null || what.holds(about, says),
                    "a story says %s, and nothing that was said makes it true".formatted(step.text("step")),
                    about);
        }
        Set<String> givenUp = snapshot.table(INTAKE, "notice").stream()
                .filter(row -> !row.text("state").equals("SENT"))
                .map(row -> row.text("case_id"))
                .collect(Collectors.toSet());
        what.concerned()
                .forEach((about, notices) -> notices.forEach(notice -> {
                    Set<Notice> heard = told.getOrDefault(about, Set.of());
                    boolean known = notice == Notice.UNBLOCKED
                            ? heard.stream().anyMatch(LIFTED::contains)
                            : heard.contains(notice);
                    found.unless(known || givenUp.contains(about), "somebody was never told " + notice, about);
                }));
        for (Row report : snapshot.table(INTAKE, "report")) {
            found.unless(
                    !report.text("state").equals("WITHDRAWN")
                            || !told.getOrDefault(report.text("id"), Set.of()).contains(Notice.VERIFIED),
                    "the reporter was told that the number is fraud, and is shown the report as withdrawn",
                    report.text("id"));
        }
        return found.list();
    }

    /**
     * What may be told to whom, by what was said.
     *
     * @param sentences to whom, by the id of the report or the appeal; or in whose story, by that of the ticket
     * @param concerned what they must have been told
     */
    private record True(Map<String, Set<Notice>> sentences, Map<String, Set<Notice>> concerned) {

        static True by(Snapshot snapshot) {
            Map<String, Set<String>> reports = new HashMap<>();
            Set<String> takenOut = TicketsOnce.takenOut(snapshot);
            TicketsOnce.joins(snapshot).forEach(join -> reports.computeIfAbsent(join.ticket(), _ -> new HashSet<>())
                    .add(join.report()));
            Map<String, Set<String>> appeals = new HashMap<>();
            snapshot.said(TicketEvent.class).map(said -> said.event()).forEach(event -> {
                switch (event) {
                    case UnblockRequested asked ->
                        asked.appeal()
                                .ifPresent(appeal -> appeals.computeIfAbsent(event.subject(), _ -> new HashSet<>())
                                        .add(appeal.toString()));
                    case AppealJoined joined ->
                        appeals.computeIfAbsent(joined.ticket().toString(), _ -> new HashSet<>())
                                .add(joined.appeal().toString());
                    default -> {}
                }
            });
            True all = new True(new HashMap<>(), new HashMap<>());
            snapshot.said(Event.class).map(said -> said.event()).forEach(event -> {
                Set<String> reporters = reports.getOrDefault(event.subject(), Set.of());
                Set<String> shown = new HashSet<>(reporters);
                shown.add(event.subject());
                Set<String> owners = appeals.getOrDefault(event.subject(), Set.of());
                all.say(event, shown, owners);
                if (event instanceof NumberBlocked) {
                    all.concerns(reporters, takenOut, Notice.BLOCKED);
                }
                // every other decision is followed by an end, of which they may have been told first
                if (event instanceof EvidenceRejected) {
                    all.concerns(Set.of(event.subject()), Set.of(), Notice.REJECTED);
                }
                if (event instanceof NumberUnblocked) {
                    all.concerns(reporters, takenOut, Notice.UNBLOCKED);
                    all.concerns(owners, Set.of(), Notice.UNBLOCKED);
                }
            });
            return all;
        }

        private void say(Event event, Set<String> reporters, Set<String> owners) {
            switch (event) {
                case ReportSubmitted it -> add(it.subject(), Notice.RECEIPT);
                case AppealSubmitted it -> add(it.subject(), Notice.APPEAL_RECEIVED);
                case EvidenceRequested it -> add(it.subject(), Notice.EVIDENCE_REQUESTED);
                case EvidenceVerified it -> add(it.subject(), Notice.VERIFIED);
                case EvidenceRejected it -> add(it.subject(), Notice.REJECTED);
                case InformationAnswered it -> add(it.subject(), Notice.ANSWERED);
                case AppealDismissed it -> add(it.subject(), Notice.APPEAL_DISMISSED);
                case NothingToUnblock it -> add(it.appeal().toString(), Notice.NOTHING_BLOCKED);
                case AppealJoined it -> add(it.appeal().toString(), Notice.APPEAL_UPHELD);
                case UnblockRequested it -> {
                    it.appeal().ifPresent(appeal -> add(appeal.toString(), Notice.APPEAL_UPHELD));
                    if (it.reason() == UnblockReason.LATE_BLOCK) {
                        owners.forEach(owner -> add(owner, Notice.UNBLOCK_ASKED_AGAIN));
                    }
                }
                case NumberBlocked _ -> reporters.forEach(reporter -> add(reporter, Notice.BLOCKED));
                case NumberUnblocked _ -> {
                    reporters.forEach(reporter -> {
                        add(reporter, Notice.UNBLOCKED);
                        add(reporter, Notice.OWNER_WAS_RIGHT);
                    });
                    owners.forEach(owner -> add(owner, Notice.UNBLOCKED));
                }
                case TicketClosed it
                when it.outcome() == Outcome.NOT_BLOCKED ->
                    reporters.forEach(reporter ->
                            add(reporter, it.appeal().isPresent() ? Notice.OWNER_WAS_RIGHT : Notice.NOT_BLOCKED));
                default -> {}
            }
        }

        private void add(String about, Notice sentence) {
            sentences.computeIfAbsent(about, _ -> EnumSet.noneOf(Notice.class)).add(sentence);
        }

        private void concerns(Set<String> people, Set<String> without, Notice sentence) {
            people.stream().filter(about -> !without.contains(about)).forEach(about -> concerned
                    .computeIfAbsent(about, _ -> EnumSet.noneOf(Notice.class))
                    .add(sentence));
        }

        boolean holds(String about, Notice sentence) {
            return sentences.getOrDefault(about, Set.of()).contains(sentence);
        }
    }
}
