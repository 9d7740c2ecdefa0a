package id.sigap.events.sla;

import id.sigap.events.Event;

/** How the operators keep their window. Topic {@code sigap.sla}. */
public sealed interface SlaEvent extends Event permits SlaAtRisk, SlaBreached, SlaMet, SlaBreachRetracted {}
