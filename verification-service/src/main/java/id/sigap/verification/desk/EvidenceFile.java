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

/** A piece of evidence on its way through: a picture to be looked at, a recording to be heard, everything else to be saved; nothing that a browser runs. */
record EvidenceFile(EvidenceView piece) {

    /** What browsers draw and can't be made to run: no SVG. */
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/webp", "image/gif");
    /** What a player on our page may load; a window of its own saves it. */
    private static final Set<String> RECORDINGS =
            Set.of("audio/mpeg", "audio/ogg", "audio/mp4", "audio/wav", "audio/amr");

    /** @throws Refusal 404 unless the case has it, found clean */
    static EvidenceFile of(CaseView found, UUID evidence) {
        return found.evidence().stream()
                .filter(piece -> piece.evidence().equals(evidence))
                .findFirst()
                .map(EvidenceFile::new)
                .orElseThrow(() -> Refusal.notFound("evidence"));
    }

    static boolean isPicture(String mediaType) {
        return PICTURES.contains(mediaType);
    }

    static boolean isRecording(String mediaType) {
        return RECORDINGS.contains(mediaType);
    }

    /** The type is what the case knows of it, found by content; what the vault's answer says of itself is not passed on. */
    Response answer(Delivered delivered) {
        boolean picture = isPicture(piece.mediaType());
        boolean known = picture || isRecording(piece.mediaType());
        String extension = piece.mediaType().replaceFirst(".*/", "").replaceAll("[^a-z0-9]", "");
        ResponseBuilder answer = delivered
                .contentRange()
                .map(range -> Response.status(Status.PARTIAL_CONTENT).header("Content-Range", range))
                .orElseGet(Response::ok);
        delivered.length().ifPresent(length -> answer.header(HttpHeaders.CONTENT_LENGTH, length));
        answer.entity(delivered.bytes()).header("Accept-Ranges", "bytes");
        String type = known ? piece.mediaType() : "application/octet-stream";
        return Delivery.of(answer, type, picture, piece.evidence() + "." + extension)
                .build();
    }
}
