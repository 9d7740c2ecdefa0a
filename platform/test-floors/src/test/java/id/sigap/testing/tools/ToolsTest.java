package id.sigap.testing.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

@Tag("quick")
class ToolsTest {

    static final class There {
        static Optional<String> unavailable() {
            return Optional.empty();
        }
    }

    static final class Missing {
        static Optional<String> unavailable() {
            return Optional.of("no hammer: ./sigap tools --install gets one");
        }
    }

    static final class Mute {}

    @Test
    void whereEveryToolIs_theTestRuns() {
        // When
        var verdict = Tools.condition(true, List.of(There.class, There.class));
        // Then
        assertThat(verdict.isDisabled()).isFalse();
    }

    @Test
    void whereOneIsMissing_theTestIsSkipped_andSaysHowToGetIt() {
        // When
        var verdict = Tools.condition(false, List.of(There.class, Missing.class));
        // Then
        assertThat(verdict.isDisabled()).isTrue();
        assertThat(verdict.getReason()).contains("skipped: no hammer: ./sigap tools --install gets one");
    }

    @Test
    void whereToolsAreDemanded_theTestFails() {
        // When, then
        assertThatThrownBy(() -> Tools.condition(true, List.of(Missing.class)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("no hammer")
                .hasMessageContaining(Tools.REQUIRED);
    }

    @Test
    void aClassThatCantTell_isAMistake_notAMissingTool() {
        // When, then
        assertThatThrownBy(() -> Tools.condition(false, List.of(Mute.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Mute");
    }
}
