package id.sigap.intake.report;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.events.report.ReportKind;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKey;
import id.sigap.intake.vault.CaseKeys;
import id.sigap.intake.vault.CaseKind;
import id.sigap.intake.vault.Person;
import id.sigap.phone.Suspect;
import id.sigap.service.Language;
import java.time.Instant;
import java.util.Optional;

/** A report with an id of the test's choice, in the database; nobody's address stands behind it. */
public final class StoredReport {

    public static void store(CaseKeys keys, Reports reports, ReportId id, Msisdn number, Instant at) {
        CaseKey key = keys.create(new CaseId(id.value()), CaseKind.REPORT);
        var submission = new Submission(
                new Person("Siti", "siti@example.id", "+6281100000001"),
                ReportKind.COMPLAINT,
                Channel.SMS,
                Category.PRIZE,
                Optional.of(new Suspect(Suspect.Kind.DOMESTIC_MOBILE, number.value())),
                Optional.empty(),
                at,
                false,
                "Katanya saya menang undian",
                Language.ID);
        reports.persist(new Report(id, "PGD-2001-000000", submission, key, at));
        reports.flush();
    }

    private StoredReport() {}
}
