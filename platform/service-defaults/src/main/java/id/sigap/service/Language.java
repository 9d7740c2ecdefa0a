package id.sigap.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The languages Sigap speaks; the first is everybody's unless they ask for another. */
public enum Language {
    ID("Bahasa Indonesia"),
    EN("English");

    /** What older clients call Indonesian, Malay, and the languages of the archipelago that phones offer: English is further from their readers. */
    private static final Set<String> READ_INDONESIAN =
            Set.of("in", "ms", "jv", "jw", "su", "ace", "ban", "bbc", "bew", "bjn", "bug", "mad", "mak", "min");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** @param code {@code id} or {@code en} */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** The first of these that is spoken, or whose readers understand one that is. */
    public static Optional<Language> among(List<Locale> accepted) {
        return accepted.stream()
                .map(Locale::getLanguage)
                .flatMap(code -> (READ_INDONESIAN.contains(code) ? Optional.of(ID) : of(code)).stream())
                .findFirst();
    }

    /** {@code id} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.of(code());
    }

    /** The one to offer a reader of this one. */
    public Language other() {
        return this == ID ? EN : ID;
    }
}
