package id.sigap.intake.appeal;

import id.sigap.events.verification.DismissalReason;
import id.sigap.intake.evidence.Evidence;
import id.sigap.intake.evidence.Evidence.EvidenceView;
import id.sigap.intake.evidence.EvidenceItems;
import id.sigap.intake.pace.Limits;
import id.sigap.intake.pace.Visitor;
import id.sigap.intake.wording.Wording;
import id.sigap.service.Idempotency;
import id.sigap.service.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A filled-in form becomes an appeal, once, and is told of: the way in of the API and of the page. */
@ApplicationScoped
class AppealSubmissions {

    private static final String BY_API = "submit-appeal";
    /** Keys that clients of the API chose open nothing on pages. */
    private static final String BY_PAGE = "submit-appeal-page";

    private final Appeals appeals;
    private final EvidenceItems items;
    private final Wording wording;
    private final Limits limits;
    private final Idempotency idempotency;

    AppealSubmissions(Appeals appeals, EvidenceItems items, Wording wording, Limits limits, Idempotency idempotency) {
        this.appeals = appeals;
        this.items = items;
        this.wording = wording;
        this.limits = limits;
        this.idempotency = idempotency;
    }

    /** What the appellant gets, once. */
    public record TakenAppeal(
            UUID appeal, String appealNumber, String receiptCode, AppealState status, Instant createdAt) {}

    /** @param answers what was handed in, as it was typed: who sends it again is shown what differs */
    record FromPage(TakenAppeal appeal, Map<String, String> answers) {}

    /** @param statusText the status in the appellant's words */
    public record TrackedAppeal(
            UUID appeal,
            String appealNumber,
            String number,
            AppealState status,
            String statusText,
            Instant createdAt,
            Optional<Instant> submittedAt,
            Optional<Instant> decidedAt,
            Optional<DismissalReason> reason,
            List<EvidenceView> documents) {}

    /** @throws id.sigap.service.Refusal 400 naming every field that is wrong, 422 if the key was used for another form, 429 */
    TakenAppeal take(String key, AppealForm form, Visitor visitor) {
        return idempotency.once(key, BY_API, form, TakenAppeal.class, () -> taken(form, visitor));
    }

    /**
     * The same from a page; what was taken with that key before, if anything was, whatever is in the form now.
     *
     * @param key a {@link id.sigap.intake.form.FormKey}
     * @param answers the form as it was typed
     */
    FromPage takeFromPage(String key, AppealForm form, Map<String, String> answers, Visitor visitor) {
        return idempotency.onceForKey(key, BY_PAGE, FromPage.class, () -> new FromPage(taken(form, visitor), answers));
    }

    private TakenAppeal taken(AppealForm form, Visitor visitor) {
        AppealForm.Plea plea = form.read();
        Appeals.Taken taken = limits.within(
                visitor,
                Limits.ofCase(
                        visitor, plea.appellant(), Optional.of(plea.number().value())),
                () -> appeals.take(plea));
        Appeal appeal = taken.appeal();
        if (!form.isDraft()) {
            appeals.submit(appeal);
        }
        return new TakenAppeal(
                appeal.id().value(),
                appeal.appealNumber(),
                taken.receipt().shown(),
                appeal.state(),
                appeal.createdAt());
    }

    /** As its appellant sees it. */
    TrackedAppeal tracked(Appeal appeal, Language language) {
        return new TrackedAppeal(
                appeal.id().value(),
                appeal.appealNumber(),
                appeal.number().value(),
                appeal.state(),
                wording.say(language, "appeal." + appeal.state()),
                appeal.createdAt(),
                appeal.submittedAt(),
                appeal.decidedAt(),
                appeal.dismissalReason(),
                items.of(appeal.caseId()).stream().map(Evidence::view).toList());
    }
}
