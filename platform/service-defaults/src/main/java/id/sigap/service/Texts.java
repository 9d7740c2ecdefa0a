package id.sigap.service;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of problems in both languages, merged from every jar's {@code problems_<language>.properties} (UTF-8). */
final class Texts {

    private static final Map<String, Properties> LANGUAGES = new ConcurrentHashMap<>();

    private Texts() {}

    /** The language to answer in: Indonesian, unless the reader prefers English. */
    static Locale language(List<Locale> accepted) {
        return Language.among(accepted).orElse(Language.ID).locale();
    }

    static String text(Locale language, String key, Object... arguments) {
        return first(language, List.of(key), arguments);
    }

    /** The text of the first key that has one; the last key itself if none has. */
    static String first(Locale language, List<String> keys, Object... arguments) {
        Properties texts = LANGUAGES.computeIfAbsent(language.getLanguage(), Texts::load);
        String pattern = keys.stream()
                .map(texts::getProperty)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(keys.getLast());
        Object[] translated = Arrays.stream(arguments)
                .map(a -> a instanceof Refusal.TextKey(String inner) ? text(language, inner) : a)
                .toArray();
        return new MessageFormat(pattern, language).format(translated);
    }

    private static Properties load(String language) {
        var texts = new Properties();
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            for (URL file : Collections.list(loader.getResources("problems_" + language + ".properties"))) {
                try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
