package id.sigap.service;

import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;

/** More came than the door takes. No refusal itself: a JSON reader would take that for a fault of the field it was at. */
final class BodyTooLarge extends IOException {

    static Refusal refusal() {
        return new Refusal(Status.REQUEST_ENTITY_TOO_LARGE, "too-large");
    }
}
