package id.sigap.local.demo;

import id.sigap.infrastructure.Account;
import id.sigap.local.actors.Cast;
import id.sigap.local.actors.HelpDesk;
import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import id.sigap.local.stack.StackOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The whole procedure of the regulator, from a citizen's report to a blocked number or a flagged miss, by public interfaces only. */
public final class Procedure implements Scenario {

    /** The operator that stays silent in the story, and the window it misses. */
    static final String SILENT_OPERATOR = "INDOSAT";

    private static final String SILENT_OPERATORS_WINDOW = "PT8S";

    private static final List<Map.Entry<String, BiConsumer<Scene, Timeline>>> STORIES = List.of(
            Map.entry("A scam call is reported, proven, blocked and told", BlockingStories::fromReportToBlock),
            Map.entry("A second report of the same number joins the ticket", BlockingStories::secondReport),
            Map.entry("An operator stays silent: at risk, breached, flagged, late", BlockingStories::silentOperator),
            Map.entry("\"Not ours\": rerouted and confirmed by REST", BlockingStories::notOurs),
            Map.entry("A report is rejected, with a reason", AnsweringStories::rejected),
            Map.entry("Informasi: a question is answered", AnsweringStories::information),
            Map.entry("A hacked account is referred to the platform", AnsweringStories::hackedAccount),
            Map.entry("A foreign number gets a clear answer", AnsweringStories::foreignNumber),
            Map.entry("A wrongly blocked owner appeals and is unblocked", BlockingStories::appeal),
            Map.entry("An appeal is upheld before the block: the request is withdrawn", BlockingStories::withdrawn),
            Map.entry("No operator sees or touches another's ticket", GuardingStories::otherOperators),
            Map.entry("The reporter's data are in the vault and nowhere else", GuardingStories::canaries));

    @Override
    public Map<Service, Map<String, String>> settings() {
        var policy = Map.of("sigap.policy.operators." + SILENT_OPERATOR + ".window", SILENT_OPERATORS_WINDOW);
        Map<Service, Map<String, String>> settings = new EnumMap<>(StackOptions.ONE_MACHINE_PLAYS_EVERYBODY);
        settings.put(Service.TICKET, policy);
        settings.put(Service.VERIFICATION, policy);
        return settings;
    }

    @Override
    public Outcome play(Stack stack, Console console) {
        Timeline timeline = new Timeline(console);
        try (var cast = new Cast(stack)) {
            Scene scene = new Scene(stack, cast, new HelpDesk(cast, Account.SARI));
            STORIES.forEach(story ->
                    timeline.story(story.getKey(), () -> story.getValue().accept(scene, timeline)));
        }
        return timeline.outcome();
    }
}
