package id.sigap.faults.agent.inside;

import static id.sigap.faults.agent.inside.Cut.after;
import static id.sigap.faults.agent.inside.Cut.before;
import static id.sigap.faults.agent.inside.Cut.instead;

import id.sigap.faults.agent.FailPoint;
import id.sigap.faults.agent.Sabotage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the services are cut for each fail point and each sabotage. */
final class Cuts {

    private static final String EVENTS = "id.sigap.reliable.";
    private static final String EVIDENCE = "id.sigap.intake.evidence.";

    private Cuts() {}

    /** All that is to be cut in one service. */
    static List<Cut> in(String service, Optional<Sabotage> sabotage) {
        Stream<Cut> moments = Arrays.stream(FailPoint.values())
                .filter(point -> point.services().contains(service))
                .flatMap(point -> at(point).stream());
        Stream<Cut> wrongs = sabotage.filter(what -> what.services().contains(service)).stream()
                .flatMap(what -> by(what).stream());
        return Stream.concat(moments, wrongs).toList();
    }

    static List<Cut> at(FailPoint point) {
        return switch (point) {
            case EVIDENCE_HALF_WRITTEN ->
                List.of(instead(
                        new Place(EVIDENCE + "DirectoryStore$FileDraft", "keep", "FileChannel.force"),
                        Moments.class,
                        "halveAndForce"));
            case EVIDENCE_BEFORE_ROW ->
                List.of(after(
                        new Place(EVIDENCE + "Uploads", "seal", "EvidenceStore$Draft.keep"),
                        Moments.class,
                        "evidenceBeforeRow"));
            case EVIDENCE_BEFORE_INSPECTION ->
                List.of(before(
                        new Place(EVIDENCE + "Uploads", "take", "Inspection.inspect"),
                        Moments.class,
                        "evidenceBeforeInspection"));
            case ERASED_BEFORE_BLOBS ->
                List.of(before(
                        new Place(EVIDENCE + "Orphans", "erased", "EvidenceStore.delete"),
                        Moments.class,
                        "erasedBeforeBlobs"));
            case COMMIT_BEFORE_REPLY ->
                List.of(before(
                        new Place(EVENTS + "Journal$WriteAtCommit", "afterCompletion", "Relay.wake"),
                        Moments.class,
                        "committed"));
            case COMMIT_BEFORE_OFFSET ->
                List.of(
                        after(new Place(EVENTS + "InboxPage", "verdict", "Set.add"), Moments.class, "newEvent"),
                        after(
                                new Place(EVENTS + "Inbox", "receive", "Attempts.handle"),
                                Moments.class,
                                "eventsCommitted"));
            case REPLY_BEFORE_OFFSET ->
                List.of(
                        after(
                                new Place("id.sigap.notifier.reply.OperatorTopics", "take", "Replies.take"),
                                Moments.class,
                                "replyTaken"),
                        after(
                                new Place(EVENTS + "ForeignInbox", "receive", "Attempts.handle"),
                                Moments.class,
                                "repliesCommitted"));
            case RELAY_HALF_SENT ->
                List.of(instead(new Place(EVENTS + "Relay", "send", "List.iterator"), Moments.class, "halfWay"));
            case RELAY_AFTER_ACK ->
                List.of(before(
                        new Place(EVENTS + "Relay", "publish", "Outbox.published"), Moments.class, "relayAfterAck"));
            case MAIL_TAKEN ->
                List.of(after(
                        new Place("id.sigap.mail.MailServer", "send", "CompletableFuture.get"),
                        Moments.class,
                        "mailTaken"));
            case REQUEST_TAKEN ->
                List.of(after(
                        new Place("id.sigap.notifier.delivery.KafkaCourier", "bring", "Broker.send"),
                        Moments.class,
                        "requestTaken"));
            case MID_SWEEP ->
                List.of(after(
                        new Place("id.sigap.sla.sweep.Sweep", Place.ANY, "Journal.append"), Moments.class, "midSweep"));
            case WATERMARK_BEFORE_PUBLISHING ->
                List.of(before(
                        new Place("id.sigap.notifier.watermark.Watermarks", "publishWhileSeated", "Watermarks.publish"),
                        Moments.class,
                        "watermarkBeforePublishing"));
        };
    }

    static List<Cut> by(Sabotage sabotage) {
        return switch (sabotage) {
            case INBOX_OFF ->
                List.of(
                        instead(
                                new Place(EVENTS + "Inbox", "handle", "InboxPage.verdict"),
                                Wrongs.class,
                                "everythingIsNext"),
                        instead(
                                new Place(EVENTS + "Inbox", "handle", "InboxPage.close"),
                                Wrongs.class,
                                "rememberNothing"));
            case OFFSET_EARLY ->
                List.of(
                        instead(new Place(EVENTS + "Inbox", "receive", "Attempts.handle"), Wrongs.class, "handleLater"),
                        instead(
                                new Place(EVENTS + "ForeignInbox", "receive", "Attempts.handle"),
                                Wrongs.class,
                                "handleLater"),
                        instead(new Place(EVENTS + "Rewind", Place.ANY, "Rewind.goBack"), Wrongs.class, "stay"));
            case POINTER_EARLY ->
                List.of(instead(new Place(EVENTS + "Relay", "publish", "Outbox.next"), Wrongs.class, "readAndDelete"));
            case BREACH_WITHOUT_GUARD ->
                List.of(instead(
                        new Place("id.sigap.sla.sweep.DueClocks", "claim", "Connection.prepareStatement"),
                        Wrongs.class,
                        "withoutGuards"));
            case NO_OPERATOR_CHECK ->
                List.of(instead(
                        new Place("id.sigap.notifier.reply.Replies", "take", "Optional.filter"),
                        Wrongs.class,
                        "unfiltered"));
            case LATE_BLOCK_FORGOTTEN ->
                List.of(instead(
                        new Place("id.sigap.ticket.Confirmations", Place.ANY, "Answers.blockedLate"),
                        Wrongs.class,
                        "unheard"));
            case DECISION_UNTOLD ->
                List.of(instead(
                        new Place("id.sigap.intake.outcome.Verifications", "tell", "Notices.tell"),
                        Wrongs.class,
                        "untold"));
            case DECLINE_UNHEARD ->
                List.of(instead(
                        new Place("id.sigap.ticket.Confirmations", Place.ANY, "Answers.declined"),
                        Wrongs.class,
                        "unheard"));
            case WITHDRAWAL_UNHEARD ->
                Stream.of("undeclared", "nobodyWasLate")
                        .map(method -> instead(
                                new Place("id.sigap.sla.clock.Clock", method, "Clock.withdrawnInTime"),
                                Wrongs.class,
                                "never"))
                        .toList();
        };
    }
}
