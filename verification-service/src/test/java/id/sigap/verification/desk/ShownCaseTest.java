package id.sigap.verification.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Category;
import id.sigap.verification.casework.CaseState;
import id.sigap.verification.casework.SimilarCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class ShownCaseTest {

    @Test
    void companions_areThoseDecidedWithIt_notThoseTakenBackSinceOrOnlyAlike() {
        // When
        ShownCase shown = among(
                similar(CaseState.MERGED, true),
                similar(CaseState.MERGED, true),
                similar(CaseState.WITHDRAWN, true),
                similar(CaseState.WAITING, false));
        // Then
        assertThat(shown.companions()).isEqualTo(2);
    }

    private static ShownCase among(SimilarCase... similar) {
        return new ShownCase(null, "", "", null, List.of(similar), null, "");
    }

    private static SimilarCase similar(CaseState state, boolean merged) {
        return new SimilarCase(
                UUID.randomUUID(),
                "2026-000001",
                Category.PRIZE,
                state,
                Instant.EPOCH,
                true,
                false,
                false,
                merged,
                0,
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }
}
