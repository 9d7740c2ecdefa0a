package id.sigap.sla.clock;

import static id.sigap.sla.clock.Milestone.ACKNOWLEDGED;
import static id.sigap.sla.clock.Milestone.CONFIRMED;
import static id.sigap.sla.clock.Milestone.DELIVERED;
import static id.sigap.sla.clock.Milestone.REQUESTED;
import static id.sigap.sla.clock.Samples.NOW;
import static id.sigap.sla.clock.Samples.acknowledged;
import static id.sigap.sla.clock.Samples.after;
import static id.sigap.sla.clock.Samples.confirmed;
import static id.sigap.sla.clock.Samples.delivered;
import static id.sigap.sla.clock.Samples.requested;
import static id.sigap.sla.clock.Samples.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sigap.sla.clock.Milestone.Party;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class StageTest {

    @Test
    void everyStage_isChargedToWhoeverIsToEndIt() {
        // Given
        Clock clock = after(requested(), delivered(), acknowledged(), confirmed(Samples.IN_TIME));
        // When
        List<Stage> stages = Stage.of(clock, NOW);
        // Then
        assertThat(stages)
                .extracting(Stage::from, Stage::to, Stage::chargedTo, Stage::seconds)
                .containsExactly(
                        tuple(REQUESTED, DELIVERED, Party.SYSTEM, 2L),
                        tuple(DELIVERED, ACKNOWLEDGED, Party.OPERATOR, 598L),
                        tuple(ACKNOWLEDGED, CONFIRMED, Party.OPERATOR, 4802L));
        assertThat(Stage.charged(stages)).isEqualTo(Map.of(Party.SYSTEM, 2L, Party.OPERATOR, 5400L));
    }

    @Test
    void timeBeforeDelivery_isTheSystemsUntilNow_neverTheOperators() {
        // Given
        Clock clock = after(requested());
        // When
        List<Stage> stages = Stage.of(clock, NOW);
        // Then
        assertThat(stages.getLast().chargedTo()).isEqualTo(Party.SYSTEM);
        assertThat(stages.getLast().until()).isEmpty();
        assertThat(stages.getLast().seconds()).isEqualTo(NOW.getEpochSecond() - Samples.REQUESTED.getEpochSecond());
    }

    @Test
    void answerWithoutAcknowledgement_leavesThatStageOut() {
        // Given
        Clock clock = after(requested(), delivered(), confirmed(Samples.IN_TIME));
        // When
        List<Stage> stages = Stage.of(clock, NOW);
        // Then
        assertThat(stages).extracting(Stage::to).containsExactly(DELIVERED, CONFIRMED);
    }

    @Test
    void deliveryStampedBeforeTheRequest_takesNoTime() {
        // Given
        Instant anotherMachinesClock = Samples.REQUESTED.minusMillis(300);
        Clock clock = after(requested(), Samples.deliveredAt(anotherMachinesClock));
        // When
        List<Stage> stages = Stage.of(clock, NOW);
        // Then
        assertThat(stages.getFirst().until()).contains(Samples.REQUESTED);
        assertThat(stages.getFirst().seconds()).isZero();
    }

    @Test
    void withdrawal_endsTheStageItFinds_andNobodyIsChargedFromThere() {
        // Given
        Clock clock = after(requested(), delivered(), acknowledged(), withdrawn(Samples.ACKNOWLEDGED.plusSeconds(60)));
        // When
        List<Stage> stages = Stage.of(clock, NOW);
        // Then
        assertThat(stages.getLast())
                .isEqualTo(new Stage(
                        ACKNOWLEDGED,
                        CONFIRMED,
                        Party.OPERATOR,
                        Samples.ACKNOWLEDGED,
                        Optional.of(Samples.ACKNOWLEDGED.plusSeconds(60)),
                        60));
    }
}
