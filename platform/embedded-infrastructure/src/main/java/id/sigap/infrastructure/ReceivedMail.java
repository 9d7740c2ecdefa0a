package id.sigap.infrastructure;

import java.time.Instant;
import java.util.List;

/**
 * A message the mail server took.
 *
 * @param id counts up from 1 in order of arrival
 * @param to every recipient in its header
 * @param text the body as plain text; of several parts the first of text/plain
 */
public record ReceivedMail(int id, List<String> to, String from, String subject, String text, Instant receivedAt) {}
