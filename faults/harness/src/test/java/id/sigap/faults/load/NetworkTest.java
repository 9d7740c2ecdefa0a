package id.sigap.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.faults.history.Attempt;
import id.sigap.faults.history.ClientLog;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class NetworkTest {

    private static final String NUMBER = "+6281100000001";
    private static final RequestFeed.Request BLOCK = request("block", Action.BLOCK);
    private static final RequestFeed.Request UNBLOCK = request("unblock", Action.UNBLOCK);

    @TempDir
    private Path folder;

    private ClientLog log;
    private Network network;

    private static RequestFeed.Request request(String id, Action action) {
        return new RequestFeed.Request(id, action, NUMBER, Instant.EPOCH);
    }

    @BeforeEach
    void open() {
        log = new ClientLog(folder, "network-telkomsel");
        network = new Network(log, new OperatorCode("TELKOMSEL"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatIsDoneTwice_isWrittenDownTwice() {
        // When
        network.obeys(BLOCK);
        network.obeys(BLOCK);
        network.obeys(UNBLOCK);
        // Then
        assertThat(network.blocks(NUMBER)).isFalse();
        assertThat(History.read(folder).of(Operation.OBEY, Phase.OK))
                .extracting(act -> act.asked(Fact.ACTION))
                .containsExactly("BLOCK", "BLOCK", "UNBLOCK");
    }

    @Test
    void whatIsWithdrawn_isNotDone() {
        // Given
        network.forgets(BLOCK.id());
        // When
        boolean done = network.obeys(BLOCK);
        // Then
        assertThat(done).isFalse();
        assertThat(History.read(folder).of(Operation.OBEY)).isEmpty();
    }

    @Test
    void whatIsWithdrawn_isUndone_onceIfItWasDoneLast() {
        // Given
        network.obeys(BLOCK);
        // When
        network.forgets(BLOCK.id());
        network.forgets(BLOCK.id());
        // Then
        assertThat(network.blocks(NUMBER)).isFalse();
        assertThat(History.read(folder).of(Operation.OBEY, Phase.OK))
                .extracting((Attempt act) -> act.asked(Fact.REQUEST) + " " + act.asked(Fact.ACTION))
                .containsExactly("block BLOCK", "block UNBLOCK");
    }

    @Test
    void whatIsWithdrawn_isNotUndone_ifSomethingElseWasDoneSince() {
        // Given
        network.obeys(BLOCK);
        network.obeys(UNBLOCK);
        // When
        network.forgets(BLOCK.id());
        // Then
        assertThat(History.read(folder).of(Operation.OBEY)).hasSize(2);
    }

    @Test
    void whoDoesItAllTheSame_blocksWhatIsWithdrawn() {
        // Given
        network.forgets(BLOCK.id());
        // When
        network.obeysAllTheSame(BLOCK);
        // Then
        assertThat(network.blocks(NUMBER)).isTrue();
    }
}
