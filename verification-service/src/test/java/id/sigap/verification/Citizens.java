package id.sigap.verification;

import id.sigap.events.AppealId;
import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Event;
import id.sigap.events.EvidenceId;
import id.sigap.events.EvidenceRef;
import id.sigap.events.MessageId;
import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.events.SuspectNumber;
import id.sigap.events.report.AppealSubmitted;
import id.sigap.events.report.Author;
import id.sigap.events.report.EvidenceAttached;
import id.sigap.events.report.EvidenceCheck;
import id.sigap.events.report.MessagePosted;
import id.sigap.events.report.ReportKind;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.events.report.ReportWithdrawn;
import id.sigap.phone.Suspect;
import id.sigap.reliable.Ids;
import id.sigap.service.Sql;
import id.sigap.testing.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What citizens do, as the vault says it on {@code sigap.reports}. */
@ApplicationScoped
public class Citizens {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private static final String TAKE_BACK = """
            update verification_case
            set state = 'WITHDRAWN', claimed_by = null, claimed_until = null, closed_by = 'reporter', closed_at = last_activity_at,
                version = version + 1
            where state in ('WAITING', 'CLAIMED', 'AWAITING_EVIDENCE', 'AWAITING_SECOND_APPROVAL')
            """;

    private final Clock clock;
    private final Sql sql;
    private final Map<String, AtomicInteger> versions = new ConcurrentHashMap<>();

    Citizens(Clock clock, Sql sql) {
        this.clock = clock;
        this.sql = sql;
    }

    /** As if all took back what other tests had them report, so that a page or a list holds this test's cases and is as short as can be. */
    public void takeBackEverything() {
        sql.changed(TAKE_BACK);
    }

    /** A number that nobody has reported yet in this run and nobody has. */
    public static SuspectNumber freshNumber() {
        return new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+62811000" + NUMBERS.incrementAndGet());
    }

    /** A usual complaint, to be changed before it is sent. */
    public Complaint aComplaint() {
        var report = new ReportId(Ids.next());
        return new Complaint(
                report,
                ReportKind.COMPLAINT,
                Category.IMPERSONATION,
                Optional.of(Suspect.of(freshNumber())),
                false,
                report.toString().replace("-", "").repeat(2),
                clock.instant());
    }

    public ReportId submit(Complaint complaint) {
        say(complaint.submitted());
        return complaint.report();
    }

    /** @return what an officer's decision can rest on */
    public EvidenceRef attach(ReportId report) {
        return attach(report, "audio/mpeg");
    }

    public EvidenceRef attach(ReportId report, String mediaType) {
        return attach(report, mediaType, "%064x".formatted(report.value().getLeastSignificantBits() >>> 1));
    }

    /** @param sha256 of the bytes: the same for the same file */
    public EvidenceRef attach(ReportId report, String mediaType, String sha256) {
        var ref = new EvidenceRef(new EvidenceId(Ids.next()), sha256);
        say(new EvidenceAttached(report, ref, mediaType, 4711, EvidenceCheck.SCANNED, clock.instant()));
        return ref;
    }

    public void write(ReportId report) {
        say(new MessagePosted(report, new MessageId(Ids.next()), 1, Author.REPORTER, clock.instant()));
    }

    public void withdraw(ReportId report) {
        say(new ReportWithdrawn(report, clock.instant()));
    }

    /** @param documents ids of what the owner hands in */
    public AppealId appeal(Msisdn number, String... documents) {
        var appeal = new AppealId(Ids.next());
        List<EvidenceRef> handedIn = Stream.of(documents)
                .map(id -> new EvidenceRef(new EvidenceId(UUID.fromString(id)), "e".repeat(64)))
                .toList();
        say(new AppealSubmitted(appeal, "BND-2026-000001", number, handedIn, "c".repeat(64), clock.instant()));
        return appeal;
    }

    private void say(Event event) {
        AtomicInteger version = versions.computeIfAbsent(event.subject(), _ -> new AtomicInteger());
        Topics.publish(event, version.incrementAndGet());
    }

    /** A report before it is sent. */
    public record Complaint(
            ReportId report,
            ReportKind kind,
            Category category,
            Optional<Suspect> suspect,
            boolean moneyLost,
            String reporter,
            Instant submittedAt) {

        public Complaint about(SuspectNumber number) {
            return about(Suspect.of(number));
        }

        public Complaint about(Suspect accused) {
            return new Complaint(report, kind, category, Optional.of(accused), moneyLost, reporter, submittedAt);
        }

        public Complaint withMoneyLost() {
            return new Complaint(report, kind, category, suspect, true, reporter, submittedAt);
        }

        public Complaint asQuestion() {
            return new Complaint(
                    report, ReportKind.INFORMATION, category, Optional.empty(), moneyLost, reporter, submittedAt);
        }

        /** By whoever reported the other. */
        public Complaint bySameAs(Complaint other) {
            return new Complaint(report, kind, category, suspect, moneyLost, other.reporter(), submittedAt);
        }

        public Complaint at(Instant submitted) {
            return new Complaint(report, kind, category, suspect, moneyLost, reporter, submitted);
        }

        ReportSubmitted submitted() {
            return new ReportSubmitted(
                    report,
                    "LPR-2026-000001",
                    kind,
                    Channel.VOICE_CALL,
                    category,
                    suspect.flatMap(Suspect::number),
                    suspect.flatMap(Suspect::senderName),
                    submittedAt.minus(Duration.ofHours(3)),
                    moneyLost,
                    "id",
                    reporter,
                    submittedAt);
        }
    }
}
