package id.sigap.local.actors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The evidence made for the project: see {@code demo/README.md} among the resources. */
public enum Samples {
    SCAM_CALL("scam-call.mp3", "audio/mpeg"),
    SCAM_SMS("scam-sms.png", "image/png"),
    OWNERSHIP_STATEMENT("ownership-statement.pdf", "application/pdf");

    private final String file;
    private final String contentType;

    Samples(String file, String contentType) {
        this.file = file;
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        try (InputStream in = Samples.class.getResourceAsStream("/demo/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
