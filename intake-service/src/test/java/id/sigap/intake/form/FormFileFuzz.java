package id.sigap.intake.form;

import id.sigap.service.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The file of a multipart form. */
public final class FormFileFuzz {

    private FormFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        try {
            byte[] file = FormFile.in(new ByteArrayInputStream(data), "multipart/form-data; boundary=b")
                    .readAllBytes();
            if (file.length > data.length) {
                throw new IllegalStateException("more came out than went in");
            }
        } catch (Refusal _) {
            // said so
        }
    }
}
