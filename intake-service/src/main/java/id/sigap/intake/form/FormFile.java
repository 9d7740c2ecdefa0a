package id.sigap.intake.form;

import id.sigap.service.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/**
 * The file of a multipart form, read while it comes in. The framework's own way would lay it on a disk first, in clear (decision 0008).
 * Other fields of the form are passed over.
 */
public final class FormFile extends InputStream {

    private static final int CHUNK = 16 * 1024;
    /** As a browser names a file that nobody chose. */
    private static final String NOT_CHOSEN = "filename=\"\"";
    /** So many bytes may come before the file: the parser keeps a part's head in memory, however long it is. */
    private static final int MOST_BEFORE = 64 * 1024;

    private final InputStream body;
    private final MultipartParser.ParseState parsing;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private long came;
    private boolean begun;
    private boolean ended;

    private FormFile(InputStream body, String boundary) {
        this.body = body;
        this.parsing = MultipartParser.beginParse(
                new Part(), boundary.getBytes(StandardCharsets.US_ASCII), StandardCharsets.UTF_8.name());
    }

    /**
     * Reads up to where the file begins.
     *
     * @param contentType of the form; null if it said none: without a body, nobody asked for it
     * @throws Refusal 400 if there is no file in it, or none was chosen; 415
     */
    public static FormFile in(InputStream body, String contentType) throws IOException {
        if (contentType == null) {
            throw new Refusal(415, "unsupported-media-type");
        }
        String boundary = MediaType.valueOf(contentType).getParameters().get("boundary");
        if (boundary == null) {
            throw new Refusal(400, "bad-request");
        }
        var file = new FormFile(body, boundary);
        while (!file.begun) {
            if (file.came > MOST_BEFORE || !file.more()) {
                throw new Refusal(400, "bad-request");
            }
        }
        return file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (waiting.isEmpty()) {
            if (ended) {
                return -1;
            }
            if (!more()) {
                throw new Refusal(400, "bad-request"); // the form ends in the middle of its file
            }
        }
        ByteBuffer next = waiting.peek();
        int read = Math.min(length, next.remaining());
        next.get(bytes, offset, read);
        if (!next.hasRemaining()) {
            waiting.remove();
        }
        return read;
    }

    /** False at the end of the body. */
    private boolean more() throws IOException {
        byte[] chunk = new byte[CHUNK];
        int read = body.read(chunk);
        if (read > 0) {
            came += read;
            parse(ByteBuffer.wrap(chunk, 0, read));
        }
        return read >= 0;
    }

    private void parse(ByteBuffer some) {
        try {
            parsing.parse(some);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException _) {
            throw new Refusal(400, "bad-request"); // the parser has many words for a form that no browser writes
        }
    }

    /** What the parser says of each part; the first that has a file's name is the file. */
    private final class Part implements MultipartParser.PartHandler {

        private boolean isFile;

        @Override
        public void beginPart(CaseInsensitiveMap<String> of) {
            String disposition = of.getFirst(HttpHeaders.CONTENT_DISPOSITION);
            isFile = !begun && disposition != null && disposition.contains("filename");
            begun |= isFile;
            if (isFile && disposition.contains(NOT_CHOSEN)) {
                throw new Refusal(400, "evidence-not-chosen");
            }
        }

        @Override
        public void data(ByteBuffer buffer) {
            if (isFile && buffer.hasRemaining()) {
                var copy = new byte[buffer.remaining()]; // the parser may use its buffer again
                buffer.get(copy);
                waiting.add(ByteBuffer.wrap(copy));
            }
        }

        @Override
        public void endPart() {
            ended |= isFile;
            isFile = false;
        }
    }
}
