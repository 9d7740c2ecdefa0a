package id.sigap.faults.fault;

import id.sigap.faults.fault.HostileMailServer.Mood;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A mail server on a bad day. */
final class MailFaults {

    private static final Duration BAD_DAY = Duration.ofSeconds(8);

    private MailFaults() {}

    static List<Fault> all() {
        return List.of(
                mood("mail-busy", "the mail server answers 421 to everybody", Mood.BUSY),
                mood("mail-greylisting", "the mail server answers 451 to every recipient", Mood.GREYLISTING),
                mood(
                        "mail-hangs-up",
                        "the mail server takes the mail and hangs up before its 250",
                        Mood.HANGS_UP_AFTER_DATA),
                mood("mail-silent", "the mail server takes connections and never says a word", Mood.SILENT));
    }

    private static Fault mood(String name, String meaning, Mood mood) {
        return Fault.always(name, meaning, Set.of(Target.MAIL), (site, _) -> {
            site.mail().be(mood);
            Lasting.of(BAD_DAY);
            site.mail().be(Mood.FAIR);
        });
    }
}
