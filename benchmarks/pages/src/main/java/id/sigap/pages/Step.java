package id.sigap.pages;

/**
 * One thing a person does in the browser on the way to a page.
 *
 * @param kind as {@code measure.mjs} calls it
 * @param target an address to open, otherwise a CSS selector
 * @param value what is typed; empty for anything else
 */
record Step(String kind, String target, String value) {

    static Step open(String address) {
        return new Step("open", address, "");
    }

    static Step fill(String field, String value) {
        return new Step("fill", field, value);
    }

    static Step check(String choice) {
        return new Step("check", choice, "");
    }

    /** A link or button that leads to another page. */
    static Step press(String control) {
        return new Step("press", control, "");
    }
}
