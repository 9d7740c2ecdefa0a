package id.sigap.intake.chat;

import id.sigap.events.report.Author;
import java.util.Optional;

/** Who takes part in a conversation. @param officer the account id; empty for the reporter */
public record Writer(Author author, Optional<String> officer) {

    public static final Writer REPORTER = new Writer(Author.REPORTER, Optional.empty());

    static Writer officer(String accountId) {
        return new Writer(Author.OFFICER, Optional.of(accountId));
    }
}
