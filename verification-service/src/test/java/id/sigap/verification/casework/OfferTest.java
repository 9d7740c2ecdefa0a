package id.sigap.verification.casework;

import static id.sigap.verification.casework.CaseMother.BUDI;
import static id.sigap.verification.casework.CaseMother.DEWI;
import static id.sigap.verification.casework.CaseMother.NOW;
import static id.sigap.verification.casework.CaseMother.SARI;
import static id.sigap.verification.casework.CaseMother.TIMEOUT;
import static id.sigap.verification.casework.CaseMother.aCase;
import static id.sigap.verification.casework.CaseMother.aReport;
import static id.sigap.verification.casework.CaseMother.act;
import static id.sigap.verification.casework.CaseMother.evidence;
import static id.sigap.verification.casework.CaseMother.nothingProtected;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Category;
import id.sigap.events.SenderName;
import id.sigap.events.SuspectNumber;
import id.sigap.events.report.ReportKind;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.RejectionReason;
import id.sigap.phone.Suspect;
import id.sigap.service.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is offered would be carried out, and what is not would be refused: tried in every situation that officers can bring a case to. */
@Tag("quick")
class OfferTest {

    private static final SuspectNumber MOBILE = new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+628110000001");

    private static final List<Optional<Suspect>> SUSPECTS = List.of(
            Optional.empty(),
            Optional.of(Suspect.of(MOBILE)),
            Optional.of(Suspect.of(new SuspectNumber(SuspectNumber.Kind.DOMESTIC_LANDLINE, "+62215550100"))),
            Optional.of(Suspect.of(new SuspectNumber(SuspectNumber.Kind.SHORT_CODE, "9123"))),
            Optional.of(Suspect.of(new SuspectNumber(SuspectNumber.Kind.FOREIGN, "+6591230000"))),
            Optional.of(Suspect.of(new SenderName("BANK-CONTOH"))));

    /** Sari has every case that anybody has. */
    private static final Map<String, Act> LOOKING = Map.of(
            "its officer", act(SARI),
            "another officer", act(BUDI),
            "another officer after the claim ran out", act(BUDI, NOW.plus(TIMEOUT)),
            "a supervisor", act(DEWI));

    /** What an officer may find whatever was reported. */
    private static final Judgement FOUND = judging(Category.PRIZE);

    /** @param others whether another case is decided with it */
    private record Situation(CaseState state, CaseMother report, int pieces, boolean others) {

        /** By legal moves; empty if no such case can be. A new one for each attempt, which changes it. */
        Optional<Case> made() {
            try {
                return Optional.of(make()).filter(made -> made.state() == state);
            } catch (Refusal _) {
                return Optional.empty();
            }
        }

        private Case make() {
            Case made = aCase(report);
            for (int piece = 0; piece < pieces; piece++) {
                made.receive(evidence(made.id(), piece), NOW, TIMEOUT);
            }
            if (state == CaseState.WAITING) {
                return made;
            }
            made.claim(act(SARI));
            if (others) {
                aCase(report).mergeInto(made, 0, act(SARI));
            }
            switch (state) {
                case WAITING, CLAIMED -> {}
                case AWAITING_EVIDENCE -> made.requestEvidence(Set.of(EvidenceKind.CALL_RECORDING), act(SARI));
                case AWAITING_SECOND_APPROVAL -> made.verify(FOUND, _ -> true, act(SARI));
                case MERGED -> made.mergeInto(lead(), 0, act(SARI));
                case VERIFIED -> made.verify(FOUND, nothingProtected(), act(SARI));
                case REJECTED -> made.reject(RejectionReason.NOT_FRAUD, act(SARI));
                case ANSWERED -> made.answer(AnswerKind.INFORMATION_GIVEN, act(SARI));
                case WITHDRAWN -> made.withdraw(NOW);
            }
            return made;
        }

        /** In Sari's hands: what it is, or would be, decided with. */
        Case lead() {
            Case lead = aCase(report);
            lead.claim(act(SARI));
            return lead;
        }
    }

    private static Stream<Situation> situations(CaseState state) {
        return Arrays.stream(ReportKind.values())
                .flatMap(kind -> Stream.of(Category.PRIZE, Category.HACKED_ACCOUNT)
                        .map(category -> aReport().kind(kind).category(category)))
                .flatMap(report -> SUSPECTS.stream().map(report::suspect))
                .flatMap(report -> Stream.of(0, 1).flatMap(pieces -> Stream.of(false, true)
                        .map(others -> new Situation(state, report, pieces, others))))
                .filter(situation -> situation.made().isPresent());
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void aMove_isOffered_exactlyWhereItWouldBeMade(CaseState state) {
        each(state, (situation, who, act) -> {
            // When
            Offer offer = offered(situation, act);
            // Then
            Set<CaseMove> known = EnumSet.copyOf(offer.refused().keySet());
            known.addAll(offer.moves());
            assertThat(known).hasSize(offer.moves().size() + offer.refused().size());
            assertThat(known).allSatisfy(move -> assertThat(offer.moves().contains(move))
                    .as("%s by %s in %s", move, who, situation)
                    .isEqualTo(isTaken(situation, made -> make(move, made, situation, act))));
        });
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void aMoveThatIsNotOffered_isRefusedForTheReasonThatIsSaid(CaseState state) {
        each(state, (situation, who, act) -> offered(situation, act).refused().forEach((move, why) -> assertThat(
                        refusal(situation, made -> make(move, made, situation, act)))
                .as("%s by %s in %s", move, who, situation)
                .hasValueSatisfying(said -> assertThat(said.code()).isEqualTo(why.code()))));
    }

    /** The form stands as the report says it where that would be found; otherwise it says why not. */
    @ParameterizedTest
    @EnumSource(CaseState.class)
    void whatIsReported_isOfferedToBeFound_exactlyWhereItWouldBe(CaseState state) {
        each(state, (situation, who, act) -> assertThat(
                        offered(situation, act).unprovenAsReported().map(Refusal::code))
                .as("%s in %s", who, situation)
                .isEqualTo(refusal(situation, made -> made.verify(Judgement.AS_REPORTED, nothingProtected(), act))
                        .map(Refusal::code)));
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void anAnswer_isOffered_exactlyWhereItWouldBeGiven(CaseState state) {
        each(state, (situation, who, act) -> {
            Offer offer = offered(situation, act);
            for (AnswerKind answer : AnswerKind.values()) {
                assertThat(offer.moves().contains(CaseMove.ANSWER)
                                && offer.answers().contains(answer))
                        .as("%s by %s in %s", answer, who, situation)
                        .isEqualTo(isTaken(situation, made -> made.answer(answer, act)));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void aKindOfFraud_isOffered_exactlyWhereABlockCouldFollow(Category category) {
        // Given
        var situation = new Situation(CaseState.CLAIMED, aReport(), 1, false);
        // Then
        assertThat(Judgement.isBlockable(category))
                .isEqualTo(isTaken(situation, made -> made.verify(judging(category), nothingProtected(), act(SARI))));
    }

    /** Which the desk once offered, only to refuse. */
    @Test
    void questions_andCasesWithoutEvidence_areNeverOfferedToBeVerified_norQuestionsToBeMerged() {
        each(CaseState.CLAIMED, (situation, _, act) -> {
            Offer offer = offered(situation, act);
            if (situation.report().reportKind() == ReportKind.INFORMATION) {
                assertThat(offer.moves()).doesNotContain(CaseMove.VERIFY, CaseMove.TAKE_OTHERS);
            }
            if (situation.pieces() == 0) {
                assertThat(offer.moves()).doesNotContain(CaseMove.VERIFY);
            }
            if (situation.report().reportSuspect().flatMap(Suspect::blockable).isEmpty()) {
                assertThat(offer.unprovenAsReported()).isPresent();
            }
        });
    }

    /** A case of each sort beside each other. */
    @ParameterizedTest
    @EnumSource(CaseState.class)
    void anotherCase_isOfferedToBeTakenToIt_exactlyWhereItWouldBe(CaseState state) {
        List<Situation> leads = pairable(CaseState.CLAIMED).toList();
        pairable(state)
                .forEach(situation -> leads.forEach(lead -> LOOKING.forEach((who, act) -> {
                    // Given
                    Case other = situation.made().orElseThrow();
                    int companions = situation.others() ? 1 : 0;
                    // When
                    boolean offered = other.rules(act)
                            .refusalToJoin(lead.made().orElseThrow(), companions)
                            .isEmpty();
                    // Then
                    assertThat(offered)
                            .as("%s to %s by %s", situation, lead, who)
                            .isEqualTo(isTaken(
                                    situation,
                                    made -> made.mergeInto(lead.made().orElseThrow(), companions, act)));
                    if (offered) {
                        assertThat(situation.others()).isFalse();
                        assertThat(List.of(
                                        situation.report().reportKind(),
                                        lead.report().reportKind()))
                                .containsOnly(ReportKind.COMPLAINT);
                        assertThat(situation.report().reportSuspect())
                                .isPresent()
                                .isEqualTo(lead.report().reportSuspect());
                    }
                })));
    }

    /** What a case is merged by asks neither for its category nor for its evidence. */
    private static Stream<Situation> pairable(CaseState state) {
        return situations(state)
                .filter(situation ->
                        situation.pieces() == 1 && situation.report().reportCategory() == Category.PRIZE);
    }

    private interface Trial {
        void run(Situation situation, String who, Act act);
    }

    private static void each(CaseState state, Trial trial) {
        List<Situation> situations = situations(state).toList();
        assertThat(situations).isNotEmpty();
        situations.forEach(situation -> LOOKING.forEach((who, act) -> trial.run(situation, who, act)));
    }

    private static Offer offered(Situation situation, Act act) {
        Case made = situation.made().orElseThrow();
        return made.rules(act).offer(Optional.of(situation.lead()).filter(_ -> made.state() == CaseState.MERGED));
    }

    private interface Attempt {
        void at(Case made);
    }

    private static boolean isTaken(Situation situation, Attempt attempt) {
        return refusal(situation, attempt).isEmpty();
    }

    private static Optional<Refusal> refusal(Situation situation, Attempt attempt) {
        try {
            attempt.at(situation.made().orElseThrow());
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    private static void make(CaseMove move, Case made, Situation situation, Act act) {
        switch (move) {
            case CLAIM -> made.claim(act);
            case ASSIGN -> made.assign(BUDI.id(), act);
            case RELEASE -> made.release(act);
            case REQUEST_EVIDENCE -> made.requestEvidence(Set.of(EvidenceKind.MESSAGE_PHOTO), act);
            case VERIFY -> made.verify(FOUND, nothingProtected(), act);
            case APPROVE -> made.approve(act);
            case DISAPPROVE -> made.disapprove(act);
            case REJECT -> made.reject(RejectionReason.NOT_FRAUD, act);
            case ANSWER -> made.answer(AnswerKind.INFORMATION_GIVEN, act);
            case UNMERGE -> made.partFrom(situation.lead(), act);
            case TAKE_OTHERS -> aCase(situation.report()).mergeInto(made, 0, act);
            case READ -> made.read(0);
            case RECEIVE_EVIDENCE, ASK_SECOND_APPROVAL, MERGE, VERIFY_WITH, WITHDRAW ->
                throw new AssertionError(move + " is nothing that an officer does with a case by itself");
        }
    }

    private static Judgement judging(Category category) {
        return new Judgement(Optional.of(MOBILE), Optional.of(category), Optional.empty(), Optional.empty());
    }
}
