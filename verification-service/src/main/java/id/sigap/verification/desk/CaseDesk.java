package id.sigap.verification.desk;

import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.text.TypedText;
import id.sigap.verification.casework.Casework;
import id.sigap.verification.vault.ChatMessage;
import id.sigap.verification.vault.Vault;
import id.sigap.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** A case on the desk: read it, look at its evidence, write to its reporter. */
@Path("/desk/cases/{report}")
@RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
class CaseDesk {

    private static final int LONGEST_MESSAGE = 2000;

    private final CasePage pages;
    private final Casework casework;
    private final Vault vault;
    private final SentForms sent;

    CaseDesk(CasePage pages, Casework casework, Vault vault, SentForms sent) {
        this.pages = pages;
        this.casework = casework;
        this.vault = vault;
        this.sent = sent;
    }

    /**
     * @param before the conversation up to this place in it; absent for its newest part
     * @param form that could not be carried out, or waits for a yes; absent for none
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Page show(
            @PathParam("report") UUID report,
            @QueryParam("before") Long before,
            @QueryParam(UnfinishedForms.PARAMETER) String form) {
        return pages.of(report, before == null ? CasePage.NEWEST : before, form);
    }

    /** The part of the conversation before that place, for a script that shows it above the rest. */
    @GET
    @Path("messages")
    @Produces(MediaType.APPLICATION_JSON)
    public List<ChatMessage> messages(@PathParam("report") UUID report, @QueryParam("before") long before) {
        casework.show(report);
        return vault.messages(report, before);
    }

    @POST
    @Path("messages")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response write(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        var filled = new Filled(form);
        try {
            String text = filled.of("text");
            if (text.isEmpty() || TypedText.length(TypedText.withOneLineEnd(text)) > LONGEST_MESSAGE) {
                throw Refusal.field("text", "message-unreadable");
            }
            vault.write(report, filled.key("key"), text);
            sent.arrived(report, "write");
            return Response.seeOther(URI.create(CasePage.path(report) + "#chat"))
                    .build();
        } catch (Refusal refusal) {
            return pages.refused(report, refusal, filled);
        }
    }
}
