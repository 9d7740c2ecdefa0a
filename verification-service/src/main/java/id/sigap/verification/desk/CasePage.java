package id.sigap.verification.desk;

import id.sigap.phone.PhoneNumbers;
import id.sigap.phone.Suspect;
import id.sigap.service.CurrentUser;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.verification.casework.CaseView;
import id.sigap.verification.casework.Casework;
import id.sigap.verification.desk.ShownCase.Viewer;
import id.sigap.verification.desk.UnfinishedForms.Unfinished;
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

        static native TemplateInstance page(
                ShownCase shown, Refused refused, Filled filled, ShownRequest request, String form);
    }

    private final Casework casework;
    private final Operators operators;
    private final Vault vault;
    private final UnfinishedForms forms;
    private final CurrentUser user;
    private final Reader reader;

    CasePage(
            Casework casework,
            Operators operators,
            Vault vault,
            UnfinishedForms forms,
            CurrentUser user,
            Reader reader) {
        this.casework = casework;
        this.operators = operators;
        this.vault = vault;
        this.forms = forms;
        this.user = user;
        this.reader = reader;
    }

    static String path(UUID report) {
        return "/desk/cases/" + report;
    }

    /**
     * @param before the conversation up to this place in it
     * @param form that is shown again; null for none
     */
    Page of(UUID report, long before, String form) {
        Unfinished unfinished = forms.find(path(report), form);
        Filled filled = unfinished.filled();
        if (!unfinished.waits()) {
            return page(report, before, unfinished.refused(reader.language()), filled, ShownRequest.NONE, form);
        }
        try {
            return page(report, before, Refused.NOTHING, filled, request(report, filled), form);
        } catch (Refusal refusal) {
            Refused refused = Refused.of(refusal, reader.language());
            return page(report, before, refused, filled, ShownRequest.NONE, form);
        }
    }

    /** Leads to the case, with what could not be done to it. */
    Response refused(UUID report, Refusal refusal, Filled filled) {
        return forms.show(path(report), Unfinished.refused(filled, refusal));
    }

    /**
     * Leads to the case, with what would be sent if the officer says so.
     *
     * @throws Refusal if nothing could be
     */
    Response proposing(UUID report, Filled filled) {
        request(report, filled);
        return forms.show(path(report), Unfinished.waiting(filled));
    }

    private ShownRequest request(UUID report, Filled filled) {
        return operators.request(casework.propose(report, filled.judgement()));
    }

    private Page page(UUID report, long before, Refused refused, Filled filled, ShownRequest request, String form) {
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
        return new Page(View.page(shown, refused, filled, request, form));
    }

    private static List<UUID> recordings(CaseView facts) {
        return facts.evidence().stream()
                .filter(piece -> EvidenceFile.isRecording(piece.mediaType()))
                .map(CaseView.EvidenceView::evidence)
                .toList();
    }
}
