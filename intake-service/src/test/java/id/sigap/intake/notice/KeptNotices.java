package id.sigap.intake.notice;

import id.sigap.events.report.Notice;
import id.sigap.intake.vault.CaseId;
import id.sigap.service.Language;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;

/** The mails that are to be sent, in memory. */
@Vetoed
public final class KeptNotices extends Notices {

    private record Told(CaseId to, Notice notice) {}

    private final List<Told> told = new ArrayList<>();

    public KeptNotices() {
        super(null);
    }

    public List<Notice> toldTo(CaseId to) {
        return told.stream()
                .filter(mail -> mail.to().equals(to))
                .map(Told::notice)
                .toList();
    }

    @Override
    public void tell(CaseId caseId, Notice notice, Language language, String caseNumber) {
        told.add(new Told(caseId, notice));
    }
}
