package id.sigap.intake.recording;

import id.sigap.intake.recording.Note.NoteView;
import id.sigap.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What officers see of a recording besides its bytes, and what they note of it. */
@Path("/api/v1")
@Tag(name = "evidence")
class RecordingResource {

    private final Waveforms waveforms;
    private final Notes notes;

    RecordingResource(Waveforms waveforms, Notes notes) {
        this.waveforms = waveforms;
        this.notes = notes;
    }

    /**
     * @param atMillis from the recording's beginning
     * @param text 1 to 500 characters
     */
    record NewNote(
            @Schema(required = true, minimum = "0", maximum = "86400000")
            Integer atMillis,

            @Schema(required = true, maxLength = 500) String text) {}

    @GET
    @Path("/reports/{report}/evidence/{evidence}/peaks")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    @Operation(summary = "How loud a recording is", description = "Measured here, for a waveform; the read is logged.")
    @APIResponse(responseCode = "200", description = "Without peaks where nothing is heard of it here, or nothing yet")
    @APIResponse(responseCode = "404", description = "There is no such recording in this report")
    @APIResponse(responseCode = "409", description = "It is in quarantine, or was refused")
    @APIResponse(responseCode = "410", description = "The case's personal data was erased")
    public Peaks peaks(@PathParam("report") String report, @PathParam("evidence") String evidence) {
        return waveforms.of(report, evidence);
    }

    @GET
    @Path("/reports/{report}/evidence/{evidence}/notes")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    @Operation(summary = "What was noted of a recording", description = "By moment; the read is logged.")
    @APIResponse(responseCode = "200", description = "All of them")
    @APIResponse(responseCode = "404", description = "There is no such recording in this report")
    @APIResponse(responseCode = "410", description = "The case's personal data was erased")
    public List<NoteView> notes(@PathParam("report") String report, @PathParam("evidence") String evidence) {
        return notes.of(report, evidence);
    }

    @POST
    @Path("/reports/{report}/evidence/{evidence}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR})
    @Operation(summary = "Note something at a moment", description = "The same Idempotency-Key again is the same note.")
    @APIResponse(
            responseCode = "201",
            description = "Noted",
            content = @Content(schema = @Schema(implementation = NoteView.class)))
    @APIResponse(responseCode = "404", description = "There is no such recording in this report")
    @APIResponse(responseCode = "409", description = "The case is decided")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key is another note's")
    public Response note(
            @PathParam("report") String report,
            @PathParam("evidence") String evidence,
            @HeaderParam("Idempotency-Key") String key,
            NewNote note) {
        return Response.status(Status.CREATED)
                .entity(notes.add(
                        report,
                        evidence,
                        key,
                        note == null ? null : note.atMillis(),
                        note == null ? null : note.text()))
                .build();
    }

    @DELETE
    @Path("/reports/{report}/evidence/{evidence}/notes/{note}")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR})
    @Operation(summary = "Take back a note of one's own")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "403", description = "It is another officer's")
    @APIResponse(responseCode = "409", description = "The case is decided")
    public void remove(
            @PathParam("report") String report, @PathParam("evidence") String evidence, @PathParam("note") UUID note) {
        notes.remove(report, evidence, note);
    }
}
