package id.sigap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Somebody at a browser of their own: no cookies, nothing stored. Whatever the page complains of in its console, the test hears. */
public final class Visitor implements AutoCloseable {

    /** The narrowest phone that must do. */
    private static final int NARROWEST = 320;

    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final int HEIGHT = 844;
    /** That the server refused something, or a test cut the wire, is for the page to tell; that something wasn't found is a mistake in the page. */
    private static final Pattern REFUSED =
            Pattern.compile("responded with a status of 4(?!04)\\d\\d|net::ERR_(CONNECTION_RESET|INTERNET_DISCONNECTED)"
                    // a socket that comes back after the session's end is sent to log in
                    + "|WebSocket handshake: Unexpected response code: (302|401|403)");

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser) {
        this.browser = browser;
    }

    /** A phone with scripts, in Indonesian. */
    public Page phone() {
        return open(options("id"));
    }

    public Page phone(String language) {
        return open(options(language));
    }

    /** A phone whose browser runs no scripts. */
    public Page phoneWithoutScripts(String language) {
        return open(options(language).setJavaScriptEnabled(false));
    }

    public Page desk(String language) {
        return open(options(language).setViewportSize(DESK, HEIGHT));
    }

    private static Browser.NewContextOptions options(String language) {
        return new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Asia/Makassar")
                .setViewportSize(PHONE, HEIGHT);
    }

    private Page open(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.location().startsWith(page.url()) // that the page itself is an answer of 404, say
                    && !REFUSED.matcher(message.text()).find()) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /** What the pages complained of so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /**
     * Looks at the page as it stands: axe finds nothing, it isn't wider than the narrowest phone, nothing complained; and takes its picture at both
     * widths. Dear, so once for each state of a page, in the test that tells of that state.
     */
    public void inspect(Page page, String name) {
        page.waitForLoadState();
        assertThat(complaints).as("complaints of " + name).isEmpty();
        var before = page.viewportSize();
        page.setViewportSize(NARROWEST, HEIGHT);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + name)
                .isLessThanOrEqualTo(NARROWEST);
        for (int width : List.of(PHONE, DESK)) {
            page.setViewportSize(width, HEIGHT);
            picture(page, name + "-" + (width == PHONE ? "phone" : "desk"));
        }
        page.setViewportSize(before.width, before.height);
        assertThat(axe(page).analyze().getViolations().stream()
                        .map(violation -> violation.getId() + ": " + violation.getNodes())
                        .toList())
                .as("axe on " + name)
                .isEmpty();
    }

    /** Without frames of other sites nothing needs a page of its own to be put together in; and nobody reads what axe found to be right. */
    private static AxeBuilder axe(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    /** Does what leads to another page, and returns when that has loaded: until it is there the old one answers, and may look the same. */
    public static void follow(Page page, Runnable lead) {
        var arrived = new AtomicBoolean();
        Consumer<Frame> listener = frame -> arrived.compareAndSet(false, frame.equals(page.mainFrame()));
        page.onFrameNavigated(listener);
        try {
            lead.run();
            page.waitForCondition(arrived::get);
        } finally {
            page.offFrameNavigated(listener);
        }
        page.waitForLoadState();
    }

    /** Of every page that is open, for a test that failed; empty if the browser can't even do that. */
    List<Path> picturesOfFailure(String test) {
        List<Path> pictures = new ArrayList<>();
        for (Page page :
                contexts.stream().flatMap(context -> context.pages().stream()).toList()) {
            try {
                pictures.add(
                        picture(page, "failed-" + test + (pictures.isEmpty() ? "" : "-page" + (pictures.size() + 1))));
            } catch (PlaywrightException _) {
                // the test's own failure is what counts
            }
        }
        return pictures;
    }

    private static Path picture(Page page, String name) {
        Path file = SCREENSHOTS.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
        return file;
    }

    /** What comes over the wire until the page at that address has loaded, with nothing cached. */
    public static Weight weigh(Page page, String address) {
        CDPSession wire = page.context().newCDPSession(page);
        Map<String, String> kinds = new HashMap<>();
        List<Long> all = new ArrayList<>();
        List<Long> scripts = new ArrayList<>();
        wire.on(
                "Network.responseReceived",
                event -> kinds.put(
                        event.get("requestId").getAsString(), event.get("type").getAsString()));
        wire.on("Network.loadingFinished", event -> {
            long bytes = event.get("encodedDataLength").getAsLong();
            all.add(bytes);
            if ("Script".equals(kinds.get(event.get("requestId").getAsString()))) {
                scripts.add(bytes);
            }
        });
        wire.send("Network.enable");
        JsonObject off = new JsonObject();
        off.addProperty("cacheDisabled", true);
        wire.send("Network.setCacheDisabled", off);
        page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        wire.detach();
        return new Weight(sum(all), sum(scripts));
    }

    private static long sum(List<Long> bytes) {
        return bytes.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }
}
