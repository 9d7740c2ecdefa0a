package id.sigap.verification.casework;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.EvidenceId;
import id.sigap.events.EvidenceRef;
import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.events.SuspectNumber;
import id.sigap.events.report.EvidenceAttached;
import id.sigap.events.report.EvidenceCheck;
import id.sigap.events.report.ReportKind;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.RejectionReason;
import id.sigap.phone.Suspect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Cases to test with. */
record CaseMother(ReportKind reportKind, Category reportCategory, Optional<Suspect> reportSuspect) {

    static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");
    static final Duration TIMEOUT = Duration.ofMinutes(30);
    static final Officer SARI = new Officer("sari", Officer.Rank.OFFICER);
    static final Officer BUDI = new Officer("budi", Officer.Rank.OFFICER);
    static final Officer DEWI = new Officer("dewi", Officer.Rank.SUPERVISOR);

    private static final SuspectNumber NUMBER = new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+628110000001");

    static CaseMother aReport() {
        return new CaseMother(ReportKind.COMPLAINT, Category.IMPERSONATION, Optional.of(Suspect.of(NUMBER)));
    }

    CaseMother kind(ReportKind kind) {
        return new CaseMother(kind, reportCategory, reportSuspect);
    }

    CaseMother category(Category category) {
        return new CaseMother(reportKind, category, reportSuspect);
    }

    CaseMother suspect(SuspectNumber suspect) {
        return suspect(Optional.of(Suspect.of(suspect)));
    }

    CaseMother withoutSuspect() {
        return suspect(Optional.empty());
    }

    CaseMother suspect(Optional<Suspect> suspect) {
        return new CaseMother(reportKind, reportCategory, suspect);
    }

    static Case aCase(CaseMother of) {
        return new Case(
                new ReportSubmitted(
                        new ReportId(UUID.randomUUID()),
                        "LPR-2026-000001",
                        of.reportKind(),
                        Channel.SMS,
                        of.reportCategory(),
                        of.reportSuspect().flatMap(Suspect::number),
                        of.reportSuspect().flatMap(Suspect::senderName),
                        NOW.minus(Duration.ofDays(1)),
                        false,
                        "id",
                        "a".repeat(64),
                        NOW.minusSeconds(60)),
                Priority.NORMAL);
    }

    /** In that state by legal moves, with one piece of evidence, in Sari's hands if in anybody's. */
    static Case aCaseIn(CaseState state) {
        Case made = aCase(aReport());
        made.receive(evidence(made.id(), 1), NOW, TIMEOUT);
        if (state == CaseState.WAITING) {
            return made;
        }
        made.claim(act(SARI));
        switch (state) {
            case WAITING, CLAIMED -> {}
            case AWAITING_EVIDENCE -> made.requestEvidence(Set.of(EvidenceKind.CALL_RECORDING), act(SARI));
            case AWAITING_SECOND_APPROVAL -> made.verify(Judgement.AS_REPORTED, _ -> true, act(SARI));
            case MERGED -> {
                Case lead = aCase(aReport());
                lead.claim(act(SARI));
                made.mergeInto(lead, 0, act(SARI));
            }
            case VERIFIED -> made.verify(Judgement.AS_REPORTED, nothingProtected(), act(SARI));
            case REJECTED -> made.reject(RejectionReason.NOT_FRAUD, act(SARI));
            case ANSWERED -> made.answer(AnswerKind.INFORMATION_GIVEN, act(SARI));
            case WITHDRAWN -> made.withdraw(NOW);
        }
        return made;
    }

    static EvidenceAttached evidence(ReportId report, int minute) {
        return new EvidenceAttached(
                report,
                new EvidenceRef(new EvidenceId(UUID.randomUUID()), "%064x".formatted(minute)),
                "image/png",
                1000,
                EvidenceCheck.SCANNED,
                NOW.plus(Duration.ofMinutes(minute)));
    }

    static Act act(Officer officer) {
        return act(officer, NOW);
    }

    static Act act(Officer officer, Instant at) {
        return new Act(officer, at, TIMEOUT);
    }

    static Judgement over(UUID evidence) {
        return new Judgement(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Set.of(evidence)));
    }

    static Predicate<Msisdn> nothingProtected() {
        return _ -> false;
    }
}
