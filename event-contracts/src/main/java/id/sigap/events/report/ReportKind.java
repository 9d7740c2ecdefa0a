package id.sigap.events.report;

/** What the citizen chose on the form: {@code Pengaduan} or {@code Informasi}. */
public enum ReportKind {
    COMPLAINT,
    INFORMATION
}
