package id.sigap.notifier.request;

import static id.sigap.notifier.Samples.INDOSAT;
import static id.sigap.notifier.Samples.TELKOMSEL;
import static id.sigap.notifier.Samples.XLSMART;
import static id.sigap.notifier.request.Answering.take;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.events.operator.ReplyOutcome;
import id.sigap.notifier.Samples;
import id.sigap.notifier.request.RefusedReply.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("quick")
class OperatorRequestTest {

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Reply SEEN = new Reply.Seen();
    private static final Reply DONE = new Reply.Done(Optional.empty(), Optional.of("TSEL-1"));
    private static final Reply DONE_OTHERWISE = new Reply.Done(Optional.empty(), Optional.of("TSEL-2"));
    private static final Reply NOT_OURS = notOurs(INDOSAT);
    private static final Reply NOT_OURS_BUT = notOurs(XLSMART);

    /** What a reply does: leads to a state and an event, says nothing new, or is refused. */
    private sealed interface Expected {
        record Moves(State to, Class<? extends ConfirmationEvent> says) implements Expected {}

        record NothingNew() implements Expected {}

        record Refused(Fault why, Optional<Class<? extends ConfirmationEvent>> fact) implements Expected {

            Refused(Fault why) {
                this(why, Optional.empty());
            }
        }
    }

    private static final Expected NOTHING_NEW = new Expected.NothingNew();
    private static final Expected CONTRADICTS = new Expected.Refused(Fault.ANSWERED_OTHERWISE);
    private static final Expected CANNOT = new Expected.Refused(Fault.UNBLOCK_DECLINED);

    private static final Expected WITHDRAWN = new Expected.Refused(Fault.WITHDRAWN);
    private static final Expected LATE = new Expected.Refused(Fault.WITHDRAWN, Optional.of(LateBlockReported.class));

    static List<Arguments> everyStateAndReply() {
        var seen = new Expected.Moves(State.ACKNOWLEDGED, RequestAcknowledged.class);
        var blocked = new Expected.Moves(State.CONFIRMED, BlockConfirmed.class);
        var unblocked = new Expected.Moves(State.CONFIRMED, UnblockConfirmed.class);
        var declined = new Expected.Moves(State.DECLINED, BlockDeclined.class);
        List<Arguments> table = new ArrayList<>();
        row(table, Action.BLOCK, State.PENDING, seen, blocked, blocked, declined, declined);
        row(table, Action.BLOCK, State.ACKNOWLEDGED, NOTHING_NEW, blocked, blocked, declined, declined);
        row(table, Action.BLOCK, State.CONFIRMED, NOTHING_NEW, NOTHING_NEW, CONTRADICTS, CONTRADICTS, CONTRADICTS);
        row(table, Action.BLOCK, State.DECLINED, NOTHING_NEW, CONTRADICTS, CONTRADICTS, NOTHING_NEW, CONTRADICTS);
        row(table, Action.UNBLOCK, State.PENDING, seen, unblocked, unblocked, CANNOT, CANNOT);
        row(table, Action.UNBLOCK, State.ACKNOWLEDGED, NOTHING_NEW, unblocked, unblocked, CANNOT, CANNOT);
        row(table, Action.UNBLOCK, State.CONFIRMED, NOTHING_NEW, NOTHING_NEW, CONTRADICTS, CANNOT, CANNOT);
        row(table, Action.BLOCK, State.WITHDRAWN, WITHDRAWN, LATE, LATE, WITHDRAWN, WITHDRAWN);
        row(table, Action.UNBLOCK, State.WITHDRAWN, WITHDRAWN, WITHDRAWN, WITHDRAWN, WITHDRAWN, WITHDRAWN);
        return table;
    }

    private static void row(List<Arguments> table, Action action, State from, Expected... expected) {
        List<Reply> replies = List.of(SEEN, DONE, DONE_OTHERWISE, NOT_OURS, NOT_OURS_BUT);
        for (int i = 0; i < expected.length; i++) {
            table.add(Arguments.of(action, from, replies.get(i), expected[i]));
        }
    }

    @ParameterizedTest(name = "{0} {1} × {2}")
    @MethodSource("everyStateAndReply")
    void replies_areTakenOnlyWhereTheProcedureAllowsThem(Action action, State from, Reply reply, Expected expected) {
        // Given
        var request = aRequest(action, from);
        // When
        var taken = take(request, reply, now(request));
        // Then
        switch (expected) {
            case Expected.Moves(State to, Class<? extends ConfirmationEvent> says) -> {
                assertThat(request.state()).isEqualTo(to);
                assertThat(taken).isInstanceOf(Taken.Said.class);
                assertThat(taken.events()).singleElement().isInstanceOf(says);
            }
            case Expected.NothingNew _ -> {
                assertThat(request.state()).isEqualTo(from);
                assertThat(taken).isEqualTo(new Taken.NothingNew());
            }
            case Expected.Refused(Fault why, Optional<Class<? extends ConfirmationEvent>> fact) -> {
                assertThat(request.state()).isEqualTo(from);
                assertThat(refusal(taken)).extracting(RefusedReply::fault).isEqualTo(why);
                assertThat(taken.events())
                        .map(event -> (Object) event.getClass())
                        .isEqualTo(fact.stream().toList());
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyActionAndState")
    void anAnswer_isOffered_exactlyWhereItSaysSomething(Action action, State from) {
        // Given
        var answers =
                Map.of(ReplyOutcome.ACKNOWLEDGED, SEEN, ReplyOutcome.CONFIRMED, DONE, ReplyOutcome.DECLINED, NOT_OURS);
        answers.forEach((outcome, reply) -> {
            var request = aRequest(action, from);
            // When
            boolean offered = request.answers().contains(outcome);
            var taken = take(request, reply, now(request));
            // Then
            assertThat(taken instanceof Taken.Said).as(outcome.name()).isEqualTo(offered);
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyActionAndState")
    void withdrawal_isNeverRefused_andEndsWhatIsOpen(Action action, State from) {
        // Given
        var request = aRequest(action, from);
        boolean open = from.isOpen();
        // When
        boolean ended = request.withdraw(now(request).at().plusSeconds(1));
        // Then
        assertThat(ended).isEqualTo(open);
        assertThat(request.state()).isEqualTo(open ? State.WITHDRAWN : from);
        assertThat(request.withdrawnAt().isPresent()).isEqualTo(request.state() == State.WITHDRAWN);
    }

    static Stream<Arguments> everyActionAndState() {
        return Stream.of(Action.values())
                .flatMap(action -> Stream.of(State.values()).map(state -> Arguments.of(action, state)))
                .filter(row -> !row.get()[0].equals(Action.UNBLOCK) || !row.get()[1].equals(State.DECLINED));
    }

    @Test
    void confirmation_countsFromItsReceipt_andTellsWhenTheNetworkActed() {
        // Given
        var request = aRequest(Action.BLOCK, State.PENDING);
        var acted = request.requestedAt().plusSeconds(60);
        var received = request.requestedAt().plusSeconds(90);
        // When
        var taken = take(
                request,
                new Reply.Done(Optional.of(acted), Optional.of("TSEL-1")),
                new Receipt(ReplyChannel.KAFKA, received, SKEW));
        // Then
        assertThat(taken.events())
                .containsExactly(new BlockConfirmed(
                        request.id(),
                        request.ticket(),
                        TELKOMSEL,
                        acted,
                        Optional.of("TSEL-1"),
                        ReplyChannel.KAFKA,
                        received));
    }

    @Test
    void confirmation_withoutATimeOfItsOwn_isDoneWhenReceived() {
        // Given
        var request = aRequest(Action.BLOCK, State.PENDING);
        // When
        take(request, DONE, now(request));
        // Then
        assertThat(request.doneAt()).contains(now(request).at());
    }

    static List<Arguments> implausibleTimes() {
        return List.of(
                Arguments.of(Duration.ofSeconds(10).plus(SKEW).plusMillis(1), Optional.of(Fault.DONE_IN_THE_FUTURE)),
                Arguments.of(Duration.ofSeconds(10).plus(SKEW), Optional.empty()),
                Arguments.of(SKEW.negated(), Optional.empty()),
                Arguments.of(SKEW.negated().minusMillis(1), Optional.of(Fault.DONE_BEFORE_ASKED)));
    }

    @ParameterizedTest(name = "{0} after the request")
    @MethodSource("implausibleTimes")
    void doneAt_liesBetweenRequestAndReceipt_giveOrTakeTheSkew(Duration afterRequest, Optional<Fault> expected) {
        // Given
        var request = aRequest(Action.BLOCK, State.PENDING);
        var doneAt = request.requestedAt().plus(afterRequest);
        // When
        var taken = take(request, new Reply.Done(Optional.of(doneAt), Optional.empty()), now(request));
        // Then
        assertThat(Optional.of(taken)
                        .filter(Taken.Refused.class::isInstance)
                        .map(OperatorRequestTest::refusal)
                        .map(RefusedReply::fault))
                .isEqualTo(expected);
    }

    @Test
    void controlCharacters_areRefused() {
        // Given
        var request = aRequest(Action.BLOCK, State.PENDING);
        // When
        var taken = take(
                request, new Reply.Done(Optional.empty(), Optional.of("TSEL-1\r\nBcc: x@y.example")), now(request));
        // Then
        assertThat(refusal(taken).field()).isEqualTo("networkReference");
        assertThat(request.state()).isEqualTo(State.PENDING);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void operatorThatSaysTheNumberIsNotItsOwn_cannotSuggestItself(DeclineReason reason) {
        // Given
        var request = aRequest(Action.BLOCK, State.PENDING);
        // When
        var taken = take(request, new Reply.NotDone(reason, Optional.of(TELKOMSEL), Optional.empty()), now(request));
        // Then
        if (reason == DeclineReason.NOT_OURS) {
            assertThat(refusal(taken))
                    .extracting(RefusedReply::fault, RefusedReply::field)
                    .containsExactly(Fault.SUGGESTS_ITSELF, "suggestedOperator");
            assertThat(request.state()).isEqualTo(State.PENDING);
        } else {
            assertThat(request.state()).isEqualTo(State.DECLINED);
        }
    }

    @Test
    void operatorThatNobodyKnows_isTakenAsItWasSuggested() {
        // Given
        var request = aRequest(Action.BLOCK, State.PENDING);
        var unknown = new OperatorCode("NOBODY");
        // When
        var taken = take(request, notOurs(unknown), now(request));
        // Then
        assertThat(taken.events()).singleElement().isInstanceOfSatisfying(BlockDeclined.class, said -> assertThat(
                        said.suggestedOperator())
                .contains(unknown));
    }

    @Test
    void refusals_haveCodesThatStay() {
        assertThat(Fault.values())
                .extracting(Fault::code)
                .containsExactly(
                        "done-in-the-future",
                        "done-before-asked",
                        "unblock-declined",
                        "answered-otherwise",
                        "control-characters",
                        "withdrawn",
                        "suggests-itself");
    }

    private static RefusedReply refusal(Taken taken) {
        assertThat(taken).isInstanceOf(Taken.Refused.class);
        return ((Taken.Refused) taken).why();
    }

    private static OperatorRequest aRequest(Action action, State state) {
        var block = Samples.aBlock(TELKOMSEL);
        var request = action == Action.BLOCK
                ? new OperatorRequest(block, null)
                : new OperatorRequest(Samples.anUnblockOf(block), null);
        switch (state) {
            case PENDING -> {}
            case ACKNOWLEDGED -> take(request, SEEN, now(request));
            case CONFIRMED -> take(request, DONE, now(request));
            case DECLINED -> take(request, NOT_OURS, now(request));
            case WITHDRAWN -> request.withdraw(now(request).at());
        }
        return request;
    }

    /** Ten seconds after the request. */
    private static Receipt now(OperatorRequest request) {
        Instant at = request.requestedAt().plusSeconds(10);
        return new Receipt(ReplyChannel.REST, at, SKEW);
    }

    private static Reply notOurs(OperatorCode whose) {
        return new Reply.NotDone(DeclineReason.NOT_OURS, Optional.of(whose), Optional.empty());
    }
}
