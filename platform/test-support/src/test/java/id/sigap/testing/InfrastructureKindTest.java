package id.sigap.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class InfrastructureKindTest {

    @ParameterizedTest(name = "forced={0} docker={1} images={2}: {3}")
    @CsvSource({
        ",           true,  true,  CONTAINERS",
        ",           true,  false, EMBEDDED",
        ",           false, true,  EMBEDDED",
        ",           false, false, EMBEDDED",
        "embedded,   true,  true,  EMBEDDED",
        "embedded,   false, false, EMBEDDED",
        "containers, true,  true,  CONTAINERS",
    })
    void choice_followsWhatIsForcedThenWhatIsThere(
            String forced, boolean dockerAnswers, boolean imagesAvailable, InfrastructureKind expected) {
        // When
        var chosen = InfrastructureKind.choose(Optional.ofNullable(forced), () -> dockerAnswers, () -> imagesAvailable);
        // Then
        assertThat(chosen).isEqualTo(expected);
    }

    @Test
    void containersWithoutDocker_failWithWhatToDo() {
        // When
        var refused =
                catchThrowable(() -> InfrastructureKind.choose(Optional.of("containers"), () -> false, () -> false));
        // Then
        assertThat(refused)
                .hasMessageContaining("no Docker engine answers")
                .hasMessageContaining("Start Docker")
                .hasMessageContaining("SIGAP_INFRA=embedded");
    }

    @Test
    void containersWithoutImages_failNamingTheImagesAndTheirProperties() {
        // When
        var refused =
                catchThrowable(() -> InfrastructureKind.choose(Optional.of("containers"), () -> true, () -> false));
        // Then
        assertThat(refused)
                .hasMessageContaining("apache/kafka")
                .hasMessageContaining("sigap.test.images.kafka")
                .hasMessageContaining("sigap.test.images.postgres");
    }

    @Test
    void unknownWord_isRefusedAndNotTakenForAbsent() {
        // When
        var refused = catchThrowable(() -> InfrastructureKind.choose(Optional.of("docker"), () -> true, () -> true));
        // Then
        assertThat(refused).hasMessageContaining("'docker'").hasMessageContaining("embedded or containers");
    }

    @Test
    void embedded_asksDockerNothing() {
        // Given
        var asked = new boolean[1];
        // When
        InfrastructureKind.choose(Optional.of("embedded"), () -> asked[0] = true, () -> asked[0] = true);
        // Then
        assertThat(asked[0]).isFalse();
    }
}
