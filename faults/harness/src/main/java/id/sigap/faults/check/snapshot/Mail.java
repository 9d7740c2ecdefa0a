package id.sigap.faults.check.snapshot;

import java.util.List;

/** A mail in the mailbox. */
public record Mail(List<String> to, String subject, String text) {}
