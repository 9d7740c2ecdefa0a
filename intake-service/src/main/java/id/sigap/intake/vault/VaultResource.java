package id.sigap.intake.vault;

import id.sigap.events.CanonicalUuid;
import id.sigap.service.CurrentUser;
import id.sigap.service.Page;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The regulator's hold over the vault: who read a case, and its erasure. */
@Path("/api/v1")
@Tag(name = "vault")
@RolesAllowed(Roles.REGULATOR)
class VaultResource {

    private final CaseKeys keys;
    private final AccessLog accesses;
    private final CurrentUser user;
    private final Event<CaseErased> erased;

    VaultResource(CaseKeys keys, AccessLog accesses, CurrentUser user, Event<CaseErased> erased) {
        this.keys = keys;
        this.accesses = accesses;
        this.user = user;
        this.erased = erased;
    }

    @GET
    @Path("/{kind:reports|appeals}/{case}/accesses")
    @Transactional
    @Operation(summary = "Who read this case", description = "Every read of personal data by staff, oldest first.")
    @APIResponse(responseCode = "200", description = "A page of the access log")
    @APIResponse(responseCode = "404", description = "There is no such case")
    public Page<Access.AccessView> accesses(
            @PathParam("kind") String kind,
            @PathParam("case") String caseId,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        return accesses.of(known(kind, caseId), after, limit);
    }

    @DELETE
    @Path("/{kind:reports|appeals}/{case}/personal-data")
    @Transactional
    @Operation(
            summary = "Erase a case's personal data",
            description =
                    "Destroys the case key and the evidence: identity, narrative and chat can never be read again."
                            + " What was decided stays. Reads answer 410 afterwards; erasing twice is the same as once.")
    @APIResponse(responseCode = "204", description = "Erased")
    @APIResponse(responseCode = "404", description = "There is no such case")
    public void erase(@PathParam("kind") String kind, @PathParam("case") String caseId) {
        CaseId known = known(kind, caseId);
        if (keys.destroy(known)) {
            accesses.erased(known, user.actor());
            erased.fire(new CaseErased(known));
        }
    }

    private CaseId known(String kind, String text) {
        try {
            CaseId caseId = new CaseId(CanonicalUuid.parse(text));
            if (keys.knows(caseId, kind.equals("appeals") ? CaseKind.APPEAL : CaseKind.REPORT)) {
                return caseId;
            }
        } catch (IllegalArgumentException _) {
            // no id, no case
        }
        throw Refusal.notFound("case");
    }
}
