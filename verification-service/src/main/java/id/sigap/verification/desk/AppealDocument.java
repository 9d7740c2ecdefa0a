package id.sigap.verification.desk;

import jakarta.ws.rs.core.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * A document of an appeal on its way through: a picture to be looked at, everything else to be saved; nothing that a browser runs. No event told
 * its type, so its first bytes do.
 */
record AppealDocument(UUID id) {

    private static final int HEAD = 12;

    Response answer(InputStream bytes) throws IOException {
        var file = new BufferedInputStream(bytes);
        file.mark(HEAD);
        Optional<String> picture = picture(new String(file.readNBytes(HEAD), StandardCharsets.ISO_8859_1));
        file.reset();
        String type = picture.orElse("application/octet-stream");
        return Delivery.of(Response.ok(file), type, picture.isPresent(), id.toString())
                .build();
    }

    private static Optional<String> picture(String head) {
        if (head.startsWith("\u0089PNG\r\n")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        return head.startsWith("RIFF") && head.endsWith("WEBP") ? Optional.of("image/webp") : Optional.empty();
    }
}
