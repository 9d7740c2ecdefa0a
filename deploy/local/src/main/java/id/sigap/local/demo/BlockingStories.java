package id.sigap.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.sigap.infrastructure.Account;
import id.sigap.local.actors.Api;
import id.sigap.local.actors.Chat;
import id.sigap.local.actors.Citizen;
import id.sigap.local.actors.HelpDesk;
import id.sigap.local.actors.OperatorTopics;
import id.sigap.local.actors.Operators;
import id.sigap.local.actors.Person;
import id.sigap.local.actors.Samples;
import id.sigap.local.actors.Waiting;
import id.sigap.local.service.Service;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Stories in which an operator is asked for something. */
final class BlockingStories {

    private BlockingStories() {}

    static void fromReportToBlock(Scene scene, Timeline timeline) {
        String number = scene.numbers().next("811");
        Person person = scene.somebody();
        Citizen citizen = scene.cast().citizen(person);
        HelpDesk sari = scene.sari();

        timeline.does("reporter", "fills the form: a call from " + number, () -> citizen.reports(
                        "COMPLAINT",
                        "IMPERSONATION",
                        "VOICE_CALL",
                        number.replace("+62", "0"),
                        true,
                        scene.secret("Ada yang mengaku dari bank dan meminta kode enam angka."))
                .path("caseNumber")
                .asText());
        String report = citizen.id();
        timeline.sees("reporter", "has a receipt by mail", () -> scene.mail(person.email(), citizen.caseNumber()));
        timeline.sees("officer", "finds the case first in the queue and claims it", () -> sari.claims(report));
        timeline.sees("reporter", "is served", () -> citizen.sees("IN_CONVERSATION"));
        timeline.sees("both", "talk in the chat", () -> talk(scene, citizen));
        timeline.sees(
                "officer",
                "reads the story in the vault",
                () -> Waiting.that(
                        sari.readsInTheVault(report).path("narrative").asText().contains("kode enam angka"),
                        "the vault shows another narrative"));
        timeline.sees(
                "officer",
                "asks for the recording and a picture",
                () -> sari.asksForEvidence(report, "CALL_RECORDING", "MESSAGE_PHOTO"));
        timeline.sees("reporter", "is told by mail and on the tracking page", () -> citizen.sees("AWAITING_EVIDENCE"));
        timeline.does("reporter", "uploads scam-call.mp3", () -> upload(citizen, Samples.SCAM_CALL));
        timeline.does("reporter", "uploads scam-sms.png", () -> upload(citizen, Samples.SCAM_SMS));
        timeline.sees("officer", "has both, hashes equal, and hears the recording", () -> compare(sari, report));
        timeline.sees("officer", "verifies", () -> sari.verifies(report, Map.of()));

        JsonNode ticket =
                timeline.does("ticket", "opened for TELKOMSEL", () -> sari.seesTicket(number, "BLOCK_REQUESTED"));
        timeline.note(ticket.path("ticketNumber").asText() + ", due "
                + ticket.path("dueAt").asText());
        OperatorTopics telkomsel = scene.cast().topicsOf("TELKOMSEL");
        JsonNode request = timeline.does(
                "operator",
                "reads the request on " + telkomsel.requests(),
                () -> telkomsel.requestFor(number, "BLOCK"));
        String id = request.path("request").asText();
        scene.leaveBlocked(number, id);
        timeline.sees("operator", "has it in its mailbox too, without a word about the reporter", () -> {
            JsonNode mail = scene.mail(
                    Operators.mailOf("TELKOMSEL"), ticket.path("ticketNumber").asText());
            scene.secrets()
                    .forEach(secret -> Waiting.that(!mail.toString().contains(secret), "the mail names the reporter"));
        });
        timeline.sees("operator", "acknowledges over Kafka", () -> telkomsel.reply(reply(id, "ACKNOWLEDGED")));
        timeline.sees("ticket", "is acknowledged", () -> sari.seesTicket(number, "ACKNOWLEDGED"));
        timeline.sees("operator", "confirms the block over Kafka", () -> telkomsel.reply(reply(id, "CONFIRMED")));
        timeline.sees("ticket", "is blocked", () -> sari.seesTicket(number, "BLOCKED"));
        timeline.sees("clock", "is met", () -> sari.seesClock(id, "MET"));
        timeline.sees("reporter", "is told by mail", () -> scene.mail(person.email(), "diblokir"));
        timeline.sees("reporter", "sees the whole story on the tracking page", () -> {
            citizen.sees("CLOSED");
            Waiting.that(citizen.tracks().path("timeline").size() >= 6, "the timeline is short: " + citizen.tracks());
        });
    }

    static void secondReport(Scene scene, Timeline timeline) {
        String number = scene.blockedNumber();
        Citizen citizen = reportedWithEvidence(scene, timeline, number);
        timeline.sees("officer", "sees that the number was reported before, and verifies", () -> {
            Waiting.that(
                    scene.sari().theCase(citizen.id()).path("reportsOnNumber").asInt() >= 2,
                    "the case does not show the other report");
            scene.sari().verifies(citizen.id(), Map.of());
        });
        timeline.sees(
                "ticket",
                "has both reports, and is still one",
                () -> Waiting.until(() -> {
                    JsonNode found = scene.sari().findsTickets(number).json().path("items");
                    Waiting.that(found.size() == 1, found.size() + " tickets for one number");
                    int reports = scene.sari()
                            .ticket(found.path(0).path("id").asText())
                            .path("reports")
                            .size();
                    Waiting.that(reports == 2, "the ticket has %d reports, not 2".formatted(reports));
                }));
        timeline.sees("reporter", "is told that the number is blocked", () -> citizen.sees("CLOSED"));
    }

    static void silentOperator(Scene scene, Timeline timeline) {
        String number = scene.numbers().next("814");
        Citizen citizen = reportedWithEvidence(scene, timeline, number);
        timeline.sees("officer", "verifies", () -> scene.sari().verifies(citizen.id(), Map.of()));
        OperatorTopics indosat = scene.cast().topicsOf(Procedure.SILENT_OPERATOR);
        String request = timeline.does(
                        "operator", "is asked, and says nothing", () -> indosat.requestFor(number, "BLOCK"))
                .path("request")
                .asText();
        timeline.sees("clock", "is at risk", () -> scene.sari().seesClock(request, "AT_RISK"));
        timeline.sees("clock", "is breached", () -> scene.sari().seesClock(request, "BREACHED"));
        timeline.sees(
                "ops",
                "finds it among the breaches",
                () -> Waiting.that(
                        scene.cast()
                                .staff(Account.OKA, Service.SLA)
                                .get("/api/v1/breaches?operator=" + Procedure.SILENT_OPERATOR)
                                .expect(200)
                                .text()
                                .contains(request),
                        "the breach is not listed"));
        timeline.sees("operator", "confirms late, by REST", () -> scene.cast()
                .operator(Account.INDOSAT)
                .post("/api/v1/requests/" + request + "/confirm", Map.of("networkReference", "HLR-DEMO-3"))
                .expect(200));
        timeline.sees("clock", "is met late", () -> scene.sari().seesClock(request, "MET_LATE"));
        timeline.sees(
                "ops",
                "sees it on the scorecard",
                () -> Waiting.that(
                        scene.cast()
                                        .staff(Account.OKA, Service.SLA)
                                        .get("/api/v1/scorecards/" + Procedure.SILENT_OPERATOR)
                                        .expect(200)
                                        .json()
                                        .path("block")
                                        .path("late")
                                        .asInt()
                                >= 1,
                        "the scorecard counts no late confirmation"));
    }

    static void notOurs(Scene scene, Timeline timeline) {
        String number = scene.numbers().next("817");
        Citizen citizen = reportedWithEvidence(scene, timeline, number);
        timeline.sees("officer", "verifies, and names TELKOMSEL by mistake", () -> scene.sari()
                .verifies(citizen.id(), Map.of("operator", "TELKOMSEL")));
        OperatorTopics telkomsel = scene.cast().topicsOf("TELKOMSEL");
        String wrong = timeline.does("operator", "TELKOMSEL is asked", () -> telkomsel.requestFor(number, "BLOCK"))
                .path("request")
                .asText();
        timeline.sees("operator", "TELKOMSEL declines: not ours", () -> scene.cast()
                .operator(Account.TELKOMSEL)
                .post(
                        "/api/v1/requests/" + wrong + "/decline",
                        Map.of("reason", "NOT_OURS", "suggestedOperator", "XLSMART"))
                .expect(200));
        OperatorTopics xlsmart = scene.cast().topicsOf("XLSMART");
        String right = timeline.does(
                        "operator", "XLSMART is asked in its place", () -> xlsmart.requestFor(number, "BLOCK"))
                .path("request")
                .asText();
        Api rest = scene.cast().operator(Account.XLSMART);
        timeline.sees("operator", "XLSMART acknowledges and confirms by REST", () -> {
            rest.post("/api/v1/requests/" + right + "/acknowledge", null).expect(200);
            rest.post("/api/v1/requests/" + right + "/confirm", Map.of("networkReference", "HLR-DEMO-4"))
                    .expect(200);
        });
        timeline.sees("ticket", "is blocked", () -> scene.sari().seesTicket(number, "BLOCKED"));
        timeline.sees("clocks", "one stopped by the decline, one met", () -> {
            scene.sari().seesClock(wrong, "DECLINED");
            scene.sari().seesClock(right, "MET");
        });
    }

    static void appeal(Scene scene, Timeline timeline) {
        String number = scene.blockedNumber();
        Person owner = isRight(scene, timeline, number);
        OperatorTopics telkomsel = scene.cast().topicsOf("TELKOMSEL");
        String request = timeline.does(
                        "operator", "is asked to lift the block", () -> telkomsel.requestFor(number, "UNBLOCK"))
                .path("request")
                .asText();
        timeline.sees("operator", "lifts it", () -> telkomsel.reply(reply(request, "CONFIRMED")));
        timeline.sees("ticket", "has ended: unblocked", () -> scene.sari().seesTicket(number, "UNBLOCKED"));
        timeline.sees("owner", "is told by mail", () -> scene.mail(owner.email(), "dibuka"));
    }

    static void withdrawn(Scene scene, Timeline timeline) {
        String number = scene.numbers().next("821");
        Citizen reporter = reportedWithEvidence(scene, timeline, number);
        timeline.sees("officer", "verifies", () -> scene.sari().verifies(reporter.id(), Map.of()));
        OperatorTopics telkomsel = scene.cast().topicsOf("TELKOMSEL");
        String block = timeline.does("operator", "is asked to block", () -> telkomsel.requestFor(number, "BLOCK"))
                .path("request")
                .asText();
        Person owner = isRight(scene, timeline, number);
        timeline.sees("operator", "is told that the request is withdrawn", () -> telkomsel.withdrawalOf(block));
        timeline.sees("operator", "has blocked all the same: no answer any more (409), and kept", () -> scene.cast()
                .operator(Account.TELKOMSEL)
                .post("/api/v1/requests/" + block + "/confirm", Map.of())
                .expect(409));
        String lift = timeline.does(
                        "operator",
                        "is asked to lift whatever it blocked",
                        () -> telkomsel.requestFor(number, "UNBLOCK"))
                .path("request")
                .asText();
        timeline.sees("operator", "lifts it", () -> telkomsel.reply(reply(lift, "CONFIRMED")));
        timeline.sees("ticket", "has ended: unblocked", () -> scene.sari().seesTicket(number, "UNBLOCKED"));
        timeline.sees("clocks", "one ended by the withdrawal, one met", () -> {
            scene.sari().seesClock(block, "WITHDRAWN");
            scene.sari().seesClock(lift, "MET");
        });
        timeline.sees("owner", "is told by mail", () -> scene.mail(owner.email(), "dibuka"));
    }

    /** The number's owner appeals, and the regulator upholds it. */
    private static Person isRight(Scene scene, Timeline timeline, String number) {
        Person person = scene.somebody();
        Citizen owner = scene.cast().citizen(person);
        timeline.does("owner", "appeals for " + number, () -> owner.appeals(
                        number, scene.secret("Nomor ini milik toko kami sejak 2019 dan dipalsukan orang lain."))
                .path("appealNumber")
                .asText());
        Api regulator = scene.cast().staff(Account.WIRA, Service.VERIFICATION);
        timeline.sees("regulator", "upholds the appeal", () -> {
            Waiting.until(() -> regulator.get("/api/v1/appeals/" + owner.id()).expect(200));
            regulator.post("/api/v1/appeals/" + owner.id() + "/uphold", null).expect(200);
        });
        return person;
    }

    /** Somebody reports a message from the number, and hands in a picture of it; an officer has the case. */
    private static Citizen reportedWithEvidence(Scene scene, Timeline timeline, String number) {
        Citizen citizen = scene.cast().citizen(scene.somebody());
        timeline.does("reporter", "reports an SMS from " + number, () -> citizen.reports(
                        "COMPLAINT", "PRIZE", "SMS", number, false, scene.secret("Katanya saya menang undian 75 juta."))
                .path("caseNumber")
                .asText());
        timeline.sees("officer", "claims it, and the reporter sends the picture", () -> {
            scene.sari().claims(citizen.id());
            upload(citizen, Samples.SCAM_SMS);
            scene.sari().seesEvidence(citizen.id(), 1);
        });
        return citizen;
    }

    private static void talk(Scene scene, Citizen citizen) {
        String question =
                scene.secret("Selamat siang, saya Sari dari layanan pengaduan. Apakah Ibu menyimpan rekamannya?");
        String answer = scene.secret("Ada, Bu. Saya rekam dengan telepon satunya.");
        try (Chat reporter = citizen.opensChat();
                Chat officer = scene.cast().officerChat(Account.SARI, citizen.id())) {
            officer.says(question);
            Waiting.that(
                    reporter.hearsMessageOf("OFFICER").contains("rekamannya"), "the reporter heard something else");
            reporter.says(answer);
            Waiting.that(
                    officer.hearsMessageOf("REPORTER").contains("telepon satunya"), "the officer heard something else");
        }
    }

    private static String upload(Citizen citizen, Samples sample) {
        String sha256 = citizen.uploads(sample.contentType(), sample.bytes())
                .path("sha256")
                .asText();
        Waiting.that(sha256.equals(sha256(sample.bytes())), "the vault has another hash");
        return "sha256 " + sha256.substring(0, 12) + "…";
    }

    private static void compare(HelpDesk sari, String report) {
        JsonNode pieces = sari.seesEvidence(report, 2);
        for (JsonNode piece : pieces) {
            Samples sample =
                    piece.path("mediaType").asText().startsWith("audio") ? Samples.SCAM_CALL : Samples.SCAM_SMS;
            String expected = sha256(sample.bytes());
            Waiting.that(piece.path("sha256").asText().equals(expected), "the case has another hash");
            byte[] content = sari.vault()
                    .download("/api/v1/reports/" + report + "/evidence/"
                            + piece.path("evidence").asText() + "/content");
            Waiting.that(sha256(content).equals(expected), "the vault gives back other bytes");
        }
    }

    private static JsonNode reply(String request, String outcome) {
        return JsonNodeFactory.instance.objectNode().put("request", request).put("outcome", outcome);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
