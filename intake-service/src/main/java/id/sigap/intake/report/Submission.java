package id.sigap.intake.report;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.report.ReportKind;
import id.sigap.intake.vault.Person;
import id.sigap.phone.Suspect;
import id.sigap.service.Language;
import java.time.Instant;
import java.util.Optional;

/** A form that was found in order. */
record Submission(
        Person reporter,
        ReportKind kind,
        Channel channel,
        Category category,
        Optional<Suspect> suspect,
        Optional<String> suspectAsTyped,
        Instant occurredAt,
        boolean moneyLost,
        String narrative,
        Language language) {}
