package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;
import static id.sigap.local.service.Service.VERIFICATION;

import id.sigap.events.ReportId;
import id.sigap.events.report.MessagePosted;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.faults.check.snapshot.Blob;
import id.sigap.faults.check.snapshot.Content;
import id.sigap.faults.check.snapshot.Entry;
import id.sigap.faults.check.snapshot.Mail;
import id.sigap.faults.check.snapshot.Right;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F to J: what leaks, what the audit lacks, blobs without rows, work left undone and illegal moves are found. */
@Tag("quick")
class WholenessTest {

    private static Harm harm(Invariant breaks, String name, BiConsumer<World, Tale> done, String words) {
        return new Harm(name, breaks, done, words);
    }

    static Stream<Harm> leaks() {
        return Stream.of(
                harm(
                        Invariant.F,
                        "a name on a topic",
                        (world, tale) -> world.write("sigap.sla", "k", tale.name.getBytes(), Map.of()),
                        "the name of client, step 1 stands in clear in the topic sigap.sla"),
                harm(
                        Invariant.F,
                        "a story in bytes in a database",
                        (world, tale) -> world.row(
                                TICKET,
                                "note",
                                Map.of(
                                        "text",
                                        world.narratives
                                                .get(tale.report.toString())
                                                .getBytes())),
                        "the narrative of client, step 1 stands in clear in the database of ticket-service"),
                harm(
                        Invariant.F,
                        "an address in a mail's text",
                        (world, tale) -> world.mails.add(
                                new Mail(List.of("x@y.example"), "Halo", tale.report + "@warga.example")),
                        "the email of client, step 1 stands in clear in the mailbox"),
                harm(
                        Invariant.F,
                        "a request on another's topic",
                        (world, _) -> {
                            var first = world.topics
                                    .get("operator.telkomsel.requests")
                                    .getFirst();
                            world.write("operator.indosat.requests", first.key(), first.value(), first.headers());
                        },
                        "INDOSAT finds a request to TELKOMSEL on its topic"),
                harm(
                        Invariant.F,
                        "an operator may read another's topic",
                        (world, _) -> world.rights.add(new Right("indosat", "READ", "operator.telkomsel.", true)),
                        "indosat may READ operator.telkomsel.requests"),
                harm(
                        Invariant.F,
                        "nobody is asked for rights",
                        (world, _) -> world.rights.clear(),
                        "the broker asks nobody for rights"),
                harm(
                        Invariant.F,
                        "an intruder's answer counts",
                        (world, tale) -> world.attempt(
                                Operation.INTRUDE,
                                Phase.OK,
                                Map.of(
                                        Fact.OPERATOR, "INDOSAT",
                                        Fact.REQUEST, tale.request.toString(),
                                        Fact.CHANNEL, "KAFKA"),
                                Map.of(
                                        Fact.AT,
                                        Answered.in(world.snapshot())
                                                .filter(answer ->
                                                        answer.request().equals(tale.request.toString()))
                                                .findFirst()
                                                .orElseThrow()
                                                .at()
                                                .toString())),
                        "was given by INDOSAT"),
                harm(
                        Invariant.F,
                        "an intruder is let in by REST",
                        (world, tale) -> world.attempt(
                                Operation.INTRUDE,
                                Phase.OK,
                                Map.of(
                                        Fact.OPERATOR, "INDOSAT",
                                        Fact.REQUEST, tale.request.toString(),
                                        Fact.CHANNEL, "REST"),
                                Map.of()),
                        "INDOSAT was let in to a request"));
    }

    static Stream<Harm> audit() {
        return Stream.of(
                harm(
                        Invariant.G,
                        "a payload is flipped",
                        (world, _) -> world.said(CaseClaimed.class).payload()[20] ^= 1,
                        "the hash is not that of what stands there"),
                harm(
                        Invariant.G,
                        "an entry is deleted",
                        (world, _) -> world.journal.remove(world.said(CaseClaimed.class)),
                        "expected version 2 and found 3"),
                harm(
                        Invariant.G,
                        "the end is cut off",
                        (world, _) -> world.journal.remove(world.said(EvidenceReceived.class)),
                        "a record stands on a topic that no journal says"),
                harm(
                        Invariant.G,
                        "a chain is forged from one link on",
                        (world, _) -> {
                            Entry claimed = world.said(CaseClaimed.class);
                            world.journal.remove(claimed);
                            claimed.payload()[20] ^= 1;
                            world.journal.add(World.chained(claimed));
                        },
                        "does not go on from the hash of the entry before it"),
                harm(
                        Invariant.G,
                        "an event was never published",
                        (world, _) -> world.topics.get("sigap.reports").removeFirst(),
                        "version 1 of the journal of intake-service is not on sigap.reports"),
                harm(
                        Invariant.G,
                        "an event stands on a topic that nobody said",
                        (world, _) -> world.write("sigap.sla", "k", "{}".getBytes(), Map.of()),
                        "a record stands on a topic that no journal says"),
                harm(
                        Invariant.G,
                        "events of a subject are in disorder",
                        (world, _) -> world.topics
                                .get("sigap.reports")
                                .addLast(world.topics.get("sigap.reports").removeFirst()),
                        "version 1 stands behind version"),
                harm(
                        Invariant.G,
                        "a ticket moved without a word",
                        (world, _) -> world.change(TICKET, "ticket", "version", 17L),
                        "a ticket moved 17 times"),
                harm(
                        Invariant.H,
                        "a blob is gone",
                        (world, tale) -> world.evidence.remove(tale.evidence.toString()),
                        "evidence has a row and no blob"),
                harm(
                        Invariant.H,
                        "a blob is another",
                        (world, tale) -> world.evidence.put(tale.evidence.toString(), new Content.Opened("00", 10)),
                        "the blob has 00"),
                harm(
                        Invariant.H,
                        "a blob can't be opened",
                        (world, tale) ->
                                world.evidence.put(tale.evidence.toString(), new Content.Unreadable("IOException")),
                        "evidence can't be opened"),
                harm(
                        Invariant.H,
                        "what is shown of a piece is gone",
                        (world, tale) -> world.row(
                                INTAKE,
                                "derivative",
                                Map.of("evidence", tale.evidence.toString(), "blob", "made", "size_bytes", 10L)),
                        "what is shown of evidence has a row and no blob"),
                harm(
                        Invariant.H,
                        "half a blob lies about for ever",
                        (world, _) -> world.files.add(new Blob("x.draft", 1, Instant.EPOCH)),
                        "a blob of 1970-01-01T00:00:00Z has no row"));
    }

    static Stream<Harm> work() {
        return Stream.of(
                harm(
                        Invariant.I,
                        "an event is not published",
                        (world, _) -> world.row(INTAKE, "pending", Map.of("subject", "s")),
                        "a row of pending in intake-service is not published"),
                harm(
                        Invariant.I,
                        "a delivery is not finished",
                        (world, _) -> world.change(NOTIFIER, "delivery", "state", "RETRYING"),
                        "is not delivered and not given up"),
                harm(
                        Invariant.I,
                        "a record was never read",
                        (world, _) -> {
                            var first = world.topics.get("sigap.reports").getFirst();
                            world.topics
                                    .get("sigap.reports")
                                    .add(new TopicRecord(
                                            first.topic(),
                                            0,
                                            99,
                                            first.at(),
                                            first.key(),
                                            first.value(),
                                            first.headers()));
                        },
                        "verification-service has read sigap.reports-0 up to"),
                harm(
                        Invariant.I,
                        "an event was not followed",
                        (world, _) -> world.change(TICKET, "inbox_position", "version", 0L),
                        "ticket-service has followed sigap.verifications up to version 0"),
                harm(
                        Invariant.I,
                        "an event was passed over",
                        (world, _) -> world.rows(SLA, "inbox").removeFirst(),
                        "sla-monitor passed over version"),
                harm(
                        Invariant.I,
                        "an answer was not handled",
                        (world, tale) -> {
                            var first = world.topics
                                    .get("operator.telkomsel.confirmations")
                                    .getFirst();
                            String value = new String(first.value()).replace("CONFIRMED", "ACKNOWLEDGED");
                            world.write(
                                    first.topic(),
                                    first.key(),
                                    value.replace(
                                                    tale.request.toString(),
                                                    UUID.randomUUID().toString())
                                            .getBytes(),
                                    Map.of());
                        },
                        "an answer of TELKOMSEL was neither handled nor refused"),
                harm(
                        Invariant.I,
                        "an answer that the broker took is gone",
                        (world, _) -> world.topics
                                .get("operator.telkomsel.confirmations")
                                .removeFirst(),
                        "an answer that the broker took is not on the topic"),
                harm(
                        Invariant.J,
                        "a case was verified by nobody who had claimed it",
                        (world, _) -> world.journal.remove(world.said(CaseClaimed.class)),
                        "is EvidenceVerified, which must not come in state WAITING"),
                harm(
                        Invariant.J,
                        "a case is not where its journal left it",
                        (world, _) -> world.change(VERIFICATION, "verification_case", "state", "REJECTED"),
                        "it is REJECTED, its journal leaves it VERIFIED"),
                harm(
                        Invariant.J,
                        "a clock is not where its journal left it",
                        (world, _) -> world.change(SLA, "clock", "state", "BREACHED"),
                        "a clock is BREACHED, its journal leaves it MET"),
                harm(
                        Invariant.M,
                        "a report stands where nothing led",
                        (world, _) -> world.change(INTAKE, "report", "state", "SUBMITTED"),
                        "the vault has the report SUBMITTED"),
                harm(
                        Invariant.J,
                        "a delivery failed without a word",
                        (world, _) -> world.change(NOTIFIER, "delivery", "state", "FAILED"),
                        "is FAILED, the journal leaves it DELIVERED"),
                harm(
                        Invariant.J,
                        "a delivery is cancelled, and its request is open",
                        (world, _) -> {
                            world.change(NOTIFIER, "operator_request", "state", "PENDING");
                            world.change(NOTIFIER, "delivery", "state", "CANCELLED");
                        },
                        "is cancelled, its request is still open"),
                harm(
                        Invariant.J,
                        "a message was posted to nobody",
                        (world, tale) -> {
                            var posted = (MessagePosted)
                                    world.said(MessagePosted.class).event().orElseThrow();
                            world.say(
                                    INTAKE,
                                    new MessagePosted(
                                            new ReportId(UUID.randomUUID()),
                                            posted.message(),
                                            1,
                                            posted.author(),
                                            posted.at()),
                                    "system");
                        },
                        "is MessagePosted, which must not come in state START"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"leaks", "audit", "work"})
    void harm_isFound(Harm harm) {
        harm.isFound();
    }
}
