package id.sigap.verification.desk;

import id.sigap.events.Msisdn;
import id.sigap.events.SuspectNumber;
import id.sigap.phone.PhoneNumbers;
import id.sigap.service.Refusal;
import id.sigap.web.Reader;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** What the pages say that has to be put together first, in the reader's language. */
@Named("phrases")
@RequestScoped
public class Phrases {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private static final Map<String, String> CALLED_OTHERWISE = Map.of(
            "audio/mpeg",
            "MP3",
            "audio/mp4",
            "M4A",
            "audio/3gpp",
            "3GP",
            "video/3gpp",
            "3GP",
            "video/quicktime",
            "MOV");

    private final Reader reader;
    private final Clock clock;

    Phrases(Reader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** Why something isn't offered. */
    public String why(Refusal refusal) {
        Refused said = Refused.of(refusal, reader.language());
        return said.why().isEmpty() ? String.join(" ", said.faults().values()) : said.why();
    }

    /** As people in the capital read it; a script shows it in the reader's own time zone. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH.mm", reader.language().locale())
                        .withZone(JAKARTA)
                        .format(at) + " WIB";
    }

    /** How long ago it was, in the largest unit that fits. */
    public String age(Instant since) {
        Duration age = Duration.between(since, clock.instant());
        if (age.toDays() > 0) {
            return words().ageDays(age.toDays());
        }
        return age.toHours() > 0 ? words().ageHours(age.toHours()) : words().ageMinutes(Math.max(0, age.toMinutes()));
    }

    /** In the largest unit that says it without a rest. */
    public String span(Duration length) {
        if (length.toSecondsPart() > 0) {
            return words().spanSeconds(length.toSeconds());
        }
        return length.toMinutesPart() > 0
                ? words().spanMinutes(length.toMinutes())
                : words().spanHours(length.toHours());
    }

    /** A number that can be blocked, as people read it. */
    public String number(Msisdn number) {
        return PhoneNumbers.shown(new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, number.value()));
    }

    /** In kB or MB. */
    public String size(long bytes) {
        long kilobytes = Math.max(1, bytes / 1024);
        return kilobytes < 1024 ? kilobytes + " kB" : kilobytes / 1024 + " MB";
    }

    /** As people call it: {@code PNG}, of {@code image/png}. */
    public String fileKind(String mediaType) {
        return CALLED_OTHERWISE.getOrDefault(
                mediaType, mediaType.replaceFirst(".*/", "").toUpperCase(Locale.ROOT));
    }

    DeskWords words() {
        return MessageBundles.get(
                DeskWords.class, Localized.Literal.of(reader.language().code()));
    }
}
