package id.sigap.intake.page.robot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import id.sigap.browser.Visitor;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Walks through pages as people do, and knows only what is written on them: labels and roles. Of every page it comes to it demands what any page
 * owes: an answer that is no error, one heading, the language that was chosen, and that what was typed is still there.
 */
final class Robot {

    private static final String ANYTHING = "\u2026";

    private final Visitor visitor;
    private final Page page;
    private final boolean scripts;
    private final List<String> errors = new ArrayList<>();
    private final Map<String, String> typed = new LinkedHashMap<>();
    private Words words;

    Robot(Visitor visitor, String language, boolean scripts) {
        this.visitor = visitor;
        this.scripts = scripts;
        this.words = Words.in(language);
        this.page = scripts ? visitor.phone(language) : visitor.phoneWithoutScripts(language);
        page.onResponse(this::noteError);
    }

    private void noteError(Response response) {
        if (response.request().isNavigationRequest() && response.status() >= 400) {
            errors.add(response.status() + " " + response.request().method() + " " + response.url());
        }
    }

    Words words() {
        return words;
    }

    boolean hasScripts() {
        return scripts;
    }

    Page page() {
        return page;
    }

    void goTo(String address) {
        page.navigate(address);
    }

    /** By the navigation, or wherever there is a link of that name. */
    void follow(String key) {
        Visitor.follow(page, () -> link(key).press("Enter"));
        typed.clear();
    }

    private Locator link(String key) {
        return page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(words.of(key)).setExact(true))
                .first();
    }

    void type(String label, String text) {
        field(label).fill(text);
        typed.put(label, field(label).inputValue()); // a script may have grouped its digits
    }

    private Locator field(String label) {
        return page.getByLabel(begins(words.of(label))).first();
    }

    void choose(String question, String answer) {
        page.getByRole(
                        AriaRole.GROUP,
                        new Page.GetByRoleOptions().setName(words.of(question)).setExact(true))
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(begins(answer)))
                .check();
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words.of(button)).setExact(true))
                .press("Enter");
    }

    /** By a button that leads to another page, even if that looks the same. */
    void submit(String button) {
        Visitor.follow(page, () -> press(button));
    }

    /**
     * Leaves a page by its button, disturbed in that way, and comes to another.
     *
     * @param inField where Enter is pressed
     */
    void leave(String button, String inField, Disturbance disturbance, String from, String to) {
        switch (disturbance) {
            case OTHER_LANGUAGE -> {
                changeLanguage();
                isAt(from);
                submit(button);
            }
            case SESSION_LOST -> {
                page.context().clearCookies();
                page.context().addCookies(List.of(chosenLanguage()));
                submit(button);
            }
            case ENTER -> Visitor.follow(page, () -> field(inField).press("Enter"));
            case NONE, BACK_AND_FORWARD, RELOAD -> submit(button);
        }
        Map<String, String> before = Map.copyOf(typed);
        isAt(to);
        if (disturbance == Disturbance.BACK_AND_FORWARD) {
            page.goBack();
            isAt(from);
            before.forEach(this::stands);
            page.goForward();
            isAt(to);
        } else if (disturbance == Disturbance.RELOAD) {
            page.reload();
            isAt(to);
        }
        typed.clear();
    }

    /** Somebody who chose a language and lost the rest. */
    private Cookie chosenLanguage() {
        return new Cookie("lang", words.language())
                .setDomain(URI.create(page.url()).getHost())
                .setPath("/");
    }

    void changeLanguage() {
        String other = words.nameOfOther();
        Locator control = page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(other).setExact(true))
                .or(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(other).setExact(true)));
        control.press("Enter");
        words = words.other();
        Map<String, String> before = Map.copyOf(typed);
        isInOrder();
        before.forEach(this::stands);
    }

    private void stands(String label, String text) {
        assertThat(field(label)).hasValue(text);
    }

    /** @param heading the key of its words; a place in braces stands for a number of ours */
    void isAt(String heading) {
        String written = words.of(heading);
        assertThat(page.locator("h1"))
                .hasText(Pattern.compile("^"
                        + literally(written.replaceAll("\\{\\w+}", ANYTHING)).replace(ANYTHING, ".*\\d.*") + "$"));
        isInOrder();
    }

    void isInOrder() {
        assertThat(page.locator("html")).hasAttribute("lang", words.language());
        assertThat(page.locator("h1")).hasCount(1);
        page.waitForLoadState();
        assertThat(errors).as("answers on the way to " + page.url()).isEmpty();
        assertThat(visitor.complaints()).isEmpty();
    }

    /** Something is wrong with one field: it is named over the form, beside the field, and in the title. What was typed stays. */
    void isTold(String field, String fault) {
        assertThat(page.locator("#faults")).containsText(fault);
        assertThat(page).hasTitle(begins(words.of("faultTitle")));
        if (scripts) {
            assertThat(page.locator("#faults")).isFocused();
        }
        Map.copyOf(typed).forEach(this::stands);
        // a field says so itself, a choice by its group
        assertThat(page.locator("[aria-invalid=true], fieldset[aria-describedby*=-fault]")
                        .first())
                .isVisible();
        isInOrder();
    }

    private static Pattern begins(String text) {
        return Pattern.compile("^" + literally(text) + "( .*)?$");
    }

    /** A browser's expressions know no {@code \\Q}. */
    private static String literally(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    }

    /** As somebody who looks at the page reads it. */
    String reads(String selector) {
        assertThat(page.locator(selector)).isVisible();
        return page.locator(selector).textContent();
    }

    void sees(String text) {
        assertThat(page.locator("main")).containsText(text);
    }
}
