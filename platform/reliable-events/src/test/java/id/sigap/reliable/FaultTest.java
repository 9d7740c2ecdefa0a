package id.sigap.reliable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom a failure is blamed on decides whether an event is tried again or set aside. */
@Tag("quick")
class FaultTest {

    static Stream<Exception> failuresThatPass() {
        return Stream.of(
                new SQLException("terminating connection due to administrator command", "57P01"),
                new SQLException("canceling statement due to lock timeout", "55P03"),
                new SQLException("could not extend file: no space left on device", "53100"),
                new SQLException("connection refused", "08001"),
                new IOException("connection reset"),
                new TimeoutException(),
                new RollbackException("ARJUNA016053: Could not commit transaction."));
    }

    static Stream<Exception> failuresOfTheRecord() {
        var becauseOfTheData = new RollbackException("could not commit");
        becauseOfTheData.initCause(new SQLException("duplicate key", "23505"));
        return Stream.of(
                new SQLException("value too long", "22001"),
                new SQLException("index row size 5496 exceeds btree version 4 maximum 2704", "54000"),
                becauseOfTheData,
                new JsonParseException(null, "unexpected end"),
                new IllegalStateException("no such ticket"));
    }

    @ParameterizedTest
    @MethodSource
    void failuresThatPass(Exception failure) {
        assertThat(Fault.passes(new RuntimeException(failure))).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void failuresOfTheRecord(Exception failure) {
        assertThat(Fault.passes(new RuntimeException(failure))).isFalse();
    }
}
