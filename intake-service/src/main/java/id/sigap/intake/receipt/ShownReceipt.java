package id.sigap.intake.receipt;

import id.sigap.intake.pace.Visitor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a reporter shows to get at their case, and from where: a receipt, or a browser that has shown it before. Never part of an address. */
public class ShownReceipt {

    /** Its name. */
    public static final String HEADER = "Sigap-Receipt";

    @HeaderParam(HEADER)
    @Parameter(description = "The receipt code, as it was shown", example = "7K3M-0000-0000-0000-0000-0000-0000")
    String code;

    /** Of the browser's cookie. */
    @CookieParam(CaseCookie.NAME)
    @Parameter(hidden = true)
    String session;

    @HeaderParam(Visitor.PROOF)
    @Parameter(description = "A solved proof of work, where too many wrong receipts came from this network")
    String proof;

    @Context
    HttpServerRequest request;
}
