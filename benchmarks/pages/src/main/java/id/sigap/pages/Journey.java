package id.sigap.pages;

import static id.sigap.pages.Step.check;
import static id.sigap.pages.Step.fill;
import static id.sigap.pages.Step.open;
import static id.sigap.pages.Step.press;

import id.sigap.infrastructure.Account;
import id.sigap.local.actors.Cast;
import id.sigap.local.actors.Citizen;
import id.sigap.local.actors.FreeNumbers;
import id.sigap.local.actors.HelpDesk;
import id.sigap.local.actors.Person;
import id.sigap.local.actors.Samples;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** All pages in the order in which somebody comes to them: a citizen reports, and an officer opens a case with evidence. */
final class Journey {

    private static final Person REPORTER = new Person("Uji Halaman", "halaman@warga.example", "+628120000000");

    private final URI intake;
    private final URI verification;
    private final String number;
    private final String theCase;

    /** Hands in a report of its own, so that the desk has a case to show. */
    Journey(Stack stack) {
        intake = stack.api(Service.INTAKE);
        verification = stack.api(Service.VERIFICATION);
        try (Cast cast = new Cast(stack)) {
            HelpDesk desk = new HelpDesk(cast, Account.SARI);
            number = new FreeNumbers(desk).next("811");
            Citizen citizen = cast.citizen(REPORTER);
            citizen.reports("COMPLAINT", "PRIZE", "SMS", number, false, "Katanya saya menang undian.");
            citizen.uploads(Samples.SCAM_SMS.contentType(), Samples.SCAM_SMS.bytes());
            desk.claims(citizen.id());
            desk.seesEvidence(citizen.id(), 1);
            theCase = verification + "/desk/cases/" + citizen.id();
        }
    }

    List<Visit> visits() {
        return Stream.of(report(), others(), desk()).flatMap(List::stream).toList();
    }

    private List<Visit> report() {
        return List.of(
                Visit.at("home", intake + "/"),
                Visit.at("report-1", intake + "/report"),
                Visit.answering(
                        "report-2",
                        fill("#name", REPORTER.name()),
                        fill("#email", REPORTER.email()),
                        fill("#mobile", REPORTER.mobile()),
                        next("next")),
                Visit.answering(
                        "report-3",
                        fill("#suspectNumber", number),
                        check("[name=channel][value=SMS]"),
                        check("[name=category][value=PRIZE]"),
                        next("next")),
                Visit.answering(
                        "report-check",
                        fill(
                                "#occurredAt",
                                LocalDate.now(ZoneId.of("Asia/Jakarta")).toString()),
                        check("[name=moneyLost][value=false]"),
                        fill("#narrative", "Katanya saya menang undian dan harus membayar pajak."),
                        next("next")),
                Visit.answering("receipt", next("send")),
                Visit.at("case", intake + "/case"));
    }

    private List<Visit> others() {
        return List.of(
                Visit.at("number-check", intake + "/check"),
                Visit.answering("number-answer", fill("#number", number), press("#check .button")),
                // the case's session is left first: somebody who appeals has usually reported nothing
                new Visit(
                        "appeal",
                        Category.ALL,
                        false,
                        List.of(
                                open(intake + "/case"),
                                press("form[action='/case/leave'] button"),
                                open(intake + "/appeal"))));
    }

    private List<Visit> desk() {
        return List.of(
                Visit.at("desk-front", verification + "/"),
                Visit.behindLogin("desk-queue", open(verification + "/desk"), press("button#sari")),
                Visit.behindLogin("desk-case", open(theCase)));
    }

    private static Step next(String to) {
        return press("p.actions button[value=" + to + "]");
    }
}
