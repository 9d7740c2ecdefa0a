package id.sigap.intake.tracking;

import id.sigap.events.ReportId;
import id.sigap.intake.chat.Conversations;
import id.sigap.intake.chat.Writer;
import id.sigap.intake.form.Faults;
import id.sigap.intake.form.KeptForm;
import id.sigap.intake.form.KeptForms;
import id.sigap.intake.pace.Visitors;
import id.sigap.intake.receipt.CaseCookie;
import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.report.Reports;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.Idempotency;
import id.sigap.service.IllegalMove;
import id.sigap.service.Refusal;
import id.sigap.text.TypedText;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reporter's own page: where the case stands, the conversation, the evidence. Opened by the receipt, or by a browser that has shown it. */
@Path("/case")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class CasePage {

    private static final URI HERE = URI.create("/case");
    private static final URI CHAT = URI.create("/case#chat");
    private static final String RECEIPT = "receipt";

    @CheckedTemplate(basePath = "case")
    static final class View {

        private View() {}

        /**
         * Asks for the receipt.
         *
         * @param receipt as it was typed
         * @param ended whether this browser had opened a case, too long ago
         * @param typed a message that could not be sent any more; it goes along
         * @param locked whether too many wrong codes came from this network: then the browser proves work instead
         */
        static native TemplateInstance enter(
                String receipt, Faults faults, boolean ended, String typed, boolean locked);

        /** Asks whether they mean it. */
        static native TemplateInstance withdraw(String caseNumber);
    }

    private final Receipts receipts;
    private final CaseCookie cookie;
    private final CaseView view;
    private final Reports reports;
    private final Tracking tracking;
    private final Conversations conversations;
    private final KeptForms forms;
    private final Reader reader;
    private final Visitors visitors;

    CasePage(
            Receipts receipts,
            CaseCookie cookie,
            CaseView view,
            Reports reports,
            Tracking tracking,
            Conversations conversations,
            KeptForms forms,
            Reader reader,
            Visitors visitors) {
        this.receipts = receipts;
        this.cookie = cookie;
        this.view = view;
        this.reports = reports;
        this.tracking = tracking;
        this.conversations = conversations;
        this.forms = forms;
        this.reader = reader;
        this.visitors = visitors;
    }

    /** @param before a place in the conversation: earlier messages; absent for the newest */
    @GET
    @Transactional
    public Page show(@QueryParam("before") Long before) {
        long place = before == null ? CaseView.NEWEST : before;
        KeptForm message = forms.find(CaseView.MESSAGE).orElse(KeptForm.EMPTY);
        return opened().map(caseId -> view.of(caseId, message, forms.take(CaseView.EVIDENCE), place))
                .orElseGet(() -> asking(forms.find(RECEIPT).orElse(KeptForm.EMPTY), message));
    }

    /**
     * @param text a message that was typed when the browser's session had ended
     * @param open absent if only the language was changed
     */
    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object enter(
            @FormParam("receipt") String receipt,
            @FormParam("text") String text,
            @FormParam("open") String open,
            @FormParam("proof") String proof,
            @FormParam(Reader.CHOICE) String language,
            @Context HttpServerRequest request) {
        reader.choose(language);
        KeptForm message = message(text);
        KeptForm shown = KeptForm.of(Map.of(RECEIPT, receipt == null ? "" : receipt));
        if (language != null && open == null) {
            return entering(shown, message);
        }
        try {
            Receipts.Opened opened = receipts.open(receipt, visitors.of(request, proof));
            cookie.open(opened.caseId(), opened.kind());
            forms.forget(RECEIPT);
            return switch (opened.kind()) {
                case REPORT -> chatting(opened.caseId(), message);
                case APPEAL -> Response.seeOther(URI.create("/appeal")).build();
            };
        } catch (Refusal refusal) {
            return entering(forms.refused(shown, refusal, RECEIPT), message);
        }
    }

    /** @param send absent if only the language was changed */
    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object say(
            @FormParam("text") String text,
            @FormParam("key") String key,
            @FormParam("send") String send,
            @FormParam(Reader.CHOICE) String language) {
        reader.choose(language);
        Optional<CaseId> caseId = opened();
        if (caseId.isEmpty()) {
            return entering(KeptForm.EMPTY, message(text));
        }
        if (language != null && send == null) {
            return chatting(caseId.get(), message(text));
        }
        try {
            post(new ReportId(caseId.get().value()), text, key);
            forms.forget(CaseView.MESSAGE);
            return Response.seeOther(CHAT).build();
        } catch (Refusal refusal) {
            return chatting(caseId.get(), forms.refused(message(text), refusal, "text"));
        }
    }

    /** A page that was gone back to still has the key of what was sent from it. */
    private void post(ReportId report, String text, String key) {
        Optional<String> name = Optional.ofNullable(key).filter(given -> !TypedText.isBlank(given));
        try {
            conversations.post(report, Writer.REPORTER, text, name);
        } catch (Refusal refusal) {
            if (!refusal.code().equals(Idempotency.REUSED)) {
                throw refusal;
            }
            conversations.post(report, Writer.REPORTER, text, name.map(used -> Idempotency.keyOfChanged(used, text)));
        }
    }

    @GET
    @Path("/withdraw")
    @Transactional
    public Object askWithdraw() {
        return opened().map(reports::of)
                .filter(report -> report.state().isUndecided())
                .<Object>map(report -> new Page(View.withdraw(report.caseNumber())))
                .orElseGet(() -> Response.seeOther(HERE).build());
    }

    /** Tapped twice, or decided meanwhile: the page says where the case stands. */
    @POST
    @Path("/withdraw")
    public Response withdraw() {
        try {
            QuarkusTransaction.requiringNew().run(() -> opened().ifPresent(tracking::withdraw));
        } catch (IllegalMove _) {
            // no longer there to be taken back
        }
        return Response.seeOther(HERE).build();
    }

    @POST
    @Path("/leave")
    public Response leave() {
        cookie.leave();
        forms.forgetAll();
        return Response.seeOther(URI.create("/")).build();
    }

    private Optional<CaseId> opened() {
        return cookie.opened(CaseKind.REPORT);
    }

    /** The case, and in its form a message that wasn't sent. */
    private Object chatting(CaseId caseId, KeptForm message) {
        if (message.fields().isEmpty() && message.errors().isEmpty()) {
            return Response.seeOther(HERE).build();
        }
        // where the address names a place in the page, browsers leave the focus there and not with the faults
        return forms.keep(CaseView.MESSAGE, message)
                ? Response.seeOther(message.errors().isEmpty() ? CHAT : HERE).build()
                : QuarkusTransaction.joiningExisting().call(() -> view.of(caseId, message, KeptForm.EMPTY));
    }

    /** The question for the receipt; a message that was typed when the browser's session had ended goes along. */
    private Object entering(KeptForm receipt, KeptForm message) {
        boolean kept = forms.keep(RECEIPT, receipt);
        if (kept && !message.fields().isEmpty()) {
            forms.keep(CaseView.MESSAGE, message);
        }
        return kept ? Response.seeOther(HERE).build() : asking(receipt, message);
    }

    private static KeptForm message(String text) {
        return KeptForm.of(Map.of("text", text == null ? "" : text));
    }

    private Page asking(KeptForm receipt, KeptForm message) {
        Faults faults = Faults.of(receipt.errors(), reader.language(), Set.of());
        return forms.page(
                View.enter(
                        receipt.of(RECEIPT),
                        faults,
                        cookie.isShown(),
                        message.of("text"),
                        receipt.until().isPresent()),
                receipt);
    }
}
