package id.sigap.ticket.directory;

import id.sigap.directory.Jakarta;
import id.sigap.directory.OperatorDirectory;
import id.sigap.events.SuspectNumber;
import id.sigap.phone.PhoneNumbers;
import id.sigap.phone.UnreadableNumber;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who answers for a number, for people to look up. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "directory")
@RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR, Roles.OPS})
class DirectoryResource {

    private final OperatorDirectory directory;
    private final Clock clock;

    DirectoryResource(OperatorDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @GET
    @Path("/operators")
    @Operation(
            summary = "The operators that can be asked today",
            description = "With their brands and the prefixes (digits after +62) they answer for.")
    @APIResponse(responseCode = "200", description = "The directory in force")
    public OperatorsView operators() {
        return OperatorsView.of(directory, today());
    }

    /** @param number as people type it */
    record NumberSearch(@NotNull String number) {}

    @POST
    @Path("/directory/search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Whose a number is",
            description =
                    "The number as people type it; in the body, because addresses are written to logs. allocated=false: a mobile range given to nobody, an officer must name the"
                            + " operator; blockable=false: not an Indonesian mobile number.")
    @APIResponse(responseCode = "200", description = "What the directory knows")
    @APIResponse(responseCode = "400", description = "Not a telephone number")
    public AllocationView lookUp(@Valid @NotNull NumberSearch search) {
        try {
            SuspectNumber read = PhoneNumbers.read(search.number());
            return AllocationView.of(
                    read, read.blockable().flatMap(msisdn -> directory.allocationOf(msisdn, today())), directory);
        } catch (UnreadableNumber e) {
            throw Refusal.field("number", e.code());
        }
    }

    private LocalDate today() {
        return Jakarta.dayOf(clock.instant());
    }
}
