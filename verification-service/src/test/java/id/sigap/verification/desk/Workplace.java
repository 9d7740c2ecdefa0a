package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.awaitCase;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.sigap.browser.Visitor;
import id.sigap.events.ReportId;
import id.sigap.verification.Citizens;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** What a test of the desk's pages needs to begin: somebody who is logged in, and a case that stands before all others. */
@ApplicationScoped
class Workplace {

    /** Before everything other tests report: what was submitted last stands first. */
    private static final Instant LONG_AGO = Instant.parse("2010-01-01T00:00:00Z");

    private static final AtomicInteger SUBMITTED = new AtomicInteger();

    private final Citizens citizens;

    Workplace(Citizens citizens) {
        this.citizens = citizens;
    }

    /** The service's address, with a slash at its end. */
    String home() {
        return RestAssured.baseURI + ":" + RestAssured.port + "/";
    }

    String pathOf(ReportId report) {
        return home() + "desk/cases/" + report;
    }

    /** A report that stands before all others, waiting. */
    ReportId first() {
        ReportId report = citizens.submit(citizens.aComplaint().withMoneyLost().at(longAgo()));
        awaitCase(report, "state", "WAITING");
        return report;
    }

    static Instant longAgo() {
        return LONG_AGO.minus(Duration.ofHours(SUBMITTED.incrementAndGet()));
    }

    Page loggedIn(Visitor visitor, String language, String account) {
        return loggedIn(visitor.desk(language), account);
    }

    Page loggedIn(Page page, String account) {
        String desk = home() + "desk";
        Session.lend(page, desk, account);
        page.navigate(desk);
        assertThat(page).hasURL(desk);
        return page;
    }

    /** By keyboard: everything must work so. */
    static void activate(Locator control) {
        control.press("Enter");
    }
}
