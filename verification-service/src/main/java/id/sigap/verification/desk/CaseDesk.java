package id.sigap.verification.desk;

import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.verification.casework.Casework;
import id.sigap.verification.vault.Vault;
import id.sigap.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** A case on the desk: read it, look at its evidence, write to its reporter. */
@Path("/desk/cases/{report}")
@RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
class CaseDesk {

    private static final int LONGEST_MESSAGE = 2000;

    private final CasePage pages;
    private final Casework casework;
    private final Vault vault;

    CaseDesk(CasePage pages, Casework casework, Vault vault) {
        this.pages = pages;
        this.casework = casework;
        this.vault = vault;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Page show(@PathParam("report") UUID report) {
        return pages.of(report);
    }

    @GET
    @Path("evidence/{evidence}")
    public Response evidence(@PathParam("report") UUID report, @PathParam("evidence") UUID evidence) {
        EvidenceFile file = EvidenceFile.of(casework.show(report), evidence);
        return file.answer(vault.evidence(report, evidence));
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
            if (text.isEmpty() || text.length() > LONGEST_MESSAGE) {
                throw Refusal.field("text", "message-unreadable");
            }
            vault.write(report, filled.of("key"), text);
            return Response.seeOther(URI.create("/desk/cases/" + report + "#chat"))
                    .build();
        } catch (Refusal refusal) {
            return pages.refused(report, refusal, filled);
        }
    }
}
