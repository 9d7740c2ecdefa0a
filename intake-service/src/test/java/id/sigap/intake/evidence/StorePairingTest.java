package id.sigap.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.intake.evidence.EvidenceStore.Directions;
import id.sigap.intake.evidence.StorePairing.Found;
import id.sigap.service.start.StartRefused;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("quick")
class StorePairingTest {

    private static final UUID DATABASE = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID ANOTHER = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final Directions STORE = new Directions("/evidence", "echo %s > /evidence/mark");

    static Stream<Arguments> whatDoesNotBelongTogether() {
        Stream<Arguments> anothers = everyFilling(Optional.of(ANOTHER));
        Stream<Arguments> unknown = everyFilling(Optional.empty())
                .filter(found -> !((Found) found.get()[0]).equals(new Found(DATABASE, Optional.empty(), false, false)));
        return Stream.concat(anothers, unknown);
    }

    private static Stream<Arguments> everyFilling(Optional<UUID> mark) {
        return Stream.of(true, false).flatMap(blobs -> Stream.of(true, false)
                .map(rows -> Arguments.of(new Found(DATABASE, mark, blobs, rows))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatDoesNotBelongTogether")
    void storeThatIsNotKnownToBelongToTheDatabase_isRefused(Found found) {
        // When
        var refused = catchThrowable(() -> found.isFirstStart(STORE));
        // Then
        assertThat(refused).isInstanceOf(StartRefused.class).hasMessageContaining("/evidence");
    }

    static Stream<Arguments> ownStores() {
        return everyFilling(Optional.of(DATABASE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ownStores")
    void databasesOwnStore_isTaken(Found found) {
        assertThat(found.isFirstStart(STORE)).isFalse();
    }

    @Test
    void twoEmptyOnes_beginTogether() {
        assertThat(new Found(DATABASE, Optional.empty(), false, false).isFirstStart(STORE))
                .isTrue();
    }

    @Test
    void refusalOfAnUnmarkedStore_saysHowToPairThem() {
        // When
        var refused = catchThrowable(() -> new Found(DATABASE, Optional.empty(), true, true).isFirstStart(STORE));
        // Then
        assertThat(refused).hasMessageContaining("echo " + DATABASE + " > /evidence/mark");
    }
}
