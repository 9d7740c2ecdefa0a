package id.sigap.faults.trial;

import id.sigap.faults.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/**
 * A fault that was tried.
 *
 * @param after how long after the round's begin
 * @param trouble why it was not injected or not healed; empty if it was both
 */
record Injected(Fault fault, Duration after, Optional<String> trouble) {}
