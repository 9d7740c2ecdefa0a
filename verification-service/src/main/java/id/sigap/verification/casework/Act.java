package id.sigap.verification.casework;

import java.time.Duration;
import java.time.Instant;

/**
 * An officer does something to a case.
 *
 * @param by who
 * @param at when
 * @param claimTimeout how long whoever has the case keeps it from now without doing anything
 */
public record Act(Officer by, Instant at, Duration claimTimeout) {}
