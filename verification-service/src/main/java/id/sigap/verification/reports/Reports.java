package id.sigap.verification.reports;

import id.sigap.events.report.AppealSubmitted;
import id.sigap.events.report.EvidenceAttached;
import id.sigap.events.report.MessagePosted;
import id.sigap.events.report.ReportEvent;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.events.report.ReportWithdrawn;
import id.sigap.events.report.ReporterNotified;
import id.sigap.reliable.EventBatch;
import id.sigap.verification.appeal.Appeals;
import id.sigap.verification.casework.Desk;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What citizens did, and what it does to cases and appeals. */
@ApplicationScoped
class Reports {

    private final Desk desk;
    private final Appeals appeals;

    Reports(Desk desk, Appeals appeals) {
        this.desk = desk;
        this.appeals = appeals;
    }

    @Incoming("reports")
    @Blocking
    void on(EventBatch<ReportEvent> batch) {
        batch.forEachNew(event -> {
            switch (event) {
                case ReportSubmitted submitted -> desk.take(submitted);
                case EvidenceAttached attached -> desk.take(attached);
                case MessagePosted posted -> desk.take(posted);
                case ReportWithdrawn withdrawn -> desk.take(withdrawn);
                case AppealSubmitted submitted -> appeals.take(submitted);
                case ReporterNotified _ -> {} // the vault's own business
            }
        });
    }
}
