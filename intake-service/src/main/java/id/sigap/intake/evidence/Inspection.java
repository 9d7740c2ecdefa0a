package id.sigap.intake.evidence;

import id.sigap.events.ReportId;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports;
import id.sigap.intake.report.Step;
import id.sigap.intake.report.Timeline;
import id.sigap.intake.vault.CaseKey;
import id.sigap.intake.vault.CaseKeys;
import id.sigap.reliable.Journal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Lets evidence out of quarantine, or refuses it. While the scanner is away it stays where it is and is tried again. */
@ApplicationScoped
class Inspection {

    private static final Logger LOG = Logger.getLogger(Inspection.class);
    private static final int BATCH = 10;
    /** Beside the scan; a second look at the same file is harmless. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final EvidenceItems items;
    private final EvidenceStore store;
    private final Scanner scanner;
    private final CaseKeys keys;
    private final Reports reports;
    private final Timeline timeline;
    private final Journal journal;
    private final Event<FoundClean> foundClean;
    private final EvidenceConfig config;
    private final ClamAvConfig clamAv;
    private final Clock clock;

    Inspection(
            EvidenceItems items,
            EvidenceStore store,
            Scanner scanner,
            CaseKeys keys,
            Reports reports,
            Timeline timeline,
            Journal journal,
            Event<FoundClean> foundClean,
            EvidenceConfig config,
            ClamAvConfig clamAv,
            Clock clock) {
        this.items = items;
        this.store = store;
        this.scanner = scanner;
        this.keys = keys;
        this.reports = reports;
        this.timeline = timeline;
        this.journal = journal;
        this.foundClean = foundClean;
        this.config = config;
        this.clamAv = clamAv;
        this.clock = clock;
    }

    private record Unchecked(Evidence evidence, CaseKey key) {}

    @Scheduled(every = "${sigap.intake.evidence.poll}", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        boolean more = true;
        for (int i = 0; i < BATCH && more; i++) {
            Optional<UUID> due = claim();
            due.ifPresent(id -> inspect(id, clamAv.longestScan()));
            more = due.isPresent();
        }
    }

    /** One at a time: the lease of the last of many would end before its turn has come. */
    private Optional<UUID> claim() {
        return QuarkusTransaction.requiringNew()
                .call(() -> items.claimUnchecked(1, clamAv.longestScan().plus(MARGIN), config.longestPause()))
                .stream()
                .map(Evidence::id)
                .findFirst();
    }

    /** Has a file looked at while somebody waits, unless it has been; more than one may try at the same time. */
    void inspect(UUID id) {
        inspect(id, clamAv.timeout());
    }

    private void inspect(UUID id, Duration within) {
        try {
            Optional<Unchecked> unchecked = QuarkusTransaction.requiringNew().call(() -> unchecked(id));
            if (unchecked.isPresent()) {
                inspect(id, unchecked.get(), within);
            }
        } catch (Scanner.ScannerAway e) {
            stays(id, e, item -> item.checkAgain(clock.instant().plus(config.retryPause())));
        } catch (IOException | RuntimeException e) { // whatever it was: it comes rarer, and others come after it
            stays(id, e, item -> item.checkedInVain(clock.instant(), config.retryPause(), config.longestPause()));
        }
    }

    private void inspect(UUID id, Unchecked unchecked, Duration within) throws IOException {
        try (InputStream sealed = store.open(id);
                InputStream original = unchecked.key().opening(Evidence.place(id), sealed)) {
            settle(id, scanner.scan(original, within));
        }
    }

    private void stays(UUID id, Exception why, Consumer<Evidence> again) {
        LOG.warnf(
                "evidence stays in quarantine evidence=%s why=%s",
                id, why.getClass().getSimpleName());
        QuarkusTransaction.requiringNew().run(() -> items.findByIdOptional(id)
                .filter(item -> item.state() == EvidenceState.QUARANTINED)
                .ifPresent(again));
    }

    private Optional<Unchecked> unchecked(UUID id) {
        return items.findByIdOptional(id)
                .filter(evidence -> evidence.state() == EvidenceState.QUARANTINED)
                .flatMap(evidence -> keys.find(evidence.caseId()).map(key -> new Unchecked(evidence, key)));
    }

    private void settle(UUID id, Scanner.Verdict verdict) {
        QuarkusTransaction.requiringNew().run(() -> items.findByIdOptional(id).ifPresent(seen -> {
            keys.lock(seen.caseId());
            items.getEntityManager().refresh(seen);
            if (seen.state() == EvidenceState.QUARANTINED) {
                settle(seen, verdict);
            }
        }));
    }

    private void settle(Evidence evidence, Scanner.Verdict verdict) {
        switch (verdict) {
            case Scanner.Verdict.Clean clean -> {
                evidence.foundClean(clean.check());
                foundClean.fire(new FoundClean(evidence.id(), evidence.type()));
                tellClean(evidence);
            }
            case Scanner.Verdict.Infected infected -> {
                LOG.warnf("evidence refused evidence=%s finding=%s", evidence.id(), infected.finding());
                evidence.refuse();
                tellRefused(evidence);
            }
        }
    }

    private void tellClean(Evidence evidence) {
        switch (evidence.caseKind()) {
            case REPORT -> {
                Instant now = clock.instant();
                timeline.add(report(evidence), now, Step.EVIDENCE_ATTACHED);
                journal.append(evidence.attached(now));
            }
            case APPEAL -> {} // said by AppealSubmitted, when the appellant has handed in all of it
        }
    }

    private void tellRefused(Evidence evidence) {
        switch (evidence.caseKind()) {
            case REPORT -> timeline.add(report(evidence), clock.instant(), Step.EVIDENCE_REFUSED);
            case APPEAL -> {}
        }
    }

    private Report report(Evidence evidence) {
        return reports.locked(new ReportId(evidence.caseId().value()));
    }
}
