package id.sigap.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.infrastructure.Account;
import id.sigap.local.actors.Cast;
import id.sigap.local.actors.FreeNumbers;
import id.sigap.local.actors.HelpDesk;
import id.sigap.local.actors.Samples;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who has just started Sigap, with two windows: the citizen's page and the officer's desk. */
@Tag("system")
@Order(3)
@ExtendWith({Whole.class, Browsing.class})
class NewcomerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void reports_answersAsTheOfficer_verifies_andTheTicketLeaves(LocalStack system, Visitor visitor) {
        URI intake = system.description().api(Service.INTAKE);
        URI verification = system.description().api(Service.VERIFICATION);
        try (Cast cast = new Cast(system.description())) {
            // Given
            HelpDesk desk = new HelpDesk(cast, Account.SARI);
            String number = new FreeNumbers(desk).next("811");
            Page citizen = visitor.phone();
            Form.report(citizen, intake, number);
            citizen.locator("#evidence-file")
                    .setInputFiles(
                            new FilePayload("pesan.png", Samples.SCAM_SMS.contentType(), Samples.SCAM_SMS.bytes()));
            assertThat(citizen.locator("sigap-upload li")).containsText("diterima");
            String theCase = verification + "/desk/cases/"
                    + citizen.locator("sigap-chat").getAttribute("data-case");
            // When
            Page officer = visitor.desk("id");
            officer.navigate(verification + "/desk");
            officer.locator("button#sari").click();
            assertThat(officer.locator("h1")).hasText("Antrean");
            await().atMost(PATIENCE).until(() -> officer.navigate(theCase).ok());
            Visitor.follow(officer, () -> officer.locator("#claim button").click());
            assertThat(officer.locator("[data-state=reporter]")).isVisible(); // so the form goes nowhere
            officer.locator("#text").fill("Selamat siang, buktinya sudah saya terima.");
            officer.locator("#write button").click();
            // Then
            assertThat(citizen.locator(".theirs p")).hasText("Selamat siang, buktinya sudah saya terima.");
            // When
            await().atMost(PATIENCE).until(() -> {
                officer.navigate(theCase);
                return officer.locator("#verify [name=evidence]").count() == 1;
            });
            visitor.inspect(officer, "newcomer-desk");
            officer.locator("#verify button").click();
            officer.locator("#request button").first().click();
            // Then
            desk.seesTicket(number, "BLOCK_REQUESTED");
            await().atMost(PATIENCE).untilAsserted(() -> {
                citizen.reload();
                assertThat(citizen.locator("ol.timeline")).containsText("diminta memblokir");
            });
        }
    }
}
