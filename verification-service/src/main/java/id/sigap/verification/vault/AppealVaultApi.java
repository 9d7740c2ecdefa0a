package id.sigap.verification.vault;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** As much of intake's API for the regulator as the desk uses. */
@Path("/api/v1/appeals/{appeal}")
@Produces(MediaType.APPLICATION_JSON)
public interface AppealVaultApi {

    @GET
    ToldAppeal appeal(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("appeal") UUID appeal);

    @GET
    @Path("derivatives")
    List<Derivative> derivatives(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("appeal") UUID appeal);

    @GET
    @Path("evidence/{evidence}/derivative")
    @Produces(MediaType.WILDCARD)
    RestResponse<InputStream> derivative(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("appeal") UUID appeal,
            @PathParam("evidence") UUID evidence);

    @GET
    @Path("evidence/{evidence}/content")
    @Produces(MediaType.WILDCARD)
    RestResponse<InputStream> content(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("appeal") UUID appeal,
            @PathParam("evidence") UUID evidence);
}
