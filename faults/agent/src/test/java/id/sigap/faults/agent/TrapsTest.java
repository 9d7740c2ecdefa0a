package id.sigap.faults.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class TrapsTest {

    /** No process has this number: Linux counts to 4,194,304 at the most, macOS to 99,998. */
    private static final long NOBODY = 4_194_305;

    @TempDir
    Path folder;

    private Traps traps;

    @BeforeEach
    void makeTraps() {
        traps = new Traps(folder.resolve("traps"));
    }

    @Test
    void aTrap_isAFileWithThePointsName() {
        // When
        traps.arm(FailPoint.RELAY_AFTER_ACK);
        traps.arm(FailPoint.RELAY_HALF_SENT, "ticket-service");
        // Then
        assertThat(traps.folder().resolve("relay-after-ack")).exists();
        assertThat(traps.folder().resolve("relay-half-sent@ticket-service")).exists();
        assertThat(traps.taken(FailPoint.RELAY_AFTER_ACK)).isFalse();
    }

    @Test
    void whoFellIn_isKnown() throws IOException {
        // Given
        traps.arm(FailPoint.RELAY_HALF_SENT, "ticket-service");
        // When
        fallsIn("relay-half-sent@ticket-service", "ticket-service-" + NOBODY);
        // Then
        assertThat(traps.awaitTaken(FailPoint.RELAY_HALF_SENT, Duration.ZERO)).isTrue();
        assertThat(traps.takenBy(FailPoint.RELAY_HALF_SENT)).contains(new Traps.Taken("ticket-service", NOBODY));
    }

    @Test
    void whoFellIn_isWaitedForUntilItIsDead() throws IOException {
        // Given
        traps.arm(FailPoint.MID_SWEEP);
        // When
        fallsIn("mid-sweep", "sla-monitor-" + ProcessHandle.current().pid());
        // Then
        assertThat(traps.taken(FailPoint.MID_SWEEP)).isTrue();
        assertThat(traps.awaitTaken(FailPoint.MID_SWEEP, Duration.ZERO)).isFalse();
    }

    @Test
    void aTrapSetAgain_forgetsWhoDiedAtThePointBefore() throws IOException {
        // Given
        traps.arm(FailPoint.MAIL_TAKEN, "intake-service");
        fallsIn("mail-taken@intake-service", "intake-service-1");
        // When
        traps.arm(FailPoint.MAIL_TAKEN, "operator-notifier");
        // Then
        assertThat(traps.taken(FailPoint.MAIL_TAKEN)).isFalse();
    }

    @Test
    void aTrapTakenAway_isGone_whoFellInStaysKnown() throws IOException {
        // Given
        traps.arm(FailPoint.MAIL_TAKEN, "intake-service");
        traps.arm(FailPoint.MAIL_TAKEN, "operator-notifier");
        fallsIn("mail-taken@intake-service", "intake-service-1");
        // When
        traps.disarm();
        // Then
        assertThat(traps.folder().resolve("mail-taken@operator-notifier")).doesNotExist();
        assertThat(traps.taken(FailPoint.MAIL_TAKEN)).isTrue();
    }

    @Test
    void aTrapWhereTheServiceNeverComes_isRefused() {
        assertThatThrownBy(() -> traps.arm(FailPoint.MID_SWEEP, "intake-service"))
                .hasMessageContaining("intake-service never comes to mid-sweep");
    }

    @Test
    void aSabotage_isForThoseWhoStart_untilItEnds() {
        // Given
        assertThat(traps.sabotage()).isEmpty();
        // When
        traps.sabotage(Sabotage.NO_OPERATOR_CHECK);
        // Then
        assertThat(traps.sabotage()).contains(Sabotage.NO_OPERATOR_CHECK);
        // When
        traps.endSabotage();
        // Then
        assertThat(traps.sabotage()).isEmpty();
    }

    @Test
    void orders_areReadAsTheyAreWritten() {
        // Given
        Orders orders = new Orders(Path.of("/tmp/some folder"), Optional.of(Sabotage.INBOX_OFF));
        // When
        Orders read = Orders.read(orders.toString());
        // Then
        assertThat(read).isEqualTo(orders);
    }

    @Test
    void ordersThatAreUnclear_areRefused() {
        assertThatThrownBy(() -> Orders.read("traps=/tmp,sabotage=all")).hasMessageContaining("inbox-off");
        assertThatThrownBy(() -> Orders.read("traps=/tmp,sabotag=inbox-off")).hasMessageContaining("sabotag=");
        assertThatThrownBy(() -> Orders.read(null)).hasMessageContaining("traps=FOLDER");
    }

    private void fallsIn(String trap, String who) throws IOException {
        Files.move(traps.folder().resolve(trap), traps.folder().resolve(trap + ".taken-by-" + who));
    }
}
