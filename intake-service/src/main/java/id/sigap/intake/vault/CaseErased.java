package id.sigap.intake.vault;

/** The case's key is destroyed: whatever else is kept of it goes now. Fired inside the erasing transaction. */
public record CaseErased(CaseId caseId) {}
