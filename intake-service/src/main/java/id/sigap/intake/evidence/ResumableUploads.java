package id.sigap.intake.evidence;

import id.sigap.intake.evidence.PartialUpload.WrongOffset;
import id.sigap.intake.evidence.Receiving.Progress;
import id.sigap.intake.evidence.Receiving.Target;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;

/**
 * A file in parts over HTTP, so that a cut connection costs one part of it: the IETF's "Resumable Uploads for HTTP" with an upload that is
 * made first. Serves every kind of case.
 */
@RequestScoped
public class ResumableUploads {

    /** Where a part begins, and where the next one must. */
    public static final String OFFSET = "Upload-Offset";

    /** What a part is called, by the draft and by tus. */
    public static final String PART = "application/partial-upload";

    /** As {@link #PART}. */
    public static final String PART_OF_TUS = "application/offset+octet-stream";

    private static final String LENGTH = "Upload-Length";
    /** A boolean of RFC 9651. */
    private static final String COMPLETE = "Upload-Complete";

    private final PartialUploads uploads;
    private final Receiving receiving;
    private final RoutingContext exchange;

    ResumableUploads(PartialUploads uploads, Receiving receiving, RoutingContext exchange) {
        this.uploads = uploads;
        this.receiving = receiving;
        this.exchange = exchange;
    }

    /** 201 with the address to send to. */
    public Response declare(CaseId caseId, CaseKind kind, String key, NewUpload wanted, Runnable stillOpen) {
        if (wanted == null) {
            throw new Refusal(400, "body-missing");
        }
        UploadView upload = uploads.declare(caseId, kind, key, wanted, stillOpen);
        return Response.created(URI.create(exchange.request().path() + "/" + upload.upload()))
                .header(OFFSET, upload.offset())
                .entity(upload)
                .build();
    }

    /** 204 with how far it is. */
    public Response progress(CaseId caseId, CaseKind kind, String upload) {
        return QuarkusTransaction.requiringNew().call(() -> {
            PartialUpload found = uploads.of(caseId, kind, upload);
            return at(Response.noContent(), found.view(), found.evidence().isPresent());
        });
    }

    /** 204 while there is more to come; then 201 with the evidence that it has become. */
    public Response receive(
            CaseId caseId, CaseKind kind, String upload, Long offset, InputStream part, Runnable stillOpen) {
        if (offset == null || offset < 0) {
            throw Refusal.field(OFFSET, "upload-offset-missing");
        }
        try {
            Progress progress = receiving.receive(new Target(caseId, kind, upload, stillOpen), offset, part);
            return progress.evidence()
                    .map(evidence -> at(Response.status(201).entity(evidence), progress.upload(), true))
                    .orElseGet(() -> at(Response.noContent(), progress.upload(), false));
        } catch (WrongOffset wrong) {
            exchange.response().putHeader(OFFSET, Long.toString(wrong.expected()));
            throw wrong;
        }
    }

    /** 204. */
    public Response cancel(CaseId caseId, CaseKind kind, String upload) {
        uploads.cancel(caseId, kind, upload);
        return Response.noContent().build();
    }

    private static Response at(Response.ResponseBuilder answer, UploadView upload, boolean complete) {
        return answer.header(OFFSET, upload.offset())
                .header(LENGTH, upload.sizeBytes())
                .header(COMPLETE, complete ? "?1" : "?0")
                .build();
    }
}
