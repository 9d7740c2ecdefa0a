package id.sigap.intake.notice;

import id.sigap.events.report.Notice;
import id.sigap.intake.vault.CaseId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The mails that are to be sent, in the database. */
@ApplicationScoped
public class QueuedNotices {

    private final Notices notices;

    QueuedNotices(Notices notices) {
        this.notices = notices;
    }

    public List<Notice> to(CaseId caseId) {
        return notices.list("caseId", caseId.value()).stream()
                .map(NoticeDelivery::notice)
                .toList();
    }
}
