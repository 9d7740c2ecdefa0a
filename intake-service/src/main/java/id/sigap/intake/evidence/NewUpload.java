package id.sigap.intake.evidence;

import id.sigap.intake.form.Findings;
import id.sigap.service.Refusal;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that is going to be sent in parts.
 *
 * @param mediaType what it is said to be; its content decides, and this is not kept
 * @param name its name; not kept
 */
public record NewUpload(
        @Schema(required = true, minimum = "1", examples = "1048576")
        Long sizeBytes,

        @Schema(examples = "audio/mpeg") String mediaType,
        @Schema(examples = "rekaman.mp3") String name) {

    private static final int LONGEST = 300;

    /** @throws Refusal 400 naming every field that is wrong, 413 for a file that is too large */
    void check(long maxBytes) {
        var findings = new Findings();
        findings.required("sizeBytes", sizeBytes);
        if (sizeBytes != null && sizeBytes < 1) {
            findings.wrong("sizeBytes", "evidence-empty");
        }
        if (mediaType != null && mediaType.length() > LONGEST) {
            findings.wrong("mediaType", "too-long", LONGEST);
        }
        if (name != null && name.length() > LONGEST) {
            findings.wrong("name", "too-long", LONGEST);
        }
        findings.settle();
        if (sizeBytes > maxBytes) {
            throw new Refusal(Status.REQUEST_ENTITY_TOO_LARGE, "evidence-too-large", maxBytes / (1024 * 1024));
        }
    }

    /** Stays out of logs: a file's name may say anything. */
    @Override
    public String toString() {
        return "NewUpload[" + sizeBytes + "]";
    }
}
