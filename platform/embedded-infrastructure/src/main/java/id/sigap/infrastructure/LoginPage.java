package id.sigap.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;

/** The page on which a person says who it is: one button each, works without JavaScript. */
final class LoginPage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LoginPage() {}

    static String html(List<Account> people) {
        var buttons = people.stream().map(LoginPage::button).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="id">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Masuk · Sigap</title>
                <style>
                  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 24rem; margin: 10vh auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
                  button { display: block; width: 100%%; margin: .5rem 0; padding: .75rem 1rem; font: inherit; text-align: left; cursor: pointer }
                  small { color: #555 }
                </style>
                <main>
                <h1>Masuk</h1>
                <p>Penyedia identitas setempat untuk uji coba. <span lang="en">Local identity provider: choose who you are.</span></p>
                %s
                </main>
                </html>
                """.formatted(buttons);
    }

    /** The provider takes name and claims from the form; the address to post to is the page's own. */
    private static String button(Account person) {
        return """
                <form method="post">
                <input type="hidden" name="username" value="%s">
                <input type="hidden" name="claims" value="%s">
                <button id="%s">%s<br><small>%s</small></button>
                </form>
                """.formatted(
                        escaped(person.id()),
                        escaped(claims(person)),
                        escaped(person.id()),
                        escaped(person.name()),
                        escaped(String.join(", ", person.roles())));
    }

    private static String claims(Account person) {
        try {
            return JSON.writeValueAsString(person.claims());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
