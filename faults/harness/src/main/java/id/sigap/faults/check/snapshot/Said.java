package id.sigap.faults.check.snapshot;

import id.sigap.events.Event;

/** An event, and the line of the journal that says it. */
public record Said<E extends Event>(E event, Entry entry) {}
