package id.sigap.intake.wording;

import id.sigap.service.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;

/** Finds sentences. {@code {authority}}, {@code {antiScamCentre}} and {@code {police}} in them are the configured names. */
@ApplicationScoped
public class Wording {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final Map<Language, ResourceBundle> bundles = new ConcurrentHashMap<>();
    private final AuthorityConfig names;

    Wording(AuthorityConfig names) {
        this.names = names;
    }

    /** @throws java.util.MissingResourceException if there is no such sentence: a test asks for all of them */
    public String say(Language language, String key, Object... arguments) {
        String pattern = bundle(language)
                .getString(key)
                .replace("{authority}", quoted(names.name()))
                .replace("{antiScamCentre}", quoted(names.antiScamCentre()))
                .replace("{police}", quoted(names.police()));
        return new MessageFormat(pattern, language.locale()).format(arguments);
    }

    /** The sentence of a key for one detail ({@code timeline.REJECTED.TOO_OLD}), or else the key's own with the detail as {0}. */
    public String sayDetailed(Language language, String key, String detail) {
        String detailed = key + "." + detail;
        return bundle(language).containsKey(detailed) ? say(language, detailed) : say(language, key, detail);
    }

    /** A moment as people in the capital read it: {@code 31 Jan 2026 17.05 WIB}. */
    public String moment(Language language, Instant at) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH.mm", language.locale())
                        .withZone(JAKARTA)
                        .format(at) + " WIB";
    }

    private ResourceBundle bundle(Language language) {
        return bundles.computeIfAbsent(
                language,
                wanted -> ResourceBundle.getBundle(
                        "citizen", wanted.locale(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    /** Safe inside a MessageFormat. */
    private static String quoted(String name) {
        return name.replace("'", "''").replace("{", "'{'");
    }
}
