package id.sigap.intake.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Event;
import id.sigap.events.report.Notice;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.ReportUnmerged;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.intake.outcome.Successions.Arrow;
import id.sigap.intake.report.Step;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever the help desk, the regulator and the tickets may say by their own tables, in whatever order it is heard: nothing is refused, nothing
 * is left behind, and after each event report, appeal and ticket stand where the events heard put them.
 */
@Tag("quick")
class FactsInEveryStateTest {

    private static final Successions TICKET = Deciders.ticket();
    private static final long SEED = 1201;
    private static final int WALKS = 20_000;

    @Test
    void everyEventOfBothTopics_standsInATable() {
        // Given
        Set<Class<?>> said = Stream.of(VerificationEvent.class, TicketEvent.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .collect(Collectors.toSet());
        // When
        Set<Class<? extends Event>> known = Stream.of(Deciders.CASE, Deciders.APPEAL, Deciders.NOTHING, TICKET)
                .flatMap(table -> table.events().stream())
                .collect(Collectors.toSet());
        // Then
        assertThat(known).isEqualTo(said);
    }

    @Test
    void report_followsEveryWordOfItsCase() {
        assertThat(firstWrong(Hearing.of(Deciders.CASE.words(Deciders.START, 6).stream())))
                .isEmpty();
    }

    @Test
    void report_followsEveryWordOfItsTicket() {
        assertThat(firstWrong(Hearing.of(ticketWords(7)))).isEmpty();
    }

    @Test
    void report_standsWhereBothPutIt_inWhateverOrderTheyAreHeard() {
        assertThat(firstWrong(verifiedWords(3)
                        .flatMap(decided -> ticketWords(4)
                                .flatMap(ticket -> Hearing.shuffles(Wire.events(decided), Wire.events(ticket))))
                        .flatMap(Hearing::of)))
                .isEmpty();
    }

    @Test
    void report_standsWhereBothPutIt_afterLongStories() {
        assertThat(firstWrong(IntStream.range(0, WALKS).mapToObj(walk -> longStory(new SplittableRandom(SEED + walk)))))
                .as("seed %d", SEED)
                .isEmpty();
    }

    @Test
    void appeal_standsWhereRegulatorAndTicketPutIt_inWhateverOrderTheyAreHeard() {
        assertThat(firstWrong(Deciders.APPEAL.words(Deciders.START, 3).stream()
                        .flatMap(appeal -> Stream.concat(
                                        ticketWords(5),
                                        ticketWords(7).filter(word -> word.size() > 5 && !isJoinedOrLeft(word)))
                                .filter(ticket -> isUpheld(appeal) || !asksToUnblock(ticket))
                                .flatMap(ticket -> Hearing.shuffles(Wire.events(appeal), Wire.events(ticket))))
                        .map(events -> new Hearing(events, Optional.empty()))))
                .isEmpty();
    }

    @Test
    void appeal_withNothingToUndo_isToldSo_inWhateverOrderItIsHeard() {
        assertThat(firstWrong(Deciders.APPEAL.words(Deciders.START, 3).stream()
                        .filter(FactsInEveryStateTest::isUpheld)
                        .flatMap(appeal -> Deciders.NOTHING.words(Deciders.START, 1).stream()
                                .flatMap(nothing -> Hearing.shuffles(Wire.events(appeal), Wire.events(nothing))))
                        .map(events -> new Hearing(events, Optional.empty()))))
                .isEmpty();
    }

    @Test
    void theOldTable_isFoundOut() {
        // Given
        Function<Hearing, Optional<String>> judge = hearing -> {
            var old = new OldReport();
            return hearing.tell(old, expected -> Optional.of(old.state())
                    .filter(state -> expected.report().equals("VERIFIED") && !state.equals("VERIFIED"))
                    .map(state -> "it is " + state));
        };
        // When
        Optional<String> wrong = Hearing.of(verifiedWords(6))
                .map(judge)
                .flatMap(Optional::stream)
                .findFirst();
        // Then
        assertThat(wrong)
                .hasValue("after CaseOpened, CaseClaimed, EvidenceRequested, CaseClaimed, EvidenceVerified:"
                        + " it is AWAITING_EVIDENCE");
    }

    private static Optional<String> firstWrong(Stream<Hearing> hearings) {
        return hearings.map(FactsInEveryStateTest::wrong)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> wrong(Hearing hearing) {
        // mails of what all are told are queued at once, or wait for whatever comes meanwhile
        var intake = new Intake(hearing.events().size() % 2);
        return hearing.tell(intake, expected -> different(intake, expected)).or(() -> {
            List<Notice> awaited = intake.mailsToReporter();
            intake.queueAll();
            return Optional.of(compared("mails queued in the end", intake.mailsToReporter(), awaited))
                    .filter(wrong -> !wrong.isEmpty());
        });
    }

    /** What is told is compared as it is shown: by time, not in the order in which it was learnt. */
    private static Optional<String> different(Intake intake, Fold expected) {
        var report = intake.report();
        return Stream.of(
                        compared("the report", intake.state(), expected.report()),
                        compared("its ticket's end", report.ticketEnd().map(Enum::name), expected.ticketEnd()),
                        compared("its deadline", intake.deadline(), expected.deadline()),
                        compared("in a ticket", report.ticketNumber().isPresent(), expected.isInTicket()),
                        compared("its story", counted(intake.steps()), counted(expected.steps)),
                        compared(
                                "the reporter's mails",
                                countedMails(intake.mailsToReporter()),
                                countedMails(expected.mails)),
                        compared(
                                "the appellant's mails",
                                countedMails(intake.mailsToAppellant()),
                                countedMails(expected.mailsToAppellant)),
                        compared("the appeal", intake.appealState(), expected.appeal()),
                        compared("its decision", intake.appealDecidedAt(), expected.appealDecided()),
                        intake.ticket().map(ticket -> ticket(ticket, expected)).orElse(""))
                .filter(wrong -> !wrong.isEmpty())
                .findFirst();
    }

    private static String ticket(FollowedTicket ticket, Fold expected) {
        return compared("blocked since", ticket.blockedAt(), expected.blockedSince())
                + compared("its number", ticket.standing(), expected.number());
    }

    private static String compared(String what, Object is, Object expected) {
        return Objects.equals(is, expected) ? "" : "%s is %s, expected %s".formatted(what, is, expected);
    }

    private static Map<Step, Integer> counted(List<Step> steps) {
        var counts = new EnumMap<Step, Integer>(Step.class);
        steps.forEach(step -> counts.merge(step, 1, Integer::sum));
        return counts;
    }

    private static Map<Notice, Integer> countedMails(List<Notice> mails) {
        var counts = new HashMap<Notice, Integer>();
        mails.forEach(mail -> counts.merge(mail, 1, Integer::sum));
        return counts;
    }

    private static Stream<List<Arrow>> ticketWords(int longest) {
        return Stream.of(Deciders.OURS, Deciders.ANOTHERS).flatMap(start -> TICKET.words(start, longest).stream());
    }

    private static Stream<List<Arrow>> verifiedWords(int longest) {
        return Deciders.CASE.words(Deciders.START, longest).stream()
                .filter(word -> !word.isEmpty() && word.getLast().event() == EvidenceVerified.class);
    }

    private static boolean isUpheld(List<Arrow> appeal) {
        return !appeal.isEmpty() && appeal.getLast().event() == AppealUpheld.class;
    }

    private static boolean isJoinedOrLeft(List<Arrow> ticket) {
        return ticket.stream()
                .anyMatch(arrow -> arrow.event() == ReportMerged.class || arrow.event() == ReportUnmerged.class);
    }

    private static boolean asksToUnblock(List<Arrow> ticket) {
        return ticket.stream().anyMatch(arrow -> arrow.event() == UnblockRequested.class);
    }

    /** A ticket only if there is a decision for one; a withdrawal at some moment, or none. */
    private static Hearing longStory(RandomGenerator random) {
        List<Arrow> decided = Deciders.CASE.walk(Deciders.START, 40, random);
        boolean verified = decided.getLast().event() == EvidenceVerified.class;
        String start = random.nextBoolean() ? Deciders.OURS : Deciders.ANOTHERS;
        List<Arrow> ticket = verified ? TICKET.walk(start, 40, random) : List.of();
        List<Event> heard = Hearing.shuffled(Wire.events(decided), Wire.events(ticket), random);
        List<Hearing> withAndWithout = Hearing.of(heard).toList();
        return withAndWithout.get(random.nextInt(withAndWithout.size()));
    }
}
