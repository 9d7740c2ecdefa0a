package id.sigap.intake.wording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages Sigap speaks with citizens. */
public enum Language {
    ID,
    EN;

    /** @param code {@code id} or {@code en} */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** {@code id} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.of(code());
    }
}
