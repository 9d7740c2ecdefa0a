package id.sigap.intake.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One part of a file on its way in; its sealed bytes lie in the store under its id. */
@Entity
@Table(name = "upload_part")
class UploadPart {

    @Id
    private UUID id;

    private UUID upload;
    private long start;
    private long length;

    UploadPart() {}

    UploadPart(UUID id, UUID upload, long start, long length) {
        this.id = id;
        this.upload = upload;
        this.start = start;
        this.length = length;
    }

    UUID id() {
        return id;
    }

    /** Where its bytes stand in its case, for sealing. */
    static String place(UUID id) {
        return "upload-part/" + id;
    }
}
