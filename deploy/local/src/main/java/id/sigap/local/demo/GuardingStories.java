package id.sigap.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.sigap.infrastructure.Account;
import id.sigap.local.actors.Api;
import id.sigap.local.actors.Canaries;
import id.sigap.local.actors.OperatorTopics;
import id.sigap.local.actors.Waiting;
import id.sigap.local.service.Service;
import java.net.http.HttpClient;
import java.util.List;

/** Stories of what must not happen. */
final class GuardingStories {

    private GuardingStories() {}

    static void otherOperators(Scene scene, Timeline timeline) {
        String request = scene.blockedRequest();
        Api indosat = scene.cast().operator(Account.INDOSAT);
        timeline.sees(
                "INDOSAT", "cannot see TELKOMSEL's request (404)", () -> indosat.get("/api/v1/requests/" + request)
                        .expect(404));
        timeline.sees("INDOSAT", "cannot answer it (404)", () -> indosat.post(
                        "/api/v1/requests/" + request + "/acknowledge", null)
                .expect(404));
        timeline.sees("INDOSAT", "has no way into tickets or the vault (403)", () -> {
            scene.cast()
                    .staff(Account.INDOSAT, Service.TICKET)
                    .get("/api/v1/tickets")
                    .expect(403);
            scene.cast()
                    .staff(Account.INDOSAT, Service.INTAKE)
                    .get("/api/v1/reports/" + request)
                    .expect(403);
        });
        timeline.sees("nobody", "gets in without a token (401)", () -> Api.at(
                        scene.stack().api(Service.TICKET), HttpClient.newHttpClient())
                .get("/api/v1/tickets")
                .expect(401));
        OperatorTopics topics = scene.cast().topicsOf("INDOSAT");
        OperatorTopics others = scene.cast().topicsOf("TELKOMSEL");
        timeline.sees("INDOSAT", "is refused TELKOMSEL's topics by the broker", () -> {
            refused(() -> topics.readAll(others.requests()));
            refused(() -> topics.write(others.confirmations(), request, "{}"));
        });
        timeline.sees("INDOSAT", "answering TELKOMSEL's request on its own topic changes nothing", () -> {
            topics.reply(JsonNodeFactory.instance
                    .objectNode()
                    .put("request", request)
                    .put("outcome", "DECLINED")
                    .put("reason", "NOT_OURS"));
            Waiting.that(
                    topics.waitFor(topics.confirmations() + ".dead-letters", record -> record.value()
                                    .contains(request))
                            .isPresent(),
                    "no dead letter tells INDOSAT why");
        });
        timeline.sees("TELKOMSEL", "is told what was wrong with a malformed answer", () -> {
            others.write(others.confirmations(), "rusak", "{\"request\": oops");
            Waiting.that(
                    others.waitFor(others.confirmations() + ".dead-letters", record -> record.value()
                                    .contains("rusak"))
                            .isPresent(),
                    "no dead letter");
        });
    }

    static void canaries(Scene scene, Timeline timeline) {
        Canaries canaries = new Canaries(scene.stack(), scene.secrets());
        timeline.note(scene.secrets().size() + " names, addresses, stories and chat texts are looked for");
        timeline.sees("the search", "works: it finds the blocked number where it belongs", () -> {
            Canaries known = new Canaries(scene.stack(), List.of(scene.blockedNumber()));
            Waiting.that(!known.onKafka().isEmpty(), "it finds nothing on Kafka");
            Waiting.that(!known.inDatabase(Service.TICKET).isEmpty(), "it finds nothing in a database");
        });
        timeline.sees("Kafka", "carries none of them", () -> none(canaries.onKafka()));
        for (Service service : Service.values()) {
            String where =
                    service == Service.INTAKE ? "the vault's own tables show none in clear" : "the database has none";
            timeline.sees(service.database(), where, () -> none(canaries.inDatabase(service)));
        }
        timeline.sees("logs", "tell none", () -> none(canaries.inLogs()));
        timeline.sees("ops", "is refused the vault (403)", () -> scene.cast()
                .staff(Account.OKA, Service.INTAKE)
                .get("/api/v1/reports/" + scene.blockedRequest())
                .expect(403));
    }

    private static void none(List<String> found) {
        Waiting.that(
                found.isEmpty(),
                "found: " + String.join(", ", found.stream().limit(5).toList()));
    }

    private static void refused(Runnable access) {
        try {
            access.run();
        } catch (AssertionError | RuntimeException e) {
            Waiting.that(e.toString().contains("Authoriz"), "refused for another reason: " + e);
            return;
        }
        throw new AssertionError("the broker let it happen");
    }
}
