package id.sigap.intake.page.robot;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** What is written on the pages in one language: all that somebody knows who has never seen the program. */
record Words(String language, Properties texts) {

    private static final Map<String, Words> ALL = Map.of("id", read("id"), "en", read("en"));

    static Words in(String language) {
        return ALL.get(language);
    }

    Words other() {
        return in(language.equals("id") ? "en" : "id");
    }

    /** The other language, as it calls itself. */
    String nameOfOther() {
        return language.equals("id") ? "English" : "Bahasa Indonesia";
    }

    String of(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException(key);
        }
        return text;
    }

    /** Of a choice. */
    String of(String question, Enum<?> answer) {
        String text =
                texts.getProperty(question + "_$" + answer.name(), texts.getProperty(question + "_" + answer.name()));
        if (text == null) {
            throw new IllegalArgumentException(question + " " + answer);
        }
        return text;
    }

    private static Words read(String language) {
        var texts = new Properties();
        for (String bundle : new String[] {"page", "design"}) {
            try (InputStream file =
                    Words.class.getResourceAsStream("/messages/" + bundle + "_" + language + ".properties")) {
                texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Words(language, texts);
    }
}
