package id.sigap.verification.desk;

import id.sigap.service.Refusal;
import id.sigap.verification.casework.CaseView;
import id.sigap.verification.casework.CaseView.EvidenceView;
import id.sigap.verification.vault.VaultEvidence.Delivered;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import java.util.UUID;

/** A piece of evidence on its way through: the original to be saved, what the vault made of it to be looked at; nothing that a browser runs. */
record EvidenceFile(EvidenceView piece) {

    /** What the vault makes, and browsers draw and can't be made to run: no SVG. */
    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/webp", "audio/mpeg", "video/mp4");

    private static final String UNKNOWN = "application/octet-stream";

    /** @throws Refusal 404 unless the case has it, found clean */
    static EvidenceFile of(CaseView found, UUID evidence) {
        return found.evidence().stream()
                .filter(piece -> piece.evidence().equals(evidence))
                .findFirst()
                .map(EvidenceFile::new)
                .orElseThrow(() -> Refusal.notFound("evidence"));
    }

    static boolean isRecording(String mediaType) {
        return mediaType.startsWith("audio/");
    }

    /** Of no type that a browser shows or plays, whatever the vault's answer says of itself. */
    Response original(Delivered delivered) {
        return answer(delivered, UNKNOWN, false);
    }

    /** Of the types that are made, and no other. */
    Response shown(Delivered delivered) {
        String type = delivered.type().filter(SHOWN::contains).orElse(UNKNOWN);
        return answer(delivered, type, SHOWN.contains(type));
    }

    private Response answer(Delivered delivered, String type, boolean shown) {
        ResponseBuilder answer = delivered
                .contentRange()
                .map(range -> Response.status(Status.PARTIAL_CONTENT).header("Content-Range", range))
                .orElseGet(Response::ok);
        delivered.length().ifPresent(length -> answer.header(HttpHeaders.CONTENT_LENGTH, length));
        answer.entity(delivered.bytes()).header("Accept-Ranges", "bytes");
        return Delivery.of(answer, type, shown, delivered.named(piece.evidence()))
                .build();
    }
}
