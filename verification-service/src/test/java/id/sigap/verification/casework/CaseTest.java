package id.sigap.verification.casework;

import static id.sigap.verification.casework.CaseMother.BUDI;
import static id.sigap.verification.casework.CaseMother.DEWI;
import static id.sigap.verification.casework.CaseMother.NOW;
import static id.sigap.verification.casework.CaseMother.SARI;
import static id.sigap.verification.casework.CaseMother.TIMEOUT;
import static id.sigap.verification.casework.CaseMother.aCase;
import static id.sigap.verification.casework.CaseMother.aCaseIn;
import static id.sigap.verification.casework.CaseMother.aReport;
import static id.sigap.verification.casework.CaseMother.act;
import static id.sigap.verification.casework.CaseMother.evidence;
import static id.sigap.verification.casework.CaseMother.nothingProtected;
import static id.sigap.verification.casework.CaseMother.over;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.events.Category;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.SuspectNumber;
import id.sigap.events.report.Author;
import id.sigap.events.report.ReportKind;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.CaseMerged;
import id.sigap.events.verification.CaseReleased;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.RejectionReason;
import id.sigap.events.verification.SecondApprovalRequested;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.service.IllegalMove;
import id.sigap.service.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("quick")
class CaseTest {

    /** The procedure: where each move leads from each state; "-" where it is refused, "·" where there is nothing to do. */
    private static final String PROCEDURE = """
            state                     | CLAIM   ASSIGN  RELEASE REQUEST  RECEIVE  VERIFY   ASK      APPROVE  DISAPPROVE REJECT   ANSWER   MERGE  UNMERGE VERIFYWITH WITHDRAW TAKE READ
            WAITING                   | CLAIMED CLAIMED -       -        WAITING  -        -        -        -          -        -        MERGED -       -          WITHDRAWN - -
            CLAIMED                   | CLAIMED CLAIMED WAITING AWAITING_EVIDENCE CLAIMED VERIFIED AWAITING_SECOND_APPROVAL - - REJECTED ANSWERED MERGED - -        WITHDRAWN CLAIMED -
            AWAITING_EVIDENCE         | CLAIMED CLAIMED WAITING AWAITING_EVIDENCE CLAIMED - -      -        -          REJECTED ANSWERED MERGED -       -          WITHDRAWN AWAITING_EVIDENCE -
            AWAITING_SECOND_APPROVAL  | -       -       -       -        AWAITING_SECOND_APPROVAL - - VERIFIED CLAIMED - -        -      -       -          WITHDRAWN - -
            MERGED                    | -       -       -       -        MERGED   -        -        -        -          -        -        -      WAITING VERIFIED   WITHDRAWN - -
            VERIFIED                  | -       -       -       -        ·        -        -        -        -          -        -        -      -       -          · - VERIFIED
            REJECTED                  | -       -       -       -        ·        -        -        -        -          -        -        -      -       -          · - REJECTED
            ANSWERED                  | -       -       -       -        ·        -        -        -        -          -        -        -      -       -          · - ANSWERED
            WITHDRAWN                 | -       -       -       -        ·        -        -        -        -          -        -        -      -       -          · - WITHDRAWN
            """;

    static Stream<Arguments> everyStateAndMove() {
        return PROCEDURE.lines().skip(1).flatMap(line -> {
            String[] parts = line.split("\\|");
            CaseState from = CaseState.valueOf(parts[0].strip());
            String[] outcomes = parts[1].strip().split("\\s+");
            return Arrays.stream(CaseMove.values()).map(move -> Arguments.of(from, move, outcomes[move.ordinal()]));
        });
    }

    @ParameterizedTest(name = "{0} × {1} → {2}")
    @MethodSource("everyStateAndMove")
    void moves_areLegalOnlyWhereTheProcedureAllowsThem(CaseState from, CaseMove move, String expected) {
        // Given
        Case existing = aCaseIn(from);
        // When
        Throwable refused = catchThrowable(() -> perform(move).accept(existing));
        // Then
        switch (expected) {
            case "-" -> {
                assertThat(refused).isInstanceOf(IllegalMove.class).hasMessageContaining(from.name());
                assertThat(existing.state()).isEqualTo(from);
            }
            case "·" -> {
                assertThat(refused).isNull();
                assertThat(existing.state()).isEqualTo(from);
            }
            default -> {
                assertThat(refused).isNull();
                assertThat(existing.state()).isEqualTo(CaseState.valueOf(expected));
            }
        }
    }

    private static Consumer<Case> perform(CaseMove move) {
        return switch (move) {
            case CLAIM -> c -> c.claim(act(SARI));
            case ASSIGN -> c -> c.assign(BUDI.id(), act(DEWI));
            case RELEASE -> c -> c.release(act(SARI));
            case REQUEST_EVIDENCE -> c -> c.requestEvidence(Set.of(EvidenceKind.MESSAGE_PHOTO), act(SARI));
            case RECEIVE_EVIDENCE -> c -> c.receive(evidence(c.id(), 9), NOW, TIMEOUT);
            case VERIFY -> c -> c.verify(Judgement.AS_REPORTED, nothingProtected(), act(SARI));
            case ASK_SECOND_APPROVAL -> c -> c.verify(Judgement.AS_REPORTED, _ -> true, act(SARI));
            case APPROVE -> c -> c.approve(act(BUDI));
            case DISAPPROVE -> c -> c.disapprove(act(BUDI));
            case REJECT -> c -> c.reject(RejectionReason.NOT_FRAUD, act(SARI));
            case ANSWER -> c -> c.answer(AnswerKind.INFORMATION_GIVEN, act(SARI));
            case MERGE -> c -> c.mergeInto(aCaseIn(CaseState.CLAIMED), 0, act(SARI));
            case UNMERGE -> c -> c.unmerge(SARI.id(), NOW);
            case VERIFY_WITH -> c -> c.verifyWith(aCaseIn(CaseState.VERIFIED));
            case WITHDRAW -> c -> c.withdraw(NOW);
            case TAKE_OTHERS -> c -> aCase(aReport()).mergeInto(c, 0, act(SARI));
            case READ -> c -> c.read(0);
        };
    }

    @Test
    void casesOfTwoNumbers_areNotDecidedTogether() {
        // Given
        Case lead = aCaseIn(CaseState.CLAIMED);
        Case other = aCase(aReport().suspect(new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+628110000099")));
        // Then
        assertThatThrownBy(() -> other.mergeInto(lead, 0, act(SARI))).hasMessage("cases-unlike");
        assertThatThrownBy(() -> lead.mergeInto(lead, 0, act(SARI))).hasMessage("cases-unlike");
        assertThatThrownBy(() -> aCase(aReport().kind(ReportKind.INFORMATION)).mergeInto(lead, 0, act(SARI)))
                .hasMessage("cases-unlike");
    }

    @Test
    void onlyWhoHasACase_takesOthersToIt() {
        // Given
        Case lead = aCaseIn(CaseState.CLAIMED);
        // Then
        assertThatThrownBy(() -> aCaseIn(CaseState.WAITING).mergeInto(lead, 0, act(BUDI)))
                .hasMessage("case-claimed-by-another");
        assertThatThrownBy(() -> aCaseIn(CaseState.WAITING).mergeInto(aCaseIn(CaseState.VERIFIED), 0, act(SARI)))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void aCaseAnotherOfficerWorksOn_isNotTakenAway() {
        // Given
        Case lead = aCaseIn(CaseState.WAITING);
        lead.claim(act(BUDI));
        Case held = aCaseIn(CaseState.CLAIMED);
        // Then
        assertThatThrownBy(() -> held.mergeInto(lead, 0, act(BUDI))).hasMessage("case-claimed-by-another");
        assertThat(held.mergeInto(lead, 0, act(BUDI, NOW.plus(TIMEOUT)))).isInstanceOf(CaseMerged.class);
    }

    @Test
    void aMergedCase_isProvenByTheOthersEvidence() {
        // Given
        Case lead = aCaseIn(CaseState.CLAIMED);
        Case merged = aCase(aReport());
        merged.mergeInto(lead, 0, act(SARI));
        var said = (EvidenceVerified) lead.verify(Judgement.AS_REPORTED, nothingProtected(), act(SARI));
        // When
        VerificationEvent followed = merged.verifyWith(lead);
        // Then
        assertThat(followed).isInstanceOfSatisfying(EvidenceVerified.class, verified -> {
            assertThat(verified.report()).isEqualTo(merged.id());
            assertThat(verified.evidence()).isEqualTo(said.evidence());
            assertThat(verified.decidedBy()).isEqualTo(SARI.id());
        });
    }

    @Test
    void liveClaim_cantBeTaken_andSaysWhoHasIt() {
        // Given
        Case claimed = aCaseIn(CaseState.CLAIMED);
        // When
        Throwable refused = catchThrowable(() -> claimed.claim(act(BUDI)));
        // Then
        assertThat(refused).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("case-claimed-by-another"));
        assertThat(claimed.claim.officer()).isEqualTo(SARI.id());
    }

    @Test
    void expiredClaim_canBeTaken() {
        // Given
        Case claimed = aCaseIn(CaseState.CLAIMED);
        // When
        var taken = claimed.claim(act(BUDI, NOW.plus(TIMEOUT)));
        // Then
        assertThat(taken).containsInstanceOf(CaseClaimed.class);
        assertThat(claimed.claim.officer()).isEqualTo(BUDI.id());
    }

    @Test
    void expiredClaim_stillStands_untilSomebodyElseTakesTheCase() {
        // Given
        Case claimed = aCaseIn(CaseState.CLAIMED);
        // When
        claimed.reject(RejectionReason.NOT_FRAUD, act(SARI, NOW.plus(TIMEOUT.multipliedBy(2))));
        // Then
        assertThat(claimed.state()).isEqualTo(CaseState.REJECTED);
    }

    @Test
    void ownClaim_claimedAgain_lastsLonger_andIsNoNews() {
        // Given
        Case claimed = aCaseIn(CaseState.CLAIMED);
        var later = NOW.plusSeconds(600);
        // When
        var said = claimed.claim(act(SARI, later));
        // Then
        assertThat(said).isEmpty();
        assertThat(claimed.claim.until()).isEqualTo(later.plus(TIMEOUT));
    }

    @Test
    void officersMessage_keepsTheClaim_andHasReadTheReporters() {
        // Given
        Case claimed = aCaseIn(CaseState.CLAIMED);
        var later = NOW.plusSeconds(600);
        claimed.message(Author.REPORTER, NOW, NOW, TIMEOUT);
        // When
        claimed.message(Author.OFFICER, later, later, TIMEOUT);
        // Then
        assertThat(claimed.claim.until()).isEqualTo(later.plus(TIMEOUT));
        assertThat(claimed.unreadMessages).isZero();
    }

    @Test
    void whoDecides_hasReadWhatWasWritten() {
        // Given
        Case claimed = aCaseIn(CaseState.CLAIMED);
        claimed.message(Author.REPORTER, NOW, NOW, TIMEOUT);
        // When
        claimed.reject(RejectionReason.NOT_FRAUD, act(SARI));
        // Then
        assertThat(claimed.unreadMessages).isZero();
    }

    @Test
    void whatIsWrittenAfterTheDecision_isUnread_untilAnOfficerAnswers() {
        // Given
        Case rejected = aCaseIn(CaseState.REJECTED);
        // When
        rejected.message(Author.REPORTER, NOW, NOW, TIMEOUT);
        // Then
        assertThat(rejected.unreadMessages).isOne();
        rejected.message(Author.OFFICER, NOW, NOW, TIMEOUT);
        assertThat(rejected.unreadMessages).isZero();
        assertThat(rejected.claim).isNull();
    }

    @Test
    void whatWasReadAndNeedsNoAnswer_isPutAside_butNotWhatCameMeanwhile() {
        // Given
        Case rejected = aCaseIn(CaseState.REJECTED);
        rejected.message(Author.REPORTER, NOW, NOW, TIMEOUT);
        rejected.message(Author.REPORTER, NOW, NOW, TIMEOUT);
        // Then
        assertThatThrownBy(() -> rejected.read(1)).hasMessage("written-meanwhile");
        assertThat(rejected.unreadMessages).isEqualTo(2);
        rejected.read(2);
        assertThat(rejected.unreadMessages).isZero();
    }

    @Test
    void messagesOfAnOpenCase_areNotPutAside() {
        // Given
        Case claimed = aCaseIn(CaseState.CLAIMED);
        claimed.message(Author.REPORTER, NOW, NOW, TIMEOUT);
        // Then
        assertThatThrownBy(() -> claimed.read(1)).isInstanceOf(IllegalMove.class);
        assertThat(claimed.unreadMessages).isOne();
    }

    @Test
    void decision_onAnothersCase_isRefused() {
        // Given
        Case claimed = aCaseIn(CaseState.CLAIMED);
        // Then
        assertThatThrownBy(() -> claimed.reject(RejectionReason.NOT_FRAUD, act(BUDI)))
                .hasMessage("case-claimed-by-another");
        assertThatThrownBy(() -> claimed.reject(RejectionReason.NOT_FRAUD, act(BUDI, NOW.plus(TIMEOUT))))
                .hasMessage("case-not-claimed");
        assertThat(claimed.state()).isEqualTo(CaseState.CLAIMED);
    }

    @Test
    void supervisor_mayDecideOnAnothersCase() {
        // Given
        Case claimed = aCaseIn(CaseState.CLAIMED);
        // When
        var released = claimed.release(act(DEWI));
        // Then
        assertThat(released).isEqualTo(new CaseReleased(claimed.id(), SARI.id(), DEWI.id(), NOW));
    }

    @Test
    void verification_saysWhatItRestsOn_andWhenThatWasComplete() {
        // Given
        Case claimed = aCaseIn(CaseState.CLAIMED);
        var second = evidence(claimed.id(), 2);
        claimed.receive(second, NOW, TIMEOUT);
        claimed.receive(evidence(claimed.id(), 3), NOW, TIMEOUT);
        UUID named = second.evidence().evidence().value();
        // When
        var said = claimed.verify(
                new Judgement(
                        Optional.of(new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+628110000055")),
                        Optional.of(Category.PRIZE),
                        Optional.of(new OperatorCode("TELKOMSEL")),
                        Optional.of(Set.of(named))),
                nothingProtected(),
                act(SARI));
        // Then
        assertThat(said).isInstanceOfSatisfying(EvidenceVerified.class, verified -> {
            assertThat(verified.evidence()).containsExactly(second.evidence());
            assertThat(verified.evidenceCompleteAt()).isEqualTo(second.at());
            assertThat(verified.number()).isEqualTo(new Msisdn("+628110000055"));
            assertThat(verified.category()).isEqualTo(Category.PRIZE);
            assertThat(verified.operator()).contains(new OperatorCode("TELKOMSEL"));
            assertThat(verified.decidedBy()).isEqualTo(SARI.id());
            assertThat(verified.approvedBy()).isEmpty();
        });
    }

    @Test
    void protectedNumber_isVerifiedByTwo() {
        // Given
        Case claimed = aCaseIn(CaseState.CLAIMED);
        // When
        var asked = claimed.verify(Judgement.AS_REPORTED, _ -> true, act(SARI));
        var own = catchThrowable(() -> claimed.approve(act(SARI)));
        var verified = claimed.approve(act(BUDI));
        // Then
        assertThat(asked).isInstanceOf(SecondApprovalRequested.class);
        assertThat(own).hasMessage("second-approval-needs-another");
        assertThat(verified).isInstanceOfSatisfying(EvidenceVerified.class, event -> {
            assertThat(event.decidedBy()).isEqualTo(SARI.id());
            assertThat(event.approvedBy()).contains(BUDI.id());
        });
    }

    @Test
    void disapproval_forgetsTheFinding_andGoesBackToTheOfficer() {
        // Given
        Case pending = aCaseIn(CaseState.AWAITING_SECOND_APPROVAL);
        // When
        pending.disapprove(act(BUDI));
        // Then
        assertThat(pending.finding).isNull();
        assertThat(pending.claim.officer()).isEqualTo(SARI.id());
    }

    static Stream<Arguments> notVerifiable() {
        var all = Judgement.AS_REPORTED;
        var foreign = new SuspectNumber(SuspectNumber.Kind.FOREIGN, "+6591230000");
        return Stream.of(
                Arguments.of("evidence-required", aReport(), all),
                Arguments.of("information-not-verifiable", aReport().kind(ReportKind.INFORMATION), all),
                Arguments.of("category-not-blockable", aReport().category(Category.HACKED_ACCOUNT), all),
                Arguments.of("number-not-blockable", aReport().suspect(foreign), all),
                Arguments.of("invalid-input", aReport().withoutSuspect(), all),
                Arguments.of("invalid-input", aReport(), over(UUID.randomUUID())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notVerifiable")
    void verification_isRefused_whereNoBlockCouldFollow(String code, CaseMother report, Judgement with) {
        // Given
        Case claimed = aCase(report);
        if (!code.equals("evidence-required")) {
            claimed.receive(evidence(claimed.id(), 1), NOW, TIMEOUT);
        }
        claimed.claim(act(SARI));
        // When
        Throwable refused = catchThrowable(() -> claimed.verify(with, nothingProtected(), act(SARI)));
        // Then
        assertThat(refused).hasMessage(code);
        assertThat(claimed.state()).isEqualTo(CaseState.CLAIMED);
    }

    @Test
    void answer_thatIsUntrue_isRefused() {
        // Given
        Case claimed = aCaseIn(CaseState.CLAIMED);
        // Then
        assertThatThrownBy(() -> claimed.answer(AnswerKind.NUMBER_NOT_BLOCKABLE, act(SARI)))
                .hasMessage("number-blockable");
    }

    @Test
    void evidenceAfterTheDecision_changesNothing() {
        // Given
        Case decided = aCaseIn(CaseState.REJECTED);
        int before = decided.evidence.size();
        // When
        var said = decided.receive(evidence(decided.id(), 7), NOW, TIMEOUT);
        // Then
        assertThat(said).isEmpty();
        assertThat(decided.evidence).hasSize(before);
    }
}
