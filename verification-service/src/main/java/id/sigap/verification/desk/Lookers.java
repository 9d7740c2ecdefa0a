package id.sigap.verification.desk;

import id.sigap.service.CurrentUser;
import id.sigap.verification.presence.Presence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who else has a case open, as its page says it. */
@Named("lookers")
@RequestScoped
public class Lookers {

    private final Presence presence;
    private final CurrentUser user;

    Lookers(Presence presence, CurrentUser user) {
        this.presence = presence;
        this.user = user;
    }

    /** The others' accounts, as a list to be read; empty if nobody else looks. */
    public String others(UUID report) {
        return presence.at(report).stream()
                .filter(account -> !account.equals(user.id()))
                .collect(Collectors.joining(", "));
    }

    /** In seconds. */
    public int heartbeat() {
        return Presence.HEARTBEAT_SECONDS;
    }
}
