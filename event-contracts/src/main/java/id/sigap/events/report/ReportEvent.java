package id.sigap.events.report;

import id.sigap.events.Event;

/** What citizens did, said by the vault without saying who they are. Topic {@code sigap.reports}. */
public sealed interface ReportEvent extends Event
        permits ReportSubmitted, EvidenceAttached, MessagePosted, ReportWithdrawn, AppealSubmitted, ReporterNotified {}
