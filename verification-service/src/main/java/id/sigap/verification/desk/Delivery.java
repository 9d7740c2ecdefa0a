package id.sigap.verification.desk;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Somebody's file on its way to an officer's browser, in a form that nothing runs: of the type we say, in a sandbox, kept nowhere. */
final class Delivery {

    private Delivery() {}

    /** @param shown in its own window; otherwise it is saved */
    static ResponseBuilder of(ResponseBuilder answer, String mediaType, boolean shown, String name) {
        return answer.type(mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (shown ? "inline" : "attachment") + "; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Referrer-Policy", "no-referrer");
    }
}
