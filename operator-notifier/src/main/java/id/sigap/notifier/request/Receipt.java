package id.sigap.notifier.request;

import id.sigap.events.confirmation.ReplyChannel;
import java.time.Duration;
import java.time.Instant;

/**
 * How and when a reply reached us.
 *
 * @param at when the answer counts from: the broker's append time, the REST call's, or where the broker stamps nothing the reading's
 * @param skew how far an operator's clock may be off
 */
public record Receipt(ReplyChannel via, Instant at, Duration skew) {}
