package id.sigap.intake.vault;

/** A case's key for tests that need no running service. */
public final class FreshKey {

    private FreshKey() {}

    public static CaseKey of(CaseId caseId) {
        return CaseKey.generate(caseId);
    }
}
