package id.sigap.verification.desk;

import id.sigap.events.verification.DismissalReason;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.verification.appeal.AppealDecisions;
import id.sigap.verification.appeal.AppealView;
import id.sigap.verification.casework.BlockDecisions;
import id.sigap.verification.desk.UnfinishedForms.Unfinished;
import id.sigap.verification.vault.AppealVault;
import id.sigap.web.Page;
import id.sigap.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.UUID;
import java.util.function.Consumer;

/** An appeal on the regulator's desk: who blocked, what the owner says, the documents, and the decision. */
@Path("/desk/appeals/{appeal}")
@RolesAllowed(Roles.REGULATOR)
@Produces(MediaType.TEXT_HTML)
class AppealPage {

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        static native TemplateInstance appeal(ShownAppeal shown, Refused refused, Filled filled, String form);
    }

    private final AppealDecisions appeals;
    private final BlockDecisions blocks;
    private final AppealVault vault;
    private final UnfinishedForms forms;
    private final Reader reader;

    AppealPage(
            AppealDecisions appeals, BlockDecisions blocks, AppealVault vault, UnfinishedForms forms, Reader reader) {
        this.appeals = appeals;
        this.blocks = blocks;
        this.vault = vault;
        this.forms = forms;
        this.reader = reader;
    }

    @GET
    public Page show(@PathParam("appeal") UUID appeal, @QueryParam(UnfinishedForms.PARAMETER) String form) {
        Unfinished unfinished = forms.find(path(appeal), form);
        AppealView facts = appeals.show(appeal);
        var shown = new ShownAppeal(
                facts, vault.statement(appeal), blocks.on(facts.number()), appeals.isOwnDecision(appeal));
        return new Page(View.appeal(shown, unfinished.refused(reader.language()), unfinished.filled(), form));
    }

    private static String path(UUID appeal) {
        return "/desk/appeals/" + appeal;
    }

    @GET
    @Path("evidence/{evidence}")
    @Produces(MediaType.WILDCARD)
    public Response document(@PathParam("appeal") UUID appeal, @PathParam("evidence") UUID evidence) {
        return handedIn(appeal, evidence).original(vault.document(appeal, evidence));
    }

    @GET
    @Path("evidence/{evidence}/shown")
    @Produces(MediaType.WILDCARD)
    public Response shown(@PathParam("appeal") UUID appeal, @PathParam("evidence") UUID evidence) {
        return handedIn(appeal, evidence).shown(vault.derivative(appeal, evidence));
    }

    private AppealDocument handedIn(UUID appeal, UUID evidence) {
        if (appeals.show(appeal).evidence().stream()
                .noneMatch(handedIn -> handedIn.evidence().equals(evidence))) {
            throw Refusal.notFound("evidence");
        }
        return new AppealDocument(evidence);
    }

    @POST
    @Path("uphold")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response uphold(@PathParam("appeal") UUID appeal, MultivaluedMap<String, String> form) {
        return decided(appeal, form, filled -> appeals.uphold(appeal, filled.orNull("seen")));
    }

    @POST
    @Path("dismiss")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response dismiss(@PathParam("appeal") UUID appeal, MultivaluedMap<String, String> form) {
        return decided(
                appeal,
                form,
                filled ->
                        appeals.dismiss(appeal, filled.orNull("seen"), filled.chosen("reason", DismissalReason.class)));
    }

    private Response decided(UUID appeal, MultivaluedMap<String, String> form, Consumer<Filled> decision) {
        var filled = new Filled(form);
        try {
            decision.accept(filled);
        } catch (Refusal refusal) {
            return forms.show(path(appeal), Unfinished.refused(filled, refusal));
        }
        return Response.seeOther(URI.create(path(appeal))).build();
    }
}
