package id.sigap.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.local.actors.Citizen;
import id.sigap.local.actors.Waiting;

/** Stories that end at the help desk. */
final class AnsweringStories {

    private AnsweringStories() {}

    static void rejected(Scene scene, Timeline timeline) {
        String number = scene.numbers().next("812");
        Citizen citizen =
                reports(scene, timeline, "COMPLAINT", "OTHER", number, "Orang ini menagih utang saya lewat telepon.");
        timeline.sees("officer", "rejects: no fraud", () -> {
            scene.sari().claims(citizen.id());
            scene.sari().rejects(citizen.id(), "NOT_FRAUD");
        });
        timeline.sees("reporter", "sees it, with the reason", () -> {
            citizen.sees("REJECTED");
            Waiting.that(
                    citizen.tracks().toString().contains("NOT_FRAUD"),
                    "no reason on the tracking page: " + citizen.tracks());
        });
        noTicket(scene, timeline, number);
    }

    static void information(Scene scene, Timeline timeline) {
        Citizen citizen =
                reports(scene, timeline, "INFORMATION", "OTHER", null, "Bagaimana cara memblokir nomor penipu?");
        timeline.sees("officer", "answers", () -> {
            scene.sari().claims(citizen.id());
            scene.sari().answers(citizen.id(), "INFORMATION_GIVEN");
        });
        timeline.sees("reporter", "sees the answer", () -> citizen.sees("ANSWERED"));
    }

    static void hackedAccount(Scene scene, Timeline timeline) {
        Citizen citizen = reports(
                scene, timeline, "COMPLAINT", "HACKED_ACCOUNT", null, "Akun media sosial saya diambil alih orang.");
        timeline.sees("officer", "refers to the platform", () -> {
            scene.sari().claims(citizen.id());
            scene.sari().answers(citizen.id(), "REFERRED_TO_PLATFORM");
        });
        timeline.sees("reporter", "sees where to turn; no operator is asked", () -> citizen.sees("ANSWERED"));
    }

    static void foreignNumber(Scene scene, Timeline timeline) {
        Citizen citizen = scene.cast().citizen(scene.somebody());
        timeline.does("reporter", "reports +1 202 555 0142 and is told at once why it can't be blocked", () -> {
            JsonNode answer = citizen.reports(
                    "COMPLAINT",
                    "INVESTMENT",
                    "CHAT_APP",
                    "+1 202-555-0142",
                    false,
                    scene.secret("Menawarkan investasi dengan untung pasti."));
            Waiting.that(answer.path("advice").size() > 0, "no advice: " + answer);
            return answer.path("caseNumber").asText();
        });
        timeline.sees("officer", "cannot verify it, and answers", () -> {
            scene.sari().claims(citizen.id());
            scene.sari().answers(citizen.id(), "NUMBER_NOT_BLOCKABLE");
        });
        timeline.sees("reporter", "sees the answer", () -> citizen.sees("ANSWERED"));
    }

    private static Citizen reports(
            Scene scene, Timeline timeline, String kind, String category, String number, String narrative) {
        Citizen citizen = scene.cast().citizen(scene.somebody());
        timeline.does("reporter", kind.equals("INFORMATION") ? "asks a question" : "reports", () -> citizen.reports(
                        kind, category, "VOICE_CALL", number, false, scene.secret(narrative))
                .path("caseNumber")
                .asText());
        return citizen;
    }

    private static void noTicket(Scene scene, Timeline timeline, String number) {
        timeline.sees(
                "ticket",
                "there is none",
                () -> Waiting.that(
                        scene.sari().findsTickets(number).json().path("items").isEmpty(), "a ticket was opened"));
    }
}
