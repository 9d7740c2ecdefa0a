package id.sigap.intake.receipt;

import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The row behind a code. */
@Entity
@Table(name = "receipt")
class Receipt {

    @Id
    private UUID caseId;

    private byte[] codeHash;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    Receipt() {}

    Receipt(CaseId caseId, CaseKind kind, ReceiptCode code) {
        this.caseId = caseId.value();
        this.kind = kind;
        this.codeHash = code.hash();
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    CaseKind kind() {
        return kind;
    }
}
