package id.sigap.verification.desk;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Who comes by the bare address wants the desk. */
@Path("/")
@PermitAll
class FrontDoor {

    @GET
    public Response enter() {
        return Response.seeOther(URI.create("/desk")).build();
    }
}
