package id.sigap.reliable;

import java.util.function.Predicate;

/**
 * Stands in a channel for an empty batch: nothing came, look at the shelf.
 *
 * @param topics those of the channel
 */
record Look(Predicate<String> topics) {}
