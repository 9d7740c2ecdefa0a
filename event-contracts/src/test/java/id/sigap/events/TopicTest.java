package id.sigap.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.sigap.events.operator.OperatorMessage;
import id.sigap.events.platform.PlatformEvent;
import org.junit.jupiter.api.Tag;

@Tag("quick")
class TopicTest {

    @EveryContract
    void topicOfAnEvent_carriesIt_unlessThereAreSeveral(Contract contract) {
        Event event = contract.readBy(contract.golden());
        if (event instanceof OperatorMessage || event instanceof PlatformEvent) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Topic.of(event))
                    .withMessageContaining(contract.type().record().getSimpleName());
        } else {
            assertThat(Topic.of(event).carries()).isAssignableFrom(event.getClass());
        }
    }
}
