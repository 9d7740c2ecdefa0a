package id.sigap.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.intake.filetype.FileType;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class EvidencePauseTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @Test
    void checksInVain_comeRarer_upToTheLongestPause() {
        // Given
        var evidence = new Evidence(
                UUID.randomUUID(),
                new CaseId(UUID.randomUUID()),
                CaseKind.APPEAL,
                new Evidence.Sealed("0".repeat(64), FileType.PDF, 1),
                NOW,
                NOW);
        // When
        var pauses = IntStream.range(0, 60)
                .mapToObj(_ -> {
                    evidence.checkedInVain(NOW, Duration.ofSeconds(15), Duration.ofHours(1));
                    return Duration.between(NOW, evidence.nextCheckAt()).toSeconds();
                })
                .toList();
        // Then
        assertThat(pauses)
                .startsWith(15L, 30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L)
                .endsWith(3600L);
    }
}
