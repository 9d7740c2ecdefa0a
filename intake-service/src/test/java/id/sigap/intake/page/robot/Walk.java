package id.sigap.intake.page.robot;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.report.ReportKind;
import id.sigap.intake.testing.Citizen;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One way through the report's form.
 *
 * @param disturbed what happens on each page
 * @param changesItsMind whether it was of the other kind at first
 */
record Walk(
        ReportKind kind,
        Suspected suspected,
        Channel channel,
        Category category,
        boolean moneyLost,
        String language,
        boolean scripts,
        List<Disturbance> disturbed,
        boolean changesItsMind) {

    static final int PAGES = 6;

    /** An answer given, and what happened on a page. */
    record Meeting(Object answer, int page, Disturbance disturbance) {}

    /** What stands in the field for the number. */
    enum Suspected {
        NOTHING(""),
        MOBILE("0811 0000 0061"),
        FOREIGN("+1 212 555 0100"),
        LANDLINE("021 5790 1234"),
        SHORT_CODE("1500"),
        SENDER_NAME("BANK-CONTOH");

        private final String typed;

        Suspected(String typed) {
            this.typed = typed;
        }
    }

    static Walk by(long seed) {
        // neighbouring seeds of Random begin alike: all would be of one kind
        var dice = new SplittableRandom(seed);
        return new Walk(
                one(dice, ReportKind.values()),
                one(dice, Suspected.values()),
                one(dice, Channel.values()),
                one(dice, Category.values()),
                dice.nextBoolean(),
                dice.nextBoolean() ? "id" : "en",
                dice.nextInt(3) > 0,
                disturbances(dice),
                dice.nextBoolean());
    }

    /** Whose cookies were lost has been answered with the page itself, once: only there Back asks to send again, as browsers do. */
    private static List<Disturbance> disturbances(RandomGenerator dice) {
        List<Disturbance> disturbed = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            Disturbance next = one(dice, Disturbance.values());
            boolean answeredInPlace = page > 0 && disturbed.getLast() == Disturbance.SESSION_LOST;
            disturbed.add(answeredInPlace && next == Disturbance.BACK_AND_FORWARD ? Disturbance.NONE : next);
        }
        return List.copyOf(disturbed);
    }

    private static <T> T one(RandomGenerator dice, T[] all) {
        return all[dice.nextInt(all.length)];
    }

    Set<Meeting> meetings() {
        return Stream.of(kind, suspected, scripts)
                .flatMap(answer ->
                        IntStream.range(0, PAGES).mapToObj(page -> new Meeting(answer, page, disturbed.get(page))))
                .collect(Collectors.toSet());
    }

    /** From the front page to the case, and back to it by the receipt. */
    void through(Robot robot, String home) {
        robot.goTo(home);
        robot.follow("homeReport");
        robot.isAt("youTitle");
        robot.type("name", "Budi Contoh");
        robot.type("email", Citizen.newMailbox());
        robot.type("mobile", "0812 0000 0001");
        robot.leave("next", "mobile", disturbed.get(0), "youTitle", "numberTitle");
        number(robot);
        story(robot);
        robot.leave("startChat", null, withoutField(disturbed.get(3)), "checkAnswersTitle", "receiptTitle");
        String receipt = robot.reads("#receipt-code");
        robot.follow("receiptGo");
        robot.isAt("caseNumber");
        conversation(robot, disturbed.get(4));
        robot.press("leave");
        robot.isAt("homeTitle");
        comesBack(robot, receipt, disturbed.get(5));
    }

    private void number(Robot robot) {
        if (changesItsMind) {
            answerAsTheOtherKind(robot);
        }
        robot.choose("kindLegend", robot.words().of("kind", kind));
        if (kind == ReportKind.COMPLAINT) {
            robot.choose("channelLegend", robot.words().of("channel", channel));
            robot.choose("categoryLegend", robot.words().of("category", category));
        }
        boolean needed = kind == ReportKind.COMPLAINT && category != Category.HACKED_ACCOUNT;
        if (suspected == Suspected.NOTHING && needed) {
            robot.press("next");
            robot.isTold("suspectNumber", robot.words().language().equals("id") ? "Isi nomor" : "Write the number");
            robot.type("suspectNumber", Suspected.MOBILE.typed);
        } else if (suspected == Suspected.SENDER_NAME && kind == ReportKind.COMPLAINT && channel != Channel.SMS) {
            robot.type("suspectNumber", suspected.typed);
            robot.press("next");
            robot.isTold("suspectNumber", robot.words().language().equals("id") ? "Pilih SMS" : "Choose SMS");
            robot.type("suspectNumber", Suspected.MOBILE.typed);
        } else if (suspected != Suspected.NOTHING) {
            robot.type("suspectNumber", suspected.typed);
        }
        robot.leave("next", "suspectNumber", disturbed.get(1), "numberTitle", "storyTitle");
    }

    /** What a question isn't asked for stays in the form, and is seen by nobody. */
    private void answerAsTheOtherKind(Robot robot) {
        if (kind == ReportKind.COMPLAINT) {
            robot.choose("kindLegend", robot.words().of("kind", ReportKind.INFORMATION));
        } else {
            robot.choose("kindLegend", robot.words().of("kind", ReportKind.COMPLAINT));
            robot.choose("channelLegend", robot.words().of("channel", channel));
            robot.choose("categoryLegend", robot.words().of("category", category));
        }
    }

    private void story(Robot robot) {
        if (kind == ReportKind.COMPLAINT) {
            robot.type("day", LocalDate.now(ZoneId.of("Asia/Jakarta")).toString());
            if (disturbed.get(5) == Disturbance.RELOAD) {
                robot.type("narrative", "Katanya saya menang undian.");
                robot.press("next");
                robot.isTold("moneyLost", robot.words().language().equals("id") ? "mengirim uang" : "sent money");
            }
            robot.choose("moneyLostLegend", robot.words().of(moneyLost ? "yes" : "no"));
        }
        robot.type("narrative", "Katanya saya menang undian.\nSaya diminta membayar pajak dulu.");
        robot.leave("next", "day", inField(disturbed.get(2)), "storyTitle", "checkAnswersTitle");
    }

    private void conversation(Robot robot, Disturbance disturbance) {
        robot.type("chatLabel", "Apakah ada orang?");
        if (disturbance == Disturbance.OTHER_LANGUAGE) {
            robot.changeLanguage();
        }
        if (robot.hasScripts()) {
            robot.press("chatSend"); // the page stays
        } else {
            robot.submit("chatSend");
        }
        robot.sees("Apakah ada orang?");
        robot.isAt("caseNumber");
        if (disturbance == Disturbance.RELOAD) {
            robot.page().reload();
            robot.sees("Apakah ada orang?");
        }
    }

    private static void comesBack(Robot robot, String receipt, Disturbance disturbance) {
        robot.follow("navCase");
        robot.isAt("caseTitle");
        robot.type("receiptCode", "7K3M-0000");
        if (disturbance == Disturbance.OTHER_LANGUAGE) {
            robot.changeLanguage();
        }
        robot.press("enterGo");
        robot.isTold("receiptCode", robot.words().language().equals("id") ? "Kode resi ini" : "This receipt code");
        robot.type("receiptCode", receipt);
        // the question for the receipt and the case share an address: Back is the case
        Disturbance possible = disturbance == Disturbance.BACK_AND_FORWARD ? Disturbance.RELOAD : disturbance;
        robot.leave("enterGo", "receiptCode", possible, "caseTitle", "caseNumber");
    }

    /** A page without a field to press Enter in. */
    private static Disturbance withoutField(Disturbance disturbance) {
        // nothing typed stands on the page of answers; once sent, Back leads to the receipt
        return disturbance == Disturbance.ENTER || disturbance == Disturbance.BACK_AND_FORWARD
                ? Disturbance.NONE
                : disturbance;
    }

    /** Of a question only the story is asked, and Enter there is a new line. */
    private Disturbance inField(Disturbance disturbance) {
        return disturbance == Disturbance.ENTER && kind == ReportKind.INFORMATION ? Disturbance.NONE : disturbance;
    }
}
