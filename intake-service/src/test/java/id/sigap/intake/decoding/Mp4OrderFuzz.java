package id.sigap.intake.decoding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The order of an MP4's boxes. */
public final class Mp4OrderFuzz {

    private Mp4OrderFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        var ordered = new ByteArrayOutputStream();
        try (Mp4Order file = Mp4Order.of(() -> new ByteArrayInputStream(data))) {
            file.write(ordered);
        } catch (Undecodable _) {
            return;
        }
        if (ordered.size() != data.length) {
            throw new IllegalStateException(data.length + " bytes became " + ordered.size());
        }
    }
}
