package id.sigap.intake.tracking;

import id.sigap.events.ReportId;
import id.sigap.intake.chat.Conversations;
import id.sigap.intake.chat.Message.MessageView;
import id.sigap.intake.chat.Writer;
import id.sigap.intake.evidence.Evidence.EvidenceView;
import id.sigap.intake.evidence.EvidenceState;
import id.sigap.intake.form.Faults;
import id.sigap.intake.receipt.CaseCookie;
import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports;
import id.sigap.intake.tracking.Tracking.TrackedReport;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.intake.wording.Wording;
import id.sigap.phone.PhoneNumbers;
import id.sigap.service.Refusal;
import id.sigap.web.Page;
import id.sigap.web.Reader;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The reporter's own page: where the case stands, the conversation, the evidence. Opened by the receipt, or by a browser that has shown it. */
@Path("/case")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class CasePage {

    private static final int LAST_MESSAGES = 200;
    private static final URI HERE = URI.create("/case");

    @CheckedTemplate(basePath = "case")
    static final class View {

        private View() {}

        /** Asks for the receipt. */
        static native TemplateInstance enter(Faults faults);

        static native TemplateInstance page(Shown shown, Faults faults, String typed);

        /** Asks whether they mean it. */
        static native TemplateInstance withdraw(String caseNumber);
    }

    /** A moment for machines and for people. */
    public record Moment(String iso, String text) {}

    public record Told(Moment at, String text) {}

    public record Said(boolean mine, Moment at, String text, long seq) {}

    /** @param kind such as {@code PNG} @param size in kB or MB */
    public record Handed(String kind, String size, EvidenceState state) {

        static Handed of(EvidenceView evidence) {
            long kilobytes = Math.max(1, evidence.sizeBytes() / 1024);
            String size = kilobytes < 1024 ? kilobytes + " kB" : kilobytes / 1024 + " MB";
            String kind = evidence.mediaType().replaceFirst(".*/", "").toUpperCase(Locale.ROOT);
            return new Handed(kind, size, evidence.state());
        }
    }

    /** @param number as people read it; empty if no number was reported @param deadline null while no operator was asked */
    public record Shown(
            TrackedReport report,
            String number,
            Moment deadline,
            List<Told> timeline,
            List<Said> messages,
            List<Handed> evidence,
            boolean talkative,
            boolean undecided,
            String messageKey) {}

    private final Receipts receipts;
    private final CaseCookie cookie;
    private final Reports reports;
    private final Tracking tracking;
    private final Conversations conversations;
    private final Wording wording;
    private final Reader reader;

    CasePage(
            Receipts receipts,
            CaseCookie cookie,
            Reports reports,
            Tracking tracking,
            Conversations conversations,
            Wording wording,
            Reader reader) {
        this.receipts = receipts;
        this.cookie = cookie;
        this.reports = reports;
        this.tracking = tracking;
        this.conversations = conversations;
        this.wording = wording;
        this.reader = reader;
    }

    @GET
    @Transactional
    public Page show() {
        return opened().map(caseId -> page(caseId, Faults.NONE, "")).orElseGet(() -> new Page(View.enter(Faults.NONE)));
    }

    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(
            @FormParam("receipt") String receipt,
            @FormParam(Reader.CHOICE) String language,
            @Context HttpServerRequest request) {
        reader.choose(language);
        try {
            Receipts.Opened opened =
                    receipts.open(receipt, request.remoteAddress().hostAddress());
            cookie.open(opened.caseId(), opened.kind());
            return Response.seeOther(
                            switch (opened.kind()) {
                                case REPORT -> HERE;
                                case APPEAL -> URI.create("/appeal");
                            })
                    .build();
        } catch (Refusal refusal) {
            String why = refusal.status() == 401 ? "receipt-unknown" : refusal.code();
            return Response.status(refusal.status())
                    .entity(new Page(
                            View.enter(new Faults(Map.of("receipt", new Refusal(401, why).detail(reader.language()))))))
                    .build();
        }
    }

    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object say(@FormParam("text") String text, @FormParam("key") String key) {
        Optional<CaseId> caseId = opened();
        if (caseId.isEmpty()) {
            return Response.seeOther(HERE).build();
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
            return page(caseId.get(), Faults.of(refusal, reader.language()), text);
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

    private Page page(CaseId caseId, Faults faults, String typed) {
        Report report = reports.of(caseId);
        TrackedReport tracked = tracking.of(report, reader.language());
        var shown = new Shown(
                tracked,
                tracked.suspect().map(PhoneNumbers::shown).orElse(""),
                tracked.deadline().map(this::moment).orElse(null),
                tracked.timeline().stream()
                        .map(told -> new Told(moment(told.at()), told.text()))
                        .toList(),
                conversations.after(report, Math.max(0, report.lastMessage() - LAST_MESSAGES), LAST_MESSAGES).stream()
                        .map(this::said)
                        .toList(),
                tracked.evidence().stream().map(Handed::of).toList(),
                report.state().isTalkative(),
                report.state().isUndecided(),
                UUID.randomUUID().toString());
        return new Page(View.page(shown, faults, typed == null ? "" : typed));
    }

    private Said said(MessageView message) {
        return new Said(message.officer().isEmpty(), moment(message.at()), message.text(), message.seq());
    }

    private Moment moment(Instant at) {
        return new Moment(at.toString(), wording.moment(reader.language(), at));
    }
}
