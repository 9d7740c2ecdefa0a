package id.sigap.intake.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A person's row: unreadable without the case key. */
@Entity
@Table(name = "person")
class SealedPerson {

    @Id
    private UUID caseId;

    private byte[] sealed;

    SealedPerson() {}

    SealedPerson(CaseId caseId, byte[] sealed) {
        this.caseId = caseId.value();
        this.sealed = sealed;
    }

    byte[] sealed() {
        return sealed;
    }
}
