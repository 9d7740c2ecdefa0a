package id.sigap.events.platform;

import id.sigap.events.Event;

/** What the platform says about itself. */
public sealed interface PlatformEvent extends Event permits RecordDeadLettered {}
