package id.sigap.notifier.delivery;

import static id.sigap.notifier.Samples.TELKOMSEL;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReferenceGiven;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.notifier.Samples;
import id.sigap.notifier.request.OperatorRequest;
import id.sigap.notifier.request.Receipt;
import id.sigap.notifier.request.Reply;
import id.sigap.notifier.request.State;
import id.sigap.notifier.request.Taken;
import id.sigap.reliable.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Everything that may happen to a request to block, in every order: what ticket-service says of it, what the operator replies with earlier and
 * later receipts, how the deliveries go. Searched breadth-first; a state that was reached before is not gone on from.
 */
@Tag("quick")
class EveryOrderTest {

    private static final int DEEPEST = 9;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int EARLY = 10;
    private static final int LATE = 20;
    /** When the operator is asked to unblock, in seconds after the request. */
    private static final int UNBLOCK_ASKED = 15;

    /** What can happen next. */
    private sealed interface Step {

        /** ticket-service withdraws the request; it may be heard again. */
        record Withdraw() implements Step {}

        /** ticket-service asks to unblock: it has withdrawn the request, or heard that it was confirmed. */
        record AskToUnblock() implements Step {}

        /** The operator replies. @param received in seconds after the request */
        record Answer(Reply reply, int received) implements Step {}

        /** A worker takes what is to be brought by the channel, or what is told of the withdrawal. */
        record Claim(DeliveryChannel channel, Matter matter) implements Step {}

        /** What became of the latest attempt. */
        record Arrives(DeliveryChannel channel, Matter matter) implements Step {}

        record Later(DeliveryChannel channel, Matter matter) implements Step {}

        record Never(DeliveryChannel channel, Matter matter) implements Step {}
    }

    private static final Reply SEEN = new Reply.Seen();
    private static final Reply BARE = new Reply.Done(Optional.empty(), Optional.empty());
    private static final Reply WITH_REFERENCE = new Reply.Done(Optional.empty(), Optional.of("TSEL-1"));
    private static final Reply DECLINED =
            new Reply.NotDone(DeclineReason.NOT_ACTIVE, Optional.empty(), Optional.empty());

    private static final List<Step> STEPS = Stream.of(
                    Stream.of(new Step.Withdraw(), new Step.AskToUnblock()),
                    Stream.of(SEEN, BARE, WITH_REFERENCE, DECLINED)
                            .flatMap(reply -> Stream.of(EARLY, LATE).map(at -> new Step.Answer(reply, at))),
                    // one channel is as good as two: they don't meet
                    Stream.of(Matter.values())
                            .flatMap(matter -> Stream.of(
                                    new Step.Claim(DeliveryChannel.KAFKA, matter),
                                    new Step.Arrives(DeliveryChannel.KAFKA, matter),
                                    new Step.Later(DeliveryChannel.KAFKA, matter),
                                    new Step.Never(DeliveryChannel.KAFKA, matter))))
            .<Step>flatMap(steps -> steps.map(Step.class::cast))
            .toList();

    /** A request, its deliveries, and what a witness who only counts would expect of it. */
    private static final class World {

        private final BlockRequested asked = Samples.aBlock(TELKOMSEL);
        private final OperatorRequest request = new OperatorRequest(asked, null);
        private final List<Delivery> deliveries = new ArrayList<>(Stream.of(DeliveryChannel.values())
                .map(channel -> new Delivery(Ids.next(), request, channel, after(0)))
                .toList());
        private final List<ConfirmationEvent> said = new ArrayList<>();
        private boolean unblockAsked;

        private State ended;
        private Integer answered;
        private boolean tried;

        Instant after(int seconds) {
            return asked.requestedAt().plusSeconds(seconds);
        }

        boolean mayHappen(Step step) {
            return switch (step) {
                // ticket-service withdraws what it believes to be open, and the notifier may know better
                case Step.Withdraw _ -> !unblockAsked || request.state() == State.WITHDRAWN;
                case Step.AskToUnblock _ ->
                    !unblockAsked && (request.state() == State.WITHDRAWN || request.state() == State.CONFIRMED);
                case Step.Answer _ -> true;
                case Step.Claim(DeliveryChannel channel, Matter matter) ->
                    find(channel, matter)
                            .filter(delivery -> delivery.state().isOpen() && delivery.isWanted())
                            .filter(delivery -> delivery.attempts < 2)
                            .isPresent();
                case Step.Arrives(DeliveryChannel channel, Matter matter) -> underWay(channel, matter);
                case Step.Later(DeliveryChannel channel, Matter matter) -> underWay(channel, matter);
                case Step.Never(DeliveryChannel channel, Matter matter) -> underWay(channel, matter);
            };
        }

        private boolean underWay(DeliveryChannel channel, Matter matter) {
            return find(channel, matter)
                    .filter(delivery -> delivery.attempts > 0)
                    .isPresent();
        }

        private Optional<Delivery> find(DeliveryChannel channel, Matter matter) {
            return deliveries.stream()
                    .filter(delivery -> delivery.channel == channel && delivery.matter == matter)
                    .findFirst();
        }

        void happen(Step step) {
            switch (step) {
                case Step.Withdraw _ -> withdraw();
                case Step.AskToUnblock _ -> unblockAsked = true;
                case Step.Answer(Reply reply, int received) -> answer(reply, received);
                case Step.Claim(DeliveryChannel channel, Matter matter) -> {
                    find(channel, matter).orElseThrow().attempts++;
                    tried |= matter == Matter.REQUEST;
                }
                case Step.Arrives(DeliveryChannel channel, Matter matter) ->
                    find(channel, matter).orElseThrow().succeed(after(1)).ifPresent(said::add);
                case Step.Later(DeliveryChannel channel, Matter matter) -> {
                    Delivery delivery = find(channel, matter).orElseThrow();
                    delivery.postpone(delivery.attempts, "later", after(1), PAUSE);
                }
                case Step.Never(DeliveryChannel channel, Matter matter) -> {
                    Delivery delivery = find(channel, matter).orElseThrow();
                    delivery.fail(delivery.attempts, "never", after(1)).ifPresent(said::add);
                }
            }
        }

        private void withdraw() {
            if (ended == null) {
                ended = State.WITHDRAWN;
            }
            // as Tickets does
            if (request.withdraw(after(UNBLOCK_ASKED - 1))) {
                for (Delivery delivery : List.copyOf(deliveries)) {
                    delivery.withdrawal(Ids.next(), after(UNBLOCK_ASKED)).ifPresent(deliveries::add);
                    delivery.cancel();
                }
            }
        }

        private void answer(Reply reply, int received) {
            State says = says(reply);
            if (ended == null && says != State.ACKNOWLEDGED) {
                ended = says;
            }
            if (ended == says && says != State.ACKNOWLEDGED) {
                answered = answered == null ? received : Math.min(answered, received);
            }
            // as Replies does
            Taken taken = request.take(
                    reply,
                    new Receipt(ReplyChannel.REST, after(received), Duration.ofMinutes(1)),
                    () -> Optional.of(after(UNBLOCK_ASKED)).filter(_ -> unblockAsked));
            said.addAll(taken.events());
            if (taken instanceof Taken.Said && !request.state().isOpen()) {
                deliveries.stream()
                        .filter(delivery -> delivery.matter == Matter.REQUEST)
                        .forEach(Delivery::cancel);
            }
        }

        private static State says(Reply reply) {
            return switch (reply) {
                case Reply.Seen _ -> State.ACKNOWLEDGED;
                case Reply.Done _ -> State.CONFIRMED;
                case Reply.NotDone _ -> State.DECLINED;
            };
        }

        /** The request stands where its facts lead, whatever order they came in. */
        void isAsItsFactsSay() {
            if (ended == null) {
                assertThat(request.state().isOpen()).isTrue();
            } else {
                assertThat(request.state()).isEqualTo(ended);
            }
            assertThat(request.answeredAt())
                    .isEqualTo(Optional.ofNullable(answered).map(this::after));
            assertThat(request.withdrawnAt().isPresent()).isEqualTo(ended == State.WITHDRAWN);
            long references =
                    said.stream().filter(ReferenceGiven.class::isInstance).count();
            assertThat(references).isLessThanOrEqualTo(1);
            List<LateBlockReported> late = said.stream()
                    .filter(LateBlockReported.class::isInstance)
                    .map(LateBlockReported.class::cast)
                    .toList();
            assertThat(late).allSatisfy(fact -> assertThat(ended == State.WITHDRAWN || unblockAsked)
                    .isTrue());
            assertThat(late)
                    .extracting(LateBlockReported::blockedAt)
                    .doesNotHaveDuplicates()
                    .isSorted();
            List<Delivery> withdrawals = deliveries.stream()
                    .filter(delivery -> delivery.matter == Matter.WITHDRAWAL)
                    .toList();
            assertThat(withdrawals).hasSize(ended == State.WITHDRAWN && tried ? 1 : 0);
            if (ended != null) {
                assertThat(deliveries)
                        .filteredOn(delivery -> delivery.matter == Matter.REQUEST)
                        .noneMatch(delivery -> delivery.state().isOpen());
            }
        }

        /** What the future depends on. */
        String signature() {
            return String.join(
                    " ",
                    request.state().name(),
                    seconds(request.acknowledgedAt()),
                    seconds(request.answeredAt()),
                    seconds(request.doneAt()),
                    request.networkReference().orElse("-"),
                    String.valueOf(said.stream()
                            .filter(LateBlockReported.class::isInstance)
                            .count()),
                    String.valueOf(unblockAsked),
                    String.valueOf(ended),
                    String.valueOf(answered),
                    String.valueOf(tried),
                    deliveries.stream()
                            .map(delivery -> delivery.channel + ":" + delivery.matter + ":" + delivery.state() + ":"
                                    + delivery.attempts)
                            .toList()
                            .toString());
        }

        private String seconds(Optional<Instant> moment) {
            return moment.map(at -> String.valueOf(
                            Duration.between(asked.requestedAt(), at).toSeconds()))
                    .orElse("-");
        }
    }

    @Test
    void whateverTheOrder_noFactIsRefused_andTheRequestEndsAsItsFactsSay() {
        // Given
        Deque<List<Step>> ways = new ArrayDeque<>(List.of(List.<Step>of()));
        Set<String> reached = new HashSet<>();
        Set<State> states = new HashSet<>();
        // When
        while (!ways.isEmpty()) {
            List<Step> way = ways.poll();
            for (Step step : STEPS) {
                World world = after(way);
                if (!world.mayHappen(step)) {
                    continue;
                }
                List<Step> further =
                        Stream.concat(way.stream(), Stream.of(step)).toList();
                // Then
                judged(further, () -> {
                    world.happen(step);
                    world.isAsItsFactsSay();
                });
                states.add(world.request.state());
                if (reached.add(world.signature()) && further.size() < DEEPEST) {
                    ways.add(further);
                }
            }
        }
        assertThat(states).containsExactlyInAnyOrder(State.values());
        assertThat(reached).hasSizeGreaterThan(200);
    }

    @Test
    void longWays_endAsTheirFactsSay_too() {
        for (long seed : IntStream.range(0, 300).toArray()) {
            // Given
            var dice = new SplittableRandom(seed);
            World world = new World();
            List<Step> way = new ArrayList<>();
            // When
            for (int i = 0; i < 60; i++) {
                Step step = STEPS.get(dice.nextInt(STEPS.size()));
                if (world.mayHappen(step)) {
                    way.add(step);
                    // Then
                    judged(way, () -> {
                        world.happen(step);
                        world.isAsItsFactsSay();
                    });
                }
            }
        }
    }

    private static World after(List<Step> way) {
        World world = new World();
        way.forEach(world::happen);
        return world;
    }

    /** Says on which way it failed. */
    private static void judged(List<Step> way, Runnable judgement) {
        try {
            judgement.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("after " + way, e);
        }
    }
}
