package id.sigap.verification.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** As much of intake's officer API as the desk uses. */
@Path("/api/v1/reports/{report}")
@Produces(MediaType.APPLICATION_JSON)
public interface VaultApi {

    record NewMessage(String text) {}

    /** A piece as the vault has it. @param state only {@code CLEAN} ones are on the case and may be looked at */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ReceivedEvidence(String state) {

        boolean isBeingChecked() {
            return state.equals("QUARANTINED");
        }
    }

    @GET
    ToldReport report(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("report") UUID report);

    @GET
    @Path("messages")
    List<ChatMessage> messages(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("report") UUID report,
            @QueryParam("limit") int limit);

    @POST
    @Path("messages")
    @Consumes(MediaType.APPLICATION_JSON)
    void write(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("report") UUID report,
            NewMessage message);

    @GET
    @Path("evidence")
    List<ReceivedEvidence> evidence(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("report") UUID report);

    @GET
    @Path("evidence/{evidence}/content")
    @Produces(MediaType.WILDCARD)
    InputStream content(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("report") UUID report,
            @PathParam("evidence") UUID evidence);
}
