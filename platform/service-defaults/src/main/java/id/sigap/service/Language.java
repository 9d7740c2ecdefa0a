package id.sigap.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages Sigap speaks; the first is everybody's unless they ask for another. */
public enum Language {
    ID("Bahasa Indonesia"),
    EN("English");

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

    /** The first of these that is spoken. */
    public static Optional<Language> among(List<Locale> accepted) {
        return accepted.stream()
                // "in" is what older clients call Indonesian
                .flatMap(locale -> of(locale.getLanguage().equals("in") ? "id" : locale.getLanguage()).stream())
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
