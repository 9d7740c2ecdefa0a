package id.sigap.intake.tracking;

import id.sigap.events.ReportId;
import id.sigap.intake.chat.Conversations;
import id.sigap.intake.chat.Writer;
import id.sigap.intake.form.Faults;
import id.sigap.intake.receipt.CaseCookie;
import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.report.Reports;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.Refusal;
import id.sigap.web.Page;
import id.sigap.web.Reader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The reporter's own page: where the case stands, the conversation, the evidence. Opened by the receipt, or by a browser that has shown it. */
@Path("/case")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class CasePage {

    private static final URI HERE = URI.create("/case");

    @CheckedTemplate(basePath = "case")
    static final class View {

        private View() {}

        /**
         * Asks for the receipt.
         *
         * @param ended whether this browser had opened a case, too long ago
         * @param typed a message that could not be sent any more; it goes along
         */
        static native TemplateInstance enter(Faults faults, boolean ended, String typed);

        /** Asks whether they mean it. */
        static native TemplateInstance withdraw(String caseNumber);
    }

    private final Receipts receipts;
    private final CaseCookie cookie;
    private final CaseView view;
    private final Reports reports;
    private final Tracking tracking;
    private final Conversations conversations;
    private final Reader reader;

    CasePage(
            Receipts receipts,
            CaseCookie cookie,
            CaseView view,
            Reports reports,
            Tracking tracking,
            Conversations conversations,
            Reader reader) {
        this.receipts = receipts;
        this.cookie = cookie;
        this.view = view;
        this.reports = reports;
        this.tracking = tracking;
        this.conversations = conversations;
        this.reader = reader;
    }

    @GET
    @Transactional
    public Page show() {
        return opened().map(caseId -> view.of(caseId, Faults.NONE, "")).orElseGet(() -> asking(Faults.NONE, ""));
    }

    /** @param text a message that was typed when the browser's session had ended */
    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object enter(
            @FormParam("receipt") String receipt,
            @FormParam("text") String text,
            @FormParam(Reader.CHOICE) String language,
            @Context HttpServerRequest request) {
        reader.choose(language);
        try {
            Receipts.Opened opened =
                    receipts.open(receipt, request.remoteAddress().hostAddress());
            cookie.open(opened.caseId(), opened.kind());
            return switch (opened.kind()) {
                case REPORT ->
                    text == null || text.isBlank()
                            ? Response.seeOther(HERE).build()
                            : view.of(opened.caseId(), Faults.NONE, text);
                case APPEAL -> Response.seeOther(URI.create("/appeal")).build();
            };
        } catch (Refusal refusal) {
            String why = refusal.status() == 401 ? "receipt-unknown" : refusal.code();
            var faults = new Faults(Map.of("receipt", new Refusal(401, why).detail(reader.language())));
            return Response.status(refusal.status())
                    .entity(asking(faults, text))
                    .build();
        }
    }

    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object say(@FormParam("text") String text, @FormParam("key") String key) {
        Optional<CaseId> caseId = opened();
        if (caseId.isEmpty()) {
            return asking(Faults.NONE, text);
        }
        try {
            conversations.post(
                    new ReportId(caseId.get().value()),
                    Writer.REPORTER,
                    text,
                    Optional.ofNullable(key).filter(given -> !given.isBlank()));
            return Response.seeOther(URI.create("/case#chat")).build();
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            Faults faults = Faults.of(refusal, reader.language());
            return QuarkusTransaction.requiringNew().call(() -> view.of(caseId.get(), faults, text));
        }
    }

    @GET
    @Path("/withdraw")
    @Transactional
    public Object askWithdraw() {
        return opened().<Object>map(
                        caseId -> new Page(View.withdraw(reports.of(caseId).caseNumber())))
                .orElseGet(() -> Response.seeOther(HERE).build());
    }

    @POST
    @Path("/withdraw")
    @Transactional
    public Response withdraw() {
        opened().ifPresent(tracking::withdraw);
        return Response.seeOther(HERE).build();
    }

    @POST
    @Path("/leave")
    public Response leave() {
        cookie.leave();
        return Response.seeOther(URI.create("/")).build();
    }

    private Optional<CaseId> opened() {
        return cookie.opened(CaseKind.REPORT);
    }

    private Page asking(Faults faults, String typed) {
        return new Page(View.enter(faults, cookie.isShown(), typed == null ? "" : typed));
    }
}
