package id.sigap.verification.desk;

import id.sigap.phone.PhoneNumbers;
import id.sigap.service.CurrentUser;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.verification.casework.CaseView;
import id.sigap.verification.casework.Casework;
import id.sigap.verification.desk.ShownCase.Viewer;
import id.sigap.verification.vault.Vault;
import id.sigap.web.Page;
import id.sigap.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Draws a case: as it is, or with what could not be done to it and all that was filled in. */
@ApplicationScoped
class CasePage {

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        static native TemplateInstance page(ShownCase shown, Refused refused, Filled filled, ShownRequest request);
    }

    private final Casework casework;
    private final Vault vault;
    private final CurrentUser user;
    private final Reader reader;

    CasePage(Casework casework, Vault vault, CurrentUser user, Reader reader) {
        this.casework = casework;
        this.vault = vault;
        this.user = user;
        this.reader = reader;
    }

    Page of(UUID report) {
        return page(report, Refused.NOTHING, Filled.NOTHING, ShownRequest.NONE);
    }

    Response refused(UUID report, Refusal refusal, Filled filled) {
        return Response.status(refusal.status())
                .entity(page(report, Refused.of(refusal, reader.language()), filled, ShownRequest.NONE))
                .build();
    }

    /** The case, and what would be sent if the officer says so. */
    Response proposing(UUID report, Filled filled, ShownRequest request) {
        return Response.ok(page(report, Refused.NOTHING, filled, request)).build();
    }

    private Page page(UUID report, Refused refused, Filled filled, ShownRequest request) {
        CaseView facts = casework.show(report);
        var shown = new ShownCase(
                facts,
                facts.suspect().map(PhoneNumbers::shown).orElse(""),
                facts.suspect().flatMap(PhoneNumbers::brand).orElse(""),
                vault.story(report),
                casework.similarTo(report),
                new Viewer(user.id(), user.has(Roles.OFFICER), user.has(Roles.SUPERVISOR)),
                UUID.randomUUID().toString());
        return new Page(View.page(shown, refused, filled, request));
    }
}
