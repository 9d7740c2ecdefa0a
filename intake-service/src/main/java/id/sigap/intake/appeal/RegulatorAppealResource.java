package id.sigap.intake.appeal;

import id.sigap.intake.evidence.Evidence;
import id.sigap.intake.evidence.Evidence.EvidenceView;
import id.sigap.intake.evidence.EvidenceContent;
import id.sigap.intake.evidence.EvidenceItems;
import id.sigap.intake.vault.AccessLog;
import id.sigap.intake.vault.CaseKey;
import id.sigap.intake.vault.CaseKeys;
import id.sigap.intake.vault.CaseKind;
import id.sigap.intake.vault.People;
import id.sigap.intake.vault.Person;
import id.sigap.service.CurrentUser;
import id.sigap.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The regulator's side of an appeal. */
@Path("/api/v1")
@Tag(name = "appeals")
@RolesAllowed(Roles.REGULATOR)
class RegulatorAppealResource {

    private final Appeals appeals;
    private final EvidenceItems items;
    private final EvidenceContent content;
    private final CaseKeys keys;
    private final People people;
    private final AccessLog accesses;
    private final CurrentUser user;

    RegulatorAppealResource(
            Appeals appeals,
            EvidenceItems items,
            EvidenceContent content,
            CaseKeys keys,
            People people,
            AccessLog accesses,
            CurrentUser user) {
        this.appeals = appeals;
        this.items = items;
        this.content = content;
        this.keys = keys;
        this.people = people;
        this.accesses = accesses;
        this.user = user;
    }

    /** An appeal with who stands behind it. @param numberAsTyped as they wrote it, beside how it was understood */
    record ReadAppeal(
            UUID appeal,
            String appealNumber,
            String number,
            Optional<String> numberAsTyped,
            AppealState status,
            Instant createdAt,
            Optional<Instant> submittedAt,
            Optional<Instant> decidedAt,
            String language,
            Person appellant,
            String statement,
            List<EvidenceView> documents) {}

    @GET
    @Path("/appeals/{appeal}")
    @Transactional
    @Operation(summary = "Read an appeal", description = "With identity, statement and documents; the read is logged.")
    @APIResponse(responseCode = "200", description = "The appeal")
    @APIResponse(responseCode = "404", description = "There is no such appeal")
    @APIResponse(responseCode = "410", description = "Its personal data was erased")
    public ReadAppeal read(@PathParam("appeal") String id) {
        Appeal appeal = appeals.named(id);
        CaseKey key = keys.of(appeal.caseId());
        accesses.appealRead(appeal.caseId(), user.actor());
        return new ReadAppeal(
                appeal.id().value(),
                appeal.appealNumber(),
                appeal.number().value(),
                appeal.numberAsTyped(key),
                appeal.state(),
                appeal.createdAt(),
                appeal.submittedAt(),
                appeal.decidedAt(),
                appeal.language().code(),
                people.of(appeal.caseId()),
                appeal.statement(key),
                items.of(appeal.caseId()).stream().map(Evidence::view).toList());
    }

    @GET
    @Path("/appeals/{appeal}/evidence/{evidence}/content")
    @Operation(summary = "Look at a document", description = "The original bytes; the read is logged.")
    @APIResponse(responseCode = "200", description = "The file, as an attachment")
    @APIResponse(responseCode = "404", description = "There is no such document in this appeal")
    @APIResponse(responseCode = "409", description = "It is in quarantine, or was refused")
    @APIResponse(responseCode = "410", description = "The appeal's personal data was erased")
    public Response look(@PathParam("appeal") String appeal, @PathParam("evidence") String evidence)
            throws IOException {
        return content.of(appeal, evidence, CaseKind.APPEAL, null);
    }
}
