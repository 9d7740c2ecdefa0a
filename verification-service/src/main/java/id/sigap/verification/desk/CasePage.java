package id.sigap.verification.desk;

import id.sigap.phone.PhoneNumbers;
import id.sigap.phone.Suspect;
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
import java.util.List;
import java.util.UUID;

/** Draws a case: as it is, or with what could not be done to it and all that was filled in. */
@ApplicationScoped
class CasePage {

    /** Of the conversation: its end. */
    static final long NEWEST = Long.MAX_VALUE;

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

    /** @param before the conversation up to this place in it */
    Page of(UUID report, long before) {
        return page(report, before, Refused.NOTHING, Filled.NOTHING, ShownRequest.NONE);
    }

    Response refused(UUID report, Refusal refusal, Filled filled) {
        return Response.status(refusal.status())
                .entity(page(report, NEWEST, Refused.of(refusal, reader.language()), filled, ShownRequest.NONE))
                .build();
    }

    /** The case, and what would be sent if the officer says so. */
    Response proposing(UUID report, Filled filled, ShownRequest request) {
        return Response.ok(page(report, NEWEST, Refused.NOTHING, filled, request))
                .build();
    }

    private Page page(UUID report, long before, Refused refused, Filled filled, ShownRequest request) {
        CaseView facts = casework.show(report);
        var shown = new ShownCase(
                facts,
                facts.suspect().map(Suspect::shown).orElse(""),
                facts.suspect()
                        .flatMap(Suspect::number)
                        .flatMap(PhoneNumbers::brand)
                        .orElse(""),
                vault.story(report, before, recordings(facts)),
                casework.similarTo(report),
                new Viewer(user.id(), user.has(Roles.OFFICER), user.has(Roles.SUPERVISOR)),
                UUID.randomUUID().toString());
        return new Page(View.page(shown, refused, filled, request));
    }

    private static List<UUID> recordings(CaseView facts) {
        return facts.evidence().stream()
                .filter(piece -> EvidenceFile.isRecording(piece.mediaType()))
                .map(CaseView.EvidenceView::evidence)
                .toList();
    }
}
