package id.sigap.intake.evidence;

import id.sigap.intake.decoding.Original;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Optional;

/** A file of a case as an answer, in a form no browser runs. @param name to be saved under */
public record FileAnswer(String mediaType, long sizeBytes, String name, Original bytes) {

    /**
     * The file as an attachment, or the part of it that was asked for.
     *
     * @param range the header of that name; null without one
     * @throws id.sigap.service.Refusal 416 if it has no such part
     */
    public Response to(String range) throws IOException {
        Optional<ByteRange> part = ByteRange.read(range, sizeBytes);
        return part.isPresent() ? part(part.get()) : whole();
    }

    private Response whole() throws IOException {
        return guarded(Response.ok(bytes.open()), sizeBytes).build();
    }

    private Response part(ByteRange part) throws IOException {
        return guarded(Response.status(Status.PARTIAL_CONTENT).entity(part.of(bytes.open())), part.length())
                .header("Content-Range", part.contentRange())
                .build();
    }

    private ResponseBuilder guarded(ResponseBuilder answer, long length) {
        return answer.type(mediaType)
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
