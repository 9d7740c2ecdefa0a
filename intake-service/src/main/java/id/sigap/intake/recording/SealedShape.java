package id.sigap.intake.recording;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The peaks of one recording, kept: unreadable without the case key. */
@Entity
@Table(name = "recording_shape")
class SealedShape {

    @Id
    private UUID evidence;

    private byte[] sealed;

    SealedShape() {}

    SealedShape(UUID evidence, byte[] sealed) {
        this.evidence = evidence;
        this.sealed = sealed;
    }

    byte[] sealed() {
        return sealed;
    }
}
