package id.sigap.verification.desk;

import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.verification.casework.Casework;
import id.sigap.verification.vault.Note;
import id.sigap.verification.vault.Peaks;
import id.sigap.verification.vault.VaultEvidence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of evidence: its original, what is shown of it, and for a recording what its player asks for and the notes at its moments, by a script that stays on the page or by forms. */
@Path("/desk/cases/{report}/evidence/{evidence}")
@RolesAllowed(Roles.OFFICER)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class EvidenceDesk {

    private static final int LONGEST_NOTE = 500;
    private static final Pattern MOMENT = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,3})[:.](\\d{1,2})|(\\d{1,5})");

    private final VaultEvidence vault;
    private final Casework casework;
    private final CasePage pages;
    private final SentForms sent;

    EvidenceDesk(VaultEvidence vault, Casework casework, CasePage pages, SentForms sent) {
        this.vault = vault;
        this.casework = casework;
        this.pages = pages;
        this.sent = sent;
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    public Response content(
            @PathParam("report") UUID report,
            @PathParam("evidence") UUID evidence,
            @HeaderParam("Range") String range) {
        EvidenceFile file = EvidenceFile.of(casework.show(report), evidence);
        return file.original(vault.content(report, evidence, range));
    }

    @GET
    @Path("shown")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    public Response shown(
            @PathParam("report") UUID report,
            @PathParam("evidence") UUID evidence,
            @HeaderParam("Range") String range) {
        EvidenceFile file = EvidenceFile.of(casework.show(report), evidence);
        return file.shown(vault.derivative(report, evidence, range));
    }

    @GET
    @Path("peaks")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    @Produces(MediaType.APPLICATION_JSON)
    public Peaks peaks(@PathParam("report") UUID report, @PathParam("evidence") UUID evidence) {
        EvidenceFile.of(casework.show(report), evidence);
        return vault.peaks(report, evidence);
    }

    @POST
    @Path("notes")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Note> note(
            @PathParam("report") UUID report,
            @PathParam("evidence") UUID evidence,
            MultivaluedMap<String, String> form) {
        keep(report, evidence, new Filled(form));
        return vault.notes(report, evidence);
    }

    @POST
    @Path("notes")
    @Produces(MediaType.TEXT_HTML)
    public Response noteByForm(
            @PathParam("report") UUID report,
            @PathParam("evidence") UUID evidence,
            MultivaluedMap<String, String> form) {
        var filled = new Filled(form);
        try {
            keep(report, evidence, filled);
            sent.arrived(report, "note-" + evidence);
            return back(report, evidence);
        } catch (Refusal refusal) {
            return pages.refused(report, refusal, filled);
        }
    }

    @POST
    @Path("notes/{note}/remove")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Note> remove(
            @PathParam("report") UUID report, @PathParam("evidence") UUID evidence, @PathParam("note") UUID note) {
        vault.removeNote(report, evidence, note);
        return vault.notes(report, evidence);
    }

    @POST
    @Path("notes/{note}/remove")
    @Produces(MediaType.TEXT_HTML)
    public Response removeByForm(
            @PathParam("report") UUID report, @PathParam("evidence") UUID evidence, @PathParam("note") UUID note) {
        try {
            vault.removeNote(report, evidence, note);
            return back(report, evidence);
        } catch (Refusal refusal) {
            return pages.refused(report, refusal, Filled.NOTHING);
        }
    }

    private void keep(UUID report, UUID evidence, Filled filled) {
        String text = filled.of("note");
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_NOTE) {
            throw Refusal.field("note-text-" + evidence, "note-unreadable");
        }
        vault.note(report, evidence, filled.key("key"), millis(evidence, filled.of("at")), text);
    }

    /** {@code 2:05}, {@code 1:02:05}, or seconds. @throws Refusal 400 if it is no moment */
    static int millis(UUID evidence, String moment) {
        Matcher read = MOMENT.matcher(moment);
        if (!read.matches()) {
            throw Refusal.field("at-" + evidence, "moment-unreadable");
        }
        int seconds = read.group(4) != null
                ? Integer.parseInt(read.group(4))
                : (number(read.group(1)) * 60 + number(read.group(2))) * 60 + number(read.group(3));
        return seconds * 1000;
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Response back(UUID report, UUID evidence) {
        return Response.seeOther(URI.create("/desk/cases/" + report + "#piece-" + evidence))
                .build();
    }
}
