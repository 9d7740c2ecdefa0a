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
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Succession;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.CaseOpened;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.RejectionReason;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.service.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cases with which officers and reporters do anything at random say what the contract's table allows, and all of it. */
@Tag("quick")
class SaidOfCasesTest {

    private static final int CASES = 3000;
    private static final int MOVES = 12;
    private static final List<Succession> TABLE = Succession.ofCases();
    private static final List<Officer> OFFICERS = List.of(SARI, BUDI, DEWI);

    private final Set<Succession> said = new HashSet<>();

    @Test
    void casesSay_whatTheTableAllows_andEverythingInIt() {
        // When
        for (int seed = 0; seed < CASES; seed++) {
            goThrough(seed);
        }
        // Then
        assertThat(said).containsExactlyInAnyOrderElementsOf(TABLE);
    }

    private void goThrough(int seed) {
        var random = new SplittableRandom(seed);
        // of a question can be answered what of a complaint can't, and the other way round
        Case made = aCase(random.nextBoolean() ? aReport() : aReport().withoutSuspect());
        Case lead = aCase(aReport());
        lead.receive(evidence(lead.id(), 1), NOW, TIMEOUT);
        lead.claim(act(SARI));
        List<String> heard = new ArrayList<>();
        String state = Succession.START;
        Optional<VerificationEvent> now = Optional.of(new CaseOpened(made.id(), NOW));
        for (int move = 0; move < MOVES; move++) {
            if (now.isPresent()) {
                heard.add(now.get().getClass().getSimpleName());
                Succession next = next(state, now.get(), heard);
                said.add(next);
                state = next.to();
            }
            assertThat(state).as("%d: %s", seed, heard).isEqualTo(made.state().name());
            now = moved(made, lead, random);
        }
    }

    private static Succession next(String state, VerificationEvent event, List<String> heard) {
        return TABLE.stream()
                .filter(row -> row.from().equals(state) && row.event() == event.getClass())
                .findFirst()
                .orElseThrow(() -> new AssertionError("from %s not in the table: %s".formatted(state, heard)));
    }

    /** What somebody does next; nothing if they may not. @param lead is in Sari's hands */
    private static Optional<VerificationEvent> moved(Case made, Case lead, RandomGenerator random) {
        Act act = act(OFFICERS.get(random.nextInt(3)), random.nextInt(4) > 0 ? NOW : NOW.plus(Duration.ofHours(1)));
        try {
            return switch (random.nextInt(14)) {
                case 0 -> made.claim(act);
                case 1 -> Optional.of(made.assign(BUDI.id(), act));
                case 2 -> Optional.of(made.release(act));
                case 3 -> Optional.of(made.requestEvidence(Set.of(EvidenceKind.MESSAGE_PHOTO), act));
                case 4, 5 -> Optional.of(made.verify(Judgement.AS_REPORTED, _ -> random.nextBoolean(), act));
                case 6 -> Optional.of(made.approve(act));
                case 7 -> Optional.of(made.disapprove(act));
                case 8 -> Optional.of(made.reject(RejectionReason.NOT_FRAUD, act));
                case 9 -> Optional.of(made.answer(AnswerKind.INFORMATION_GIVEN, act));
                case 10 -> Optional.of(made.mergeInto(lead, 0, act));
                case 11 -> Optional.of(made.partFrom(lead, act));
                case 12 ->
                    random.nextInt(3) == 0 ? made.withdraw(NOW) : made.receive(evidence(made.id(), 1), NOW, TIMEOUT);
                default -> Optional.of(decidedWith(lead, made));
            };
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    private static VerificationEvent decidedWith(Case lead, Case made) {
        if (lead.state() == CaseState.CLAIMED) {
            lead.verify(Judgement.AS_REPORTED, _ -> false, act(SARI));
        }
        return made.verifyWith(lead);
    }
}
