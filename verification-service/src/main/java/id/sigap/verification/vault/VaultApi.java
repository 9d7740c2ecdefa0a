package id.sigap.verification.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.jboss.resteasy.reactive.RestResponse;

/** As much of intake's officer API as the desk uses. */
@Path("/api/v1/reports/{report}")
@Produces(MediaType.APPLICATION_JSON)
public interface VaultApi {

    record NewMessage(String text) {}

    record NewNote(int atMillis, String text) {}

    /** A piece as the vault has it. @param state only {@code CLEAN} ones are on the case and may be looked at */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ReceivedEvidence(String state) {

        boolean isBeingChecked() {
            return state.equals("QUARANTINED");
        }
    }

    @GET
    ToldReport report(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("report") UUID report);

    /** @param before the last messages before this place in the conversation */
    @GET
    @Path("messages")
    List<ChatMessage> messages(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("report") UUID report,
            @QueryParam("before") long before,
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

    /** @param range as the browser asks for it; null for all of it */
    @GET
    @Path("evidence/{evidence}/content")
    @Produces(MediaType.WILDCARD)
    RestResponse<InputStream> content(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @HeaderParam("Range") String range,
            @PathParam("report") UUID report,
            @PathParam("evidence") UUID evidence);

    @GET
    @Path("derivatives")
    List<Derivative> derivatives(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("report") UUID report);

    /** @param range as the browser asks for it; null for all of it */
    @GET
    @Path("evidence/{evidence}/derivative")
    @Produces(MediaType.WILDCARD)
    RestResponse<InputStream> derivative(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @HeaderParam("Range") String range,
            @PathParam("report") UUID report,
            @PathParam("evidence") UUID evidence);

    @GET
    @Path("evidence/{evidence}/peaks")
    Peaks peaks(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("report") UUID report,
            @PathParam("evidence") UUID evidence);

    @GET
    @Path("evidence/{evidence}/notes")
    List<Note> notes(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("report") UUID report,
            @PathParam("evidence") UUID evidence);

    @POST
    @Path("evidence/{evidence}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    void note(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("report") UUID report,
            @PathParam("evidence") UUID evidence,
            NewNote note);

    @DELETE
    @Path("evidence/{evidence}/notes/{note}")
    void removeNote(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("report") UUID report,
            @PathParam("evidence") UUID evidence,
            @PathParam("note") UUID note);
}
