package id.sigap.systemtests;

import com.microsoft.playwright.Page;
import id.sigap.browser.Visitor;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;

/** The citizen's form in a browser, filled in as somebody would. */
final class Form {

    private Form() {}

    /** Reports the number and goes on to the page of the case. */
    static void report(Page page, URI intake, String suspect) {
        page.navigate(intake + "/report");
        page.locator("#name").fill("Uji Coba");
        page.locator("#email").fill("uji@warga.example");
        page.locator("#mobile").fill("0812 0000 0001");
        press(page, "next");
        page.locator("#suspectNumber").fill(suspect);
        page.locator("[name=channel][value=SMS]").check();
        page.locator("[name=category][value=PRIZE]").check();
        press(page, "next");
        page.locator("#occurredAt")
                .fill(LocalDate.now(ZoneId.of("Asia/Jakarta")).toString());
        page.locator("[name=moneyLost][value=false]").check();
        page.locator("#narrative").fill("Katanya saya menang undian dan harus membayar pajak.");
        press(page, "next");
        press(page, "send");
        Visitor.follow(page, () -> page.locator("a.button[href='/case#chat']").click());
    }

    private static void press(Page page, String to) {
        Visitor.follow(
                page, () -> page.locator("p.actions button[value=" + to + "]").click());
    }
}
